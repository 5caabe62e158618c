//! The folder of a municipality: which file holds what.

use std::collections::BTreeSet;

use crate::draft::nearest::nearest;
use crate::draft::phrases::did_you_mean;
use crate::draft::read::Read as _;
use crate::draft::yaml::{self, Kind, Node};
use crate::finding::{Finding, Findings, Place};
use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::shared::Shared;
use crate::say;
use crate::source::{File, Sources};

/// What is written about one municipality: every value has its place, nothing is followed yet.
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
    /// Files that could not be understood at all. What they define is not reported as missing.
    pub unread: Vec<String>,
}

/// Reads every text of a municipality. Every fault of every file becomes a finding. A file of which something was found
/// already is no text.
#[must_use]
pub fn read(sources: &Sources, findings: &mut Findings) -> Draft {
    let mut draft = Draft::default();
    let refused: BTreeSet<u32> = findings.iter().map(|finding| finding.place.file).collect();
    for (index, file) in sources.files.iter().enumerate() {
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        if refused.contains(&number) {
            draft.unread.push(file.path.clone());
        } else {
            draft.file(number, file, findings);
        }
    }
    draft
}

impl Draft {
    fn file(&mut self, number: u32, file: &File, findings: &mut Findings) {
        let before = findings.len();
        let Some(node) = yaml::parse(number, &file.text, findings) else {
            if findings.len() == before {
                findings.push(empty(number, &file.text));
            }
            self.unread.push(file.path.clone());
            return;
        };
        self.record(&node, file, findings);
    }

    fn record(&mut self, node: &Node, file: &File, findings: &mut Findings) {
        let inside = file.inside.as_str();
        let room = inside.split_once('/').map_or(inside, |(room, _)| room);
        match room {
            "municipality.yaml" | "municipality.yml" if self.municipality.is_some() => {
                findings.push(second(node.place))
            }
            "municipality.yaml" | "municipality.yml" => self.municipality = Municipality::read(node, findings),
            "accept.yaml" | "accept.yml" => self.accept.extend(accepted(node, findings)),
            "shared" => self.shared.extend(Shared::read(node, findings)),
            "activities" => self.activities.extend(Activity::read(node, findings)),
            "notices" => self.notices.extend(Notice::read(node, findings)),
            _ => findings.push(stray(room, node.place)),
        }
    }
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

fn empty(number: u32, text: &str) -> Finding {
    let message = match text.trim() {
        "" => say!(en: "the file is empty", sv: "filen är tom", da: "filen er tom"),
        _ => say!(
            en: "nothing but comments stands in the file",
            sv: "i filen står bara kommentarer",
            da: "der står kun kommentarer i filen",
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
