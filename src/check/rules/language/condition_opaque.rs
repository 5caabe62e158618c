//! `condition-opaque`: a right depends on a condition that is not named.

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
    code: "condition-opaque",
    aliases: &["N-14b"],
    title: Words {
        en: "A right is told with a condition that is not named",
        sv: "En rättighet anges med ett villkor som inte förklaras",
        da: "En rettighed oplyses med en betingelse, der ikke forklares",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Gdpr("12(2)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "A reader who is told “under certain conditions” cannot know whether the right is his.",
        sv: "Den som läser ”under vissa förutsättningar” kan inte veta om rättigheten gäller.",
        da: "Den, der læser ”under visse betingelser”, kan ikke vide, om rettigheden gælder.",
    },
    bad: "rights: [{right: erasure, remarks: [Under vissa förutsättningar kan uppgifter tas bort.]}]",
    good: "rights: [{right: erasure, remarks: [Uppgifter tas bort när beslutet har gallrats.]}]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::ConditionOpaque,
    rooms: &[Room::Rights],
    label: Words { en: "which conditions?", sv: "vilka villkor?", da: "hvilke betingelser?" },
    help: Words {
        en: "name the condition, or leave the sentence out: the rights are computed from the legal bases",
        sv: "ange villkoret, eller ta bort meningen: rättigheterna räknas fram ur de rättsliga grunderna",
        da: "skriv betingelsen, eller fjern sætningen: rettighederne beregnes ud fra retsgrundlagene",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` does not say when the right applies",
                sv: "`{found}` säger inte när rättigheten gäller",
                da: "`{found}` siger ikke, hvornår rettigheden gælder",
                found = found,
            )
            .into(),
        )
    });
}
