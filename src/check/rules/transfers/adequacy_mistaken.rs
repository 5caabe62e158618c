//! `adequacy-mistaken`: the adequacy decision that is named is of another country, or does not hold.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::adequacy;
use crate::law::provision::Provision;
use crate::model::flow::{Tool, Transfer};
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "adequacy-mistaken",
    aliases: &[],
    title: Words {
        en: "The adequacy decision that is named does not hold for the transfer",
        sv: "Det beslut om adekvat skyddsnivå som anges gäller inte för överföringen",
        da: "Den angivne afgørelse om tilstrækkeligt beskyttelsesniveau gælder ikke for overførslen",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("45"), Provision::Gdpr("13(1)(f)")],
    why: Words {
        en: "The reader is told that a decision protects the data; a decision of another country, or one that was annulled, does not.",
        sv: "Läsaren får veta att ett beslut skyddar uppgifterna; ett beslut om ett annat land, eller ett som har ogiltigförklarats, gör inte det.",
        da: "Læseren får at vide, at en afgørelse beskytter oplysningerne; det gør en afgørelse om et andet land eller en, der er kendt ugyldig, ikke.",
    },
    bad: "transfers: [{to: american, country: CH, tool: adequacy, decision: 2003/490/EG, copy: ask the officer}]",
    good: "transfers: [{to: american, country: CH, tool: adequacy, decision: 2000/518/EG, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for transfer in case.activities().flat_map(|activity| &activity.transfers) {
        let Some(country) = transfer.country.value().filter(|_| transfer.tool.value() == Some(&Tool::Adequacy)) else {
            continue;
        };
        let named = transfer.decision.value().and_then(|decision| decision.words().find_map(adequacy::named_in));
        let Some(decision) = named else { continue };
        let is_of_country = decision.country.is_some_and(|of| of.as_str() == country.code);
        let message = match decision.until.filter(|until| *until <= case.today) {
            Some(until) => {
                say!(
                    en: "the decision {number} does not hold since {until}",
                    sv: "beslutet {number} gäller inte sedan {until}",
                    da: "afgørelsen {number} gælder ikke siden {until}",
                    number = decision.decision,
                    until = say::day(until),
                )
            }
            None if !is_of_country => {
                say!(
                    en: "the decision {number} is about {territory}, not {country}",
                    sv: "beslutet {number} gäller {territory}, inte {country}",
                    da: "afgørelsen {number} gælder {territory}, ikke {country}",
                    number = decision.decision,
                    territory = decision.place(),
                    country = country.code,
                )
            }
            None if decision.from > case.today => {
                say!(
                    en: "the decision {number} holds from {from} only",
                    sv: "beslutet {number} gäller först från {from}",
                    da: "afgørelsen {number} gælder først fra {from}",
                    number = decision.decision,
                    from = say::day(decision.from),
                )
            }
            None => continue,
        };
        findings.push(
            RULE.found(transfer.at, message)
                .field(field!(Transfer, decision))
                .label(say!(en: "not this decision", sv: "inte det beslutet", da: "ikke denne afgørelse"))
                .help(say!(
                    en: "name the decision on the country that holds today, or another tool",
                    sv: "ange det beslut om landet som gäller i dag, eller ett annat verktyg",
                    da: "angiv den afgørelse om landet, der gælder i dag, eller et andet grundlag",
                )),
        );
    }
}
