//! The clauses of a sentence: where one ends, what it negates, and whether it is a condition.

use std::ops::Range;

use crate::claim::sentence::{Kind, Token};
use crate::claim::slots::{Role, Slots};

/// The longest beginning of “it is here that”, in words.
const CLEFT: usize = 7;

/// How far after “that” a word says where something lies.
const NEAR: usize = 4;

/// A clause.
#[derive(Debug, Clone, Default)]
pub(super) struct Clause {
    /// Its words among those of the sentence.
    pub(super) words: Range<usize>,
    /// The slots of its words, and of the verb that it takes over.
    pub(super) slots: Slots,
    /// How often it is negated.
    negations: u32,
}

impl Clause {
    /// Whether it says that something is not so.
    pub(super) fn is_denied(&self) -> bool {
        self.negations % 2 == 1
    }
}

/// Splits a sentence.
pub(super) fn clauses(tokens: &[Token], verbs: Slots) -> Vec<Clause> {
    let mut reader = Reader { tokens, verbs, done: Vec::new(), now: Clause::default() };
    let mut at = 0;
    while at < tokens.len() {
        at += reader.step(at);
    }
    reader.close(tokens.len());
    reader.done
}

struct Reader<'t> {
    tokens: &'t [Token],
    verbs: Slots,
    done: Vec<Clause>,
    now: Clause,
}

impl Reader<'_> {
    fn slots(&self, at: usize) -> Slots {
        self.tokens.get(at).map(|token| token.slots).unwrap_or_default()
    }

    /// Reads the token at a place: how many tokens it takes.
    fn step(&mut self, at: usize) -> usize {
        match self.tokens[at].kind {
            Kind::Word => self.word(at),
            Kind::Comma => {
                if self.now.slots.meets(self.verbs) && self.has_verb_after(at) {
                    self.close(at);
                }
                1
            }
            Kind::Break | Kind::End => {
                self.close(at);
                1
            }
        }
    }

    fn word(&mut self, at: usize) -> usize {
        let (slots, next) = (self.slots(at), self.slots(at + 1));
        let has_verb = self.now.slots.meets(self.verbs);
        let is_start = self.now.slots.is_empty();
        if slots.meets(Role::But) {
            self.against(at);
        } else if slots.meets(Role::Without) {
            self.close(at);
            self.now.negations += 1;
        } else if slots.meets(Role::Or) && has_verb && self.has_verb_after(at) {
            let negations = self.now.negations;
            self.close(at);
            self.now.negations = negations;
        } else if slots.meets(Role::And) && has_verb && self.has_verb_after(at) || slots.meets(Role::Because) {
            self.close(at);
        } else if slots.meets(Role::If) || slots.meets(Role::When) && (is_start || next.meets(Role::Person)) {
            self.close(at);
            self.now.slots |= Role::Conditional.into();
        } else if slots.meets(Role::While) && has_verb || self.begins_part(at) {
            self.close(at);
        }
        if slots.meets(Role::Not) {
            if next.meets(Role::NotOnly) {
                self.now.slots |= Role::NotOnly.into();
                return 2;
            }
            self.now.negations += 1;
        }
        self.now.slots |= slots;
        1
    }

    /// A clause against the one before. Without a verb it takes that of the other over, but not its negation.
    fn against(&mut self, at: usize) {
        let verb = self.now.slots & self.verbs;
        self.close(at);
        if !self.has_verb_after(at) {
            self.now.slots |= verb;
        }
    }

    /// Whether a word begins a clause about a noun or of what is said: not in “it is here that”, and not where it only
    /// says where something lies, or after a negation or a verb that needs another: “you do not have to”.
    fn begins_part(&self, at: usize) -> bool {
        let slots = self.slots(at);
        let before = if at > 0 { self.slots(at - 1) } else { Slots::NONE };
        if slots.meets(Role::Which) {
            let nearby = self.tokens[at + 1..].iter().take(NEAR).take_while(|token| token.kind == Kind::Word);
            let mut nearby = nearby;
            return !self.is_cleft(at) && !nearby.any(|token| token.slots.meets(Role::Lies));
        }
        slots.meets(Role::That) && !self.is_cleft(at) && !before.meets(Slots::from(Role::Not) | Role::Verb.into())
    }

    fn is_cleft(&self, at: usize) -> bool {
        let from = self.now.words.start;
        at - from.min(at) <= CLEFT && self.slots(from).meets(Role::It) && self.slots(from + 1).meets(Role::Be)
    }

    /// Whether a verb follows before the next mark.
    fn has_verb_after(&self, at: usize) -> bool {
        let rest = self.tokens[at + 1..].iter().take_while(|token| token.kind == Kind::Word);
        let mut rest = rest;
        rest.any(|token| token.slots.meets(self.verbs))
    }

    fn close(&mut self, at: usize) {
        self.now.words.end = at;
        if !self.now.words.is_empty() {
            self.done.push(std::mem::take(&mut self.now));
        }
        self.now = Clause { words: at..at, ..Clause::default() };
    }
}
