//! `complaint-conditional`: a text reads as if a complaint to the authority required another step first.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "complaint-conditional",
    aliases: &["N-29"],
    title: Words {
        en: "A complaint to the authority seems to depend on something else",
        sv: "Ett klagomål till tillsynsmyndigheten görs beroende av något annat",
        da: "En klage til tilsynsmyndigheden gøres afhængig af noget andet",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("77")],
    why: Words {
        en: "Everybody can complain to the supervisory authority at any time, without asking the municipality first.",
        sv: "Alla kan klaga till tillsynsmyndigheten när som helst, utan att först vända sig till kommunen.",
        da: "Alle kan klage til tilsynsmyndigheden når som helst uden først at henvende sig til kommunen.",
    },
    bad: "remarks: [Klagomål lämnas i första hand till rektorn.]",
    good: "remarks: [Rektorn svarar gärna på frågor.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::ComplaintConditional],
    label: Words {
        en: "no step comes first", sv: "inget steg måste komma först", da: "intet trin skal komme først"
    },
    help: Words {
        en: "say that one can also turn to the municipality; never that one must do so first",
        sv: "skriv att man också kan vända sig till kommunen, aldrig att man ska göra det först",
        da: "skriv, at man også kan henvende sig til kommunen, aldrig at man skal gøre det først",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, _, found| {
        Some(say!(
            en: "`{found}` reads as a condition of a complaint",
            sv: "`{found}` läses som ett villkor för klagomål",
            da: "`{found}` læses som en betingelse for at klage",
            found = found,
        ))
    });
}
