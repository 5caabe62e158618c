//! `company-renamed`: a company or product has a new name.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "company-renamed",
    aliases: &["ST-04"],
    title: Words {
        en: "A company or product has another name now",
        sv: "Ett företag eller en produkt heter något annat nu",
        da: "Et selskab eller produkt hedder noget andet nu",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("28"), Provision::Gdpr("13(1)(e)")],
    why: Words {
        en: "An agreement binds a company that exists.",
        sv: "Ett avtal binder ett företag som finns.",
        da: "En aftale binder et selskab, der findes.",
    },
    bad: "recipients: [{to: Facebook Ireland}]\njoint: {with: [Meta Platforms Ireland Limited], essence: var och en svarar för sitt}",
    good: "recipients: [{to: taxibolaget}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Company], findings);
}
