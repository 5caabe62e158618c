//! The changes of `ropa.toml`: decisions on grades, levels of rules, and every other setting.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use crate::diff::grade::Grade;
use crate::say;
use crate::say::Message;
use crate::source::fingerprint_of;

/// The keys that lead to the decisions on grades.
const DECISIONS: [&str; 2] = ["diff", "grade"];
/// The table of levels, of the workspace and of a municipality.
const LEVELS: &str = "levels";
/// The table of settings of single municipalities.
const MUNICIPALITY: &str = "municipality";
/// Reasons, which are internal.
const BECAUSE: &str = "because";

/// What kind of setting changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A decision on a grade.
    Decision,
    /// The level of a rule.
    Level,
    /// Another setting.
    Other,
}

/// Every code of a change of settings, with its grade and meaning.
pub(super) fn codes() -> Vec<(&'static str, Grade, Message)> {
    let kinds = [(Kind::Decision, false), (Kind::Decision, true), (Kind::Level, true), (Kind::Other, true)];
    let of = |(kind, was_there): (Kind, bool)| {
        let value = || Some(String::new());
        let key = String::new();
        let before = value().filter(|_| was_there);
        let setting = Setting {
            kind,
            code: code(kind, was_there),
            grade: Grade::Minor,
            key,
            municipality: None,
            before,
            after: value(),
        };
        (setting.code, setting.grade, setting.reason())
    };
    kinds.into_iter().map(of).collect()
}

/// The code of a change of a setting of this kind, which was there before or not.
fn code(kind: Kind, was_there: bool) -> &'static str {
    match (kind, was_there) {
        (Kind::Decision, false) => "decision-added",
        (Kind::Decision, true) => "decision-removed",
        (Kind::Level, _) => "level-changed",
        (Kind::Other, _) => "setting-changed",
    }
}

/// A change of one setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The kind of setting.
    pub kind: Kind,
    /// The stable code of the kind of change.
    pub code: &'static str,
    /// The grade.
    pub grade: Grade,
    /// The keys that lead to it, with dots.
    pub key: String,
    /// The municipality, if the setting is that of one.
    pub municipality: Option<String>,
    /// The value before, as TOML.
    pub before: Option<String>,
    /// The value after, as TOML.
    pub after: Option<String>,
}

impl Setting {
    /// Why it matters.
    #[must_use]
    pub fn reason(&self) -> Message {
        match (self.kind, &self.before) {
            (Kind::Decision, None) => say!(
                en: "A decision on a grade is added. It does not count in this comparison, only in later ones.",
                sv: "Ett beslut om en grad tillkommer. Det räknas inte i den här jämförelsen, bara i senare.",
                da: "En beslutning om en grad kommer til. Den tæller ikke i denne sammenligning, kun i senere.",
            ),
            (Kind::Decision, Some(_)) => say!(
                en: "A decision on a grade is changed or removed. In this comparison the earlier one still counts.",
                sv: "Ett beslut om en grad ändras eller tas bort. I den här jämförelsen räknas fortfarande det tidigare.",
                da: "En beslutning om en grad ændres eller fjernes. I denne sammenligning tæller den tidligere stadig.",
            ),
            (Kind::Level, _) => say!(
                en: "The level of a rule changes: findings may come or go although the register is the same.",
                sv: "Nivån för en regel ändras: avvikelser kan tillkomma eller försvinna fast registret är detsamma.",
                da: "Niveauet for en regel ændres: Afvigelser kan komme til eller forsvinde, selv om fortegnelsen er den samme.",
            ),
            (Kind::Other, _) if self.key.starts_with("brand.") => say!(
                en: "The look of every page changes.",
                sv: "Utseendet på alla sidor ändras.",
                da: "Alle siders udseende ændres.",
            ),
            (Kind::Other, _) => say!(
                en: "A setting of the program changes.",
                sv: "En inställning för programmet ändras.",
                da: "En indstilling for programmet ændres.",
            ),
        }
    }

