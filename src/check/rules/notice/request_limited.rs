//! `request-limited`: a text limits requests in a way that the law no longer allows.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "request-limited",
    aliases: &["N-31"],
    title: Words {
        en: "Requests are limited as the law no longer allows",
        sv: "En begäran begränsas på ett sätt som lagen inte längre tillåter",
        da: "Anmodninger begrænses på en måde, loven ikke længere tillader",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(2)"), Provision::Gdpr("12(5)"), Provision::Gdpr("15")],
    why: Words {
        en: "A request needs no signature and no year must pass between two of them.",
        sv: "En begäran behöver ingen underskrift, och det finns ingen gräns på en gång per år.",
        da: "En anmodning kræver ingen underskrift, og der er ingen grænse på én gang om året.",
    },
    bad: "rights: [{right: access, how: [Du kan en gång per kalenderår begära registerutdrag.]}]",
    good: "rights: [{right: access, how: [Skriv till oss.]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Limit], findings);
}
