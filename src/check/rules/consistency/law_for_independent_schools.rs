//! `law-for-independent-schools`: a municipal school cites a provision on independent schools.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "law-for-independent-schools",
    aliases: &["C-05"],
    title: Words {
        en: "A municipal school cites a provision for independent schools",
        sv: "En kommunal skola åberopar en bestämmelse för fristående skolor",
        da: "En kommunal skole henviser til en bestemmelse for frie skoler",
    },
    level: Level::Warning,
    country: Some("SE"),
    follows_from_misreading: false,
    law: &[Provision::National("SE", "26 a kap. 4 § skollagen (2010:800)")],
    why: Words {
        en: "The provision on sensitive data is for independent providers; municipal schools rest on chapter 3 section 3 of the Data Protection Act.",
        sv: "Bestämmelsen om känsliga personuppgifter gäller enskilda huvudmän; kommunala skolor stöder sig på 3 kap. 3 § dataskyddslagen.",
        da: "Bestemmelsen om følsomme oplysninger gælder private skoler i Sverige; kommunale skoler bygger på 3 kap. 3 § dataskyddslagen.",
    },
    bad: "law: skollagen (2010:800) 26 a kap. 4 §",
    good: "law: skollagen (2010:800) 10 kap. 32 §",
    check,
};

/// The citation of the provision.
const CITED: &str = "26 a kap. 4 §";

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.is_told && passage.words.contains(CITED)) {
        findings.push(
            passage.mark(
                RULE.found(
                    passage.at,
                    say!(
                        en: "this provision is for independent schools",
                        sv: "bestämmelsen gäller fristående skolor",
                        da: "bestemmelsen gælder frie skoler",
                    ),
                )
                .label(say!(
                    en: "not for a municipal school",
                    sv: "inte för en kommunal skola",
                    da: "ikke for en kommunal skole",
                ))
                .help(say!(
                    en: "write `dataskyddslagen (2018:218) 3 kap. 3 §`",
                    sv: "skriv `dataskyddslagen (2018:218) 3 kap. 3 §`",
                    da: "skriv `dataskyddslagen (2018:218) 3 kap. 3 §`",
                )),
                CITED,
            ),
        );
    }
}
