//! Merges files into one register; every id is unique.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::draft::folder::Draft;
use crate::finding::{Finding, Findings, Place};
use crate::format::read::Record as _;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::notice::Notice;
use crate::model::processor::Processor;
use crate::model::purpose::Purpose;
use crate::model::reference::RefKind;
use crate::model::shared::{Measure, Recipient, Shared, SourceRegister, System};
use crate::model::{ById, Id, suggest};
use crate::register::Register;
use crate::register::index::Index;
use crate::say;
use crate::say::Words;

/// Merges the files of a municipality.
pub(super) fn merge(id: &str, draft: Draft, findings: &mut Findings) -> Register {
    let Draft { municipality, shared, activities, notices, accept, unread, is_refused } = draft;
    let is_unread = |path: &String| path.ends_with("/municipality.yaml") || path.ends_with("/municipality.yml");
    if municipality.is_none() && !is_refused && !unread.iter().any(is_unread) {
        findings.push(
            Finding::error(
                "municipality-missing",
                Place::start_of(0),
                say!(
                    en: "`registers/{id}` has no municipality.yaml",
                    sv: "`registers/{id}` har ingen municipality.yaml",
                    da: "`registers/{id}` har ingen municipality.yaml",
                ),
            )
            .help(say!(
                en: "write the file `municipality.yaml` with `name`, `country`, `languages` and `controllers`; `ropa new` makes one",
                sv: "skriv filen `municipality.yaml` med `name`, `country`, `languages` och `controllers`; `ropa new` skapar en",
                da: "skriv filen `municipality.yaml` med `name`, `country`, `languages` og `controllers`; `ropa new` laver en",
            )),
        );
    }
    if !is_refused && Id::parse(id, Place::default()).is_none_or(|id| id.whole().is_some()) {
        let finding = Finding::error(
            "folder-name",
            Place::start_of(0),
            say!(
                en: "`registers/{id}` cannot be a part of an address",
                sv: "`registers/{id}` kan inte vara en del av en webbadress",
                da: "`registers/{id}` kan ikke være en del af en webadresse",
            ),
        );
        findings.push(match suggest(id) {
            Some(name) => finding.help(say!(
                en: "rename the folder to `{name}`",
                sv: "byt namn på mappen till `{name}`",
                da: "omdøb mappen til `{name}`",
            )),
            None => finding.help(say!(
                en: "rename the folder: the letters a–z, digits and hyphens",
                sv: "byt namn på mappen: bokstäverna a–z, siffror och bindestreck",
                da: "omdøb mappen: bogstaverne a–z, cifre og bindestreger",
            )),
        });
    }
    activities.iter().for_each(|activity| own_ids(activity, findings));
    let mut register = Register {
        id: id.to_owned(),
        municipality: municipality.unwrap_or_default(),
        shared: all_shared(shared, findings),
        activities: by_id(activities, activity_id, Activity::WHAT, findings),
        notices: by_id(notices, notice_id, Notice::WHAT, findings),
        accept,
        index: Index::default(),
    };
    in_order_of_parts(&mut register.activities);
    register.index = Index::of(&register);
    register
}

/// Puts the children of each activity in the order of its `parts`; those that it does not name follow by id. They keep the
/// places that they have together.
fn in_order_of_parts(activities: &mut IndexMap<Id, Activity>) {
    let wholes: Vec<(Id, Vec<Id>)> = activities
        .values()
        .filter(|whole| !whole.parts.items.is_empty())
        .map(|whole| (whole.id.clone(), whole.parts.iter().map(|part| part.id.clone()).collect()))
        .collect();
    for (whole, named) in wholes {
        let slots: Vec<usize> =
            activities.values().enumerate().filter(|(_, part)| part.is_part_of(&whole)).map(|(slot, _)| slot).collect();
        let mut order: Vec<Id> =
            slots.iter().filter_map(|slot| activities.get_index(*slot)).map(|(id, _)| id.clone()).collect();
        order.sort_by_key(|id| named.iter().position(|name| name == id).unwrap_or(usize::MAX));
        for (slot, id) in slots.into_iter().zip(order) {
            if let Some(now) = activities.get_index_of(&id) {
                activities.swap_indices(slot, now);
            }
        }
    }
}

/// Checks that the ids of data and of purposes are unique within an activity.
fn own_ids(activity: &Activity, findings: &mut Findings) {
    let data = activity.data.iter().filter_map(|data| data.id.as_ref());
    once(data, Data::WHAT, findings);
    let purposes = activity.purposes.iter().filter_map(|purpose| purpose.id.as_ref());
    once(purposes, Purpose::WHAT, findings);
}

fn once<'i>(ids: impl Iterator<Item = &'i Id>, what: Words, findings: &mut Findings) {
    let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
    for id in ids {
        match seen.get(id.as_str()) {
            Some(first) => findings.push(twice(id, *first, what)),
            None => _ = seen.insert(id.as_str(), id.at),
        }
    }
}

fn all_shared(files: Vec<Shared>, findings: &mut Findings) -> Shared {
    let mut all = Shared::default();
    for file in files {
        let Shared { systems, processors, recipients, sources, texts, measures, at: _ } = file;
        add(&mut all.systems, systems, System::WHAT, findings);
        add(&mut all.processors, processors, Processor::WHAT, findings);
        add(&mut all.recipients, recipients, Recipient::WHAT, findings);
        add(&mut all.sources, sources, SourceRegister::WHAT, findings);
        add(&mut all.texts, texts, RefKind::Texts.what(), findings);
        add(&mut all.measures, measures, Measure::WHAT, findings);
    }
    all
}

fn add<T>(all: &mut ById<T>, file: ById<T>, what: Words, findings: &mut Findings) {
    for (id, thing) in file.0 {
        match all.0.get_key_value(&id) {
            Some((first, _)) => findings.push(twice(&id, first.at, what)),
            None => {
                all.0.insert(id, thing);
            }
        }
    }
}

fn activity_id(activity: &Activity) -> &Id {
    &activity.id
}

fn notice_id(notice: &Notice) -> &Id {
    &notice.id
}

/// Records in order of id, so that the order of files does not matter. A record without an id was reported when read.
fn by_id<T>(records: Vec<T>, id_of: fn(&T) -> &Id, what: Words, findings: &mut Findings) -> IndexMap<Id, T> {
    let mut all: IndexMap<Id, T> = IndexMap::with_capacity(records.len());
    for record in records {
        let id = id_of(&record).clone();
        match all.get_key_value(&id) {
            Some((first, _)) => findings.push(twice(&id, first.at, what)),
            None if id.is_empty() => {}
            None => {
                all.insert(id, record);
            }
        }
    }
    all.sort_keys();
    all
}

fn twice(id: &Id, first: Place, what: Words) -> Finding {
    let message = say!(
        en: "{what} with the id `{id}` is written twice",
        sv: "{what} med id `{id}` står två gånger",
        da: "{what} med id `{id}` står to gange",
        what = what,
    );
    Finding::error("id-twice", id.at, message)
        .label(say!(en: "written again here", sv: "står här igen", da: "står her igen"))
        .related(first, say!(en: "first written here", sv: "står först här", da: "står først her"))
        .help(say!(
            en: "give one of them another id, or remove it",
            sv: "ge en av dem ett annat id, eller ta bort den",
            da: "giv en af dem et andet id, eller fjern den",
        ))
}
