//! Which records an activity or a notice uses.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

use crate::finding::Place;
use crate::format::key::Key;
use crate::kind::RecordKind;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::visit::{Fact, TextKind, Visit, Visitor};
use crate::model::{Id, Text};
use crate::register::Register;
use crate::register::facts::responsible::{controller_ids_of, officer_ids_of, unit_id_of};

/// Records by kind and id, each with the place of the first use.
pub(crate) type Used<'r> = BTreeMap<(RecordKind, &'r str), Place>;

/// The records that an activity uses: those that it names, its controller, officer and unit, and what these and its
/// systems use themselves.
#[must_use]
fn of_activity<'r>(register: &'r Register, activity: &'r Activity) -> Used<'r> {
    let mut used = named(register, activity);
    let controllers = controller_ids_of(register, activity).into_iter().map(|id| (RecordKind::Controllers, Some(id)));
    let officers = officer_ids_of(register, activity).into_iter().map(|id| (RecordKind::Officers, Some(id)));
    let unit = (RecordKind::Units, unit_id_of(register, activity));
    for (kind, id) in controllers.chain(officers).chain([unit]).filter_map(|(kind, id)| Some((kind, id?))) {
        used.entry((kind, id.as_str())).or_insert(id.at);
    }
    spread(register, used)
}

/// The activities that use a record, in order, each with the place of the first use.
pub(crate) type Users<'r> = Vec<(&'r Activity, Place)>;

/// For each record, the activities that use it by [`of_activity`].
#[must_use]
pub(crate) fn users(register: &Register) -> HashMap<(RecordKind, &str), Users<'_>> {
    let mut users: HashMap<_, Users> = HashMap::new();
    for activity in register.activities.values() {
        for (record, at) in of_activity(register, activity) {
            users.entry(record).or_default().push((activity, at));
        }
    }
    users
}

/// The records that a notice uses: those that it names, and the texts of the municipality that it does not leave out.
#[must_use]
pub(crate) fn of_notice<'r>(register: &'r Register, notice: &'r Notice) -> Used<'r> {
    let mut used = named(register, notice);
    let everywhere = register.municipality.texts.iter();
    used.extend(everywhere.map(|text| ((RecordKind::Texts, text.id.as_str()), text.id.at)));
    for text in notice.without_texts.iter() {
        used.remove(&(RecordKind::Texts, text.id.as_str()));
    }
    spread(register, used)
}

/// Adds what the used systems and units use themselves, such as processors and controllers.
fn spread<'r>(register: &'r Register, mut used: Used<'r>) -> Used<'r> {
    let mut open: Vec<_> = used.iter().map(|(record, at)| (*record, *at)).collect();
    while let Some(((kind, id), at)) = open.pop() {
        let inside = match kind {
            RecordKind::Systems => register.shared.systems.by_name(id).map(|system| named(register, system)),
            RecordKind::Units => register.municipality.units.by_name(id).map(|unit| named(register, unit)),
            _ => None,
        };
        for record in inside.unwrap_or_default().into_keys() {
            if let Entry::Vacant(entry) = used.entry(record) {
                entry.insert(at);
                open.push((record, at));
            }
        }
    }
    used
}

/// The records that a record names.
fn named<'r>(register: &'r Register, record: &'r dyn Visit) -> Used<'r> {
    let mut gather = Gather { register, used: Used::new() };
    record.visit(&mut gather);
    gather.used
}

struct Gather<'r> {
    register: &'r Register,
    used: Used<'r>,
}

impl<'r> Gather<'r> {
    fn add(&mut self, kind: RecordKind, id: &'r str, at: Place) {
        self.used.entry((kind, id)).or_insert(at);
    }

    /// Adds the parties with this id, of every kind.
    fn party(&mut self, id: &'r str, at: Place) {
        let Register { shared, municipality, .. } = self.register;
        let kinds = [
            (RecordKind::Recipients, shared.recipients.by_name(id).is_some()),
            (RecordKind::Sources, shared.sources.by_name(id).is_some()),
            (RecordKind::Systems, shared.systems.by_name(id).is_some()),
            (RecordKind::Processors, shared.processors.by_name(id).is_some()),
            (RecordKind::Units, municipality.units.by_name(id).is_some()),
            (RecordKind::Controllers, municipality.controllers.by_name(id).is_some()),
        ];
        kinds.into_iter().filter(|(_, holds)| *holds).for_each(|(kind, _)| self.add(kind, id, at));
    }
}

impl<'r> Visitor<'r> for Gather<'r> {
    fn enter(&mut self, _: &'static Key, _: Place) {}

    fn leave(&mut self) {}

    fn text(&mut self, _: TextKind, _: &'r Text) {}

    fn term(&mut self, kind: TermKind, word: &'r Word) {
        let Some(id) = word.text.plain.as_deref().filter(|_| word.refers == Refers::Register) else { return };
        match kind {
            TermKind::Parties => self.party(id, word.text.at),
            TermKind::Measures => self.add(RecordKind::Measures, id, word.text.at),
            TermKind::Subjects | TermKind::DataTerms | TermKind::Events | TermKind::Records => {}
        }
    }

    fn plain(&mut self, _: &'r str) {}

    fn fact(&mut self, fact: Fact<'r>) {
        let Fact::Reference(kind, id) = fact else { return };
        let kind = RecordKind::of(kind).filter(|kind| *kind != RecordKind::Activities);
        kind.into_iter().for_each(|kind| self.add(kind, Id::as_str(id), id.at));
    }
}
