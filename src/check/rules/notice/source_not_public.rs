//! `source-not-public`: a register of an authority is called a public source.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::register::facts::origin;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "source-not-public",
    aliases: &["N-26"],
    title: Words {
        en: "A register of the authorities is called a public source",
        sv: "Ett myndighetsregister kallas för en allmänt tillgänglig källa",
        da: "Et myndighedsregister kaldes en offentligt tilgængelig kilde",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("14(2)(f)")],
    why: Words {
        en: "The population register can be asked under conditions; it is not open to everybody.",
        sv: "Folkbokföringen kan lämna ut uppgifter på vissa villkor, men är inte öppen för alla.",
        da: "Folkeregisteret kan videregive oplysninger på betingelser, men er ikke åbent for alle.",
    },
    bad: "remarks: [\"Namnet kommer från en allmänt tillgänglig källa, Skatteverket.\"]",
    good: "remarks: [Namnet kommer från Skatteverket.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::SourcePublic],
    label: Words { en: "not open to everybody", sv: "inte öppen för alla", da: "ikke åben for alle" },
    help: Words {
        en: "name the source without calling it public",
        sv: "ange källan utan att kalla den allmänt tillgänglig",
        da: "skriv kilden uden at kalde den offentligt tilgængelig",
    },
};

/// Registers of authorities that the public cannot access.
const CLOSED: [&str; 8] = [
    "tax-agency",
    "own-population-register",
    "pupil-register",
    "cpr-register",
    "eindkomst",
    "skattestyrelsen",
    "serviceplatformen",
    "shared-registers",
];

fn check(case: &Case, findings: &mut Findings) {
    for source in case.activities().flat_map(origin::of).filter(|source| source.public.0) {
        if source.from.word.code().is_some_and(|code| CLOSED.contains(&code)) {
            findings.push(
                RULE.found(
                    source.at,
                    say!(
                        en: "this register of an authority is not publicly accessible",
                        sv: "myndighetsregistret är inte allmänt tillgängligt",
                        da: "myndighedens register er ikke offentligt tilgængeligt",
                    ),
                )
                .label(TELLING.label)
                .help(TELLING.help),
            );
        }
    }
    TELLING.report(case, findings, |_, _, found| {
        Some(say!(
            en: "`{found}`: this register is not publicly accessible",
            sv: "`{found}`: det registret är inte allmänt tillgängligt",
            da: "`{found}`: dette register er ikke offentligt tilgængeligt",
            found = found,
        ))
    });
}
