//! `transfer-incomplete`: a transfer lacks its country, its tool or the copy of the safeguards.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::model::flow::{Tool, Transfer};
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "transfer-incomplete",
    aliases: &["N-11", "A30-09", "T-13"],
    title: Words {
        en: "A transfer lacks its country, its tool or the copy of the safeguards",
        sv: "En överföring saknar land, verktyg eller kopia av skyddsåtgärderna",
        da: "En overførsel mangler land, grundlag eller kopi af garantierne",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("13(1)(f)"), Provision::Gdpr("30(1)(e)")],
    why: Words {
        en: "The person must learn where the data go, what protects them there, and where the safeguards can be read.",
        sv: "Den registrerade ska få veta vart uppgifterna går, med vilket stöd, och var skyddsåtgärderna kan läsas.",
        da: "Den registrerede skal have at vide, hvor oplysningerne overføres til, på hvilket grundlag, og hvor garantierne kan læses.",
    },
    bad: "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, assessed: 2026-01-15}]",
    good: "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, assessed: 2026-01-15, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for transfer in &activity.transfers {
            for key in missing(transfer) {
                findings.push(
                    Finding::error(
                        RULE.code,
                        transfer.at,
                        say!(
                            en: "this transfer does not say its `{key}`",
                            sv: "den här överföringen anger inte `{key}`",
                            da: "denne overførsel angiver ikke `{key}`",
                        ),
                    )
                    .label(say!(en: "`{key}` is missing", sv: "`{key}` saknas", da: "`{key}` mangler"))
                    .help(say!(
                        en: "write `{key}:`; if it is not known, `{key}: {{unknown: why}}`",
                        sv: "skriv `{key}:`; är det inte känt, `{key}: {{unknown: varför}}`",
                        da: "skriv `{key}:`; er det ukendt, `{key}: {{unknown: hvorfor}}`",
                    )),
                );
            }
        }
    }
}

/// The keys that a transfer lacks. An adequacy decision and a derogation have no safeguards to copy.
fn missing(transfer: &Transfer) -> Vec<&'static str> {
    let has_safeguards = !matches!(transfer.tool.value(), Some(Tool::Adequacy | Tool::Derogation));
    let lacks = [
        ("country", transfer.country.is_unwritten()),
        ("tool", transfer.tool.is_unwritten()),
        ("copy", has_safeguards && transfer.copy.is_unwritten()),
    ];
    lacks.into_iter().filter(|(_, is_missing)| *is_missing).map(|(key, _)| key).collect()
}
