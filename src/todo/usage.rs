//! Which activities use a shared record, so that its fault is one item for all of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::reference::RefKind;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::visit::{Visit, VisitorMut};
use crate::model::{Id, Text};
use crate::register::Register;
use crate::todo::owner::{Kind, Thing};

/// The ids that a record names, each with its possible kinds.
type Named = BTreeSet<(Kind, String)>;

/// The activities that use a shared record, in order of id.
pub(super) struct Usage(HashMap<(Kind, String), Vec<Id>>);

impl Usage {
    /// Searches every activity, and systems for their processors.
    pub(super) fn of(register: &Register) -> Self {
        let by_system = |id: &str| register.shared.systems.by_name(id).map(|system| named_in(system.clone()));
        let used = |mut named: Named| {
            let systems: Vec<Named> =
                named.iter().filter(|(kind, _)| *kind == Kind::System).filter_map(|(_, id)| by_system(id)).collect();
            named.extend(systems.into_iter().flatten());
            named
        };
        let mut users: HashMap<_, Vec<Id>> = HashMap::new();
        for activity in register.activities.values() {
            for thing in used(named_in(activity.clone())) {
                users.entry(thing).or_default().push(activity.id.clone());
            }
        }
        Self(users)
    }

    /// The activities that use a shared record. Children are left out if their parent uses it.
    pub(super) fn users(&self, thing: &Thing) -> Vec<&Id> {
        let key = (thing.kind, thing.id.as_str().to_owned());
        let all = self.0.get(&key).map(Vec::as_slice).unwrap_or_default();
        let ids: HashSet<&str> = all.iter().map(Id::as_str).collect();
        let is_told = |id: &&Id| id.whole().is_some_and(|whole| ids.contains(whole));
        all.iter().filter(|id| !is_told(id)).collect()
    }
}

fn named_in(mut record: impl Visit) -> Named {
    let mut gather = Gather(Named::new());
    record.visit_mut(&mut gather);
    gather.0
}

struct Gather(Named);

impl VisitorMut for Gather {
    fn text(&mut self, _: &mut Text) {}

    fn term(&mut self, kind: TermKind, word: &mut Word) {
        let id = word.text.plain.clone().filter(|_| word.refers == Refers::Register);
        let kinds: &[Kind] = match kind {
            TermKind::Parties => &[Kind::Recipient, Kind::Source, Kind::System, Kind::Processor],
            TermKind::Measures => &[Kind::Measure],
            TermKind::Subjects | TermKind::DataTerms | TermKind::Events | TermKind::Records => &[],
        };
        self.0.extend(id.iter().flat_map(|id| kinds.iter().map(|kind| (*kind, id.clone()))));
    }

    fn reference(&mut self, kind: RefKind, id: &Id) {
        let kind = match kind {
            RefKind::Systems => Kind::System,
            RefKind::Processors => Kind::Processor,
            RefKind::Texts => Kind::Text,
            RefKind::Controllers | RefKind::Units | RefKind::Officers | RefKind::Activities | RefKind::DataIds => {
                return;
            }
        };
        self.0.insert((kind, id.as_str().to_owned()));
    }

    fn country(&mut self, _: &str, _: crate::finding::Place) {}
}
