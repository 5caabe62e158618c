//! Generates an activity: what its kind requires, then random keys until the file is as long as real ones.

use super::administration::administration;
use super::chance::Chance;
use super::consent::{automated, consent, rights};
use super::data::{self, data};
use super::flow::{processors, recipients, sources, systems, transfers};
use super::organisation::{clients, contact, delegated, joint, link};
use super::pen::{Pen, note};
use super::plan::{Kind, Plan};
use super::purpose::{acceptance, basis, law, obligation, purposes, subjects};
use super::retention::retention;
use super::town::{COMPANY, Party, Town};
use super::yaml::{self, Value};

/// The minimum length in bytes up to which keys are added, and the range above it.
const LENGTH: (usize, usize) = (1_600, 900);
/// The maximum length in bytes at which keys may have been added.
const LONGEST: usize = 2_900;
/// The odds of optional keys inside records: one in this many. The next one is tried if the file is too long.
const ODDS: [usize; 4] = [8, 16, 32, 64];

/// Every key, in the order of the file.
const KEYS: &str = "\
    id part-of replaces record title summary status controller controllers joint delegated unit contact on-behalf-of \
    services subjects purposes basis law data sources recipients not-disclosed processors systems \
    transfers retention automated consent obligation rights open mainly adds-to same-as-parent parts procedure texts remarks links \
    no-notice kle measures administration accept notes";

/// Keys that a part has from its parent unless it writes them itself.
const INHERITED: &str = "\
    subjects basis law data sources recipients processors systems transfers retention consent obligation rights \
    measures administration";

/// Optional keys of any activity.
const ANY: &str = "\
    replaces summary status joint delegated unit contact systems rights procedure texts remarks links \
    kle measures administration notes";

/// Generates an activity. `earlier` has the ids of the ordinary and consent-based activities written before.
pub(crate) fn write(town: &Town, plan: &Plan, seed: u64, earlier: &[String]) -> Value {
    let chance = Chance::new(seed, &[town.index, plan.number + 1]);
    let mut pen = Pen {
        topic: plan.topic,
        area: &plan.topic.area,
        kind: plan.kind,
        earlier: earlier.to_vec(),
        ..Pen::new(town, chance)
    };
    let mut entries = Vec::new();
    for odds in ODDS {
        pen.odds = odds;
        entries = must(&mut pen, plan);
        if long(&entries) <= LONGEST {
            break;
        }
    }
    fill(&mut pen, &mut entries);
    finish(&mut pen, entries)
}

/// The required keys of the activity.
fn must(pen: &mut Pen, plan: &Plan) -> Vec<(String, Value)> {
    pen.data = data::ids(pen);
    let mut entries = head(pen.town, plan);
    for key in needed(plan.kind) {
        add(pen, &mut entries, key);
    }
    if plan.kind != Kind::Part {
        entries.push(("transfers".to_owned(), transfers(pen)));
    }
    entries
}

fn head(town: &Town, plan: &Plan) -> Vec<(String, Value)> {
    let mut entries = vec![("id".to_owned(), Value::from(&plan.id)), ("title".to_owned(), Value::from(&plan.title))];
    let mut set = |key: &str, value: &str| entries.push((key.to_owned(), Value::from(value)));
    match plan.kind {
        Kind::Part => set("part-of", plan.id.split('/').next().unwrap_or_default()),
        Kind::Processor => set("record", "processor"),
        Kind::Company => set("controller", COMPANY),
        _ if town.has_boards() => set("controller", &town.controller(&plan.topic.area)),
        _ => {}
    }
    entries
}

/// The required keys of this kind of activity.
fn needed(kind: Kind) -> Vec<&'static str> {
    let ordinary = "subjects purposes basis law data sources recipients processors systems retention automated obligation measures administration".split(' ');
    match kind {
        Kind::Part => vec!["purposes"],
        Kind::Processor => vec!["on-behalf-of", "services", "processors", "measures", "administration"],
        Kind::Whole => ordinary.filter(|key| *key != "purposes").collect(),
        Kind::Consent => ordinary.chain(["consent"]).collect(),
        Kind::Ordinary | Kind::Company => ordinary.collect(),
    }
}

/// The optional keys of this kind of activity.
fn possible(kind: Kind) -> Vec<&'static str> {
    let more: &[&str] = match kind {
        Kind::Part => &["data", "retention", "recipients", "sources", "automated", "obligation"],
        Kind::Processor => &[],
        _ => &["automated", "open", "mainly"],
    };
    // A part takes over the processors of its parent, and must not use the system of another.
    let is_possible = |key: &&str| kind != Kind::Part || *key != "systems";
    ANY.split(' ').filter(is_possible).chain(more.iter().copied()).collect()
}

