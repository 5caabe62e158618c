//! `item-repeated`: a list has the same item twice.

use std::collections::HashSet;

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::term::Word;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "item-repeated",
    aliases: &[],
    title: Words {
        en: "A list has the same item twice",
        sv: "En lista har samma punkt två gånger",
        da: "En liste har det samme punkt to gange",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "The reader looks for a difference that is not there.",
        sv: "Läsaren letar efter en skillnad som inte finns.",
        da: "Læseren leder efter en forskel, der ikke findes.",
    },
    bad: "subjects: [pupil, guardian, pupil]",
    good: "subjects: [pupil, guardian]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.register.activities.values() {
        for list in lists(activity) {
            let mut known = HashSet::new();
            for word in list {
                let words = word.text.plain.as_deref().unwrap_or_default().to_lowercase();
                if !words.is_empty() && !known.insert(words) {
                    let written = word.text.plain.as_deref().unwrap_or_default();
                    findings.push(repeated(written, word.text.at).in_items(written, Vec::new()));
                }
            }
        }
    }
}

/// The words of each list of an activity. Items that say more than a word may differ in it.
fn lists(activity: &Activity) -> Vec<Vec<&Word>> {
    let data = activity.data.iter().map(|data| data.items.iter().map(|item| &item.word).collect());
    let retention = activity.retention.iter().map(|rule| rule.of.iter().map(|record| &record.word).collect());
    let subjects = activity.subjects.iter().filter(|subject| subject.is_alone()).map(|subject| &subject.who.word);
    data.chain(retention).chain([subjects.collect()]).collect()
}

fn repeated(word: &str, place: Place) -> crate::finding::Finding {
    let message = say!(
        en: "`{word}` is in the list already",
        sv: "`{word}` finns redan i listan",
        da: "`{word}` findes allerede på listen",
    );
    RULE.found(place, message).help(say!(
        en: "write it once",
        sv: "skriv det en gång",
        da: "skriv det én gang",
    ))
}
