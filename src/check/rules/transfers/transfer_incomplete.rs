//! `transfer-incomplete`: a transfer lacks its country, its tool or the copy of the safeguards.

use crate::check::incomplete::{self, Asked};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::flow::{Tool, Transfer};
use crate::model::record::field;
use crate::say;
use crate::say::{Message, Words};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfer-incomplete",
    aliases: &["N-11", "A30-09", "T-13"],
    title: Words {
        en: "A transfer lacks its country, its tool or the copy of the safeguards",
        sv: "En överföring saknar land, verktyg eller kopia av skyddsåtgärderna",
        da: "En overførsel mangler land, grundlag eller kopi af garantierne",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
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
    let says = |missing: &Message| {
        say!(
            en: "this transfer does not say: {missing}",
            sv: "överföringen anger inte: {missing}",
            da: "overførslen angiver ikke: {missing}",
            missing = *missing,
        )
    };
    let all = case.activities().flat_map(|activity| &activity.transfers);
    findings.extend(all.filter_map(|transfer| incomplete::finding(&RULE, transfer.at, &asked(transfer), says)));
}

/// The keys that a transfer must have. An adequacy decision and a derogation have no safeguards to copy.
fn asked(transfer: &Transfer) -> [Asked; 3] {
    let has_safeguards = !matches!(transfer.tool.value(), Some(Tool::Adequacy | Tool::Derogation));
    [
        (
            field!(Transfer, country),
            Words { en: "its country", sv: "landet", da: "landet" },
            transfer.country.is_unwritten(),
        ),
        (
            field!(Transfer, tool),
            Words { en: "its tool", sv: "överföringsverktyget", da: "overførselsgrundlaget" },
            transfer.tool.is_unwritten(),
        ),
        (
            field!(Transfer, copy),
            Words {
                en: "how to get a copy of the safeguards",
                sv: "hur man får en kopia av skyddsåtgärderna",
                da: "hvordan man får en kopi af garantierne",
            },
            has_safeguards && transfer.copy.is_unwritten(),
        ),
    ]
}
