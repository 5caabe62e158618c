//! `term-outdated`: a term of the sector is outdated.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "term-outdated",
    aliases: &["ST-06"],
    title: Words {
        en: "A term of the sector is out of date",
        sv: "En term i verksamheten är inaktuell",
        da: "En fagterm er forældet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "The law calls the thing by another name now; a reader may take it for something else.",
        sv: "Lagen använder ett annat namn nu; läsaren kan tro att det är något annat.",
        da: "Loven bruger et andet navn nu; læseren kan tro, at det er noget andet.",
    },
    bad: "recipients: [{to: gymnasiesärskolan}]",
    good: "recipients: [{to: anpassade gymnasieskolan}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Term], findings);
}
