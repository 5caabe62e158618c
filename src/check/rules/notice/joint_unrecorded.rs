//! `joint-unrecorded`: a text tells of joint control that the register does not have.

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
    code: "joint-unrecorded",
    aliases: &[],
    title: Words {
        en: "A text tells of joint control, but the register has no joint controllers",
        sv: "En text berättar om gemensamt personuppgiftsansvar, men registret har inga gemensamt ansvariga",
        da: "En tekst fortæller om fælles dataansvar, men fortegnelsen har ingen fælles dataansvarlige",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("26"), Provision::Gdpr("13(1)(a)"), Provision::Gdpr("30(1)(a)")],
    why: Words {
        en: "Joint controllers arrange who does what, and make the essence of it available to the person.",
        sv: "Gemensamt ansvariga ska komma överens om vem som gör vad och göra det väsentliga tillgängligt för den registrerade.",
        da: "Fælles dataansvarlige skal aftale, hvem der gør hvad, og gøre det væsentligste tilgængeligt for den registrerede.",
    },
    bad: "remarks: [Nämnden och taxibolaget har gemensamt personuppgiftsansvar för resorna.]",
    good: "remarks: [Nämnden har inte gemensamt personuppgiftsansvar med taxibolaget.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::JointControl],
    label: Words { en: "with whom?", sv: "med vem?", da: "med hvem?" },
    help: Words {
        en: "declare it in `joint:` with the others and the essence of the arrangement; if each answers for its own processing, write that",
        sv: "ange det i `joint:` med de andra och det väsentliga i arrangemanget; svarar var och en för sin behandling, skriv det",
        da: "angiv det i `joint:` med de andre og det væsentligste i ordningen; svarer hver for sin egen behandling, så skriv det",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |passage, _, found| {
        let is_recorded = |activity: &Activity| activity.joint.is_some();
        (!is_answered(case, passage, is_recorded)).then(|| {
            say!(
                en: "`{found}` tells of joint control that the register does not have",
                sv: "`{found}` berättar om ett gemensamt ansvar som inte finns i registret",
                da: "`{found}` fortæller om et fælles ansvar, som ikke er i fortegnelsen",
                found = found,
            )
        })
    });
}
