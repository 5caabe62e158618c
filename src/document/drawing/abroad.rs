//! Third countries to which data go through a party (Chapter V).

use indexmap::{IndexMap, IndexSet};

use crate::document::drawing::{Mark, Node, Sign, code};
use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::country::Country;
use crate::model::processor::Processor;
use crate::register::facts::third::{countries_of_processor, has_unknown_country};

/// A recipient, a processor or a system, and where its data are.
pub(super) struct Party {
    /// Its box, without the marks.
    pub node: Node,
    /// The names by which a transfer can mean it, each with what the mark adds: nothing for the party itself, or the name
    /// of its sub-processor or system.
    known_as: Vec<(String, Line)>,
    places: IndexMap<Line, Reach>,
    /// Whose country is not settled; an empty name is that of the party itself.
    open: IndexSet<Line>,
}

/// How data come to a country.
struct Reach {
    is_possible: bool,
    /// Through whom; an empty name is that of the party itself.
    by: IndexSet<Line>,
}

impl Party {
    /// A party by its name.
    #[must_use]
    pub(super) fn new(node: Node) -> Self {
        let known_as = node.names.iter().map(|name| (name.plain(), Line::default())).collect();
        Self { node, known_as, places: IndexMap::new(), open: IndexSet::new() }
    }

    /// Adds a name by which a transfer can mean what the party uses.
    pub(super) fn known_as(&mut self, name: &Line, by: &Line) {
        self.known_as.push((name.plain(), by.clone()));
    }

    /// Adds the country of the party, or of what it uses. A transfer can make sure that data go there.
    pub(super) fn country(&mut self, scene: &Scene, country: &Known<Country>, by: &Line) {
        match country {
            Known::Value(country) if country.is_third() => self.established(scene, country, by),
            Known::Gap(_) => _ = self.open.insert(by.clone()),
            Known::Value(_) | Known::Unwritten => {}
        }
    }

    /// Adds a third country in which the party, or what it uses, is established.
    pub(super) fn established(&mut self, scene: &Scene, country: &Country, by: &Line) {
        let reach = self.places.entry(scene.country_name(&country.code));
        reach.or_insert(Reach { is_possible: true, by: IndexSet::new() }).by.insert(by.clone());
    }

    /// Adds the countries of a processor and of its sub-processors. `by` is the name of the processor, unless it is the
    /// party itself.
    pub(super) fn processor(&mut self, scene: &Scene, processor: &Processor, by: &Line) {
        for (sub, country) in countries_of_processor(processor) {
            let by = match sub.map(|sub| &sub.name) {
                None => by.clone(),
                Some(Known::Value(name)) => scene.name(name),
                Some(Known::Gap(_) | Known::Unwritten) => code(scene, "sub-processor"),
            };
            self.country(scene, country, &by);
            if !by.is_empty() {
                self.known_as(&by, &by);
            }
        }
    }

    /// Adds the transfers to the party or to what it uses.
    fn transfers(&mut self, declared: &mut IndexMap<String, Declared>) {
        for (name, by) in &self.known_as {
            let Some(declared) = declared.get_mut(name) else { continue };
            declared.is_drawn = true;
            for (place, is_possible) in &declared.places {
                let reach = self.places.entry(place.clone());
                let reach = reach.or_insert_with(|| Reach { is_possible: true, by: [by.clone()].into() });
                reach.is_possible &= is_possible;
            }
        }
    }

    /// Its box, with the marks.
    #[must_use]
    pub(super) fn done(self, scene: &Scene) -> Node {
        let through = |by: IndexSet<Line>| match by.contains(&Line::default()) {
            true => Line::default(),
            false => scene.language.list(by.into_iter().collect()),
        };
        let mut marks = Vec::new();
        for (place, Reach { is_possible, by }) in self.places {
            let key = if is_possible { "drawing.abroad-possible" } else { "drawing.abroad" };
            let words = scene.say(key, &[("place", place), ("by", through(by))]);
            marks.push(Mark { sign: Sign::Abroad, words, is_open: false });
        }
        if !self.open.is_empty() {
            let words = scene.say("drawing.country-open", &[("by", through(self.open))]);
            marks.push(Mark { sign: Sign::Abroad, words, is_open: true });
        }
        Node { marks, ..self.node }
    }
}

