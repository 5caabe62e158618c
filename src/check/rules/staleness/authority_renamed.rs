//! `authority-renamed`: an authority has a new name.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "authority-renamed",
    aliases: &["ST-03"],
    title: Words {
        en: "An authority has another name now",
        sv: "En myndighet har ett annat namn nu",
        da: "En myndighed har et andet navn nu",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(e)"), Provision::Gdpr("14(2)(f)")],
    why: Words {
        en: "A recipient or a source is known by its present name.",
        sv: "En mottagare eller källa ska anges med sitt nuvarande namn.",
        da: "En modtager eller kilde skal angives med sit nuværende navn.",
    },
    bad: "recipients: [{to: \"Myndigheten för samhällsskydd och beredskap\"}]",
    good: "recipients: [{to: \"Myndigheten för civilt försvar\"}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Authority], findings);
}
