//! `list-open`: a list of purposes, data or recipients is open-ended.

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
    code: "list-open",
    aliases: &["L-02"],
    title: Words {
        en: "A list of purposes, data or recipients is left open (a hint where `open` or `mainly` says so)",
        sv: "En uppräkning av ändamål, uppgifter eller mottagare är öppen (ett påpekande där `open` eller `mainly` säger det)",
        da: "En opregning af formål, oplysninger eller modtagere er åben (en bemærkning, hvor `open` eller `mainly` siger det)",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Gdpr("14(1)(d)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "An example is not a list: the reader does not learn what else there is.",
        sv: "Ett exempel är ingen uppräkning: läsaren får inte veta vad mer som finns.",
        da: "Et eksempel er ingen opregning: læseren får ikke at vide, hvad der ellers er.",
    },
    bad: "purposes: [{what: \"planera till exempel skolskjuts\"}]",
    good: "purposes: [planera skolskjuts]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::OpenList,
    rooms: &[Room::Purposes, Room::Data, Room::Sources, Room::Recipients],
    label: Words { en: "what else?", sv: "vad mer?", da: "hvad ellers?" },
    help: Words {
        en: "name what there is; put examples in `examples:`, and a list that is known not to be complete in `open:`",
        sv: "räkna upp det som finns; skriv exempel i `examples:`, och en lista som inte är fullständig i `open:`",
        da: "skriv det, der er; skriv eksempler i `examples:`, og en liste, der ikke er fuldstændig, i `open:`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    for list in case.activities().flat_map(|activity| [&activity.open, &activity.mainly]) {
        if list.items.is_empty() {
            continue;
        }
        findings.push(
            RULE.found(
                list.at,
                say!(
                    en: "lists of this activity are known not to be complete",
                    sv: "uppräkningar i behandlingen är inte fullständiga",
                    da: "opregninger i behandlingen er ikke fuldstændige",
                ),
            )
            .at_level(Level::Info)
            .label(WORDING.label)
            .help(WORDING.help),
        );
    }
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` leaves the list open",
                sv: "`{found}` lämnar uppräkningen öppen",
                da: "`{found}` lader opregningen stå åben",
                found = found,
            )
            .into(),
        )
    });
}
