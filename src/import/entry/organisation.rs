//! The status of an activity, its controller and its unit.

use serde_json::json;

use super::{Became, Cell, Draft, Making, comment};
use crate::import::words::{self, is_answer, is_no_content};
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
        None if is_no_content(text) || is_answer(text) => draft.note(first.cell, making),
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
    let id = |cell: &&&Cell| cell.text.as_deref().and_then(|text| making.known.units.id(text)).map(str::to_owned);
    let found = cells.iter().find_map(|cell| Some((cell, id(&cell)?)));
    for cell in cells {
        match &found {
            Some((first, id)) if first.cell == cell.cell => {
                draft.place(cell.cell, Became::Read, key);
                draft.put(key, json!(id), vec![comment(cell.cell)]);
            }
            _ => draft.note(cell.cell, making),
        }
    }
}

/// The status. A word that tells none is a note.
pub(super) fn status(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, status);
    let told = |cell: &&&Cell| cell.text.as_deref().and_then(words::status);
    let found = cells.iter().find_map(|cell| Some((cell, told(&cell)?)));
    for cell in cells {
        match &found {
            Some((first, status)) if first.cell == cell.cell => {
                draft.place(cell.cell, Became::Read, key);
                if *status != Status::Active {
                    draft.put(key, json!(status.key()), vec![comment(cell.cell)]);
                }
            }
            _ => draft.note(cell.cell, making),
        }
    }
}
