//! `automated-unrecorded`: a text says that a machine decides, but the register has no automated decision.

use crate::check::passage::Room;
use crate::check::rule::{Case, Rule};
use crate::check::telling::{Telling, is_answered};
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "automated-unrecorded",
    aliases: &[],
    title: Words {
        en: "A text says that a machine decides, but the register has no automated decision",
        sv: "En text säger att en maskin beslutar, men registret har inget automatiserat beslut",
        da: "En tekst siger, at en maskine træffer afgørelsen, men fortegnelsen har ingen automatisk afgørelse",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(2)(f)"), Provision::Gdpr("14(2)(g)"), Provision::Gdpr("22")],
    why: Words {
        en: "Whoever is told that a machine decides must also learn how, with what effect, and who can examine the decision.",
        sv: "Den som får veta att en maskin beslutar ska också få veta hur, vad det får för följder och vem som kan pröva beslutet.",
        da: "Den, der får at vide, at en maskine træffer afgørelsen, skal også vide hvordan, med hvilke følger, og hvem der kan prøve afgørelsen.",
    },
    bad: "remarks: [Systemet avgör själv om eleven får skolskjuts.]",
    good: "remarks: [Systemet räknar ut avståndet och en handläggare fattar beslutet.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::DecidedByMachine],
    label: Words {
        en: "the register says otherwise",
        sv: "registret säger något annat",
        da: "fortegnelsen siger noget andet",
    },
    help: Words {
        en: "describe the decision in `automated:`; if a person decides, write that",
        sv: "beskriv beslutet i `automated:`; är det en människa som beslutar, skriv det",
        da: "beskriv afgørelsen i `automated:`; er det et menneske, der træffer afgørelsen, så skriv det",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |passage, _, found| {
        let is_recorded =
            |activity: &Activity| !activity.automated.items.is_empty() || !activity.automated.gaps.is_empty();
        let is_open = passage.room != Room::Automated && !is_answered(case, passage, is_recorded);
        is_open.then(|| {
            say!(
                en: "`{found}` tells of an automated decision that the register does not have",
                sv: "`{found}` berättar om ett automatiserat beslut som inte finns i registret",
                da: "`{found}` fortæller om en automatisk afgørelse, som ikke er i fortegnelsen",
                found = found,
            )
        })
    });
}