/// Adds keys until the file is long enough.
fn fill(pen: &mut Pen, entries: &mut Vec<(String, Value)>) {
    let length = LENGTH.0 + pen.chance.below(LENGTH.1);
    let mut keys = possible(pen.kind);
    // A list that is known to be incomplete gives a hint.
    keys.retain(|key| !pen.town.is_clean || !matches!(*key, "open" | "mainly"));
    pen.chance.shuffle(&mut keys);
    let mut written = long(entries);
    for key in keys {
        if written >= length {
            return;
        }
        let before = entries.len();
        add(pen, entries, key);
        let more = long(&entries[before..]);
        if written + more > LONGEST {
            entries.truncate(before);
        } else {
            written += more;
        }
    }
}

fn long(entries: &[(String, Value)]) -> usize {
    yaml::entries(entries).len()
}

fn add(pen: &mut Pen, entries: &mut Vec<(String, Value)>, key: &str) {
    if entries.iter().all(|(written, _)| written != key) {
        let value = value(pen, key);
        entries.push((key.to_owned(), value));
    }
}

fn value(pen: &mut Pen, key: &str) -> Value {
    match key {
        "joint" => pen.fully(joint),
        "delegated" => pen.fully(delegated),
        "contact" => contact(pen),
        "on-behalf-of" => clients(pen),
        "subjects" => subjects(pen),
        "purposes" => purposes(pen),
        "basis" => basis(pen),
        "law" => law(pen),
        "data" => data(pen),
        "sources" => sources(pen),
        "recipients" => recipients(pen),
        "processors" => processors(pen),
        "systems" | "automated" if pen.kind == Kind::Consent => Value::from("none"),
        "systems" => systems(pen),
        "retention" => retention(pen),
        "automated" => pen.fully(automated),
        "consent" => pen.fully(consent),
        "obligation" => obligation(pen),
        "rights" => rights(pen),
        "links" => link(pen),
        "administration" => pen.with_odds(pen.odds.max(4), administration),
        "notes" => note(pen),
        "kle" => Value::from(pen.text("administration", "kle")),
        "unit" => Value::from(pen.town.unit(pen.area)),
        "texts" => pen.codes(&pen.town.texts, 2),
        "measures" => measures(pen, &pen.town.measures),
        "status" => pen.word(&["planned", "active", "winding-down", "ended"]),
        "open" | "mainly" => pen.word(&["subjects", "purposes", "data", "sources", "recipients", "retention"]),
        key => pen.texts("activity", key),
    }
}

/// Some of the measures of the municipality, by id, and one in free text.
fn measures(pen: &mut Pen, known: &[Party]) -> Value {
    let count = 1 + pen.chance.below(3);
    let mut measures: Vec<Value> =
        pen.chance.some(known, count).into_iter().map(|measure| Value::from(&measure.id)).collect();
    if pen.kind == Kind::Consent {
        measures.truncate(1);
    } else {
        measures.push(Value::from(pen.text("activity", "measures")));
    }
    Value::List(measures)
}

/// Adds what follows from the keys so far, and sorts the keys.
fn finish(pen: &mut Pen, mut entries: Vec<(String, Value)>) -> Value {
    let is = |entries: &[(String, Value)], key: &str| entries.iter().any(|(written, _)| written == key);
    if pen.kind == Kind::Part && is(&entries, "data") {
        entries.push(("adds-to".to_owned(), ["data"].into_iter().collect()));
    }
    if pen.kind == Kind::Part {
        let same: Value = INHERITED.split(' ').filter(|key| !is(&entries, key)).collect();
        entries.push(("same-as-parent".to_owned(), same));
    }
    if entries.iter().any(|(key, value)| key == "recipients" && *value == Value::from("none")) {
        entries.push(("not-disclosed".to_owned(), Value::from(pen.text("activity", "not-disclosed"))));
    }
    // An unknown contact is stated in the contact itself and is not an open gap.
    let gaps = entries.iter().filter(|(key, _)| key != "contact" && key != "on-behalf-of");
    if gaps.map(|(_, value)| value).any(Value::has_gap) && pen.chance.once_in(2) {
        entries.push(("accept".to_owned(), pen.fully(acceptance)));
    }
    entries.sort_by_key(|(key, _)| KEYS.split(' ').position(|known| known == key));
    Value::Map(entries)
}
