//! Collects every text of a register.

use crate::check::passage::{DEPTH, Kind, Owner, Passage, Room, is_told, room_of};
use crate::finding::Place;
use crate::format::key::Key;
use crate::format::read::key_of;
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::model::shared::Shared;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::visit::{TextKind, Visit, Visitor};
use crate::model::{Lang, Text};
use crate::register::phase::Complete;

/// Every text of a register, once: inherited texts are listed for the parent only.
#[must_use]
pub(crate) fn passages(complete: &Complete) -> Vec<Passage<'_>> {
    let register = complete.register();
    let Some(main) = register.municipality.main_language() else { return Vec::new() };
    let mut all = Vec::with_capacity(64 * (register.activities.len() + 4));
    Gather::run(&mut all, main, Owner::Municipality, &register.municipality);
    let shared = &register.shared;
    let Shared { systems, processors, recipients, sources, texts, measures, at: _ } = shared;
    let kinds: [(&str, &dyn Visit); 5] = [
        (field!(Shared, systems), systems),
        (field!(Shared, processors), processors),
        (field!(Shared, recipients), recipients),
        (field!(Shared, sources), sources),
        (field!(Shared, measures), measures),
    ];
    for (name, record) in kinds {
        let mut gather = Gather::new(&mut all, main, Owner::Shared);
        gather.enter(key_of::<Shared>(name), Place::default());
        record.visit(&mut gather);
        gather.leave();
    }
    for (_, section) in texts.iter() {
        Gather::run(&mut all, main, Owner::Section(section), section);
    }
    for activity in register.activities.values() {
        Gather::run(&mut all, main, Owner::Activity(activity), complete.as_written(activity));
    }
    for notice in register.notices.values() {
        Gather::run(&mut all, main, Owner::Notice(notice), notice);
    }
    let mut gather = Gather::new(&mut all, main, Owner::Municipality);
    for entry in &register.accept {
        gather.enter(key_of::<Activity>(field!(Activity, accept)), entry.at);
        entry.visit(&mut gather);
        gather.leave();
    }
    all
}

/// Collects the texts of one record.
struct Gather<'r, 'a> {
    all: &'a mut Vec<Passage<'r>>,
    main: Lang,
    owner: Owner<'r>,
    path: [&'static str; DEPTH],
    depth: usize,
    /// For each open key, the place of its record and whether the key or one above it is internal.
    entered: Vec<(Place, bool)>,
}

impl<'r, 'a> Gather<'r, 'a> {
    fn run(all: &'a mut Vec<Passage<'r>>, main: Lang, owner: Owner<'r>, record: &'r dyn Visit) {
        record.visit(&mut Self::new(all, main, owner));
    }

    fn new(all: &'a mut Vec<Passage<'r>>, main: Lang, owner: Owner<'r>) -> Self {
        Self { all, main, owner, path: [""; DEPTH], depth: 0, entered: Vec::new() }
    }

    fn push(&mut self, kind: Kind, lang: Lang, words: &'r str, at: Place) {
        let Self { owner, path, depth, .. } = *self;
        let keys = &path[..depth.min(DEPTH)];
        let is_internal = self.entered.last().is_some_and(|(_, is_internal)| *is_internal);
        let room = if is_internal { Room::Internal } else { room_of(owner, keys) };
        let is_told = is_told(room, kind, keys);
        self.all.push(Passage { owner, kind, lang, words, at, room, is_told, path, depth });
    }

    fn each_language(&mut self, kind: Kind, text: &'r Text) {
        for (lang, words) in text.each_language(Some(self.main)) {
            self.push(kind, lang, words, text.at);
        }
    }
}

impl<'r> Visitor<'r> for Gather<'r, '_> {
    fn enter(&mut self, key: &'static Key, at: Place) {
        if let Some(name) = self.path.get_mut(self.depth) {
            *name = key.name;
        }
        self.depth += 1;
        let is_inside = self.entered.last().is_some_and(|(_, is_internal)| *is_internal);
        self.entered.push((at, is_inside || key.internal));
    }

    fn leave(&mut self) {
        self.depth -= 1;
        self.entered.pop();
    }

    fn text(&mut self, kind: TextKind, text: &'r Text) {
        self.each_language(Kind::Text(kind), text);
    }

    fn term(&mut self, kind: TermKind, word: &'r Word) {
        if word.refers == Refers::Itself {
            self.each_language(Kind::Term(kind), &word.text);
        }
    }

    fn plain(&mut self, text: &'r str) {
        let at = self.entered.last().map(|(at, _)| *at).unwrap_or_default();
        self.push(Kind::Plain, self.main, text, at);
    }
}
