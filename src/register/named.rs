//! The records that terms can name by their ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Place};
use crate::model::Id;
use crate::model::activity::{Activity, Listed};
use crate::model::inherited::Inherited;
use crate::model::term::TermKind;
use crate::model::version::Version;
use crate::register::Register;
use crate::say;

/// The ids that terms of an activity can name.
pub(super) struct Named {
    /// Of sources and recipients, each with how many records have it.
    parties: BTreeMap<String, usize>,
    measures: BTreeSet<String>,
    /// Of the data of the activity.
    pub(super) data: BTreeSet<String>,
}

impl Named {
    /// The ids of a register; none yet of data.
    pub(super) fn of(register: &Register) -> Self {
        let measures = register.shared.measures.ids().map(str::to_owned).collect();
        Self { parties: parties(register), measures, data: BTreeSet::new() }
    }

    /// The ids that a term of `kind` can name.
    pub(super) fn ids(&self, kind: TermKind) -> Vec<&str> {
        match kind {
            TermKind::Parties => self.parties.keys().map(String::as_str).collect(),
            TermKind::Measures => self.measures.iter().map(String::as_str).collect(),
            TermKind::DataTerms | TermKind::Records => self.data.iter().map(String::as_str).collect(),
            TermKind::Subjects | TermKind::Events => Vec::new(),
        }
    }

    /// How many records a term of `kind` can name with this id.
    pub(super) fn count(&self, kind: TermKind, id: &str) -> usize {
        match kind {
            TermKind::Parties => self.parties.get(id).copied().unwrap_or_default(),
            TermKind::Measures => self.measures.contains(id).into(),
            TermKind::DataTerms | TermKind::Records => self.data.contains(id).into(),
            TermKind::Subjects | TermKind::Events => 0,
        }
    }
}

/// The ids of every possible source or recipient, each with how many records have it.
fn parties(register: &Register) -> BTreeMap<String, usize> {
    let shared = &register.shared;
    let organisation = register.municipality.units.ids().chain(register.municipality.controllers.ids());
    let things =
        shared.recipients.ids().chain(shared.sources.ids()).chain(shared.systems.ids()).chain(shared.processors.ids());
    let mut parties = BTreeMap::new();
    for id in things.chain(organisation) {
        *parties.entry(id.to_owned()).or_default() += 1;
    }
    parties
}

/// Whether an activity has the data of its parent: in format 1 unless it writes its own, in format 2 where it says so.
fn has_parents_data(register: &Register, activity: &Activity) -> bool {
    register.municipality.version() == Version::First
        || activity.same_as_parent.items.contains(&Inherited::Data)
        || activity.adds_to.items.contains(&Listed::Data)
}

/// The ids of the data of an activity, and of its parent where it has those too.
pub(super) fn data_ids(register: &Register, id: &Id) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut next = register.activities.get(id);
    let mut steps = 0;
    while let Some(activity) = next.filter(|_| steps < 8) {
        ids.extend(activity.data.iter().filter_map(|data| data.id.as_ref()).map(|id| id.as_str().to_owned()));
        next = register.whole_of(activity).filter(|_| has_parents_data(register, activity));
        steps += 1;
    }
    ids
}

/// The finding for an id that several records have, where any of them could be meant.
pub(super) fn ambiguous(id: &str, at: Place) -> Finding {
    let message = say!(
        en: "`{id}` is the id of several records that could be meant here",
        sv: "`{id}` är id för flera poster som kan avses här",
        da: "`{id}` er id for flere poster, der kan være ment her",
    );
    Finding::error("id-ambiguous", at, message)
        .label(say!(en: "which one?", sv: "vilken?", da: "hvilken?"))
        .help(say!(
            en: "give the recipients, sources, systems, processors, units and controllers that are named here different ids",
            sv: "ge de mottagare, källor, system, biträden, enheter och ansvariga som nämns här olika id",
            da: "giv de modtagere, kilder, systemer, databehandlere, enheder og dataansvarlige, der nævnes her, forskellige id’er",
        ))
}
