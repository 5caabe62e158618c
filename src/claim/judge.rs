//! The claims and their forms (`templates/claims/claims.toml`, `slots.toml`), and which of them a text makes.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use crate::assets::{Files, Table, missing, twice, unknown};
use crate::claim::clause::Clause;
use crate::claim::sentence::{Ending, Sentence, Token};
use crate::claim::slots::{MOST, Role, Slots};
use crate::claim::{Claim, Said, Topic};
use crate::error::Error;

const FILE: &str = "claims/claims.toml";
const SLOTS: &str = "claims/slots.toml";

/// How far before its noun a preposition stands, in words.
const NEAR: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSlots {
    /// Every slot.
    slots: String,
    /// The slots of verbs.
    verbs: String,
    /// The slots that a field gives.
    given: BTreeMap<Topic, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    claim: Vec<WrittenClaim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClaim {
    id: Claim,
    /// What it is about: words of the sentence, of the one before it if that is meant by a pronoun, or the field.
    #[serde(default)]
    about: Vec<String>,
    /// None of these is in the sentence.
    #[serde(default)]
    nowhere: String,
    /// The text nowhere says that all of these meet in a clause that is not negated.
    #[serde(default)]
    against: Vec<String>,
    form: Vec<WrittenForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenForm {
    /// These meet in one clause; `a|b` is either.
    #[serde(default)]
    all: Vec<String>,
    /// Whether the clause is negated; both if not written.
    denied: Option<bool>,
    /// None of these is in the clause.
    #[serde(default)]
    unless: String,
    /// These are somewhere in the sentence.
    #[serde(default)]
    also: Vec<String>,
    /// Of the clauses with such a word one is not negated.
    #[serde(default)]
    affirmed: String,
    /// Who acts.
    #[serde(default)]
    actor: String,
    /// What the actor does.
    #[serde(default)]
    does: String,
}

/// The names of the slots.
#[derive(Default)]
pub(super) struct Names {
    /// All, in their order.
    pub(super) all: Vec<String>,
    /// Those of verbs.
    pub(super) verbs: Slots,
}

#[derive(Default)]
struct Row {
    about: Vec<Slots>,
    nowhere: Slots,
    against: Vec<Slots>,
    forms: Vec<Form>,
}

struct Form {
    all: Vec<Slots>,
    denied: Option<bool>,
    unless: Slots,
    also: Vec<Slots>,
    affirmed: Slots,
    /// Who acts, and what is done.
    act: Option<(Slots, Slots)>,
}

#[derive(Default)]
struct Claims {
    rows: Vec<(Claim, Row)>,
    given: Vec<(Topic, Slots)>,
    pronoun: Slots,
}

static TABLE: Table<Claims> = Table::new(load);

/// Checks that the claims can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    TABLE.check(files)
}

/// The slots that the claims use.
pub(super) fn slots(files: &Files) -> Result<Names, Error> {
    names(files, &files.read(SLOTS)?)
}

fn names(files: &Files, written: &WrittenSlots) -> Result<Names, Error> {
    let all: Vec<String> = written.slots.split_whitespace().map(str::to_owned).collect();
    if let Some(twice_named) = all.iter().enumerate().find(|(at, name)| all[..*at].contains(name)) {
        return Err(files.fault(SLOTS, &["slots"], twice(twice_named.1)));
    }
    if let Some(more) = all.get(MOST) {
        return Err(files.fault(SLOTS, &["slots"], unknown(more)));
    }
    let names = Names { all, verbs: Slots::NONE };
    let verbs = names.set(&written.verbs).map_err(|odd| files.fault(SLOTS, &["verbs"], unknown(&odd)))?;
    Ok(Names { verbs, ..names })
}

impl Names {
    /// The slots of a list with spaces or `|` between them; the name that is none.
    fn set(&self, list: &str) -> Result<Slots, String> {
        list.split([' ', '|']).filter(|name| !name.is_empty()).try_fold(Slots::NONE, |all, name| {
            let own = match name {
                "conditional" => Some(Role::Conditional.into()),
                "law" => Some(Role::Law.into()),
                "length" => Some(Role::Length.into()),
                "be" => Some(Role::Be.into()),
                _ => self.all.iter().position(|known| known == name).map(Slots::nth),
            };
            own.map(|own| all | own).ok_or_else(|| name.to_owned())
        })
    }

    fn sets(&self, lists: &[String]) -> Result<Vec<Slots>, String> {
        lists.iter().map(|list| self.set(list)).collect()
    }

    /// A claim without its forms.
    fn row(&self, written: &WrittenClaim) -> Result<Row, String> {
        Ok(Row {
            about: self.sets(&written.about)?,
            nowhere: self.set(&written.nowhere)?,
            against: self.sets(&written.against)?,
            forms: Vec::with_capacity(written.form.len()),
        })
    }

    fn form(&self, written: &WrittenForm) -> Result<Form, String> {
        let (actor, does) = (self.set(&written.actor)?, self.set(&written.does)?);
        Ok(Form {
            all: self.sets(&written.all)?,
            denied: written.denied,
            unless: self.set(&written.unless)?,
            also: self.sets(&written.also)?,
            affirmed: self.set(&written.affirmed)?,
            act: (!actor.is_empty()).then_some((actor, does)),
        })
    }
}

fn load(files: &Files) -> Result<Claims, Error> {
    let slots: WrittenSlots = files.read(SLOTS)?;
    let names = names(files, &slots)?;
    let written: Written = files.read(FILE)?;
    let mut rows: Vec<(Claim, Row)> = Vec::with_capacity(written.claim.len());
    for (index, claim) in written.claim.iter().enumerate() {
        let index = index.to_string();
        let fault = |keys: &[&str], what| files.fault(FILE, &[&["claim", &index], keys].concat(), what);
        if rows.iter().any(|(known, _)| *known == claim.id) {
            return Err(fault(&["id"], twice(&claim.id.to_string())));
        }
        let mut row = names.row(claim).map_err(|odd| fault(&["id"], unknown(&odd)))?;
        for (at, form) in claim.form.iter().enumerate() {
            row.forms.push(names.form(form).map_err(|odd| fault(&["form", &at.to_string()], unknown(&odd)))?);
        }
        rows.push((claim.id, row));
    }
    if let Some(lacking) = Claim::ALL.iter().find(|claim| rows.iter().all(|(known, _)| known != *claim)) {
        return Err(files.fault(FILE, &["claim"], missing(&lacking.to_string())));
    }
    let given = slots.given.iter().map(|(topic, list)| Ok((*topic, names.set(list)?)));
    let given = given.collect::<Result<_, String>>().map_err(|odd| files.fault(SLOTS, &["given"], unknown(&odd)))?;
    Ok(Claims { rows, given, pronoun: Role::Person.into() })
}

/// The claims of a text, in the order of its words.
pub(super) fn judge(sentences: &[Sentence], topic: Topic) -> Vec<Said> {
    let claims = TABLE.get();
    let given = claims.given.iter().find(|(known, _)| *known == topic).map(|(_, slots)| *slots).unwrap_or_default();
    let mut said = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| sentences.get(at)).map(|sentence| sentence.all);
        let before = before.filter(|_| sentence.all.meets(claims.pronoun)).unwrap_or_default();
        let topics = sentence.all | before | given;
        for (claim, row) in &claims.rows {
            if !row.can_be_in(sentence, topics) || row.is_contradicted(sentences) {
                continue;
            }
            let found = row.forms.iter().find_map(|form| form.find(sentence));
            said.extend(found.map(|range| Said { claim: *claim, range }));
        }
    }
    said.sort_by_key(|said| said.range.start);
    said
}

impl Row {
    fn can_be_in(&self, sentence: &Sentence, topics: Slots) -> bool {
        self.forms.iter().any(|form| form.can_be_in(sentence.all))
            && self.about.iter().all(|slots| topics.meets(*slots))
            && !sentence.all.meets(self.nowhere)
    }

    fn is_contradicted(&self, sentences: &[Sentence]) -> bool {
        let says = |clause: &Clause| !clause.is_denied() && self.against.iter().all(|slots| clause.slots.meets(*slots));
        !self.against.is_empty() && sentences.iter().flat_map(|sentence| &sentence.clauses).any(says)
    }
}

impl Form {
    fn can_be_in(&self, all: Slots) -> bool {
        self.all.iter().chain(&self.also).all(|slots| all.meets(*slots))
            && self.act.is_none_or(|(actor, does)| all.meets(actor) && all.meets(does))
    }

    fn is_affirmed(&self, sentence: &Sentence) -> bool {
        let mut about = sentence.clauses.iter().filter(|clause| clause.slots.meets(self.affirmed)).peekable();
        about.peek().is_none() || about.any(|clause| !clause.is_denied())
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
