//! `bases-unassigned`: several legal bases for several purposes, and nothing assigns them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::purpose::{Basis, BasisCode};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "bases-unassigned",
    aliases: &["A30-15"],
    title: Words {
        en: "Several bases are given for several purposes, but not which basis is for which purpose",
        sv: "Flera grunder anges för flera ändamål, utan att det sägs vilken som gäller vad",
        da: "Flere grundlag er angivet for flere formål, uden at det siges, hvilket der gælder hvad",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(c)"), Provision::Gdpr("5(1)(b)")],
    why: Words {
        en: "The rights follow from the basis, so the reader must see the basis of each purpose.",
        sv: "Rättigheterna följer av grunden, så läsaren måste se grunden för varje ändamål.",
        da: "Rettighederne følger af grundlaget, så læseren skal kunne se grundlaget for hvert formål.",
    },
    bad: "purposes: [pröva ansökan, betala ut bidrag]\nbasis: [public-interest, {code: legal-obligation, law: skollagen (2010:800) 10 kap. 32 §}]",
    good: "purposes: [{what: pröva ansökan, basis: [public-interest]}, {what: betala ut bidrag, basis: [{code: legal-obligation, law: skollagen (2010:800) 10 kap. 32 §}]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut told: HashSet<Range<usize>> = HashSet::new();
    // For each list of bases, the number of purposes that rely on it because they have no bases themselves.
    let mut sharing: HashMap<(u32, Range<usize>), usize> = HashMap::new();
    for activity in case.activities() {
        let without = activity.purposes.iter().filter(|purpose| purpose.basis.is_unwritten()).count();
        *sharing.entry((activity.basis.at.file, activity.basis.at.range())).or_default() += without;
    }
    for activity in case.activities().filter(|activity| is_undivided(activity)) {
        let range = activity.basis.at.range();
        let without = sharing.get(&(activity.basis.at.file, range.clone())).copied().unwrap_or_default();
        if without < 2 || told.contains(&range) {
            continue;
        }
        told.insert(range);
        findings.push(
            RULE.found(
                activity.basis.at,
                say!(
                    en: "{without} purposes, and nothing says which basis is for which",
                    sv: "{without} ändamål, men inget säger vilken grund som gäller vilket",
                    da: "{without} formål, men intet siger, hvilket grundlag der gælder hvilket",
                    without = without,
                ),
            )
            .label(say!(en: "for which purpose?", sv: "för vilket ändamål?", da: "til hvilket formål?"))
            .related(activity.purposes.at, say!(en: "the purposes", sv: "ändamålen", da: "formålene"))
            .help(say!(
                en: "write `basis:` below each purpose, or `covers:` beside each basis",
                sv: "skriv `basis:` under varje ändamål, eller `covers:` vid varje grund",
                da: "skriv `basis:` under hvert formål, eller `covers:` ved hvert grundlag",
            )),
        );
    }
}

/// Whether bases with different letters of Article 6(1) have neither `when` nor `covers`, except as examples.
fn is_undivided(activity: &Activity) -> bool {
    let covers = |basis: &&Basis| !basis.covers.is_unwritten() && !basis.covers_examples.0;
    let unassigned = activity.basis.iter().filter(|basis| !covers(basis) && basis.when.is_unwritten());
    let mut letters: Vec<char> = unassigned.filter_map(|basis| basis.code).map(BasisCode::letter).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len() > 1
}
