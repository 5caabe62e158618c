//! `version-missing`: a notice has neither a version nor a date.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::notice::Notice;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "version-missing",
    aliases: &["N-34"],
    title: Words {
        en: "A notice has neither a version nor a day",
        sv: "En information har varken version eller datum",
        da: "En oplysning har hverken version eller dato",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("5(2)"), Provision::Gdpr("12(1)")],
    why: Words {
        en: "Who was informed of what, and when, can only be shown when the notice has a day.",
        sv: "Vem som fick veta vad, och när, går bara att visa om informationen är daterad.",
        da: "Hvem der fik hvad at vide, og hvornår, kan kun påvises, hvis oplysningen er dateret.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_silent =
        |notice: &&Notice| notice.valid_from.is_none() && notice.updated.is_unwritten() && notice.version.is_none();
    for notice in case.register.notices.values().filter(is_silent) {
        findings.push(
            RULE.found(
                notice.id.at,
                say!(
                    en: "this notice has neither a version nor a day",
                    sv: "informationstexten har varken version eller datum",
                    da: "oplysningsteksten har hverken version eller dato",
                ),
            )
            .label(say!(en: "since when?", sv: "vilket datum?", da: "hvilken dato?"))
            .help(say!(
                en: "write `valid-from:` or `updated:` with the day; if it is not known, `updated: {{unknown: why}}`",
                sv: "skriv `valid-from:` eller `updated:` med dagen; är den inte känd, `updated: {{unknown: varför}}`",
                da: "skriv `valid-from:` eller `updated:` med dagen; er den ukendt, `updated: {{unknown: hvorfor}}`",
            )),
        );
    }
}
