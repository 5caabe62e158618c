//! `special-without-exception`: data of a special category have no exception.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::data::Sensitivity;
use crate::register::facts::special::{sensitivity_of, special_of};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "special-without-exception",
    aliases: &["C-01", "C-15"],
    title: Words {
        en: "Data of a special category have no exception",
        sv: "Känsliga uppgifter anges utan undantag",
        da: "Følsomme oplysninger angives uden undtagelse",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("9(1)"), Provision::Gdpr("9(2)"), Provision::Gdpr("10")],
    why: Words {
        en: "Special categories of data may not be processed unless an exception of Article 9(2) applies, beside the legal basis.",
        sv: "Känsliga personuppgifter får bara behandlas om ett undantag i artikel 9.2 gäller, utöver den rättsliga grunden.",
        da: "Følsomme oplysninger må kun behandles, hvis en undtagelse i artikel 9, stk. 2, gælder ud over retsgrundlaget.",
    },
    bad: "data: [name, health]",
    good: "data: [name, {items: [health], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for data in activity.data.iter().filter(|data| data.exception.is_unwritten()) {
            let message = match (special_of(data).first(), sensitivity_of(data)) {
                (Some(special), _) => say!(
                    en: "data of a special category ({kind}) have no exception",
                    sv: "känsliga personuppgifter ({kind}) anges utan undantag",
                    da: "følsomme personoplysninger ({kind}) angives uden undtagelse",
                    kind = special.words(),
                ),
                (None, Some(Sensitivity::Special)) => say!(
                    en: "data of a special category have no exception",
                    sv: "känsliga personuppgifter anges utan undantag",
                    da: "følsomme personoplysninger angives uden undtagelse",
                ),
                (None, Some(Sensitivity::Criminal)) if data.law.is_unwritten() => say!(
                    en: "data about offences name no law that allows them (Article 10)",
                    sv: "uppgifter om lagöverträdelser anges utan lag som tillåter dem (artikel 10)",
                    da: "oplysninger om strafbare forhold angives uden en lov, der tillader dem (artikel 10)",
                ),
                (None, _) => continue,
            };
            findings.push(
                Finding::error(RULE.code, data.at, message)
                    .label(say!(en: "no `exception`", sv: "`exception` saknas", da: "`exception` mangler"))
                    .help(say!(
                        en: "write `exception:` with the letter of Article 9(2) and its law (offences: the law alone, also as `law:`); if it is not known, `exception: {{unknown: why}}`",
                        sv: "skriv `exception:` med det led i artikel 9.2 som gäller och med lagen (brott: bara lagen, även som `law:`); är det inte känt, `exception: {{unknown: varför}}`",
                        da: "skriv `exception:` med det litra i artikel 9, stk. 2, der gælder, og med loven (strafbare forhold: kun loven, også som `law:`); er det ukendt, `exception: {{unknown: hvorfor}}`",
                    )),
            );
        }
    }
}
