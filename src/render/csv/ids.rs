//! The codes and ids that an activity names, for programs: those of the vocabulary and of the register, separated by spaces.
//! Words of its own have none.

use crate::model::activity::Activity;
use crate::model::term::Term;
use crate::register::Register;
use crate::register::facts::responsible::controller_ids_of;

/// The columns of ids beside the row of an entry with this key.
pub(super) fn columns_of(key: &str) -> &'static [&'static str] {
    match key {
        "bases" => &["bases-ids"],
        "subjects" => &["subjects-ids"],
        "data" => &["data-ids"],
        "recipients" => &["recipients-ids"],
        "processors" => &["processors-ids", "systems-ids"],
        "transfers" => &["transfers-ids", "transfers-countries"],
        "sources" => &["sources-ids"],
        "measures" => &["measures-ids"],
        _ => &[],
    }
}

/// The ids of the controllers of an activity.
pub(super) fn of_controllers(register: &Register, activity: &Activity) -> String {
    joined(controller_ids_of(register, activity).into_iter().map(|id| id.as_str()))
}

/// The ids of an activity in a column, each once.
pub(super) fn ids(column: &str, activity: &Activity) -> String {
    match column {
        "bases-ids" => joined(activity.bases().filter_map(|basis| basis.code).map(|code| code.key())),
        "subjects-ids" => joined(activity.subjects.iter().filter_map(|subject| key(&subject.who))),
        "data-ids" => joined(activity.data.iter().flat_map(|data| &data.items).filter_map(key)),
        "recipients-ids" => joined(activity.recipients.iter().filter_map(|disclosure| key(&disclosure.to))),
        "processors-ids" => joined(activity.processors.iter().map(|used| used.processor.id.as_str())),
        "systems-ids" => joined(activity.systems.iter().map(|used| used.system.id.as_str())),
        "transfers-ids" => joined(activity.transfers.iter().filter_map(|transfer| key(&transfer.to))),
        "transfers-countries" => {
            let countries = activity.transfers.iter().filter_map(|transfer| transfer.country.value());
            joined(countries.map(|country| country.code.as_str()))
        }
        "sources-ids" => {
            let of_data = activity.data.iter().flat_map(|data| &data.from);
            joined(activity.sources.iter().chain(of_data).filter_map(|origin| key(&origin.from)))
        }
        "measures-ids" => joined(activity.measures.iter().filter_map(key)),
        _ => String::new(),
    }
}

fn key<K>(term: &Term<K>) -> Option<&str> {
    term.word.key()
}

fn joined<'i>(ids: impl Iterator<Item = &'i str>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for id in ids {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all.join(" ")
}
