//! `retention-contradictory`: two retention rules give the same records different periods.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Id;
use crate::model::retention::Retention;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-contradictory",
    aliases: &["C-20"],
    title: Words {
        en: "Two rules keep the same records for different times",
        sv: "Två regler sparar samma handlingar olika länge",
        da: "To regler opbevarer de samme dokumenter forskellig tid",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(e)"), Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "The reader cannot tell which one holds, and neither can who weeds.",
        sv: "Läsaren kan inte veta vilken som gäller, och inte heller den som gallrar.",
        da: "Læseren kan ikke vide, hvilken der gælder, og det kan den, der sletter, heller ikke.",
    },
    bad: "retention: [{of: [decisions], keep: 2 years, from: decision}, {of: [decisions], keep: 5 years, from: decision}]",
    good: "retention: [{of: [decisions], keep: 2 years, from: decision, when: vid avslag}, {of: [decisions], keep: 5 years, from: decision, when: vid bifall}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let mut rules: HashMap<_, Earlier> = HashMap::new();
        for later in activity.retention.items.iter().filter(|rule| rule.when.is_unwritten() && rule.unknown.is_none()) {
            let mut earlier = None;
            for thing in things(later) {
                match rules.entry(thing) {
                    Entry::Vacant(free) => _ = free.insert(Earlier { first: later, other: None }),
                    Entry::Occupied(mut known) => {
                        let other = known.get_mut().of_other_time(later);
                        earlier = earlier.or(other);
                    }
                }
            }
            if let Some(earlier) = earlier {
                findings.push(
                    RULE.found(
                        later.at,
                        say!(
                            en: "the same records are kept for another time elsewhere",
                            sv: "samma handlingar sparas en annan tid på ett annat ställe",
                            da: "de samme dokumenter opbevares en anden tid et andet sted",
                        ),
                    )
                    .label(say!(
                        en: "another time than the rule before",
                        sv: "en annan tid än regeln före",
                        da: "en anden tid end reglen før",
                    ))
                    .related(earlier.at, say!(en: "the rule before", sv: "regeln före", da: "reglen før"))
                    .help(say!(
                        en: "keep the rule that holds; or say with `of:`, `data:` or `when:` what each is about",
                        sv: "behåll den regel som gäller; eller ange med `of:`, `data:` eller `when:` vad var och en gäller",
                        da: "behold den regel, der gælder; eller angiv med `of:`, `data:` eller `when:`, hvad hver handler om",
                    )),
                );
            }
        }
    }
}

/// Earlier rules about the same records: the first, and the first with another period.
struct Earlier<'r> {
    first: &'r Retention,
    other: Option<&'r Retention>,
}

impl<'r> Earlier<'r> {
    /// An earlier rule whose period differs from that of a later one.
    fn of_other_time(&mut self, later: &'r Retention) -> Option<&'r Retention> {
        if is_other_time(self.first, later) {
            self.other.get_or_insert(later);
            return Some(self.first);
        }
        self.other
    }
}

/// Keys of what a rule is about: its records, with each of its data. Rules that share a key are about the same.
fn things(rule: &Retention) -> Vec<impl Eq + Hash> {
    let words = serde_json::to_string(&rule.of).ok();
    let is_bare = rule.of.items.is_empty() && rule.data.items.is_empty();
    let gaps = is_bare.then(|| serde_json::to_string(&rule.of.gaps).ok());
    let mut ids: Vec<Option<Id>> = rule.data.iter().map(|data| Some(data.id.clone())).collect();
    if ids.is_empty() {
        ids.push(None);
    }
    ids.into_iter().map(|id| (words.clone(), id, gaps.clone())).collect()
}

fn is_other_time(one: &Retention, other: &Retention) -> bool {
    fn ends(rule: &Retention) -> impl PartialEq {
        let Retention { keep, from, until, first_of, last_of, stages, except, .. } = rule;
        (keep, from, until, first_of, last_of, stages, except)
    }
    ends(one) != ends(other)
}
