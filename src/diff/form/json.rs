//! A comparison as JSON for other programs, with its schema.

mod remark;
mod text;
mod value;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::diff::duty::Duty;
use crate::diff::grade::{self, Grade, Graded};
use crate::diff::report::{Found, Pages, Report, Standing, State};
use crate::diff::site::Site;
use crate::diff::{Recognised, RecordKind, Step};
use crate::error::Error;
use crate::model::Lang;
use crate::say;
use crate::visible;
use remark::{Remark, remark};
use text::Text;
use value::value;

/// The format of the output.
const FORMAT: u32 = 2;

/// The changes between two versions of a workspace.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Diff {
    /// The format of this output. A reader of format 2 can read all output of format 2.
    format: u32,
    /// The name of the version before.
    before: String,
    /// The name of the version after.
    after: String,
    /// The highest grade; null if nothing changed.
    grade: Option<Grade>,
    /// Whether everything could be compared.
    is_complete: bool,
    /// Whether only the changes of a grade, an activity or a unit are shown; findings and pages are then left out.
    is_part: bool,
    /// The changes of the settings, those of decisions on grades first.
    settings: Vec<Setting>,
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
    /// The public pages that differ; null if a version has errors, so that it has no pages, or if only a part is shown.
    pages: Option<Pages>,
    /// What is found about the changes themselves.
    remarks: Vec<Remark>,
    /// The findings that are not the same in both versions.
    findings: Vec<Finding>,
    /// The number of findings that are.
    standing: Standing,
    /// Files that could not be read whole in one of the versions; their content is not compared. The empty path is the
    /// whole municipality.
    not_compared: Vec<String>,
}

/// A change of a setting.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Setting {
    /// The kind of change.
    code: &'static str,
    /// What tells the change from all others.
    fingerprint: String,
    /// The grade.
    grade: Grade,
    /// The keys that lead to the setting, with dots.
    key: String,
    /// The municipality; null for a setting of all.
    municipality: Option<String>,
    /// The value before, as TOML.
    before: Option<String>,
    /// The value after, as TOML.
    after: Option<String>,
    /// What the change means.
    reason: Text,
}

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Change {
    /// The kind of change.
    code: &'static str,
    /// What tells the change from all others, for a decision in `ropa.toml`. It does not depend on other changes.
    fingerprint: String,
    /// The grade.
    grade: Grade,
    /// The grade before any decision in `ropa.toml`.
    usual: Grade,
    /// The decision that gave it another grade; null if there is none.
    decided: Option<Decided>,
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
    /// The countries of the parties that it names, by code; null for one that is not known.
    countries: Vec<Option<String>>,
    /// The file and line of the value after, or else of the value before; null if it is not known.
    site: Option<Site>,
}

/// A decision on a grade.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Decided {
    /// The reason; null in a public comparison.
    because: Option<String>,
    /// The last day on which the decision counts.
    until: Option<String>,
}

/// The acceptance of a finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Acceptance {
    /// The reason, by language.
    because: Json,
    /// The last day; null if there is none.
    until: Option<String>,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Finding {
    /// What became of it.
    state: State,
    /// Its code.
    code: &'static str,
    /// `error`, `warning` or `info`.
    level: String,
    /// The message.
    message: Text,
    /// Path, line and column.
    address: String,
    /// Why it is accepted; null if it is not.
    acceptance: Option<Acceptance>,
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
        pages: municipality.pages.clone(),
        remarks: municipality.remarks.iter().map(remark).collect(),
        findings: municipality.findings.iter().map(|found| finding(found, municipality.main)).collect(),
        standing: municipality.standing,
        not_compared: municipality.unread.clone(),
    };
    Diff {
        format: FORMAT,
        before: report.before.clone(),
        after: report.after.clone(),
        grade: report.grade(),
        is_complete: !report.is_partial(),
        is_part: !report.selection.is_all(),
        settings: report.settings.iter().map(setting).collect(),
        municipalities: report.municipalities.iter().map(municipality).collect(),
    }
}

/// The JSON Schema of [`Diff`].
#[must_use]
pub(crate) fn schema() -> Schema {
    schema_for!(Diff)
}

fn setting(setting: &crate::diff::settings::Setting) -> Setting {
    Setting {
        code: setting.code,
        fingerprint: setting.fingerprint(),
        grade: setting.grade,
        key: setting.key.clone(),
        municipality: setting.municipality.clone(),
        before: setting.before.clone(),
        after: setting.after.clone(),
        reason: (&setting.reason()).into(),
    }
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
        fingerprint: graded.fingerprint.clone(),
        grade: graded.grade,
        usual: graded.usual,
        decided: graded.decided.as_ref().map(|decided| Decided {
            because: Some(decided.because.clone()).filter(|because| !because.is_empty()),
            until: decided.until.map(|until| until.to_string()),
        }),
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
        countries: graded.countries.clone(),
        site: graded.site.clone(),
    }
}

fn finding(found: &Found, main: Option<Lang>) -> Finding {
    let acceptance = found.acceptance.as_ref().map(|(because, until)| Acceptance {
        because: because
            .each_language(main)
            .map(|(lang, words)| (lang.to_string(), words.into()))
            .collect::<Map<_, _>>()
            .into(),
        until: until.map(|until| until.to_string()),
    });
    Finding {
        state: found.state,
        code: found.finding.code,
        level: found.finding.level.to_string(),
        message: (&found.finding.message).into(),
        address: found.address.clone(),
        acceptance,
    }
}
