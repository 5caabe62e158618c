//! Categories of data that name others of their list: one that names itself means the word, and a circle is a fault.

use std::collections::BTreeSet;

use crate::finding::{Finding, Findings};
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::term::{Refers, TermKind, Word};
use crate::resolve::words::is_of_vocabulary;
use crate::say;

/// Settles what the categories of an activity name.
pub(super) fn settle(activity: &mut Activity, findings: &mut Findings) {
    let all = &mut activity.data.items;
    for data in all.iter_mut() {
        let Some(id) = data.id.clone() else { continue };
        data.items
            .items
            .iter_mut()
            .filter(|item| names(&item.word, &id))
            .for_each(|item| mean_the_word(&mut item.word));
    }
    while let Some((data, item)) = circle(all) {
        let id = all[data].id.clone();
        let word = &mut all[data].items.items[item].word;
        findings.extend(id.map(|id| in_circle(&id, word)));
        word.refers = Refers::ToItself;
    }
}

/// The first item that leads back to its category: the numbers of both.
fn circle(all: &[Data]) -> Option<(usize, usize)> {
    all.iter().enumerate().find_map(|(index, data)| {
        let id = data.id.as_ref()?;
        let leads_back = |word: &Word| word.refers == Refers::ToRegister && reaches(all, word, id);
        Some((index, data.items.iter().position(|item| leads_back(&item.word))?))
    })
}

fn in_circle(id: &Id, word: &Word) -> Finding {
    let message = say!(
        en: "`{id}` names `{key}`, which in turn names `{id}`",
        sv: "`{id}` hänvisar till `{key}`, som i sin tur hänvisar till `{id}`",
        da: "`{id}` henviser til `{key}`, som igen henviser til `{id}`",
        key = word.key().unwrap_or_default(),
    );
    let finding = Finding::error("data-in-circle", word.text.at, message);
    finding.label(say!(en: "a circle", sv: "en cirkel", da: "en cirkel")).help(say!(
        en: "write the data themselves in one of the places",
        sv: "skriv själva uppgifterna på ett av ställena",
        da: "skriv selve oplysningerne et af stederne",
    ))
}

fn names(word: &Word, id: &Id) -> bool {
    word.refers == Refers::ToRegister && word.key() == Some(id.as_str())
}

/// What a word means that is no id.
fn mean_the_word(word: &mut Word) {
    if !is_of_vocabulary(TermKind::DataTerms, word) {
        word.refers = Refers::ToItself;
    }
}

/// Whether the way from a word leads to the category `id`.
fn reaches(all: &[Data], word: &Word, id: &Id) -> bool {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = word.key().into_iter().collect();
    while let Some(next) = open.pop() {
        if next == id.as_str() {
            return true;
        }
        if seen.insert(next) {
            let data = all.iter().filter(|data| data.id.as_ref().is_some_and(|own| own.as_str() == next));
            let items = data.flat_map(|data| &data.items).filter(|item| item.word.refers == Refers::ToRegister);
            open.extend(items.filter_map(|item| item.word.key()));
        }
    }
    false
}
