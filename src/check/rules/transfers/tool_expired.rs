//! `tool-expired`: a transfer tool is named that is no longer valid.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "tool-expired",
    aliases: &["T-05", "ST-05"],
    title: Words {
        en: "A transfer tool is named that no longer holds",
        sv: "Ett överföringsverktyg anges som inte längre gäller",
        da: "Et overførselsgrundlag er angivet, som ikke længere gælder",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("44"), Provision::Gdpr("46(5)"), Provision::Cited("C-311/18")],
    why: Words {
        en: "Data may only be transferred on a tool that holds on the day of the transfer.",
        sv: "Uppgifter får bara föras över med ett stöd som gäller den dag de förs över.",
        da: "Oplysninger må kun overføres på et grundlag, der gælder på overførselsdagen.",
    },
    bad: "remarks: [Leverantören följer Privacy Shield.]",
    good: "remarks: [Leverantören följer våra instruktioner.]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Tool], findings);
}
