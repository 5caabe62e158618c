//! The conditions that the rows of `templates/law/grades.toml` name, such as the direction or the topic of a change.

use crate::diff::direction::{
    denied, duty, first_limit, grows, is_longer, is_same_length, last_limit, length, narrower, start,
};
use crate::diff::flows::{consent_basis, newly_disclosed, newly_transferred};
use crate::diff::held::by_parts;
use crate::diff::known::{Known, When};
use crate::diff::matching::{is_reordered, is_same_word};
use crate::diff::parties::{formerly, from_person, internal, same_controller};
use crate::diff::reach::Side;
use crate::diff::sensitive::{high_risk, is_in_special, is_national_id, is_sensitive, is_special, is_vulnerable};
use crate::diff::spelling::{punctuation, spelling};
use crate::diff::third::{is_known_country, is_third, is_unstated};
use crate::diff::value::Value;
use crate::diff::wording::is_part;
use crate::diff::{Change, RecordKind, Step};
use crate::model::activity::{Activity, Record};
use crate::model::administration::Status;
use crate::model::data::Data;
use crate::model::purpose::BasisCode;
use crate::model::record::field;
use crate::model::retention::Then;
use crate::model::section::{Part, Section};
use crate::model::{Id, Lang, keys};
use crate::register::Register;

/// A change with the two registers compared.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The change.
    pub change: &'c Change,
    /// The register before.
    pub before: Side<'c>,
    /// The register after.
    pub after: Side<'c>,
    /// The language of texts without a language.
    pub main: Option<Lang>,
    /// Facts about activities, computed once for all changes.
    pub known: &'c Known,
}

/// Tests a change.
type Condition = fn(&Context) -> bool;

/// Every condition, by name.
pub const ALL: &[(&str, Condition)] = &[
    ("activity-elsewhere", activity_elsewhere),
    ("basis", |case| case.field() == keys::BASIS),
    ("begins", begins),
    (
        "class-three",
        |case| matches!(case.values(), (before, Some(Value::Number(after @ 3..))) if grows(before, *after)),
    ),
    ("consent-basis", consent_basis),
    ("country-known", is_known_country),
    ("country-unstated", is_unstated),
    ("data-known", data_known),
    ("default", default),
    ("earlier-start", |case| start(case.change.before.as_ref(), case) > start(case.change.after.as_ref(), case)),
    ("denied", denied),
    ("ended", |case| case.old_activity().is_some_and(|activity| activity.status == Some(Status::Ended))),
    ("ends", |case| is_status(case.change.after.as_ref(), &[Status::Ended, Status::WindingDown])),
    ("first-limit", first_limit),
    ("folder", |case| case.change.subject.room == RecordKind::Municipality),
    ("formerly", formerly),
    ("from-person", from_person),
    ("gap", |case| is_gap(case.change.before.as_ref()) || is_gap(case.change.after.as_ref())),
    ("gap-after", |case| is_gap(case.change.after.as_ref())),
    ("gap-before", |case| is_gap(case.change.before.as_ref())),
    ("gap-both", |case| is_gap(case.change.before.as_ref()) && is_gap(case.change.after.as_ref())),
    ("held-by-parts", by_parts),
    ("high-risk", high_risk),
    ("internal", internal),
    ("last-limit", last_limit),
    ("law-left", law_left),
    ("longer", |case| is_longer(case.change.before.as_ref(), case.change.after.as_ref())),
    ("main-kept", |case| case.main.is_some_and(|main| case.change.kept.contains(&main))),
    ("narrowed", |case| case.texts().is_some_and(|(before, after)| is_part(before, after))),
    ("narrower", narrower),
    ("national-id", |case| is_national_id(case.value())),
    ("newly-disclosed", newly_disclosed),
    ("newly-transferred", newly_transferred),
    ("none", |case| matches!(case.values(), (None, Some(Value::None)) | (Some(Value::None), None))),
    ("own-page", |case| matches!(case.change.subject.room, RecordKind::Activities | RecordKind::Notices)),
    ("punctuation", punctuation),
    ("reordered", |case| matches!(case.values(), (Some(before), Some(after)) if is_reordered(before, after))),
    ("rights-text", rights_text),
    ("same-controller", same_controller),
    ("same-length", |case| is_same_length(case.change.before.as_ref(), case.change.after.as_ref())),
    ("same-letter", same_letter),
    ("same-word", |case| matches!(case.values(), (Some(before), Some(after)) if is_same_word(before, after))),
    ("sensitive", is_sensitive),
    ("shorter", |case| length(case.change.after.as_ref()) < length(case.change.before.as_ref())),
    ("special", is_special),
    ("special-item", is_in_special),
    ("spelling", spelling),
    ("stricter", |case| duty(case.change.after.as_ref()) > duty(case.change.before.as_ref())),
    ("third-country", is_third),
    ("to-archive", |case| case.change.after == Some(Value::Code(Then::Archive.key()))),
    ("translation", |case| matches!(case.change.path.last(), Some(Step::Lang(lang)) if Some(*lang) != case.main)),
    ("vulnerable", |case| is_vulnerable(case.value())),
];

