//! `child-consents-alone`: a child consents without a guardian.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::consent_age;
use crate::law::provision::Provision;
use crate::lexicon::periods;
use crate::model::term::{Subjects, Term};
use crate::model::{List, Text};
use crate::register::facts::people;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "child-consents-alone",
    aliases: &["C-08"],
    title: Words { en: "A child consents alone", sv: "Ett barn samtycker ensamt", da: "Et barn samtykker alene" },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[
        Provision::Gdpr("8(1)"),
        Provision::National("SE", "2 kap. 4 § dataskyddslagen (2018:218)"),
        Provision::National("DK", "databeskyttelseslovens § 6"),
    ],
    why: Words {
        en: "Below an age that the country sets, a child’s consent to an online service needs the holder of parental responsibility; also elsewhere a young child cannot foresee what it agrees to.",
        sv: "Under en ålder som landet bestämmer kräver barns samtycke till en webbtjänst vårdnadshavarens godkännande; även i övrigt kan små barn inte överblicka vad de går med på.",
        da: "Under en alder, som landet fastsætter, kræver et barns samtykke til en onlinetjeneste forældremyndighedens indehaver; også ellers kan et mindre barn ikke overskue, hvad det siger ja til.",
    },
    bad: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{who: child, withdraw: e-tjänsten}]\nobligation: voluntary",
    good: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{who: [child, guardian], withdraw: e-tjänsten}]\nobligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let Some(limit) = consent_age::of(case.country(), case.today) else { return };
    for consent in case.activities().flat_map(|activity| &activity.consent) {
        let is_young = |who: &Term<Subjects>| who.word.code().is_some_and(people::is_young);
        let is_alone = !consent.who.items.is_empty()
            && consent.who.iter().all(is_young)
            && consent.conditions.gaps.is_empty()
            && !names_age(&consent.conditions, limit.age);
        if is_alone {
            findings.push(
                RULE.found(
                    consent.who.at,
                    say!(
                        en: "a child consents alone; below {age} years a guardian must ({law})",
                        sv: "ett barn samtycker ensamt; under {age} år krävs vårdnadshavaren ({law})",
                        da: "et barn samtykker alene; under {age} år kræves forældremyndighedens indehaver ({law})",
                        age = limit.age,
                        law = limit.law,
                    ),
                )
                .label(say!(en: "no guardian", sv: "ingen vårdnadshavare", da: "ingen forældremyndighedsindehaver"))
                .help(say!(
                    en: "add `guardian` to `who:`, or write the age of at least {age} years in `conditions:`",
                    sv: "lägg till `guardian` i `who:`, eller skriv åldern, minst {age} år, i `conditions:`",
                    da: "tilføj `guardian` i `who:`, eller skriv alderen, mindst {age} år, i `conditions:`",
                    age = limit.age,
                )),
            );
        }
    }
}

/// Whether conditions name an age, and none below the age of consent.
fn names_age(conditions: &List<Text>, least: u32) -> bool {
    let texts = conditions.iter().flat_map(|condition| condition.words());
    let mut ages = texts.flat_map(numbers).peekable();
    ages.peek().is_some() && ages.all(|age| age >= least)
}

/// The numbers in a text, in digits or as words; `15-årige` has one.
fn numbers(text: &str) -> Vec<u32> {
    let text = text.to_lowercase();
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.filter_map(|word| word.parse().ok().or_else(|| periods().number(word)).filter(|age| *age > 2)).collect()
}
