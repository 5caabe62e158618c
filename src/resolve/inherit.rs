//! Parts take over from their whole what they do not write themselves.

use std::collections::HashMap;

use crate::model::activity::{Activity, Listed};
use crate::model::{Id, List};
use crate::resolve::Register;

/// Completes every part from its whole.
pub(super) fn apply(register: &mut Register) {
    let is_whole = |activity: &&Activity| register.parts_of(activity).next().is_some();
    let wholes: HashMap<Id, Activity> =
        register.activities.values().filter(is_whole).map(|whole| (whole.id.clone(), taken_over(whole))).collect();
    for part in register.activities.values_mut() {
        if let Some(whole) = part.part_of.as_ref().and_then(|whole| wholes.get(&whole.id)) {
            complete(part, whole.clone());
        }
    }
}

/// A whole without its longest lists that no part takes over: it is copied for each part.
fn taken_over(whole: &Activity) -> Activity {
    let mut whole = whole.clone();
    whole.purposes = List::default();
    whole.automated = List::default();
    whole.remarks = List::default();
    whole.notes = List::default();
    whole
}

/// What belongs to the whole alone (its id, title, purposes, decisions) is named and left; everything else is
/// taken over.
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

/// The open lists of the part: its own, and those of the whole that it takes over.
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
