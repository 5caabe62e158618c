//! `officer-not-independent`: a text gives the data protection officer a task that excludes independence.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "officer-not-independent",
    aliases: &[],
    title: Words {
        en: "A text gives the data protection officer a task in conflict with the office",
        sv: "En text ger dataskyddsombudet en uppgift som strider mot rollen",
        da: "En tekst giver databeskyttelsesrådgiveren en opgave, der strider mod rollen",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("38(3)"), Provision::Gdpr("38(6)"), Provision::Gdpr("39"), Provision::Cited("C-453/21")],
    why: Words {
        en: "The officer advises and monitors; who decides on the processing, takes instructions or manages it cannot.",
        sv: "Ombudet ger råd och övervakar; den som beslutar om behandlingen, tar emot instruktioner eller är chef för den kan inte göra det.",
        da: "Rådgiveren rådgiver og fører tilsyn; det kan den, der bestemmer over behandlingen, modtager instrukser eller leder den, ikke.",
    },
    bad: "remarks: [Dataskyddsombudet bestämmer vilka uppgifter som får behandlas.]",
    good: "remarks: [Nämnden bestämmer efter råd från dataskyddsombudet.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::OfficerDecides, Claim::OfficerManages],
    label: Words { en: "advises, does not decide", sv: "ger råd, beslutar inte", da: "rådgiver, bestemmer ikke" },
    help: Words {
        en: "write who decides, and that the officer advises; name an officer who does not manage the processing",
        sv: "skriv vem som beslutar och att ombudet ger råd; utse ett ombud som inte leder behandlingen",
        da: "skriv, hvem der bestemmer, og at rådgiveren rådgiver; udpeg en rådgiver, der ikke leder behandlingen",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, claim, found| {
        Some(match claim {
            Claim::OfficerDecides => say!(
                en: "`{found}` lets the data protection officer decide or take instructions",
                sv: "`{found}` låter dataskyddsombudet besluta eller ta emot instruktioner",
                da: "`{found}` lader databeskyttelsesrådgiveren bestemme eller modtage instrukser",
                found = found,
            ),
            _ => say!(
                en: "`{found}`: a manager who decides on the processing cannot be the data protection officer",
                sv: "`{found}`: en chef som beslutar om behandlingen kan inte vara dataskyddsombud",
                da: "`{found}`: en chef, der bestemmer over behandlingen, kan ikke være databeskyttelsesrådgiver",
                found = found,
            ),
        })
    });
}