    /// What tells the change from all others.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let value = |value: &Option<String>| value.clone().unwrap_or_default();
        let mut whole = fingerprint_of([self.key.as_str(), &value(&self.before), &value(&self.after)]);
        whole.truncate(12);
        whole
    }
}

/// The changes between two `ropa.toml`, decisions first. A public comparison leaves out their reasons, which are
/// internal; `names` selects the municipalities.
#[must_use]
pub(crate) fn compared(before: &Table, after: &Table, is_public: bool, names: impl Fn(&str) -> bool) -> Vec<Setting> {
    let (old, new) = (Flat::of(before, is_public), Flat::of(after, is_public));
    let mut all: Vec<Setting> = old.decisions.difference(&new.decisions).map(|old| decision(Some(old), None)).collect();
    all.extend(new.decisions.difference(&old.decisions).map(|new| decision(None, Some(new))));
    all.sort_by_key(|setting| setting.before.is_some());
    let keys: BTreeSet<&Vec<String>> = old.values.keys().chain(new.values.keys()).collect();
    let mut others: Vec<Setting> = Vec::new();
    for key in keys {
        let (before, after) = (old.values.get(key), new.values.get(key));
        if before != after {
            others.push(setting(key, before, after));
        }
    }
    others.sort_by_key(|setting| setting.kind);
    all.append(&mut others);
    all.retain(|setting| setting.municipality.as_ref().is_none_or(|name| names(name)));
    all
}

fn decision(before: Option<&(String, Option<String>)>, after: Option<&(String, Option<String>)>) -> Setting {
    let value = |side: Option<&(String, Option<String>)>| side.map(|(value, _)| value.clone());
    let (_, municipality) = after.or(before).cloned().unwrap_or_default();
    Setting {
        kind: Kind::Decision,
        code: code(Kind::Decision, before.is_some()),
        grade: Grade::Minor,
        key: DECISIONS.join("."),
        municipality,
        before: value(before),
        after: value(after),
    }
}

fn setting(key: &[String], before: Option<&String>, after: Option<&String>) -> Setting {
    let is_level = key.iter().rev().nth(1).is_some_and(|table| table == LEVELS);
    let kind = if is_level { Kind::Level } else { Kind::Other };
    let of_one = key.first().is_some_and(|table| table == MUNICIPALITY);
    Setting {
        kind,
        code: code(kind, before.is_some()),
        grade: Grade::Minor,
        key: key.join("."),
        municipality: key.get(1).filter(|_| of_one).cloned(),
        before: before.cloned(),
        after: after.cloned(),
    }
}

/// The settings of a file by their keys, and its decisions, each with its municipality.
#[derive(Default)]
struct Flat {
    values: BTreeMap<Vec<String>, String>,
    decisions: BTreeSet<(String, Option<String>)>,
}

impl Flat {
    fn of(table: &Table, is_public: bool) -> Self {
        let mut flat = Self::default();
        flat.add(table, &mut Vec::new(), is_public);
        flat
    }

    fn add(&mut self, table: &Table, way: &mut Vec<String>, is_public: bool) {
        for (key, value) in table {
            way.push(key.clone());
            let is_level = way.iter().rev().nth(1).is_some_and(|table| table == LEVELS);
            match value {
                Value::Array(all) if *way == DECISIONS => {
                    for one in all {
                        let municipality = one.get(MUNICIPALITY).and_then(Value::as_str).map(str::to_owned);
                        self.decisions.insert((shown(one, is_public), municipality));
                    }
                }
                Value::Table(inside) if !is_level => self.add(inside, way, is_public),
                value => _ = self.values.insert(way.clone(), shown(value, is_public)),
            }
            way.pop();
        }
    }
}

/// A value as TOML on one line.
fn shown(value: &Value, is_public: bool) -> String {
    match value {
        Value::Table(table) if is_public => {
            let kept = table.iter().filter(|(key, _)| *key != BECAUSE).map(|(key, value)| (key.clone(), value.clone()));
            Value::Table(kept.collect()).to_string()
        }
        value => value.to_string(),
    }
}
