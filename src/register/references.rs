//! Resolves references by id.

use std::collections::{BTreeSet, HashMap};

use crate::finding::{Finding, Findings, Place};
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::limit;
use crate::model::municipality::Municipality;
use crate::model::record::field;
use crate::model::reference::RefKind;
use crate::model::shared::Shared;
use crate::model::term::{TermKind, Word};
use crate::model::visit::{Visit, VisitorMut};
use crate::model::{Id, Text};
use crate::register::Register;
use crate::register::named::data_ids;
use crate::say;
use crate::say::{Message, Tongue, Words};

/// Resolves every reference and reports those without a target. If a file could not be parsed (`complete` is false),
/// its ids are unknown, and ids that it may define are not reported.
pub(super) fn follow(register: &mut Register, complete: bool, findings: &mut Findings) {
    wholes(register, findings);
    let mut follower = Follower { known: known(register), complete, unknown: 0, findings };
    register.municipality.visit_mut(&mut follower);
    register.shared.visit_mut(&mut follower);
    register.notices.values_mut().for_each(|notice| notice.visit_mut(&mut follower));
    register.accept.iter_mut().for_each(|entry| entry.visit_mut(&mut follower));
    let data: Vec<BTreeSet<String>> = register.activities.keys().map(|id| data_ids(register, id)).collect();
    for (activity, ids) in register.activities.values_mut().zip(data) {
        follower.known.insert(RefKind::DataIds, ids);
        activity.visit_mut(&mut follower);
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

/// Checks that a child's id names its parent, and that a parent is not a child itself.
fn wholes(register: &Register, findings: &mut Findings) {
    for activity in register.activities.values() {
        let written = activity.part_of.as_ref();
        match (activity.id.whole(), written) {
            (Some(whole), None) => findings.push(
                Finding::error(
                    "part-without-whole",
                    activity.id.at,
                    say!(
                        en: "`{id}` has the id of a child, but names no parent",
                        sv: "`{id}` har ett id för en del men anger ingen överordnad behandling",
                        da: "`{id}` har et id for en del, men angiver ingen overordnet behandling",
                        id = activity.id,
                    ),
                )
                .help(say!(
                    en: "add `part-of: {whole}`, or write an id without a slash",
                    sv: "lägg till `part-of: {whole}`, eller skriv ett id utan snedstreck",
                    da: "tilføj `part-of: {whole}`, eller skriv et id uden skråstreg",
                )),
            ),
            (whole, Some(of)) if whole.is_some_and(|whole| whole != of.id.as_str()) => findings.push(
                Finding::error(
                    "part-of-another",
                    of.at(),
                    say!(
                        en: "`{id}` has the id of a child of another parent",
                        sv: "`{id}` har ett id som hör till en annan överordnad behandling",
                        da: "`{id}` har et id, der hører til en anden overordnet behandling",
                        id = activity.id,
                    ),
                )
                .help(say!(
                    en: "write `part-of: {whole}`, or an id that begins with `{of}/`",
                    sv: "skriv `part-of: {whole}`, eller ge delen ett id som börjar med `{of}/`",
                    da: "skriv `part-of: {whole}`, eller giv delen et id, der begynder med `{of}/`",
                    whole = whole.unwrap_or_default(),
                    of = of.id,
                )),
            ),
            (_, Some(of))
                if of.id == activity.id
                    || register.activities.get(&of.id).is_some_and(|whole| whole.part_of.is_some()) =>
            {
                findings.push(
                    Finding::error(
                        "part-of-a-part",
                        of.at(),
                        say!(
                            en: "the parent of `{id}` is a child itself",
                            sv: "`{id}` är en del av en del",
                            da: "`{id}` er en del af en del",
                            id = activity.id,
                        ),
                    )
                    .help(say!(
                        en: "name a parent that is not a child itself",
                        sv: "ange en överordnad behandling som inte själv är en del",
                        da: "angiv en overordnet behandling, der ikke selv er en del",
                    )),
                );
            }
            _ => {}
        }
    }
}

struct Follower<'f> {
    known: HashMap<RefKind, BTreeSet<String>>,
    complete: bool,
    /// Number of ids without a target.
    unknown: usize,
    findings: &'f mut Findings,
}

impl VisitorMut for Follower<'_> {
    fn text(&mut self, _: &mut Text) {}

    fn term(&mut self, _: TermKind, _: &mut Word) {}

    fn country(&mut self, _: &str, _: Place) {}

    fn reference(&mut self, kind: RefKind, id: &Id) {
        let Some(ids) = self.known.get(&kind) else { return };
        if ids.contains(id.as_str()) || id.is_empty() {
            return;
        }
        self.unknown += 1;
        let looks = self.unknown <= limit::MOST;
        let near = nearest(id.as_str(), ids.iter().map(String::as_str).filter(|_| looks));
        if !self.complete && near.is_none() && kind != RefKind::DataIds {
            return;
        }
        let message = say!(
            en: "there is {none} with the id `{id}`",
            sv: "det finns {none} med id `{id}`",
            da: "der er {none} med id `{id}`",
            none = none_of(kind),
        );
        let finding = Finding::error("id-unknown", id.at, message);
        self.findings.push(match near {
            Some(near) => finding.label(did_you_mean(near)).help(say!(
                en: "write `{near}`, or define `{id}`",
                sv: "skriv `{near}`, eller definiera `{id}`",
                da: "skriv `{near}`, eller definér `{id}`",
            )),
            None => finding
                .name_of(kind, id.as_str())
                .label(say!(en: "no such id", sv: "det id:t finns inte", da: "det id findes ikke"))
                .help(define(kind, id)),
        });
    }
}

/// `no unit`: the negated form of the kind of record.
fn none_of(kind: RefKind) -> Message {
    Message::each(|tongue| {
        let (article, noun) = kind.what().get(tongue).split_once(' ').unwrap_or_default();
        let no = match (tongue, article) {
            (Tongue::English, _) => "no",
            (_, "ett") => "inget",
            (_, "et") => "intet",
            _ => "ingen",
        };
        format!("{no} {noun}")
    })
}

fn define(kind: RefKind, id: &Id) -> Message {
    let (key, place) = match kind {
        RefKind::Controllers => (field!(Municipality, controllers), MUNICIPALITY),
        RefKind::Units => (field!(Municipality, units), MUNICIPALITY),
        RefKind::Officers => (field!(Municipality, officers), MUNICIPALITY),
        RefKind::Systems => (field!(Shared, systems), SHARED),
        RefKind::Processors => (field!(Shared, processors), SHARED),
        RefKind::Texts => (field!(Shared, texts), SHARED),
        RefKind::Activities => {
            return say!(
                en: "define `{id}` in a file in activities/",
                sv: "definiera `{id}` i en fil i activities/",
                da: "definér `{id}` i en fil i activities/",
            );
        }
        RefKind::DataIds => {
            return say!(
                en: "define `{id}` in `id:` of one entry of `data:`",
                sv: "definiera `{id}` i `id:` i en post i `data:`",
                da: "definér `{id}` i `id:` i en post i `data:`",
            );
        }
    };
    say!(
        en: "define `{id}` in `{key}:` of {place}",
        sv: "definiera `{id}` i `{key}:` i {place}",
        da: "definér `{id}` i `{key}:` i {place}",
        place = place,
    )
}

const MUNICIPALITY: Words = Words { en: "municipality.yaml", sv: "municipality.yaml", da: "municipality.yaml" };
const SHARED: Words = Words { en: "a file in shared/", sv: "en fil i shared/", da: "en fil i shared/" };
