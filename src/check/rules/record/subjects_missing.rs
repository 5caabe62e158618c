//! `subjects-missing`: no category of data subjects is stated.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "subjects-missing",
    aliases: &["A30-05"],
    title: Words {
        en: "No category of data subjects is stated",
        sv: "Ingen kategori av registrerade är angiven",
        da: "Ingen kategori af registrerede er angivet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("30(1)(c)")],
    why: Words {
        en: "The record must say whose data are processed.",
        sv: "Registret ska ange vems uppgifter som behandlas.",
        da: "Fortegnelsen skal angive, hvem oplysningerne vedrører.",
    },
    bad: "subjects: ~",
    good: "subjects: [pupil]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| activity.subjects.is_unwritten() && !activity.is_processing_for_others())
    {
        findings.push(
            Finding::error(
                RULE.code,
                activity.id.at,
                say!(
                    en: "`{id}` does not say whose data are processed",
                    sv: "`{id}` anger inte vems uppgifter som behandlas",
                    da: "`{id}` angiver ikke, hvem oplysningerne vedrører",
                    id = activity.id,
                ),
            )
            .label(IN_THIS_ACTIVITY)
            .help(say!(
                en: "write `subjects:`, such as `[pupil, guardian]`; if it is not known, `subjects: {{unknown: why}}`",
                sv: "skriv `subjects:`, till exempel `[pupil, guardian]`; är det inte känt, `subjects: {{unknown: varför}}`",
                da: "skriv `subjects:`, for eksempel `[pupil, guardian]`; er det ukendt, `subjects: {{unknown: hvorfor}}`",
            )),
        );
    }
}
