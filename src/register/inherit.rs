//! Inheritance: child activities get the fields that they do not write from their parent.

use std::collections::HashMap;

use crate::finding::{Finding, Findings};
use crate::model::activity::{Activity, Listed};
use crate::model::{Id, List};
use crate::register::Register;
use crate::say;

/// How many items all children of a municipality may inherit in total. Each is a copy: a thousand children of a
/// parent with a thousand categories of data would be a million.
const MOST: usize = 300_000;

/// Reports an error above the limit; then no child inherits anything.
pub(super) fn refuse_too_much(register: &Register, findings: &mut Findings) {
    if let Some(part) = too_much(register) {
        let message = say!(
            en: "the parts take over more than {MOST} items from their wholes",
            sv: "delarna tar över fler än {MOST} uppgifter från sina helheter",
            da: "delene overtager flere end {MOST} oplysninger fra deres helheder",
        );
        findings.push(Finding::error("parts-too-large", part.id.at, message).help(say!(
            en: "write the lists in the parts themselves, or divide the municipality's register",
            sv: "skriv listorna i delarna själva, eller dela upp kommunens register",
            da: "skriv listerne i delene selv, eller del kommunens fortegnelse op",
        )));
    }
}

/// The child at which the limit is exceeded.
fn too_much(register: &Register) -> Option<&Activity> {
    let mut weights: HashMap<&Id, usize> = HashMap::new();
    let mut taken = 0;
    register.activities.values().find(|part| {
        let whole = part.part_of.as_ref().and_then(|whole| register.activities.get(&whole.id));
        taken += whole.map_or(0, |whole| *weights.entry(&whole.id).or_insert_with(|| weight(whole)));
        taken > MOST
    })
}

/// How many items a child can inherit from a parent.
fn weight(whole: &Activity) -> usize {
    let data = whole.data.items.iter().map(|data| 1 + data.items.items.len()).sum::<usize>();
    let parties = whole.subjects.items.len() + whole.sources.items.len() + whole.recipients.items.len();
    let services = whole.processors.items.len() + whole.systems.items.len() + whole.transfers.items.len();
    let law = whole.basis.items.len() + whole.law.items.len() + whole.consent.items.len() + whole.rights.items.len();
    let rest = whole.retention.items.len() + whole.texts.items.len() + whole.measures.items.len();
    data + parties + services + law + rest
}

/// Completes every child from its parent.
pub(super) fn apply(register: &mut Register) {
    if too_much(register).is_some() {
        return;
    }
    let is_whole = |activity: &&Activity| register.parts_of(activity).next().is_some();
    let wholes: HashMap<Id, Activity> =
        register.activities.values().filter(is_whole).map(|whole| (whole.id.clone(), taken_over(whole))).collect();
    for part in register.activities.values_mut() {
        if let Some(whole) = part.part_of.as_ref().and_then(|whole| wholes.get(&whole.id)) {
            complete(part, whole.clone());
        }
    }
}

/// The parent without its longest lists that are not inherited, because it is copied for each child.
fn taken_over(whole: &Activity) -> Activity {
    let mut whole = whole.clone();
    whole.purposes = List::default();
    whole.automated = List::default();
    whole.remarks = List::default();
    whole.notes = List::default();
    whole
}

/// Fields that belong to the parent alone (id, title, purposes, automated decisions and others) are matched with `_`;
/// everything else is inherited.
fn complete(part: &mut Activity, whole: Activity) {
    let Activity {
        id: _,
        part_of: _,
        replaces: _,
        record,
        title: _,
        summary: _,
        status,
        controller,
        joint,
        delegated: _,
        unit,
        contact,
        on_behalf_of,
        services,
        subjects,
        purposes: _,
        basis,
        law,
        data,
        sources,
        recipients,
        not_disclosed,
        processors,
        systems,
        transfers,
        retention,
        automated: _,
        consent,
        obligation,
        rights,
        open,
        mainly,
        adds_to: _,
        procedure: _,
        texts,
        remarks: _,
        links: _,
        measures,
        administration,
        accept: _,
        notes: _,
        at: _,
    } = whole;
    let adds = part.adds_to.items.clone();
    let adds = |list| adds.contains(&list);
    let own_open = std::mem::take(&mut part.open);
    part.open = open_lists(own_open, open, part);
    let own_mainly = std::mem::take(&mut part.mainly);
    part.mainly = open_lists(own_mainly, mainly, part);
    one(&mut part.record, record);
    one(&mut part.status, status);
    one(&mut part.controller, controller);
    one(&mut part.joint, joint);
    one(&mut part.unit, unit);
    one(&mut part.contact, contact);
    one(&mut part.not_disclosed, not_disclosed);
    one(&mut part.administration, administration);
    list(&mut part.on_behalf_of, on_behalf_of, false);
    list(&mut part.services, services, false);
    list(&mut part.subjects, subjects, adds(Listed::Subjects));
    list(&mut part.basis, basis, false);
    list(&mut part.law, law, false);
    list(&mut part.data, data, adds(Listed::Data));
    list(&mut part.sources, sources, adds(Listed::Sources));
    list(&mut part.recipients, recipients, adds(Listed::Recipients));
    list(&mut part.processors, processors, adds(Listed::Processors));
    list(&mut part.systems, systems, false);
    list(&mut part.transfers, transfers, false);
    list(&mut part.retention, retention, adds(Listed::Retention));
    list(&mut part.consent, consent, false);
    list(&mut part.obligation, obligation, false);
    list(&mut part.rights, rights, false);
    list(&mut part.texts, texts, false);
    list(&mut part.measures, measures, false);
}

/// The open lists of a child: its own, and those that it inherits.
fn open_lists(own: List<Listed>, whole: List<Listed>, part: &Activity) -> List<Listed> {
    let mut open = own;
    for listed in whole.items {
        if takes_over(part, listed) && !open.items.contains(&listed) {
            open.items.push(listed);
        }
    }
    open
}

fn takes_over(part: &Activity, listed: Listed) -> bool {
    let unwritten = match listed {
        Listed::Subjects => part.subjects.is_unwritten(),
        Listed::Purposes => false,
        Listed::Data => part.data.is_unwritten(),
        Listed::Sources => part.sources.is_unwritten(),
        Listed::Recipients => part.recipients.is_unwritten(),
        Listed::Processors => part.processors.is_unwritten(),
        Listed::Retention => part.retention.is_unwritten(),
    };
    unwritten || part.adds_to.items.contains(&listed)
}

fn one<T>(part: &mut Option<T>, whole: Option<T>) {
    if part.is_none() {
        *part = whole;
    }
}

fn list<T>(part: &mut List<T>, mut whole: List<T>, adds: bool) {
    if part.is_unwritten() {
        *part = whole;
    } else if adds {
        whole.items.append(&mut part.items);
        whole.gaps.append(&mut part.gaps);
        whole.at = part.at;
        *part = whole;
    }
}
