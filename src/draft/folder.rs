//! The folder of a municipality: which file contains which record.

use std::collections::BTreeSet;

use crate::finding::{Finding, Findings, Level, Place};
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::format::read::Read;
use crate::format::syntax;
use crate::format::yaml::{self, Kind, Node};
use crate::limit;
use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::shared::Shared;
use crate::say;
use crate::source::entry::is_yaml;
use crate::source::{File, Sources};

/// The parsed files of a municipality: every value has its place; references are not resolved.
#[derive(Debug, Default)]
pub struct Draft {
    /// `municipality.yaml`.
    pub municipality: Option<Municipality>,
    /// The files of `shared/`.
    pub shared: Vec<Shared>,
    /// The files of `activities/`.
    pub activities: Vec<Activity>,
    /// The files of `notices/`.
    pub notices: Vec<Notice>,
    /// `accept.yaml`.
    pub accept: Vec<AcceptedFinding>,
    /// Paths of files that could not be parsed. What they define is not reported as missing.
    pub unread: Vec<String>,
    /// Whether the folder itself could not be read: it is a link, empty, or not a folder.
    pub is_refused: bool,
}

/// Reads every text of a municipality. Every fault becomes a finding; a file without a record is always an error.
#[must_use]
pub fn read(sources: &Sources, findings: &mut Findings) -> Draft {
    let mut draft = Draft { activities: Vec::with_capacity(sources.files.len()), ..Draft::default() };
    let refused: BTreeSet<u32> = errors(findings).map(|finding| finding.place.file).collect();
    let files = (0..).zip(&sources.files);
    let (first, rest): (Vec<_>, Vec<_>) = files.partition(|(_, file)| is_municipality(&file.inside));
    for (number, file) in first.into_iter().chain(rest) {
        findings.extend(syntax::hidden_in_name(number, &file.path));
        if refused.contains(&number) {
            draft.is_refused |= file.inside.is_empty();
            draft.unread.push(file.path.clone());
        } else if is_yaml(&file.inside) && !draft.file(number, file, findings) {
            draft.unread.push(file.path.clone());
        }
    }
    draft
}

/// Whether a file holds the municipality, which tells the version of the format. It is read before the others.
#[must_use]
pub(crate) fn is_municipality(inside: &str) -> bool {
    matches!(inside, "municipality.yaml" | "municipality.yml")
}

fn errors(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.level == Level::Error)
}

impl Draft {
    /// Reads one file and returns whether it gave a record. If not, there is an error about the file.
    fn file(&mut self, number: u32, file: &File, findings: &mut Findings) -> bool {
        let before = findings.len();
        let node = yaml::parse(number, &file.text, findings);
        let is_kept = node.is_some_and(|node| self.record(&node, file, findings));
        self.leave_out_other_formats(findings, before);
        if !is_kept && errors(&findings[before..]).next().is_none() {
            findings.push(nothing(number, &file.text));
        }
        limit::apply(findings, before);
        is_kept
    }

    /// Removes what is no fault in the municipality's version of the format. If the version is not known, only what is a
    /// fault in every version stays.
    fn leave_out_other_formats(&self, findings: &mut Findings, from: usize) {
        let format = self.municipality.as_ref().map(|municipality| municipality.version().number());
        let mut own = findings.split_off(from);
        own.retain(|finding| finding.only_in.is_none() || finding.only_in == format);
        findings.append(&mut own);
    }

    /// Reads the record of a file and returns whether it has content.
    fn record(&mut self, node: &Node, file: &File, findings: &mut Findings) -> bool {
        match file.inside.split_once('/').map_or((file.inside.as_str(), false), |(room, _)| (room, true)) {
            _ if is_municipality(&file.inside) && self.municipality.is_some() => {
                findings.push(second(node.place));
                false
            }
            _ if is_municipality(&file.inside) => keep(|record| self.municipality = Some(record), node, findings),
            ("accept.yaml" | "accept.yml", false) => {
                let known = self.accept.len();
                self.accept.extend(accepted(node, findings));
                self.accept.len() > known
            }
            ("shared", true) => keep(|record| self.shared.push(record), node, findings),
            ("activities", true) => keep(|record| self.activities.push(record), node, findings),
            ("notices", true) => keep(|record| self.notices.push(record), node, findings),
            (room, _) => {
                findings.push(stray(room, node.place));
                false
            }
        }
    }
}

