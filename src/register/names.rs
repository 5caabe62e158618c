//! Finds the record meant by a name that was written instead of an id.

use std::collections::HashMap;

use crate::finding::Findings;
use crate::format::phrases::{did_you_mean, write_this};
use crate::limit;
use crate::model::reference::RefKind;
use crate::model::{ById, Id, Text};
use crate::register::Register;

/// Suggests the id of the record whose name was written, for at most [`limit::MOST`] findings.
pub(super) fn offer(register: &Register, findings: &mut Findings) {
    let mut known: HashMap<RefKind, Vec<(String, Vec<String>)>> = HashMap::new();
    let named_things = findings.iter_mut().filter(|finding| finding.name_of.is_some());
    for finding in named_things.take(limit::MOST) {
        let meant = finding.name_of.as_ref().and_then(|(kind, name)| {
            let known = known.entry(*kind).or_insert_with(|| named(register, *kind));
            id_of(known, name)
        });
        if let Some(id) = meant {
            finding.label = did_you_mean(&id);
            finding.help = Some(write_this(&id));
        }
    }
}

/// The id of the only record that has a name, or whose name begins with it or is the beginning of it.
fn id_of(known: &[(String, Vec<String>)], name: &str) -> Option<String> {
    let name = name.trim().to_lowercase();
    let only = |is_meant: &dyn Fn(&str) -> bool| {
        let mut ids = known.iter().filter(|(_, names)| names.iter().any(|known| is_meant(known))).map(|(id, _)| id);
        ids.next().filter(|_| ids.next().is_none()).cloned()
    };
    only(&|known| known == name).or_else(|| only(&|known| begins(known, &name) || begins(&name, known)))
}

/// Whether `name` begins with `other`, which has four letters or more and ends at a word boundary.
fn begins(name: &str, other: &str) -> bool {
    let rest = name.strip_prefix(other).filter(|_| other.chars().count() >= 4);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The records of a kind: ids with their names in lower case.
fn named(register: &Register, kind: RefKind) -> Vec<(String, Vec<String>)> {
    let (municipality, shared) = (&register.municipality, &register.shared);
    match kind {
        RefKind::Controllers => names(&municipality.controllers, |controller| Some(&controller.name)),
        RefKind::Units => names(&municipality.units, |unit| Some(&unit.name)),
        RefKind::Officers => names(&municipality.officers, |officer| officer.name.value()),
        RefKind::Systems => names(&shared.systems, |system| Some(&system.name.0)),
        RefKind::Processors => names(&shared.processors, |processor| Some(&processor.name.0)),
        RefKind::Texts => names(&shared.texts, |text| text.title.as_ref()),
        RefKind::Activities => {
            register.activities.iter().map(|(id, activity)| entry(id, Some(&activity.title))).collect()
        }
        RefKind::DataIds => Vec::new(),
    }
}

fn names<T>(things: &ById<T>, name: fn(&T) -> Option<&Text>) -> Vec<(String, Vec<String>)> {
    things.iter().map(|(id, thing)| entry(id, name(thing))).collect()
}

fn entry(id: &Id, name: Option<&Text>) -> (String, Vec<String>) {
    (id.as_str().to_owned(), name.into_iter().flat_map(Text::words).map(str::to_lowercase).collect())
}