/// Whether a condition has this name. A leading `!` is ignored.
#[must_use]
pub(crate) fn is_known(name: &str) -> bool {
    ALL.iter().any(|(known, _)| *known == name.strip_prefix('!').unwrap_or(name))
}

/// Whether a condition holds; a leading `!` negates it. `None` if there is no such condition.
#[must_use]
pub(crate) fn holds(name: &str, case: &Context) -> Option<bool> {
    let (wanted, name) = match name.strip_prefix('!') {
        Some(name) => (false, name),
        None => (true, name),
    };
    ALL.iter().find(|(known, _)| *known == name).map(|(_, condition)| condition(case) == wanted)
}

impl<'c> Context<'c> {
    /// The value after, or else the value before.
    #[must_use]
    pub fn value(&self) -> &'c Value {
        self.change.after.as_ref().or(self.change.before.as_ref()).unwrap_or(&Value::Nothing)
    }

    /// The values before and after.
    #[must_use]
    pub fn values(&self) -> (Option<&'c Value>, Option<&'c Value>) {
        (self.change.before.as_ref(), self.change.after.as_ref())
    }

    /// The register with [`Context::value`].
    #[must_use]
    pub fn register(&self) -> &'c Register {
        if self.change.after.is_some() { self.after.complete } else { self.before.complete }
    }

    /// The last field of the path.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.change.fields().last().copied().unwrap_or_default()
    }

    /// The first field of the path.
    #[must_use]
    pub fn list(&self) -> &'static str {
        self.change.fields().first().copied().unwrap_or_default()
    }

    /// The innermost list item with the value, before and after.
    #[must_use]
    pub fn item(&self) -> Option<(&'c Value, &'c Value)> {
        self.change.path.iter().rev().find_map(|step| match step {
            Step::Item(before, after) => Some((&**before, &**after)),
            _ => None,
        })
    }

    /// The activity before.
    #[must_use]
    pub fn old_activity(&self) -> Option<&'c Activity> {
        activity(self.before.complete, self.change, self.change.subject.before.as_deref())
    }

    /// The activity after.
    #[must_use]
    pub fn new_activity(&self) -> Option<&'c Activity> {
        activity(self.after.complete, self.change, self.change.subject.after.as_deref())
    }

    /// The activity of each side.
    pub(super) fn activities(&self) -> impl Iterator<Item = (When, &'c Activity)> {
        let old = self.old_activity().map(|activity| (When::Before, activity));
        old.into_iter().chain(self.new_activity().map(|activity| (When::After, activity)))
    }

    /// The two texts, if both are texts in a single language.
    pub(super) fn texts(&self) -> Option<(&'c str, &'c str)> {
        let is_thing = |words: &str| is_thing(self.before.complete, words) || is_thing(self.after.complete, words);
        let one = |value: &'c Value| match value {
            Value::Text(words) if words.len() == 1 => words.values().next().map(String::as_str),
            Value::Free(..) => value.key().filter(|words| !is_thing(words)),
            _ => None,
        };
        Some((one(self.change.before.as_ref()?)?, one(self.change.after.as_ref()?)?))
    }
}

