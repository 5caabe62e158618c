//! `information-late`: people are told later than a month after their data are obtained.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::lexicon::periods;
use crate::model::administration::InformationGiven;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "information-late",
    aliases: &[],
    title: Words {
        en: "People are informed later than the law allows",
        sv: "Information lämnas senare än lagen tillåter",
        da: "Underretning sker senere, end loven tillader",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)"), Provision::Gdpr("14(3)")],
    why: Words {
        en: "Who gives data must be told at once; who is written about must be told within a month.",
        sv: "Den som lämnar uppgifter ska få informationen genast; den som uppgifter hämtas in om ska få den inom en månad.",
        da: "Den, der giver oplysninger, skal underrettes straks; den, der indhentes oplysninger om, skal underrettes inden en måned.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: tre månader efter insamlingen, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let administrations = case.activities().filter_map(|activity| activity.administration.as_ref());
    for information in administrations.filter_map(|own| own.information.as_ref()) {
        let when = information.when.value().filter(|_| information.exception.value().is_none());
        if !when.is_some_and(|when| when.words().any(is_late)) {
            continue;
        }
        findings.push(
            RULE.found(
                information.at,
                say!(
                    en: "the information comes later than a month",
                    sv: "informationen kommer senare än en månad",
                    da: "underretningen kommer senere end en måned",
                ),
            )
            .field(field!(InformationGiven, when))
            .label(say!(en: "at most one month", sv: "högst en månad", da: "højst en måned"))
            .help(say!(
                en: "inform within a month, at the first contact or before the first disclosure; where an exception applies, write `exception:`",
                sv: "informera inom en månad, vid första kontakten eller före det första utlämnandet; gäller ett undantag, skriv `exception:`",
                da: "underret inden en måned, ved den første kontakt eller før den første videregivelse; gælder en undtagelse, så skriv `exception:`",
            )),
        );
    }
}

/// Whether a text names a period of more than a month.
fn is_late(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        let count = pair[0].parse().ok().or_else(|| periods().number(pair[0]));
        let days = match periods().unit(pair[1]) {
            Some("days") => 1,
            Some("weeks") => 7,
            Some("months") => 31,
            Some("years") => 365,
            _ => return false,
        };
        count.is_some_and(|count: u32| count.saturating_mul(days) > 31)
    })
}
