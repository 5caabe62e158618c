//! `wording-weak`: a text does not say when something happens.

use crate::check::passage::Room;
use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "wording-weak",
    aliases: &["L-01a"],
    title: Words {
        en: "A text leaves open when something happens",
        sv: "En text lämnar öppet när något sker",
        da: "En tekst lader det stå åbent, hvornår noget sker",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "“As needed” and “in some cases” do not tell the reader whether it is about her.",
        sv: "”Vid behov” och ”i vissa fall” säger inte läsaren om det gäller henne.",
        da: "”Efter behov” og ”i nogle tilfælde” fortæller ikke læseren, om det gælder hende.",
    },
    bad: "purposes: [{what: planera resorna, when: vid behov}]",
    good: "purposes: [{what: planera resorna, when: om eleven har rätt till skolskjuts}]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::MayWeak,
    rooms: &[
        Room::Purposes,
        Room::Data,
        Room::Sources,
        Room::Recipients,
        Room::Processors,
        Room::Transfers,
        Room::Retention,
    ],
    label: Words { en: "when?", sv: "när?", da: "hvornår?" },
    help: Words {
        en: "write the condition in `when:`",
        sv: "skriv villkoret i `when:`",
        da: "skriv betingelsen i `when:`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` does not say when",
                sv: "`{found}` säger inte när",
                da: "`{found}` siger ikke hvornår",
                found = found,
            )
            .into(),
        )
    });
}
