//! Inheritance: child activities get the fields that they do not write from their parent.

use std::collections::HashMap;

use crate::finding::{Finding, Findings};
use crate::model::activity::{Activity, Listed};
use crate::model::inherited::Inherited;
use crate::model::version::Version;
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
            en: "the children inherit more than {MOST} items from their parents",
            sv: "delarna tar över fler än {MOST} uppgifter från sina överordnade behandlingar",
            da: "delene overtager flere end {MOST} oplysninger fra deres overordnede behandlinger",
        );
        findings.push(Finding::error("parts-too-large", part.id.at, message).help(say!(
            en: "write the lists in the children themselves, or divide the municipality's register",
            sv: "skriv listorna i delarna själva, eller dela upp kommunens register",
            da: "skriv listerne i delene selv, eller del kommunens fortegnelse op",
        )));
    }
}

/// Reports `same-as-parent` where it says nothing: without a parent, or beside an own value.
pub(super) fn refuse_empty_words(register: &Register, findings: &mut Findings) {
    for part in register.activities.values().filter(|part| !part.same_as_parent.is_unwritten()) {
        let at = part.same_as_parent.at;
        if part.part_of.is_none() {
            let message = say!(
                en: "this activity has no parent",
                sv: "den här behandlingen är inte del av någon annan",
                da: "denne behandling er ikke en del af en anden",
            );
            findings.push(Finding::error("parent-missing", at, message).help(say!(
                en: "write `part-of` with the id of the parent, or remove `same-as-parent`",
                sv: "skriv `part-of` med id för den överordnade behandlingen, eller ta bort `same-as-parent`",
                da: "skriv `part-of` med id for den overordnede behandling, eller fjern `same-as-parent`",
            )));
        }
        for key in part.same_as_parent.items.iter().filter(|key| key.is_written(part)) {
            let key = key.key();
            let message = say!(
                en: "the activity writes its own `{key}`",
                sv: "behandlingen har ett eget `{key}`",
                da: "behandlingen har sit eget `{key}`",
            );
            findings.push(Finding::error("parent-contradicted", at, message).help(say!(
                en: "remove `{key}` from `same-as-parent` or from the activity; with `adds-to`, the activity has both",
                sv: "ta bort `{key}` här eller där; med `adds-to` gäller båda för delen",
                da: "fjern `{key}` her eller der; med `adds-to` gælder begge for delen",
            )));
        }
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
    let parties = whole.controllers.items.len()
        + whole.subjects.items.len()
        + whole.sources.items.len()
        + whole.recipients.items.len();
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
    let version = register.municipality.version();
    let is_whole = |activity: &&Activity| register.parts_of(activity).next().is_some();
    let wholes: HashMap<Id, Activity> =
        register.activities.values().filter(is_whole).map(|whole| (whole.id.clone(), taken_over(whole))).collect();
    for part in register.activities.values_mut() {
        if let Some(whole) = part.part_of.as_ref().and_then(|whole| wholes.get(&whole.id)) {
            complete(part, whole.clone(), version);
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

/// Completes a child. It always inherits the controller, joint controllers, unit, contact and texts of the parent;
/// other fields if it names them, or in format 1. Fields that are not inherited (id, title, purposes, automated
/// decisions and others) are matched with `_`.
fn complete(part: &mut Activity, whole: Activity, version: Version) {
    let Activity {
        id: _,
        part_of: _,
        replaces: _,
        record,
        title: _,
        summary: _,
        status,
        controller,
        controllers,
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
        same_as_parent: _,
        parts: _,
        procedure: _,
        texts,
        remarks: _,
        links: _,
        no_notice: _,
        kle,
        measures,
        administration,
        accept: _,
        notes: _,
        at: _,
    } = whole;
    let own_open = std::mem::take(&mut part.open);
    part.open = open_lists(own_open, open, part, version);
    let own_mainly = std::mem::take(&mut part.mainly);
    part.mainly = open_lists(own_mainly, mainly, part, version);
    let (adds, same) = (part.adds_to.items.clone(), part.same_as_parent.items.clone());
    let is_same = |key: Inherited| version == Version::First || same.contains(&key);
    let how = |key: Inherited, listed: Option<Listed>| match listed.is_some_and(|listed| adds.contains(&listed)) {
        true => How::Added,
        false if is_same(key) => How::Same,
        false => How::Not,
    };
    if part.controllers.is_unwritten() && part.controller.is_none() {
        part.controllers = controllers;
        part.controller = controller;
    }
    one(&mut part.joint, joint);
    if part.unit.is_unwritten() {
        part.unit = unit;
    }
    one(&mut part.contact, contact);
    list(&mut part.texts, texts, How::Same);
    one(&mut part.record, record.filter(|_| is_same(Inherited::Record)));
    one(&mut part.status, status.filter(|_| is_same(Inherited::Status)));
    if part.not_disclosed.is_unwritten() && is_same(Inherited::NotDisclosed) {
        part.not_disclosed = not_disclosed;
    }
    one(&mut part.administration, administration.filter(|_| is_same(Inherited::Administration)));
    list(&mut part.on_behalf_of, on_behalf_of, how(Inherited::OnBehalfOf, None));
    list(&mut part.services, services, how(Inherited::Services, None));
    list(&mut part.subjects, subjects, how(Inherited::Subjects, Some(Listed::Subjects)));
    list(&mut part.basis, basis, how(Inherited::Basis, None));
    list(&mut part.law, law, how(Inherited::Law, None));
    list(&mut part.data, data, how(Inherited::Data, Some(Listed::Data)));
    list(&mut part.sources, sources, how(Inherited::Sources, Some(Listed::Sources)));
    list(&mut part.recipients, recipients, how(Inherited::Recipients, Some(Listed::Recipients)));
    list(&mut part.processors, processors, how(Inherited::Processors, Some(Listed::Processors)));
    list(&mut part.systems, systems, how(Inherited::Systems, None));
    list(&mut part.transfers, transfers, how(Inherited::Transfers, None));
    list(&mut part.retention, retention, how(Inherited::Retention, Some(Listed::Retention)));
    list(&mut part.consent, consent, how(Inherited::Consent, None));
    list(&mut part.obligation, obligation, how(Inherited::Obligation, None));
    list(&mut part.rights, rights, how(Inherited::Rights, None));
    list(&mut part.kle, kle, how(Inherited::Kle, None));
    list(&mut part.measures, measures, how(Inherited::Measures, None));
}

/// How a child has a list of its parent.
#[derive(Clone, Copy)]
enum How {
    /// Not at all.
    Not,
    /// Unless it writes its own.
    Same,
    /// Before its own.
    Added,
}

/// The open lists of a child: its own, and those that it inherits.
fn open_lists(own: List<Listed>, whole: List<Listed>, part: &Activity, version: Version) -> List<Listed> {
    let mut open = own;
    for listed in whole.items {
        if takes_over(part, listed, version) && !open.items.contains(&listed) {
            open.items.push(listed);
        }
    }
    open
}

fn takes_over(part: &Activity, listed: Listed, version: Version) -> bool {
    let (is_unwritten, key) = match listed {
        Listed::Subjects => (part.subjects.is_unwritten(), Inherited::Subjects),
        Listed::Purposes => return part.adds_to.items.contains(&listed),
        Listed::Data => (part.data.is_unwritten(), Inherited::Data),
        Listed::Sources => (part.sources.is_unwritten(), Inherited::Sources),
        Listed::Recipients => (part.recipients.is_unwritten(), Inherited::Recipients),
        Listed::Processors => (part.processors.is_unwritten(), Inherited::Processors),
        Listed::Retention => (part.retention.is_unwritten(), Inherited::Retention),
    };
    let is_same = version == Version::First || part.same_as_parent.items.contains(&key);
    is_unwritten && is_same || part.adds_to.items.contains(&listed)
}

fn one<T>(part: &mut Option<T>, whole: Option<T>) {
    if part.is_none() {
        *part = whole;
    }
}

fn list<T>(part: &mut List<T>, mut whole: List<T>, how: How) {
    match how {
        How::Same | How::Added if part.is_unwritten() => *part = whole,
        How::Added => {
            whole.items.append(&mut part.items);
            whole.gaps.append(&mut part.gaps);
            whole.none &= whole.items.is_empty() && whole.gaps.is_empty();
            whole.at = part.at;
            *part = whole;
        }
        How::Same | How::Not => {}
    }
}

/// The keys of a parent that hold for a child in format 1, because the child does not write them.
#[must_use]
pub(crate) fn inherited(part: &Activity, parent: &Activity) -> Vec<Inherited> {
    Inherited::ALL.iter().copied().filter(|key| key.is_written(parent) && !key.is_written(part)).collect()
}
