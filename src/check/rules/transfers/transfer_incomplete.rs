//! `transfer-incomplete`: a transfer lacks its country, its tool or the copy of the safeguards.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::model::flow::{Tool, Transfer};
use crate::say;
use crate::say::{Message, Words};

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
    for transfer in case.activities().flat_map(|activity| &activity.transfers) {
        let missing = missing(transfer);
        if missing.is_empty() {
            continue;
        }
        let told = Message::each(|tongue| {
            let told: Vec<String> =
                missing.iter().map(|(key, words)| format!("{} (`{key}`)", words.get(tongue))).collect();
            told.join(", ")
        });
        let keys: Vec<String> = missing.iter().map(|(key, _)| format!("`{key}:`")).collect();
        findings.push(
            RULE.found(
                transfer.at,
                say!(
                    en: "this transfer does not say: {missing}",
                    sv: "överföringen anger inte: {missing}",
                    da: "overførslen angiver ikke: {missing}",
                    missing = told,
                ),
            )
            .label(say!(en: "incomplete", sv: "ofullständigt", da: "ufuldstændigt"))
            .help(say!(
                en: "write {keys}; what is not known, `{{unknown: why}}`",
                sv: "skriv {keys}; det som inte är känt, `{{unknown: varför}}`",
                da: "skriv {keys}; det, der er ukendt, `{{unknown: hvorfor}}`",
                keys = keys.join(", "),
            )),
        );
    }
}

/// The keys that a transfer lacks. An adequacy decision and a derogation have no safeguards to copy.
fn missing(transfer: &Transfer) -> Vec<(&'static str, Words)> {
    let has_safeguards = !matches!(transfer.tool.value(), Some(Tool::Adequacy | Tool::Derogation));
    let lacks = [
        ("country", Words { en: "its country", sv: "landet", da: "landet" }, transfer.country.is_unwritten()),
        (
            "tool",
            Words { en: "its tool", sv: "överföringsverktyget", da: "overførselsgrundlaget" },
            transfer.tool.is_unwritten(),
        ),
        (
            "copy",
            Words {
                en: "how to get a copy of the safeguards",
                sv: "hur man får en kopia av skyddsåtgärderna",
                da: "hvordan man får en kopi af garantierne",
            },
            has_safeguards && transfer.copy.is_unwritten(),
        ),
    ];
    lacks.into_iter().filter(|(.., is_missing)| *is_missing).map(|(key, words, _)| (key, words)).collect()
}
