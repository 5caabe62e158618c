//! `gap-open`: the register says that something is unknown.

use crate::check::passage::Kind;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::visit::TextKind;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "gap-open",
    aliases: &["G-14"],
    title: Words {
        en: "The register says that something is not known",
        sv: "Registret säger att något inte är känt",
        da: "Fortegnelsen siger, at noget er ukendt",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(2)"), Provision::Gdpr("24(1)")],
    why: Words {
        en: "A gap is honest, but it is still a gap: somebody has to find the answer.",
        sv: "En lucka är ärlig, men fortfarande en lucka: någon behöver hitta svaret.",
        da: "Et hul er ærligt, men stadig et hul: nogen skal finde svaret.",
    },
    bad: "remarks: {unknown: nobody has asked}",
    good: "remarks: [The list is complete.]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let gaps = case.passages.iter().filter(|passage| passage.kind == Kind::Text(TextKind::Gap));
    findings.extend(gaps.map(|gap| {
        Finding::info(
            RULE.code,
            gap.at,
            say!(
                en: "this is not known yet",
                sv: "det här är inte känt än",
                da: "dette er endnu ikke kendt",
            ),
        )
        .label(say!(en: "a gap", sv: "en lucka", da: "et hul"))
        .help(say!(
            en: "find the answer and write it here",
            sv: "ta reda på svaret och skriv det här",
            da: "find svaret, og skriv det her",
        ))
    }));
}
