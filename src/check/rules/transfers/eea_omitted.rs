//! `eea-omitted`: a text names the EU instead of the EU and the EEA.

use crate::check::passage::Passage;
use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "eea-omitted",
    aliases: &["T-07"],
    title: Words {
        en: "A text says the EU where the EU and the EEA are meant",
        sv: "En text säger EU där EU och EES avses",
        da: "En tekst siger EU, hvor EU og EØS er ment",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("44")],
    why: Words {
        en: "Norway, Iceland and Liechtenstein are no third countries; the border of Chapter V is that of the EEA.",
        sv: "Norge, Island och Liechtenstein är inga tredjeländer; gränsen i kapitel V är EES.",
        da: "Norge, Island og Liechtenstein er ikke tredjelande; grænsen i kapitel V er EØS.",
    },
    bad: "remarks: [Uppgifterna sparas inom EU hos leverantören.]",
    good: "remarks: [Uppgifterna sparas inom EU och EES.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::EuForEea,
    rooms: &[],
    label: Words { en: "and the EEA?", sv: "och EES?", da: "og EØS?" },
    help: Words { en: "write “the EU and the EEA”", sv: "skriv ”EU och EES”", da: "skriv ”EU og EØS”" },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |passage, found| {
        (!is_harmless(passage, found)).then(|| {
            say!(
                en: "`{found}` leaves the EEA out",
                sv: "`{found}` utelämnar EES",
                da: "`{found}` udelader EØS",
                found = found,
            )
            .into()
        })
    });
}

/// Whether the phrase names the EEA.
fn is_harmless(_: &Passage, found: &str) -> bool {
    ["EES", "EØS", "EEA"].iter().any(|name| found.contains(name))
}