/// Whether a word is the id of a party or measure in the register.
fn is_thing(register: &Register, id: &str) -> bool {
    let Register { shared, municipality, .. } = register;
    shared.recipients.by_name(id).is_some()
        || shared.sources.by_name(id).is_some()
        || shared.processors.by_name(id).is_some()
        || shared.systems.by_name(id).is_some()
        || shared.measures.by_name(id).is_some()
        || municipality.units.by_name(id).is_some()
        || municipality.controllers.by_name(id).is_some()
}

fn activity<'r>(register: &'r Register, change: &Change, id: Option<&str>) -> Option<&'r Activity> {
    let id = Id::parse(id?, crate::finding::Place::default())?;
    (change.subject.room == RecordKind::Activities).then(|| register.activities.get(&id)).flatten()
}

/// Whether the activity that a notice adds or removes exists on one side only.
fn activity_elsewhere(case: &Context) -> bool {
    let id = case.value().key().unwrap_or_default();
    let known = |side: Side| side.complete.activities.contains_key(id);
    known(case.before) != known(case.after)
}

fn is_gap(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Gap(..)))
}

fn is_status(value: Option<&Value>, of: &[Status]) -> bool {
    matches!(value, Some(Value::Code(code)) if of.iter().any(|status| status.key() == *code))
}

fn begins(case: &Context) -> bool {
    let (before, after) = case.values();
    let is_active = after.is_none() || is_status(after, &[Status::Active]);
    is_active && is_status(before, &[Status::Planned, Status::Ended])
}

/// Whether the value that was added or removed is the default.
fn default(case: &Context) -> bool {
    let meant = [
        (field!(Activity, record), Record::Controller.key()),
        (field!(Activity, status), Status::Active.key()),
        (field!(Section, part), Part::Own.key()),
    ];
    let is_default = |value: &Value| matches!(value, Value::Code(code) if meant.contains(&(case.field(), code)));
    match case.values() {
        (None, Some(value)) | (Some(value), None) => is_default(value),
        _ => false,
    }
}

/// Whether the activity had all data items of the value before.
fn data_known(case: &Context) -> bool {
    let names = |value: &Value| match value {
        Value::Record(_) => value.items_of(field!(Data, items)).to_vec(),
        Value::Term(..) | Value::Free(..) => vec![value.clone()],
        _ => Vec::new(),
    };
    let Some(activity) = case.old_activity() else { return false };
    let new = names(case.value());
    !new.is_empty() && case.known.has_data((When::Before, activity), case.main, &new)
}

/// Whether other laws remain where one was removed.
fn law_left(case: &Context) -> bool {
    match case.item() {
        Some((_, after)) => !after.items_of(keys::LAW).is_empty(),
        None => case.new_activity().is_some_and(|activity| !activity.law.items.is_empty()),
    }
}

fn rights_text(case: &Context) -> bool {
    let text = case.register().shared.texts.by_name(case.change.subject.id());
    text.is_some_and(|text| matches!(text.part, Some(Part::Rights | Part::Complaint | Part::Consent)))
}

fn same_letter(case: &Context) -> bool {
    let letter = |value: Option<&Value>| {
        let Some(Value::Code(code)) = value else { return None };
        BasisCode::of_key(code).map(BasisCode::letter)
    };
    let (before, after) = case.values();
    letter(before).is_some() && letter(before) == letter(after)
}