/// The transfers to one receiver.
struct Declared {
    receiver: Line,
    /// The countries, each with whether transfers to it are only possible.
    places: IndexMap<Line, bool>,
    /// Whether the receiver has a box.
    is_drawn: bool,
}

/// The transfers of an activity by the name of the receiver.
fn declared(scene: &Scene, activity: &Activity) -> IndexMap<String, Declared> {
    let mut all: IndexMap<String, Declared> = IndexMap::new();
    for transfer in &activity.transfers {
        let place = match &transfer.country {
            Known::Value(country) => scene.country_name(&country.code),
            Known::Gap(_) => scene.say("drawing.country-open", &[]),
            Known::Unwritten => Line::default(),
        };
        let receiver = scene.term(&transfer.to, activity);
        let declared = all.entry(receiver.plain());
        let declared = declared.or_insert(Declared { receiver, places: IndexMap::new(), is_drawn: false });
        *declared.places.entry(place).or_insert(true) &= transfer.possible.0;
    }
    all
}

/// Adds the transfers of an activity to the parties that receive them, and to the last column a box for each receiver
/// that has none yet.
pub(super) fn transfers(scene: &Scene, activity: &Activity, [processors, systems, others]: [&mut Vec<Party>; 3]) {
    let mut declared = declared(scene, activity);
    let parties = processors.iter_mut().chain(systems).chain(others.iter_mut());
    parties.for_each(|party| party.transfers(&mut declared));
    let open: Vec<Line> =
        declared.values().filter(|declared| !declared.is_drawn).map(|declared| declared.receiver.clone()).collect();
    for receiver in open {
        let mut party = Party::new(Node::named(receiver));
        party.transfers(&mut declared);
        others.push(party);
    }
}

/// What is said of third countries as a whole, if no box says it: none, or that it is not settled.
#[must_use]
pub(super) fn note(scene: &Scene, activity: &Activity, parties: &[&[Party]]) -> Option<Node> {
    let is_told = |party: &Party| !party.places.is_empty() || !party.open.is_empty();
    let is_told = parties.iter().any(|parties| parties.iter().any(is_told));
    let transfers = &activity.transfers;
    let is_unknown = has_unknown_country(scene.register, activity);
    let answer = match (transfers.gaps.is_empty(), transfers.none, is_told) {
        (false, _, _) => scene.say("brief-say.unsettled", &[]),
        (true, _, true) if !is_unknown || has_open(parties) => return None,
        (true, ..) if is_unknown => scene.say("brief-say.countries-unsettled", &[]),
        (true, true, _) => scene.say("brief-say.transfers-none", &[]),
        (true, false, _) => scene.say("say.unstated", &[]),
    };
    let question = scene.language.code("brief", "transfers");
    let is_open = is_unknown || !transfers.gaps.is_empty() || !transfers.none;
    Some(Node { is_open, ..Node::named(Line::join(vec![question, answer.unstopped()], " ", " ")) })
}

/// Whether a box says that a country is not settled.
fn has_open(parties: &[&[Party]]) -> bool {
    parties.iter().any(|parties| parties.iter().any(|party| !party.open.is_empty()))
}

/// The note of a parent that its parts have pages of their own.
#[must_use]
pub(super) fn parts(scene: &Scene, activity: &Activity) -> Option<Node> {
    let has_parts = scene.register.parts_of(activity).next().is_some();
    has_parts.then(|| Node::named(scene.say("say.parts", &[]).unstopped()))
}

/// What is drawn in the place of parties that nothing names: that the parts have some, or that none is stated.
#[must_use]
pub(super) fn missing(scene: &Scene, activity: &Activity, has: impl Fn(&Activity) -> bool) -> Node {
    match scene.register.parts_of(activity).any(has) {
        true => Node::named(code(scene, "parts")),
        false => Node::open(scene.say("say.unstated", &[])),
    }
}
