//! `link-without-scheme`: an address in a text has no scheme, so it is not a link.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "link-without-scheme",
    aliases: &["K-04"],
    title: Words {
        en: "An address in a text is no link",
        sv: "En adress i en text är ingen länk",
        da: "En adresse i en tekst er ikke et link",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "An address without `https://` cannot be followed from the page.",
        sv: "En adress utan `https://` går inte att följa från sidan.",
        da: "En adresse uden `https://` kan ikke følges fra siden.",
    },
    bad: "remarks: [Läs mer på www.example.org.]",
    good: "remarks: [Läs mer på kommunens webbplats.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::SchemelessLink,
    rooms: &[],
    label: Words { en: "no link", sv: "ingen länk", da: "ikke et link" },
    help: Words {
        en: "write the link in `links:` with `label:` and `url:`",
        sv: "skriv länken i `links:` med `label:` och `url:`",
        da: "skriv linket i `links:` med `label:` og `url:`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` is an address that cannot be clicked",
                sv: "`{found}` är en adress som inte går att klicka på",
                da: "`{found}` er en adresse, som man ikke kan klikke på",
                found = found,
            )
            .into(),
        )
    });
}
