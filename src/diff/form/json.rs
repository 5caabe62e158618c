//! A comparison as JSON for other programs, with its schema.

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::diff::duty::Duty;
use crate::diff::grade::{self, Grade, Graded};
use crate::diff::report::{Found, Report};
use crate::diff::value::{Value, Words};
use crate::diff::{Recognised, RecordKind, Step};
use crate::error::Error;
use crate::finding::Place;
use crate::model::Id;
use crate::say;
use crate::say::Message;
use crate::visible;

/// The format of the output.
const FORMAT: u32 = 1;

/// The changes between two versions of a workspace.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Diff {
    /// The format of this output. A reader of format 1 can read all output of format 1.
    format: u32,
    /// The name of the version before.
    before: String,
    /// The name of the version after.
    after: String,
    /// The highest grade; null if nothing changed.
    grade: Option<Grade>,
    /// The municipalities with changes, and those that could not be compared completely.
    municipalities: Vec<Municipality>,
}

/// The changes of one municipality.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Municipality {
    /// The name of the folder.
    id: String,
    /// The changes.
    changes: Vec<Change>,
    /// The ids of the notices that must be published again.
    publish: Vec<String>,
    /// New findings.
    introduced: Vec<Finding>,
    /// Findings that no longer exist.
    resolved: Vec<Finding>,
    /// Files that could not be read in one of the versions; their content is not compared.
    not_compared: Vec<String>,
}

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Change {
    /// The kind of change.
    code: &'static str,
    /// The grade.
    grade: Grade,
    /// The grade before any override in `ropa.toml`.
    usual: Grade,
    /// The reason for the override; null if there is none.
    because: Option<String>,
    /// The kind of record.
    room: RecordKind,
    /// The id of the record before; null if it is new.
    id_before: Option<String>,
    /// The id of the record after; null if it is removed.
    id_after: Option<String>,
    /// How the two records were matched.
    recognised: Recognised,
    /// The keys that lead to the value, as in YAML.
    path: Vec<String>,
    /// The language of the text; null unless the change is in one language of a text.
    lang: Option<String>,
    /// The value before.
    before: Json,
    /// The value after.
    after: Json,
    /// The law.
    law: Text,
    /// The reason for the grade.
    reason: Text,
    /// The duties that follow.
    obliges: Vec<Duty>,
    /// The ids of the activities that it affects.
    activities: Vec<String>,
    /// The ids of the notices that it affects.
    notices: Vec<String>,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Finding {
    /// Its code.
    code: &'static str,
    /// `error`, `warning` or `info`.
    level: String,
    /// The message.
    message: Text,
    /// Path, line and column.
    address: String,
}

/// A text in the languages of the program.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Text {
    /// English.
    en: String,
    /// Swedish.
    sv: String,
    /// Danish.
    da: String,
}

impl From<&Message> for Text {
    fn from(message: &Message) -> Self {
        let Message { en, sv, da } = message.clone();
        Self { en, sv, da }
    }
}

/// The comparison as formatted JSON.
///
/// # Errors
/// If serialization fails, which no change can cause.
pub(crate) fn text(report: &Report) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(&diff(report)).map(|text| visible::json(&text));
    text.map_err(|cause| {
        Error::new(say!(
            en: "the comparison could not be written as JSON",
            sv: "jämförelsen kunde inte skrivas som JSON",
            da: "sammenligningen kunne ikke skrives som JSON",
        ))
        .because(cause)
    })
}

/// The comparison as a serializable object.
#[must_use]
pub fn diff(report: &Report) -> Diff {
    let municipality = |municipality: &crate::diff::report::Municipality| Municipality {
        id: municipality.id.clone(),
        changes: municipality.changes.iter().map(change).collect(),
        publish: municipality.publish.clone(),
        introduced: municipality.introduced.iter().map(finding).collect(),
        resolved: municipality.resolved.iter().map(finding).collect(),
        not_compared: municipality.unread.clone(),
    };
    Diff {
        format: FORMAT,
        before: report.before.clone(),
        after: report.after.clone(),
        grade: report.grade(),
        municipalities: report.municipalities.iter().map(municipality).collect(),
    }
}

/// The JSON Schema of [`Diff`].
#[must_use]
pub(crate) fn schema() -> Schema {
    schema_for!(Diff)
}

fn change(graded: &Graded) -> Change {
    let subject = &graded.change.subject;
    let lang = graded
        .change
        .path
        .iter()
        .find_map(|step| if let Step::Lang(lang) = step { Some(lang.to_string()) } else { None });
    Change {
        code: graded.code,
        grade: graded.grade,
        usual: graded.usual,
        because: graded.because.clone(),
        room: subject.room,
        id_before: subject.before.clone(),
        id_after: subject.after.clone(),
        recognised: subject.recognised,
        path: grade::path(&graded.change).into_iter().skip(1).collect(),
        lang,
        before: graded.change.before.as_ref().map_or(Json::Null, value),
        after: graded.change.after.as_ref().map_or(Json::Null, value),
        law: (&graded.law).into(),
        reason: (&graded.reason).into(),
        obliges: graded.obliges.clone(),
        activities: graded.touched.activities.iter().cloned().collect(),
        notices: graded.touched.notices.iter().cloned().collect(),
    }
}

fn finding(found: &Found) -> Finding {
    Finding {
        code: found.finding.code,
        level: found.finding.level.to_string(),
        message: (&found.finding.message).into(),
        address: found.address.clone(),
    }
}

/// A value as in YAML; terms are given as codes.
fn value(value: &Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Record(fields) => fields
            .iter()
            .map(|(field, inside)| (field.replace('_', "-"), self::value(inside)))
            .collect::<Map<_, _>>()
            .into(),
        Value::List(items) => items.iter().map(self::value).collect(),
        Value::ById(things) => {
            things.iter().map(|(id, inside)| (id.clone(), self::value(inside))).collect::<Map<_, _>>().into()
        }
        Value::None => "none".into(),
        Value::Gap(reason, say) => gap(reason, say),
        Value::Free(_, words) => match value.key().filter(|key| Id::parse(key, Place::default()).is_some()) {
            Some(id) => id.into(),
            None => self::words(words),
        },
        Value::Text(words) => self::words(words),
        Value::Term(_, key) | Value::Reference(_, key) | Value::Id(key) | Value::Country(key) => key.as_str().into(),
        Value::Plain(words) => words.as_str().into(),
        Value::Code(code) => (*code).into(),
        Value::Yes => "yes".into(),
        Value::Number(number) => (*number).into(),
        Value::Date(day) => day.to_string().into(),
        Value::Keep(keep) => keep.to_string().into(),
        Value::Lang(lang) => lang.code().into(),
    }
}

/// A gap as in `register.json`: `true` in the place of a reason that is not shown.
fn gap(reason: &Words, say: &Words) -> Json {
    let mut gap = Map::new();
    gap.insert("unknown".to_owned(), if reason.is_empty() { true.into() } else { words(reason) });
    if !say.is_empty() {
        gap.insert("say".to_owned(), words(say));
    }
    gap.into()
}

fn words(words: &Words) -> Json {
    words.iter().map(|(lang, words)| (lang.to_string(), Json::from(words.as_str()))).collect::<Map<_, _>>().into()
}
