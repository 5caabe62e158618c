//! `purpose-vague`: a purpose does not say what the data are used for.

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
    code: "purpose-vague",
    aliases: &["L-03"],
    title: Words {
        en: "A purpose does not say what the data are used for",
        sv: "Ett ändamål säger inte vad uppgifterna används till",
        da: "Et formål siger ikke, hvad oplysningerne bruges til",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(b)"), Provision::Gdpr("13(1)(c)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "A purpose must be specified, so that a person can foresee the use.",
        sv: "Ett ändamål ska vara särskilt angivet, så att en person kan förutse användningen.",
        da: "Et formål skal være udtrykkeligt angivet, så en person kan forudse brugen.",
    },
    bad: "purposes: [{what: effektiv administration}]",
    good: "purposes: [{what: pröva ansökningar om skolskjuts}]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::PurposeVague,
    rooms: &[Room::Purposes],
    label: Words { en: "for which task?", sv: "för vilken uppgift?", da: "til hvilken opgave?" },
    help: Words {
        en: "name the task: what is decided, planned, paid or followed up",
        sv: "ange uppgiften: vad som prövas, planeras, betalas eller följs upp",
        da: "skriv opgaven: hvad der afgøres, planlægges, betales eller følges op på",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` is no specified purpose",
                sv: "`{found}` är inget särskilt angivet ändamål",
                da: "`{found}` er ikke et udtrykkeligt angivet formål",
                found = found,
            )
            .into(),
        )
    });
}
