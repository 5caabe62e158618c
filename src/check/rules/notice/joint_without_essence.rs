//! `joint-without-essence`: joint controllers do not give the essence of their arrangement.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "joint-without-essence",
    aliases: &["N-28", "A30-13", "C-12"],
    title: Words {
        en: "Joint controllers without the essence of their arrangement",
        sv: "Gemensamt personuppgiftsansvar utan det väsentliga innehållet i arrangemanget",
        da: "Fælles dataansvar uden det væsentligste indhold af ordningen",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("26(2)")],
    why: Words {
        en: "The essence of the arrangement must be made available to the person.",
        sv: "Det väsentliga innehållet i arrangemanget ska göras tillgängligt för den registrerade.",
        da: "Det væsentligste indhold af ordningen skal gøres tilgængeligt for den registrerede.",
    },
    bad: "joint: {with: [Grannkommunen]}",
    good: "joint: {with: [Grannkommunen], essence: each answers for its own pupils}",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for joint in
        case.activities().filter_map(|activity| activity.joint.as_ref()).filter(|joint| joint.essence.is_unwritten())
    {
        findings.push(
            Finding::warning(
                RULE.code,
                joint.at,
                say!(
                    en: "the essence of the arrangement is not told",
                    sv: "det väsentliga innehållet i arrangemanget är inte angivet",
                    da: "det væsentligste indhold af ordningen er ikke angivet",
                ),
            )
            .label(say!(en: "no `essence`", sv: "`essence` saknas", da: "`essence` mangler"))
            .help(say!(
                en: "write `essence:`; if it is not known, `essence: {{unknown: why}}`",
                sv: "skriv `essence:`; är det inte känt, `essence: {{unknown: varför}}`",
                da: "skriv `essence:`; er det ukendt, `essence: {{unknown: hvorfor}}`",
            )),
        );
    }
}
