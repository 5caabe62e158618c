//! The entries of a topic, each with the activities that use it.

use std::collections::HashMap;

use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use crate::document::anchor::Anchor;
use crate::document::page::named_reference;
use crate::document::prose::prose;
use crate::document::scene::Scene;
use crate::document::{Fact, Item, list};
use crate::language::alphabet::Alphabet;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::suggest;
use crate::model::term::{Refers, Term, Vocabulary, Word};

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// A record of the register, by its id.
    Record(String),
    /// A code.
    Code(String),
    /// Free text.
    Text(String),
    /// Activities that say there is nothing.
    Nothing,
    /// Activities for which it is not settled.
    Open,
}

impl Key {
    /// The key of a word.
    pub(super) fn of(word: &Word, name: &Line) -> Self {
        match (word.refers, word.key()) {
            (Refers::Register, Some(id)) => Self::Record(id.to_owned()),
            (Refers::Vocabulary(_), Some(code)) => Self::Code(code.to_owned()),
            _ => Self::Text(name.plain()),
        }
    }

    /// The id in the page, which does not depend on other entries. Different texts can have the same one.
    fn anchor(&self) -> String {
        match self {
            Self::Record(id) => format!("record.{id}"),
            Self::Code(code) => format!("code.{code}"),
            Self::Text(text) => format!("text.{}", suggest(text).unwrap_or_default()),
            Self::Nothing => "nothing".to_owned(),
            Self::Open => "open".to_owned(),
        }
    }
}

/// An entry.
pub(super) struct Entry<'r> {
    name: Line,
    /// Entries with a lower order come first; entries of one order are in alphabetical order.
    order: u64,
    details: Vec<Line>,
    /// What activities say of it, with the activities that say it. Empty if there is nothing to say.
    uses: IndexMap<Line, Vec<&'r Activity>>,
}

impl<'r> Entry<'r> {
    /// Sets the place among the entries; 0 by default.
    pub(super) fn ordered(&mut self, order: u64) -> &mut Self {
        self.order = order;
        self
    }

    /// Adds a line about the entry, once.
    pub(super) fn detail(&mut self, line: Line) {
        if !line.is_empty() && !self.details.contains(&line) {
            self.details.push(line);
        }
    }

    /// Adds an activity, with what it says.
    pub(super) fn used(&mut self, activity: &'r Activity, what: Line) {
        let users = self.uses.entry(what).or_default();
        if users.last().is_none_or(|last| last.id != activity.id) {
            users.push(activity);
        }
    }
}

/// The entries of a topic.
pub(super) struct Entries<'s, 'r> {
    scene: &'s Scene<'r>,
    all: IndexMap<Key, Entry<'r>>,
}

impl<'s, 'r> Entries<'s, 'r> {
    /// No entries.
    pub(super) fn new(scene: &'s Scene<'r>) -> Self {
        Self { scene, all: IndexMap::new() }
    }

    /// The entry of a key, which is made if it is new.
    pub(super) fn entry(&mut self, key: Key, name: impl FnOnce() -> Line) -> &mut Entry<'r> {
        self.described(key, || (name(), Vec::new()))
    }

    /// The entry of a key, which is made with its name and the lines about it if it is new.
    pub(super) fn described(&mut self, key: Key, describe: impl FnOnce() -> (Line, Vec<Line>)) -> &mut Entry<'r> {
        self.all.entry(key).or_insert_with(|| {
            let (name, details) = describe();
            Entry { name: name.capital(), order: 0, details, uses: IndexMap::new() }
        })
    }

    /// The entry of a term.
    pub(super) fn term<K: Vocabulary>(&mut self, term: &Term<K>, activity: &Activity) -> &mut Entry<'r> {
        let name = self.scene.term(term, activity);
        self.entry(Key::of(&term.word, &name), || name)
    }

    /// Adds an activity for which the topic, or a part of it, is not settled.
    pub(super) fn open(&mut self, activity: &'r Activity) {
        let name = self.scene.say("heading.open", &[]);
        self.entry(Key::Open, || name).ordered(u64::MAX).used(activity, Line::default());
    }

    /// Adds an activity that says there is nothing.
    pub(super) fn nothing(&mut self, activity: &'r Activity, name: impl FnOnce() -> Line) {
        self.entry(Key::Nothing, name).ordered(u64::MAX - 1).used(activity, Line::default());
    }

    /// The entries as facts, in order.
    pub(super) fn facts(self) -> Vec<Fact> {
        let scene = self.scene;
        let alphabet = Alphabet::of(scene.lang().code());
        let mut all: Vec<(Key, Entry)> = self.all.into_iter().filter(|(_, entry)| !entry.name.is_empty()).collect();
        let name = |entry: &Entry| entry.name.plain();
        all.sort_by(|(_, one), (_, other)| {
            one.order.cmp(&other.order).then_with(|| alphabet.compare(&name(one), &name(other)))
        });
        let mut anchors: HashMap<String, usize> = HashMap::new();
        let fact = |(key, entry): (Key, Entry)| {
            let anchor = key.anchor();
            let count = anchors.entry(anchor.clone()).or_default();
            *count += 1;
            let anchor = if *count == 1 { anchor } else { format!("{anchor}.{count}") };
            let uses = entry.uses.into_iter().map(|(what, users)| used(scene, what, &users));
            Fact::new(entry.name, entry.details.into_iter().chain(uses).collect(), Anchor::of(&anchor))
        };
        all.into_iter().map(fact).collect()
    }
}

/// A line with the activities that say something. Children are left out if their parent says it.
fn used(scene: &Scene, what: Line, users: &[&Activity]) -> Line {
    let ids: FxHashSet<&str> = users.iter().map(|activity| activity.id.as_str()).collect();
    let is_named = |activity: &&&Activity| activity.id.whole().is_none_or(|whole| !ids.contains(whole));
    let names = users.iter().filter(is_named).map(|activity| named_reference(scene, activity)).collect();
    let places = [("activities", scene.language.list(names)), ("what", what)];
    let key = if places[1].1.is_empty() { "say.topic-used" } else { "say.topic-says" };
    scene.say(key, &places)
}

/// The sentences of details, and what is not settled in them.
pub(super) fn sentences(scene: &Scene, details: Vec<Item>) -> Vec<Line> {
    let prose = prose(scene, list(details));
    let open = prose.open.into_iter().map(|open| match open.said.is_empty() {
        true => scene.language.code("open", open.about),
        false => open.said.unstopped(),
    });
    let open: Vec<Line> = open.filter(|line| !line.is_empty()).collect();
    let open = (!open.is_empty()).then(|| scene.say("say.topic-open", &[("what", scene.language.list(open))]));
    prose.lines.into_iter().chain(open).collect()
}
