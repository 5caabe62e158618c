//! The claims and their forms as they are written (`templates/claims/claims.toml`, `slots.toml`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets::{Files, Table, missing, twice, unknown};
use crate::claim::slots::{MOST, Role, Slots};
use crate::claim::{Category, Claim, Topic};
use crate::error::Error;

const FILE: &str = "claims/claims.toml";
const SLOTS: &str = "claims/slots.toml";
/// The slot of words for things and places, which tell nothing of a person.
const ORDINARY: &str = "ordinary";

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
    /// Of ten sentences that are found more than one does not make it: what rests on it is at most a hint.
    #[serde(default)]
    uncertain: bool,
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
    /// None of these is in the sentence.
    #[serde(default)]
    nowhere: String,
    /// Of the clauses with such a word one is not negated.
    #[serde(default)]
    affirmed: String,
    /// No clause with such a word is negated.
    #[serde(default)]
    firm: String,
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

/// A claim with its forms.
#[derive(Default)]
pub(super) struct Row {
    pub(super) about: Vec<Slots>,
    pub(super) nowhere: Slots,
    pub(super) against: Vec<Slots>,
    pub(super) is_uncertain: bool,
    pub(super) forms: Vec<Form>,
}

/// A form of a claim.
pub(super) struct Form {
    pub(super) all: Vec<Slots>,
    pub(super) denied: Option<bool>,
    pub(super) unless: Slots,
    pub(super) also: Vec<Slots>,
    pub(super) nowhere: Slots,
    pub(super) affirmed: Slots,
    pub(super) firm: Slots,
    /// Who acts, and what is done.
    pub(super) act: Option<(Slots, Slots)>,
}

/// The claims, and what the reader needs beside them.
#[derive(Default)]
pub(super) struct Claims {
    pub(super) rows: Vec<(Claim, Row)>,
    pub(super) given: Vec<(Topic, Slots)>,
    pub(super) categories: Vec<(Category, Slots)>,
    /// What names an ordinary thing, whatever stands beside it.
    pub(super) ordinary: Slots,
}

pub(super) static TABLE: Table<Claims> = Table::new(load);

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
                "not" => Some(Role::Not.into()),
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
            is_uncertain: written.uncertain,
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
            nowhere: self.set(&written.nowhere)?,
            affirmed: self.set(&written.affirmed)?,
            firm: self.set(&written.firm)?,
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
    let categories = Category::ALL.iter().map(|category| Ok((*category, names.set(&category.to_string())?)));
    let categories = categories.collect::<Result<_, String>>();
    let categories = categories.map_err(|lacking| files.fault(SLOTS, &["slots"], missing(&lacking)))?;
    let ordinary = names.set(ORDINARY).map_err(|lacking| files.fault(SLOTS, &["slots"], missing(&lacking)))?;
    Ok(Claims { rows, given, categories, ordinary })
}
