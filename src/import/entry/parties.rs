//! Recipients, processors, systems and transfers.

use serde_json::{Value, json};

use super::build::list;
use super::lists::{self, Kind};
use super::{Became, Cell, Draft, Making, comment};
use crate::import::split::items;
use crate::import::words::{is_inside, is_no_party};
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::vocabulary::{self, ListName};

/// Recipients, processors and systems. A recipient that is a known processor is one.
pub(super) fn put((to, by, within): (&[&Cell], &[&Cell], &[&Cell]), draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, recipients);
    let kind = Kind { key, can_be_none: true };
    let recipient = |item: &str, making: &mut Making| {
        let is_recipient = making.known.recipients.id(item).is_some();
        if !is_recipient && is_no_party(item) {
            return None;
        }
        let processor = making.known.processors.id(item).filter(|_| !is_recipient);
        let id = processor.map(|id| json!({ "processor": id }));
        Some(id.unwrap_or_else(|| lists::term(item, ListName::Recipients, Some(&making.known.recipients), making)))
    };
    let mut recipients = lists::read(to, kind, draft, making, &mut { recipient });
    let is_processor = |value: &Value| value.get("processor").is_some();
    let (used, rest): (Vec<Value>, Vec<Value>) = recipients.values.into_iter().partition(is_processor);
    recipients.values = rest;
    let comments = recipients.comments.clone();
    if let Some((value, comments)) = recipients.value() {
        draft.put(key, value, comments);
    }
    let kind = |key| Kind { key, can_be_none: true };
    let processor =
        |item: &str, making: &mut Making| lists::party(item, &making.known.processors, &mut making.new.processors);
    let mut processors = lists::read(by, kind(field!(Activity, processors)), draft, making, &mut { processor });
    if !used.is_empty() {
        processors.comments.extend(comments);
        processors.is_none = false;
        for value in used {
            processors.push(value["processor"].clone());
        }
    }
    if let Some((value, comments)) = processors.value() {
        draft.put(field!(Activity, processors), value, comments);
    }
    let system = |item: &str, making: &mut Making| lists::party(item, &making.known.systems, &mut making.new.systems);
    list(within, kind(field!(Activity, systems)), draft, making, &mut { system });
}

/// Transfers: none, or named recipients in named countries; else a gap with the words.
pub(super) fn transfers(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, transfers);
    if cells.is_empty() {
        return;
    }
    let comments: Vec<_> = cells.iter().map(|cell| comment(cell.cell)).collect();
    if cells.iter().all(|cell| cell.text.as_deref().is_some_and(is_inside)) {
        cells.iter().for_each(|cell| draft.place(cell.cell, Became::Read, key));
        return draft.put(key, json!("none"), comments);
    }
    let mut values = Vec::new();
    for cell in cells {
        let named = cell.text.as_deref().and_then(|text| {
            items(text, false).iter().map(|item| transfer(item, cell, making)).collect::<Option<Vec<_>>>()
        });
        draft.place(cell.cell, if named.is_some() { Became::Read } else { Became::Gap }, key);
        values.extend(named.unwrap_or_else(|| vec![making.gap(cell.cell, &cell.cell.text)]));
    }
    match values.as_slice() {
        [gap] if gap.get("unknown").is_some() => draft.put(key, gap.clone(), Vec::new()),
        _ => draft.put(key, json!(values), comments),
    }
}

/// A recipient in a third country: `Molnet Inc. (USA)`.
fn transfer(item: &str, cell: &Cell, making: &Making) -> Option<Value> {
    let (name, country) = item.strip_suffix(')')?.split_once('(')?;
    let (name, country) = (name.trim(), country.trim());
    let code = vocabulary::meaning(ListName::Countries, country, None, |_| true)?;
    let is_third = vocabulary::entry(ListName::Countries, code).is_some_and(|entry| !entry.eea);
    let is_name = lists::party(name, &making.known.processors, &mut Vec::new()).is_some();
    let to = making.known.processors.id(name).unwrap_or(name);
    (is_third && is_name).then(|| json!({ "to": to, "country": code, "tool": making.gap(cell.cell, &cell.cell.text) }))
}
