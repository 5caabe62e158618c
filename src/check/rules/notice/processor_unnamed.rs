//! `processor-unnamed`: a processor or recipient is described by its role, without name or kind of company.

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
    code: "processor-unnamed",
    aliases: &["N-10"],
    title: Words {
        en: "A recipient is a role without a name or a trade",
        sv: "En mottagare är en roll utan namn eller bransch",
        da: "En modtager er en rolle uden navn eller branche",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(e)"), Provision::Gdpr("30(1)(d)")],
    why: Words {
        en: "The guidelines ask for names; where categories are used, they must say what kind of recipient it is, its trade and its place.",
        sv: "Riktlinjerna förordar namn; anges kategorier ska de säga vilket slags mottagare det är, bransch och plats.",
        da: "Retningslinjerne anbefaler navne; bruges kategorier, skal de sige, hvilken slags modtager det er, branche og sted.",
    },
    bad: "recipients: [{to: vår leverantör, data: [identitet]}]",
    good: "recipients: [{to: taxibolaget, data: [identitet]}]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::ProcessorUnnamed,
    rooms: &[Room::Recipients, Room::Processors],
    label: Words { en: "which one?", sv: "vilken?", da: "hvilken?" },
    help: Words {
        en: "write the name in `processors:` or `recipients:`; or say what kind of company it is; if it is not known, `{unknown: why}`",
        sv: "skriv namnet i `processors:` eller `recipients:`; eller skriv vilket slags företag det är; är det inte känt, `{unknown: varför}`",
        da: "skriv navnet i `processors:` eller `recipients:`; eller skriv, hvilken slags virksomhed det er; er det ukendt, `{unknown: hvorfor}`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` says a role, not who gets the data",
                sv: "`{found}` anger en roll, inte vem som får uppgifterna",
                da: "`{found}` angiver en rolle, ikke hvem der får oplysningerne",
                found = found,
            )
            .into(),
        )
    });
}
