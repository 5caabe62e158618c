//! References: every id leads somewhere.

use std::collections::{BTreeSet, HashMap};

use crate::draft::nearest::nearest;
use crate::draft::walk::{Visit, Walk};
use crate::finding::{Finding, Findings, Place};
use crate::model::reference::RefKind;
use crate::model::term::{TermKind, Word};
use crate::model::{Id, Text};
use crate::resolve::Register;
use crate::resolve::words::data_ids;

/// Follows every reference and reports the ones that lead nowhere. When a file could not be understood
/// (`complete` is false), its ids are not known, and nothing is said about ids that it may hold.
pub(super) fn follow(register: &mut Register, complete: bool, findings: &mut Findings) {
    wholes(register, findings);
    let mut follower = Follower { known: known(register), complete, findings };
    register.municipality.walk(&mut follower);
    register.shared.walk(&mut follower);
    register.notices.values_mut().for_each(|notice| notice.walk(&mut follower));
    let data: Vec<BTreeSet<String>> = register.activities.keys().map(|id| data_ids(register, id)).collect();
    for (activity, ids) in register.activities.values_mut().zip(data) {
        follower.known.insert(RefKind::DataIds, ids);
        activity.walk(&mut follower);
    }
}

fn known(register: &Register) -> HashMap<RefKind, BTreeSet<String>> {
    fn set<'i>(ids: impl Iterator<Item = &'i str>) -> BTreeSet<String> {
        ids.map(str::to_owned).collect()
    }
    HashMap::from([
        (RefKind::Controllers, set(register.municipality.controllers.ids())),
        (RefKind::Units, set(register.municipality.units.ids())),
        (RefKind::Officers, set(register.municipality.officers.ids())),
        (RefKind::Systems, set(register.shared.systems.ids())),
        (RefKind::Processors, set(register.shared.processors.ids())),
        (RefKind::Texts, set(register.shared.texts.ids())),
        (RefKind::Activities, set(register.activities.keys().map(Id::as_str))),
    ])
}

/// A part names its whole in its id, and a whole is not a part itself.
fn wholes(register: &Register, findings: &mut Findings) {
    for activity in register.activities.values() {
        let written = activity.part_of.as_ref();
        match (activity.id.whole(), written) {
            (Some(whole), None) => findings.push(
                Finding::error(
                    "part-without-whole",
                    activity.id.at,
                    format!("`{}` has the id of a part but names no whole", activity.id),
                )
                .help(format!("add `part-of: {whole}`, or write an id without a slash")),
            ),
            (whole, Some(of)) if whole.is_some_and(|whole| whole != of.id.as_str()) => findings.push(
                Finding::error(
                    "part-of-another",
                    of.at(),
                    format!("`{}` has the id of a part of another whole", activity.id),
                )
                .help(format!(
                    "write `part-of: {}`, or give the part an id that begins with `{}/`",
                    whole.unwrap_or_default(),
                    of.id
                )),
            ),
            (_, Some(of))
                if of.id == activity.id
                    || register.activities.get(&of.id).is_some_and(|whole| whole.part_of.is_some()) =>
            {
                findings.push(
                    Finding::error("part-of-a-part", of.at(), format!("`{}` is a part of a part", activity.id))
                        .help("a part belongs to a whole that is not a part itself"),
                );
            }
            _ => {}
        }
    }
}

struct Follower<'f> {
    known: HashMap<RefKind, BTreeSet<String>>,
    complete: bool,
    findings: &'f mut Findings,
}

impl Visit for Follower<'_> {
    fn text(&mut self, _: &mut Text) {}

    fn term(&mut self, _: TermKind, _: &mut Word) {}

    fn country(&mut self, _: &str, _: Place) {}

    fn reference(&mut self, kind: RefKind, id: &Id) {
        let Some(ids) = self.known.get(&kind) else { return };
        if ids.contains(id.as_str()) || id.is_empty() {
            return;
        }
        let near = nearest(id.as_str(), ids.iter().map(String::as_str));
        if !self.complete && near.is_none() && kind != RefKind::DataIds {
            return;
        }
        let finding = Finding::error("id-unknown", id.at, format!("there is no {} with the id `{id}`", noun(kind)));
        self.findings.push(match near {
            Some(near) => {
                finding.label(format!("did you mean `{near}`?")).help(format!("write `{near}`, or define `{id}`"))
            }
            None => finding.label("no such id").help(define(kind, id)),
        });
    }
}

fn noun(kind: RefKind) -> &'static str {
    kind.what().split_once(' ').map_or("record", |(_, noun)| noun)
}

fn define(kind: RefKind, id: &Id) -> String {
    let place = match kind {
        RefKind::Controllers => "`controllers:` of municipality.yaml",
        RefKind::Units => "`units:` of municipality.yaml",
        RefKind::Officers => "`officers:` of municipality.yaml",
        RefKind::Systems => "`systems:` of a file in shared/",
        RefKind::Processors => "`processors:` of a file in shared/",
        RefKind::Texts => "`texts:` of a file in shared/",
        RefKind::Activities => "a file in activities/",
        RefKind::DataIds => "`id:` of one entry of `data:`",
    };
    format!("define `{id}` in {place}")
}
