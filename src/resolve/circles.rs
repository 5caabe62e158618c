//! Categories of data that name others of their list: one that names itself means the word, and a circle is a fault.

use std::collections::BTreeSet;

use crate::finding::{Finding, Findings};
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::term::{Refers, TermKind, Word};
use crate::say;
use crate::vocabulary;

/// Settles what the categories of an activity name.
pub(super) fn settle(activity: &mut Activity, findings: &mut Findings) {
    for data in &mut activity.data.items {
        let Some(id) = data.id.clone() else { continue };
        data.items
            .items
            .iter_mut()
            .filter(|item| names(&item.word, &id))
            .for_each(|item| mean_the_word(&mut item.word));
    }
    for index in 0..activity.data.items.len() {
        let Some(id) = activity.data.items[index].id.clone() else { continue };
        let leads_back = |word: &Word| word.refers == Refers::ToRegister && reaches(&activity.data.items, word, &id);
        let Some(item) = activity.data.items[index].items.iter().position(|item| leads_back(&item.word)) else {
            continue;
        };
        let word = &mut activity.data.items[index].items.items[item].word;
        let key = word.key().unwrap_or_default().to_owned();
        findings.push(
            Finding::error(
                "data-in-circle",
                word.text.at,
                say!(
                    en: "`{id}` names `{key}`, which in turn names `{id}`",
                    sv: "`{id}` hänvisar till `{key}`, som i sin tur hänvisar till `{id}`",
                    da: "`{id}` henviser til `{key}`, som igen henviser til `{id}`",
                ),
            )
            .label(say!(en: "a circle", sv: "en cirkel", da: "en cirkel"))
            .help(say!(
                en: "write the data themselves in one of the two",
                sv: "skriv själva uppgifterna på ett av ställena",
                da: "skriv selve oplysningerne et af stederne",
            )),
        );
        word.refers = Refers::ToItself;
    }
}

fn names(word: &Word, id: &Id) -> bool {
    word.refers == Refers::ToRegister && word.key() == Some(id.as_str())
}

/// What a word means that is no id.
fn mean_the_word(word: &mut Word) {
    let written = word.text.plain.as_deref().unwrap_or_default();
    let lists = TermKind::DataTerms.lists().iter();
    let found = lists.filter_map(|list| Some((*list, vocabulary::code_of(*list, written)?))).next();
    word.refers = found.map_or(Refers::ToItself, |(list, _)| Refers::ToVocabulary(list));
    if let Some((_, code)) = found {
        word.text.plain = Some(code.to_owned());
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
