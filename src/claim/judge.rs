//! Which claims a text makes.

use std::ops::Range;

use crate::claim::clause::Clause;
use crate::claim::sentence::{Ending, Sentence, Token};
use crate::claim::slots::{Role, Slots};
use crate::claim::table::{Claims, Form, Row, TABLE};
use crate::claim::{Category, Said, Topic};

/// How far before its noun a preposition stands, in words.
const NEAR: usize = 3;

/// The longest name of a thing, in words: “the opening hours of the health centre”.
const NAME: usize = 7;

/// The claims of a text, in the order of its words.
pub(super) fn judge(sentences: &[Sentence], topic: Topic) -> Vec<Said> {
    let claims = TABLE.get();
    let given = claims.given.iter().find(|(known, _)| *known == topic).map(|(_, slots)| *slots).unwrap_or_default();
    let mut said = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| sentences.get(at)).map(|sentence| sentence.all);
        let before = before.filter(|_| sentence.all.meets(Role::Person)).unwrap_or_default();
        let topics = sentence.all | before | given;
        for (claim, row) in &claims.rows {
            if !row.can_be_in(sentence, topics) || row.is_contradicted(sentences, index) {
                continue;
            }
            let found = row.forms.iter().find_map(|form| form.find(sentence));
            said.extend(found.map(|range| Said { claim: *claim, range }));
        }
    }
    said.sort_by_key(|said| said.range.start);
    said
}

/// The first word of a text that points to a special category.
pub(super) fn special(sentences: &[Sentence]) -> Option<(Category, Range<usize>)> {
    let Claims { categories, ordinary, .. } = TABLE.get();
    let is_short = |sentence: &&Sentence| sentence.tokens.len() <= NAME;
    let told = sentences.iter().filter(|sentence| !(is_short(sentence) && sentence.all.meets(*ordinary)));
    told.flat_map(|sentence| &sentence.tokens).find_map(|word| {
        let (category, _) = categories.iter().find(|(_, slots)| word.slots.meets(*slots))?;
        Some((*category, word.start..word.end))
    })
}

impl Row {
    fn can_be_in(&self, sentence: &Sentence, topics: Slots) -> bool {
        self.forms.iter().any(|form| form.can_be_in(sentence.all))
            && self.about.iter().all(|slots| topics.meets(*slots))
            && !sentence.all.meets(self.nowhere)
    }

    /// Whether another sentence says the opposite.
    fn is_contradicted(&self, sentences: &[Sentence], own: usize) -> bool {
        let says = |clause: &Clause| !clause.is_denied() && self.against.iter().all(|slots| clause.slots.meets(*slots));
        let others = || sentences.iter().enumerate().filter(|(index, _)| *index != own);
        !self.against.is_empty() && others().flat_map(|(_, sentence)| &sentence.clauses).any(says)
    }
}

impl Form {
    fn can_be_in(&self, all: Slots) -> bool {
        self.all.iter().chain(&self.also).all(|slots| all.meets(*slots))
            && !all.meets(self.nowhere)
            && self.act.is_none_or(|(actor, does)| all.meets(actor) && all.meets(does))
    }

    fn is_affirmed(&self, sentence: &Sentence) -> bool {
        let mut about = sentence.clauses.iter().filter(|clause| clause.slots.meets(self.affirmed)).peekable();
        let is_denied = |clause: &Clause| clause.is_denied() && clause.slots.meets(self.firm);
        (about.peek().is_none() || about.any(|clause| !clause.is_denied())) && !sentence.clauses.iter().any(is_denied)
    }

    /// The words of the first clause that has this form.
    fn find(&self, sentence: &Sentence) -> Option<Range<usize>> {
        if !self.can_be_in(sentence.all) || !self.is_affirmed(sentence) {
            return None;
        }
        sentence.clauses.iter().find_map(|clause| {
            let is_meant = self.denied.is_none_or(|denied| denied == clause.is_denied())
                && !clause.slots.meets(self.unless)
                && self.all.iter().all(|slots| clause.slots.meets(*slots));
            if !is_meant {
                return None;
            }
            let words = &sentence.tokens[clause.words.clone()];
            let act = match self.act {
                Some((actor, does)) => Some(acts(words, actor, does, sentence.passive_s)?),
                None => None,
            };
            let own = self.all.iter().filter_map(|slots| first(words, *slots));
            let not = self.denied.filter(|denied| *denied).and_then(|_| first(words, Role::Not.into()));
            let also = self.also.iter().filter_map(|slots| first(&sentence.tokens, *slots));
            let ranges: Vec<Range<usize>> = own.chain(act).chain(not).chain(also).collect();
            let start = ranges.iter().map(|range| range.start).min()?;
            Some(start..ranges.iter().map(|range| range.end).max()?)
        })
    }
}

/// The first word with one of these slots.
fn first(words: &[Token], slots: Slots) -> Option<Range<usize>> {
    words.iter().find(|word| word.slots.meets(slots)).map(|word| word.start..word.end)
}

/// The words from one to the other if the actor does it: the subject of an active verb, or behind “by” of a passive one.
fn acts(words: &[Token], actor: Slots, does: Slots, passive_s: bool) -> Option<Range<usize>> {
    let span = |one: &Token, other: &Token| one.start.min(other.start)..one.end.max(other.end);
    let verb_at = words.iter().position(|word| word.slots.meets(does))?;
    let verb = &words[verb_at];
    let behind = |at: usize, role: Role| words[at.saturating_sub(NEAR)..at].iter().any(|word| word.slots.meets(role));
    let actors = || words.iter().enumerate().filter(|(at, word)| *at != verb_at && word.slots.meets(actor));
    if let Some((_, by)) = actors().find(|(at, _)| behind(*at, Role::By)) {
        return Some(span(by, verb));
    }
    let passive = if passive_s { Ending::S } else { Ending::Ed };
    let is_passive = words.iter().any(|word| word.slots.meets(Role::By)) || verb.ending == passive;
    let subject = actors().find(|(at, _)| *at < verb_at && !behind(*at, Role::Before));
    subject.filter(|_| !is_passive).map(|(_, subject)| span(subject, verb))
}
