//! `data-missing`: no category of personal data is stated.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "data-missing",
    aliases: &["A30-06", "N-25"],
    title: Words {
        en: "No category of personal data is stated",
        sv: "Ingen kategori av personuppgifter är angiven",
        da: "Ingen kategori af personoplysninger er angivet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("30(1)(c)"), Provision::Gdpr("14(1)(d)")],
    why: Words {
        en: "The record must say which data are processed.",
        sv: "Registret ska ange vilka uppgifter som behandlas.",
        da: "Fortegnelsen skal angive, hvilke oplysninger der behandles.",
    },
    bad: "data: ~",
    good: "data: [name]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| activity.data.is_unwritten() && !activity.is_processing_for_others())
    {
        findings.push(
            Finding::error(
                RULE.code,
                activity.id.at,
                say!(
                    en: "`{id}` does not say which data are processed",
                    sv: "`{id}` anger inte vilka uppgifter som behandlas",
                    da: "`{id}` angiver ikke, hvilke oplysninger der behandles",
                    id = activity.id,
                ),
            )
            .label(IN_THIS_ACTIVITY)
            .help(say!(
                en: "write `data:`, such as `[name, address]`; if it is not known, `data: {{unknown: why}}`",
                sv: "skriv `data:`, till exempel `[name, address]`; är det inte känt, `data: {{unknown: varför}}`",
                da: "skriv `data:`, for eksempel `[name, address]`; er det ukendt, `data: {{unknown: hvorfor}}`",
            )),
        );
    }
}
