//! `retention-against-statute`: a retention period is shorter or longer than a statute requires.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::statute;
use crate::model::period::{Keep, Length};
use crate::model::term::{Refers, Word};
use crate::say;
use crate::say::Words;
use crate::vocabulary;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-against-statute",
    aliases: &["C-25"],
    title: Words {
        en: "A period differs from the one that a law lays down",
        sv: "En tid avviker från den som en lag föreskriver",
        da: "En periode afviger fra den, som en lov fastsætter",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(e)"), Provision::Gdpr("6(3)")],
    why: Words {
        en: "Where a law says how long records are kept, the register may not say otherwise.",
        sv: "När en lag säger hur länge handlingar ska sparas kan registret inte säga något annat.",
        da: "Når en lov siger, hvor længe dokumenter skal opbevares, kan fortegnelsen ikke sige noget andet.",
    },
    bad: "retention: [{of: [{sv: elevhälsojournal}], keep: 2 years, from: last-entry, then: weed, decision: nämndens plan}]",
    good: "retention: [{of: [{sv: elevhälsojournal}], keep: 10 years, from: last-entry, then: weed, decision: nämndens plan}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for rule in case.activities().flat_map(|activity| &activity.retention) {
        let Some(Keep::For(period)) = rule.keep.value() else { continue };
        let statute = rule.of.iter().find_map(|of| {
            let found = |words: &str| statute::of(words, case.country(), case.today);
            of.word.text.words().find_map(found).or_else(|| labels(&of.word).find_map(found))
        });
        let Some(statute) = statute else { continue };
        let years = |months: u32| months / 12;
        let is_shorter = |least: u32| period.most.is_some_and(|most| months(most) < f64::from(least));
        let is_longer = |most: u32| period.least.or(period.most).is_some_and(|least| months(least) > f64::from(most));
        let message = match (statute.least, statute.most) {
            (Some(least), _) if is_shorter(least) => {
                say!(
                    en: "{law} wants at least {years} years",
                    sv: "enligt {law} ska de sparas i minst {years} år",
                    da: "ifølge {law} skal de opbevares i mindst {years} år",
                    law = statute.law,
                    years = years(least),
                )
            }
            (_, Some(most)) if is_longer(most) => {
                say!(
                    en: "{law} wants at most {years} years",
                    sv: "enligt {law} får de sparas i högst {years} år",
                    da: "ifølge {law} må de højst opbevares i {years} år",
                    law = statute.law,
                    years = years(most),
                )
            }
            _ => continue,
        };
        findings.push(
            RULE.found(period.at, message)
                .label(say!(
                    en: "another time than the law’s",
                    sv: "en annan tid än lagens",
                    da: "en anden tid end lovens",
                ))
                .help(say!(
                    en: "write the period of the law; or say in `of:` which other records are meant",
                    sv: "skriv lagens tid; eller ange i `of:` vilka andra handlingar som avses",
                    da: "skriv lovens periode; eller angiv i `of:`, hvilke andre dokumenter der menes",
                )),
        );
    }
}

/// A length in months, of which twelve are a year.
fn months(length: Length) -> f64 {
    length.days() * 12.0 / 365.25
}

/// What a code is called in each language: a law names records by words.
fn labels(word: &Word) -> impl Iterator<Item = &'static str> {
    let entry = match word.refers {
        Refers::Vocabulary(list) => vocabulary::entry(list, word.key().unwrap_or_default()),
        Refers::Itself | Refers::Register => None,
    };
    entry.into_iter().flat_map(|entry| entry.labels().values().map(String::as_str))
}