/// Reads a record and stores it. Returns false if it is empty or nothing in it could be parsed.
fn keep<T: Read + Default + PartialEq>(put: impl FnOnce(T), node: &Node, findings: &mut Findings) -> bool {
    let Some(record) = T::read(node, findings) else { return false };
    let is_kept = record != T::default();
    put(record);
    is_kept
}

fn accepted(node: &Node, findings: &mut Findings) -> Vec<AcceptedFinding> {
    let Kind::Seq(entries) = &node.kind else {
        let message = say!(
            en: "accept.yaml is a list of accepted findings, but here is {kind}",
            sv: "accept.yaml är en lista över godtagna avvikelser, men här står {kind}",
            da: "accept.yaml er en liste over accepterede afvigelser, men her står {kind}",
            kind = node.kind_in_words(),
        );
        findings.push(Finding::error("type-wrong", node.place, message).help(say!(
            en: "begin each entry with a hyphen: `- rule: law-missing`",
            sv: "börja varje post med ett bindestreck: `- rule: law-missing`",
            da: "begynd hver post med en bindestreg: `- rule: law-missing`",
        )));
        return Vec::new();
    };
    entries.iter().filter_map(|entry| AcceptedFinding::read(entry, findings)).collect()
}

/// The finding for a file that gives no record and has no other error.
fn nothing(number: u32, text: &str) -> Finding {
    let is_comment = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let message = match text {
        text if text.trim().is_empty() => say!(en: "the file is empty", sv: "filen är tom", da: "filen er tom"),
        text if text.lines().all(is_comment) => say!(
            en: "the file contains only comments",
            sv: "i filen står bara kommentarer",
            da: "der står kun kommentarer i filen",
        ),
        _ => say!(
            en: "the file holds no record: nothing is read from it",
            sv: "filen innehåller ingen post: ingenting läses från den",
            da: "filen indeholder ingen post: Der læses intet fra den",
        ),
    };
    Finding::error("file-empty", Place::start_of(number), message).help(say!(
        en: "write what belongs in the file, or remove the file",
        sv: "skriv det som hör hemma i filen, eller ta bort filen",
        da: "skriv det, der hører hjemme i filen, eller fjern filen",
    ))
}

fn second(place: Place) -> Finding {
    Finding::error(
        "file-stray",
        Place { end: place.start, ..place },
        say!(
            en: "a municipality has one municipality.yaml, but here are two",
            sv: "en kommun har en enda municipality.yaml, men här finns två",
            da: "en kommune har én municipality.yaml, men her er to",
        ),
    )
    .help(say!(
        en: "keep one of `municipality.yaml` and `municipality.yml`",
        sv: "behåll en av `municipality.yaml` och `municipality.yml`",
        da: "behold en af `municipality.yaml` og `municipality.yml`",
    ))
}

fn stray(room: &str, place: Place) -> Finding {
    let place = Place { end: place.start, ..place };
    let message = say!(
        en: "`{room}` is not a part of a municipality's folder",
        sv: "`{room}` hör inte hemma i en kommuns mapp",
        da: "`{room}` hører ikke hjemme i en kommunes mappe",
    );
    let finding = Finding::error("file-stray", place, message);
    let known = ["municipality.yaml", "accept.yaml", "shared", "activities", "notices"];
    match nearest(room, known.into_iter()) {
        Some(near) => finding.help(did_you_mean(near)),
        None => finding.help(say!(
            en: "a municipality has `municipality.yaml`, `accept.yaml` and the folders `shared`, `activities` and `notices`",
            sv: "en kommun har `municipality.yaml`, `accept.yaml` och mapparna `shared`, `activities` och `notices`",
            da: "en kommune har `municipality.yaml`, `accept.yaml` og mapperne `shared`, `activities` og `notices`",
        )),
    }
}
