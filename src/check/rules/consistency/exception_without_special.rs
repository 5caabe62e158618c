//! `exception-without-special`: an exception of Article 9(2) stands on data of no special category.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::document::sections::data::special_of;
use crate::finding::{Finding, Findings, Level};
use crate::model::data::Sensitivity;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "exception-without-special",
    aliases: &["C-36"],
    title: Words::only("An exception of Article 9(2) stands on data of no special category"),
    level: Level::Warning,
    law: &[Provision::Cited("Article 9(1) and (2) GDPR")],
    why: Words::only(
        "Either the data are of a special category and the notice should say so, or the exception is out of place.",
    ),
    bad: "data: [{items: [name], exception: {code: care, law: patientdatalagen (2008:355)}}]",
    good: "data: [name]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let own = activity.data.iter().filter(|data| data.same_as.is_none());
        let excepted = own.filter(|data| data.exception.iter().any(|exception| exception.code.is_some()));
        let marked = |sensitivity| matches!(sensitivity, Some(Sensitivity::Special | Sensitivity::Criminal));
        for data in excepted.filter(|data| special_of(data).is_empty() && !marked(data.sensitivity)) {
            findings.push(
                Finding::warning(RULE.code, data.at, "an exception stands here, but no special category")
                    .label("which special category is it?")
                    .help("write `special:`, such as `[health]`, or a code that brings it, such as `health-data`; or remove `exception`"),
            );
        }
    }
}
