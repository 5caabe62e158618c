//! The status of an activity, its controller and its unit.

use serde_json::json;

use super::{Became, Cell, Draft, Making, comment};
use crate::import::words::{self, is_no_item};
use crate::model::activity::Activity;
use crate::model::administration::Status;
use crate::model::record::field;
use crate::model::suggest;

/// A controller that the municipality has. Another name becomes the id that it would have: without a record for it the
/// register has an error, and another controller is not published in its place.
pub(super) fn controller(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, controller);
    let Some((first, rest)) = cells.split_first() else { return };
    let text = first.text.as_deref().unwrap_or(&first.cell.text);
    match making.known.controllers.id(text) {
        Some(id) => {
            draft.place(first.cell, Became::Read, key);
            draft.put(key, json!(id), vec![comment(first.cell)]);
        }
        None if is_no_item(text) => draft.note(first.cell, making),
        None => {
            draft.place(first.cell, Became::Gap, key);
            draft.put(key, json!(suggest(text).unwrap_or_else(|| "unknown".to_owned())), vec![comment(first.cell)]);
        }
    }
    rest.iter().for_each(|cell| draft.note(cell.cell, making));
}

/// A unit that the municipality has. Another name is a note: no notice says another unit for it.
pub(super) fn unit(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, unit);
    let id = |text: &str| making.known.units.id(text).map(str::to_owned);
    if let Some((id, comment)) = first(cells, key, draft, making, id) {
        draft.put(key, json!(id), vec![comment]);
    }
}

/// The status. A word that tells none is a note.
pub(super) fn status(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, status);
    let told = first(cells, key, draft, making, words::status);
    if let Some((status, comment)) = told.filter(|(status, _)| *status != Status::Active) {
        draft.put(key, json!(status.key()), vec![comment]);
    }
}

/// What the first cell that can be read says, with the comment that keeps its words. The other cells are notes.
fn first<T>(
    cells: &[&Cell],
    key: &'static str,
    draft: &mut Draft,
    making: &Making,
    read: impl Fn(&str) -> Option<T>,
) -> Option<(T, (String, String))> {
    let mut found = None;
    for cell in cells {
        let value = cell.text.as_deref().filter(|_| found.is_none()).and_then(&read);
        match value {
            Some(value) => {
                draft.place(cell.cell, Became::Read, key);
                found = Some((value, comment(cell.cell)));
            }
            None => draft.note(cell.cell, making),
        }
    }
    found
}
