//! `consent-invalid`: a text takes silence for consent, or denies that it can be withdrawn.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "consent-invalid",
    aliases: &[],
    title: Words {
        en: "A text takes silence for consent, or denies that consent can be withdrawn",
        sv: "En text tar tystnad för samtycke, eller säger att samtycke inte kan återkallas",
        da: "En tekst tager tavshed for samtykke, eller siger, at samtykke ikke kan trækkes tilbage",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("4(11)"), Provision::Gdpr("7(3)"), Provision::Recital(32)],
    why: Words {
        en: "Consent is given by a clear act and can be withdrawn at any time; what is written otherwise is no consent.",
        sv: "Samtycke ges genom en tydlig handling och kan återkallas när som helst; annars är det inget samtycke.",
        da: "Samtykke gives ved en klar handling og kan altid trækkes tilbage; ellers er det intet samtykke.",
    },
    bad: "remarks: [Om du inte svarar räknas det som ett samtycke.]",
    good: "remarks: [Ett uteblivet svar räknas inte som samtycke.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::ConsentSilent, Claim::ConsentFinal],
    label: Words { en: "no valid consent", sv: "inget giltigt samtycke", da: "intet gyldigt samtykke" },
    help: Words {
        en: "ask for a clear yes, and say how it is withdrawn; if the law allows the processing without consent, do not ask for it",
        sv: "be om ett tydligt ja, och skriv hur det återkallas; tillåter lagen behandlingen utan samtycke, be inte om det",
        da: "bed om et klart ja, og skriv, hvordan det trækkes tilbage; tillader loven behandlingen uden samtykke, så bed ikke om det",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, claim, found| {
        Some(match claim {
            Claim::ConsentSilent => say!(
                en: "`{found}` takes for consent what is none",
                sv: "`{found}` tar något för samtycke som inte är det",
                da: "`{found}` tager noget for samtykke, som ikke er det",
                found = found,
            ),
            _ => say!(
                en: "`{found}` denies that consent can be withdrawn",
                sv: "`{found}` förnekar att samtycke kan återkallas",
                da: "`{found}` benægter, at samtykke kan trækkes tilbage",
                found = found,
            ),
        })
    });
}
