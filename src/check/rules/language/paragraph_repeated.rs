//! `paragraph-repeated`: the same paragraph occurs three times or more.

use super::sentence_long::is_prose;
use crate::check::rule::{Case, Rule};
use crate::finding::Place;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;
use rustc_hash::{FxHashMap, FxHashSet};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "paragraph-repeated",
    aliases: &["L-09"],
    title: Words {
        en: "The same paragraph is written in three places or more",
        sv: "Samma stycke står på tre ställen eller fler",
        da: "Det samme afsnit står tre steder eller flere",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "What is written once cannot contradict itself.",
        sv: "Det som står en gång kan inte motsäga sig självt.",
        da: "Det, der står én gang, kan ikke modsige sig selv.",
    },
    bad: "remarks: [\"Uppgifterna används bara för att planera och utföra resorna mellan hemmet och skolan. De används aldrig för andra ändamål än det, och de sparas aldrig längre än vad som framgår nedan.\"]\nprocedure: [\"Uppgifterna används bara för att planera och utföra resorna mellan hemmet och skolan. De används aldrig för andra ändamål än det, och de sparas aldrig längre än vad som framgår nedan.\"]\nsummary: [\"Uppgifterna används bara för att planera och utföra resorna mellan hemmet och skolan. De används aldrig för andra ändamål än det, och de sparas aldrig längre än vad som framgår nedan.\"]",
    good: "remarks: [\"Uppgifterna används bara för att planera och utföra resorna mellan hemmet och skolan. De används aldrig för andra ändamål än det, och de sparas aldrig längre än vad som framgår nedan.\"]",
    check,
};

/// Minimum length of a paragraph in bytes.
const LETTERS: usize = 160;
/// Minimum number of places.
const PLACES: usize = 3;

fn check(case: &Case, findings: &mut Findings) {
    let mut places: FxHashMap<&str, Vec<Place>> = FxHashMap::default();
    let mut known = FxHashSet::default();
    for passage in case.passages.iter().filter(|passage| is_prose(passage) && passage.words.len() >= LETTERS) {
        if known.insert((passage.words, passage.at.begin())) {
            places.entry(passage.words).or_default().push(passage.at);
        }
    }
    let mut repeated: Vec<Vec<Place>> = places.into_values().filter(|written| written.len() >= PLACES).collect();
    repeated.sort_by_key(|written| written.first().map(|place| place.begin()));
    for written in repeated {
        let count = written.len();
        let mut finding = RULE
            .found(
                written[0],
                say!(
                    en: "this paragraph is written in {count} places",
                    sv: "stycket står på {count} ställen",
                    da: "afsnittet står {count} steder",
                    count = count,
                ),
            )
            .label(say!(en: "first here", sv: "först här", da: "først her"))
            .help(say!(
                en: "write it once in `shared/` as a text, and name its id in `texts:`",
                sv: "skriv det en gång i `shared/` som en text, och ange dess id i `texts:`",
                da: "skriv det én gang i `shared/` som en tekst, og angiv dens id i `texts:`",
            ));
        finding
            .related
            .extend(written[1..].iter().map(|place| (*place, say!(en: "again here", sv: "igen här", da: "igen her"))));
        findings.push(finding);
    }
}
