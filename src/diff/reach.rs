//! What a change affects: the activities that use what changed, and the notices that cover them.

use crate::model::municipality::Municipality;
use crate::model::record::field;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::diff::compare::main_language;
use crate::diff::value::Value;
use crate::diff::{Change, Room};
use crate::finding::Place;
use crate::format::key::Key;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::visit::{Fact, TextKind, Visit, Visitor};
use crate::model::{Id, Text};
use crate::register::Register;
use crate::register::phase::{Complete, Written};
use crate::steps;

/// A record, by kind and id.
type Thing = (Room, String);

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Side<'r> {
    /// The register as written.
    pub written: &'r Written,
    /// The register with inherited fields.
    pub complete: &'r Complete,
}

/// What a change affects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Ids of activities.
    pub activities: BTreeSet<String>,
    /// Ids of notices.
    pub notices: BTreeSet<String>,
}

/// Finds what changes affect.
pub(crate) struct Reach<'r> {
    sides: [(Side<'r>, Uses); 2],
    known: RefCell<HashMap<Field, Arc<Touched>>>,
}

/// A field of a record on both sides: all changes in it affect the same activities and notices.
type Field = (Room, [Option<String>; 2], &'static str);

/// What the activities and notices of a side use.
struct Uses {
    /// For each record, the activities that use it and the notices that name it.
    users: HashMap<Thing, Touched>,
    /// For each activity, the notices that cover it.
    telling: HashMap<String, BTreeSet<String>>,
    /// Every notice.
    notices: BTreeSet<String>,
}

impl<'r> Reach<'r> {
    /// Prepares the comparison of two sides.
    #[must_use]
    pub(crate) fn new(before: Side<'r>, after: Side<'r>) -> Self {
        Self {
            sides: [before, after].map(|side| (side, Uses::of(side.complete.register()))),
            known: RefCell::default(),
        }
    }

    /// The activities and notices that a change affects, on either side.
    #[must_use]
    pub(crate) fn of(&self, change: &Change) -> Arc<Touched> {
        let subject = &change.subject;
        let field = change.fields().first().copied().unwrap_or_default();
        let field = (subject.room, [subject.before.clone(), subject.after.clone()], field);
        Arc::clone(self.known.borrow_mut().entry(field).or_insert_with(|| Arc::new(self.find(change))))
    }

    fn find(&self, change: &Change) -> Touched {
        let mut touched = Touched::default();
        for (index, (side, uses)) in self.sides.iter().enumerate() {
            let subject = &change.subject;
            let id = if index == 0 { &subject.before } else { &subject.after };
            let Some(id) = id.as_deref() else { continue };
            let field = change.fields().first().copied().unwrap_or_default();
            let (mut activities, mut notices) = match subject.room {
                Room::Municipality => uses.of_municipality(field),
                Room::Activities => (own(*side, id, field), BTreeSet::new()),
                Room::Notices => (BTreeSet::new(), BTreeSet::from([id.to_owned()])),
                room => uses.users(&(room, id.to_owned())),
            };
            notices.extend(uses.telling(&activities));
            touched.activities.append(&mut activities);
            touched.notices.append(&mut notices);
        }
        touched
    }
}

/// The activity, and the children that inherit the field from it.
fn own(side: Side, id: &str, field: &str) -> BTreeSet<String> {
    let mut own = BTreeSet::from([id.to_owned()]);
    let complete = side.complete.register();
    let whole = complete.activities.get(id);
    for part in whole.into_iter().flat_map(|whole| complete.parts_of(whole)) {
        let value = |register: &Register| {
            steps::count(1);
            let part = register.activities.get(&part.id)?;
            Value::of(part, main_language(register)).get(field).cloned()
        };
        if value(side.written.register()) != value(complete) {
            own.insert(part.id.as_str().to_owned());
        }
    }
    own
}

impl Uses {
    fn of(register: &Register) -> Self {
        let mut all = Self { users: HashMap::new(), telling: HashMap::new(), notices: BTreeSet::new() };
        for activity in register.activities.values() {
            let mut uses = Gather::run(register, activity);
            uses.extend(usual(register, activity));
            for thing in spread(register, uses) {
                all.users.entry(thing).or_default().activities.insert(activity.id.as_str().to_owned());
            }
        }
        for notice in register.notices.values() {
            let id = notice.id.as_str();
            for told in told(register, notice) {
                all.telling.entry(told.to_owned()).or_default().insert(id.to_owned());
            }
            for thing in notice_uses(register, notice) {
                all.users.entry(thing).or_default().notices.insert(id.to_owned());
            }
            all.notices.insert(id.to_owned());
        }
        all
    }

    /// What a field of the municipality affects: every notice, or nothing if the field is internal.
    fn of_municipality(&self, field: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let internal =
            [field!(Municipality, notes), field!(Municipality, number), field!(Municipality, accept)].contains(&field);
        let all = |none: bool| if none { BTreeSet::new() } else { self.notices.clone() };
        (BTreeSet::new(), all(internal))
    }

    /// The activities that use a record, and the notices that name it.
    fn users(&self, thing: &Thing) -> (BTreeSet<String>, BTreeSet<String>) {
        let Touched { activities, notices } = self.users.get(thing).cloned().unwrap_or_default();
        (activities, notices)
    }

    fn telling(&self, activities: &BTreeSet<String>) -> BTreeSet<String> {
        activities.iter().filter_map(|id| self.telling.get(id)).flatten().cloned().collect()
    }
}

/// The controller, officer and unit of an activity; the municipality's if it names none.
fn usual(register: &Register, activity: &Activity) -> BTreeSet<Thing> {
    let municipality = &register.municipality;
    let usual = municipality.controller.as_ref().map(|controller| &controller.id);
    let only = municipality.controllers.iter().next().map(|(id, _)| id);
    let id = activity.controller.as_ref().map(|controller| &controller.id).or(usual).or(only);
    let controller = id.and_then(|id| municipality.controllers.get(id));
    let officer = controller.and_then(|controller| controller.officer.as_ref()).or(municipality.officer.value());
    let only = municipality.officers.iter().next().map(|(id, _)| id);
    let officer = officer.map(|officer| &officer.id).or(only);
    let unit = activity.unit.as_ref().or(municipality.unit.as_ref()).map(|unit| &unit.id);
    let thing = |room, id: Option<&Id>| id.map(|id| (room, id.as_str().to_owned()));
    [thing(Room::Controllers, id), thing(Room::Officers, officer), thing(Room::Units, unit)]
        .into_iter()
        .flatten()
        .collect()
}

/// The activities that a notice covers: those it names, and their children.
fn told<'r>(register: &'r Register, notice: &'r Notice) -> impl Iterator<Item = &'r str> {
    let named = notice.activities.iter().filter_map(|named| register.activities.get(&named.id));
    let all = named.flat_map(|named| std::iter::once(named).chain(register.parts_of(named)));
    all.map(|activity| activity.id.as_str())
}

fn notice_uses(register: &Register, notice: &Notice) -> BTreeSet<Thing> {
    let mut uses = Gather::run(register, notice);
    let left_out: BTreeSet<&str> = notice.without_texts.iter().map(|text| text.id.as_str()).collect();
    let text = |id: &str| (Room::Texts, id.to_owned());
    uses.extend(register.municipality.texts.iter().map(|shared| text(shared.id.as_str())));
    left_out.into_iter().for_each(|id| _ = uses.remove(&text(id)));
    spread(register, uses)
}

/// Adds what the used systems and units use themselves, such as processors and controllers.
fn spread(register: &Register, mut uses: BTreeSet<Thing>) -> BTreeSet<Thing> {
    let mut open: Vec<Thing> = uses.iter().cloned().collect();
    while let Some((room, id)) = open.pop() {
        let shared = &register.shared;
        let inside: Option<&dyn Visit> = match room {
            Room::Systems => shared.systems.by_name(&id).map(|thing| thing as &dyn Visit),
            Room::Units => register.municipality.units.by_name(&id).map(|thing| thing as &dyn Visit),
            _ => None,
        };
        for thing in inside.map(|inside| Gather::run(register, inside)).unwrap_or_default() {
            if uses.insert(thing.clone()) {
                open.push(thing);
            }
        }
    }
    uses
}

/// Collects the references of one record.
struct Gather<'g> {
    register: &'g Register,
    found: BTreeSet<Thing>,
}

impl<'g> Gather<'g> {
    fn run(register: &'g Register, record: &dyn Visit) -> BTreeSet<Thing> {
        let mut gather = Self { register, found: BTreeSet::new() };
        record.visit(&mut gather);
        gather.found
    }

    /// Adds the parties with this id, of every kind.
    fn party(&mut self, id: &str) {
        let Register { shared, municipality, .. } = self.register;
        let rooms = [
            (Room::Recipients, shared.recipients.by_name(id).is_some()),
            (Room::Sources, shared.sources.by_name(id).is_some()),
            (Room::Systems, shared.systems.by_name(id).is_some()),
            (Room::Processors, shared.processors.by_name(id).is_some()),
            (Room::Units, municipality.units.by_name(id).is_some()),
            (Room::Controllers, municipality.controllers.by_name(id).is_some()),
        ];
        let held = rooms.into_iter().filter(|(_, holds)| *holds);
        self.found.extend(held.map(|(room, _)| (room, id.to_owned())));
    }
}

impl<'r> Visitor<'r> for Gather<'_> {
    fn enter(&mut self, _: &'static Key, _: Place) {}

    fn leave(&mut self) {}

    fn text(&mut self, _: TextKind, _: &'r Text) {}

    fn term(&mut self, kind: TermKind, word: &'r Word) {
        let Some(id) = word.text.plain.as_deref().filter(|_| word.refers == Refers::Register) else { return };
        match kind {
            TermKind::Parties => self.party(id),
            TermKind::Measures => _ = self.found.insert((Room::Measures, id.to_owned())),
            TermKind::Subjects | TermKind::DataTerms | TermKind::Events | TermKind::Records => {}
        }
    }

    fn plain(&mut self, _: &'r str) {}

    fn fact(&mut self, fact: Fact<'r>) {
        let Fact::Reference(kind, id) = fact else { return };
        let room = Room::of(kind).filter(|room| *room != Room::Activities);
        self.found.extend(room.map(|room| (room, id.as_str().to_owned())));
    }
}
