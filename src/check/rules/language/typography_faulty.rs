//! `typography-faulty`: a text has faulty punctuation.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "typography-faulty",
    aliases: &["L-10"],
    title: Words {
        en: "Punctuation is doubled or has a blank before it",
        sv: "Skiljetecken är dubblerade eller har mellanslag framför sig",
        da: "Tegnsætningen er dobbelt eller har mellemrum foran",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A careless text makes the reader doubt its content.",
        sv: "En slarvig text får läsaren att tvivla på innehållet.",
        da: "En sjusket tekst får læseren til at tvivle på indholdet.",
    },
    bad: "remarks: ['Resorna planeras, , och utförs.']",
    good: "remarks: [Resorna planeras och utförs.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::Typography,
    rooms: &[],
    label: Words { en: "a typing error", sv: "ett skrivfel", da: "en tastefejl" },
    help: Words {
        en: "write the sign once, with no blank before it",
        sv: "skriv tecknet en gång, utan mellanslag framför",
        da: "skriv tegnet én gang uden mellemrum foran",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` is a typing error",
                sv: "`{found}` är ett skrivfel",
                da: "`{found}` er en tastefejl",
                found = found,
            )
            .into(),
        )
    });
}
