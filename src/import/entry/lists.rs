//! Lists of terms in cells: codes and ids where a word is certain to mean one, else words as written.

use serde_json::{Value, json};

use super::{Became, Cell, Draft, Making, comment};
use crate::import::known::Names;
use crate::import::split::items;
use crate::import::words::{is_no_item, is_no_name, is_none, is_nothing, other_row, without_slashed_form};
use crate::model::suggest;
use crate::vocabulary::{self, ListName};

/// What the items of a list are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// The key.
    pub(super) key: &'static str,
    /// Whether there can be none.
    pub(super) can_be_none: bool,
}

/// The items of a list with what became of its cells.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// The items and gaps.
    pub(super) values: Vec<Value>,
    /// Whether a cell says that there are none.
    pub(super) is_none: bool,
    /// The cells whose words the items do not repeat.
    pub(super) comments: Vec<(String, String)>,
}

impl Items {
    /// The value of the key: the items, `none`, or one gap.
    pub(super) fn value(self) -> Option<(Value, Vec<(String, String)>)> {
        let is_gap = |value: &Value| value.get("unknown").is_some();
        let value = match self.values.as_slice() {
            [] if self.is_none => json!("none"),
            [] => return None,
            [gap] if is_gap(gap) => gap.clone(),
            values => json!(values),
        };
        Some((value, self.comments))
    }

    /// Adds an item that is not there yet.
    pub(super) fn push(&mut self, value: Value) {
        if !self.values.contains(&value) {
            self.values.push(value);
        }
    }
}

/// Reads the cells of a list. `meant` is the id or code that an item means, with whether it is a record of another list.
pub(super) fn read(
    cells: &[&Cell],
    kind: Kind,
    draft: &mut Draft,
    making: &mut Making,
    meant: &mut dyn FnMut(&str, &mut Making) -> Option<Value>,
) -> Items {
    let mut list = Items::default();
    for cell in cells {
        let Some(text) = cell.text.as_deref().filter(|text| !is_nothing(text)) else {
            list.push(making.gap(cell.cell, &cell.cell.text));
            draft.place(cell.cell, Became::Gap, kind.key);
            continue;
        };
        if is_none(text) {
            if kind.can_be_none && cells.len() == 1 {
                list.is_none = true;
                list.comments.push(comment(cell.cell));
                draft.place(cell.cell, Became::Read, kind.key);
            } else {
                list.push(making.gap(cell.cell, &cell.cell.text));
                draft.place(cell.cell, Became::Gap, kind.key);
            }
            continue;
        }
        let (mut is_other, mut has_gap) = (cell.is_other, false);
        for item in items(text, true) {
            let certain = |item: &str| !is_no_item(item) && other_row(item).is_none();
            let value = Some(item.as_str()).filter(|item| certain(item)).and_then(|item| meant(item, making));
            let value = value.unwrap_or_else(|| making.gap(cell.cell, &item));
            has_gap |= value.get("unknown").is_some();
            is_other |= value.as_str() != Some(item.as_str()) && value.get("unknown").is_none();
            list.push(value);
        }
        if is_other {
            list.comments.push(comment(cell.cell));
        }
        let became = match (has_gap, is_other) {
            (true, _) => Became::Gap,
            (false, true) => Became::Read,
            (false, false) => Became::Text,
        };
        draft.place(cell.cell, became, kind.key);
    }
    list
}

/// An item as a term: the code that its word is the label of, or the word. A word that looks like another code or id gets
/// its language, so that it is read as a word.
pub(super) fn term(item: &str, codes: ListName, ids: Option<&Names>, making: &Making) -> Value {
    let known = making.known;
    let country = known.country.as_deref();
    if let Some(code) = vocabulary::meaning(codes, item, country, |lang| known.languages.contains(&lang)) {
        return json!(code);
    }
    if let Some(id) = ids.and_then(|ids| ids.id(item)) {
        return json!(id);
    }
    let is_taken = vocabulary::entry(codes, item).is_some() || ids.is_some_and(|ids| ids.has(item));
    match known.languages.first().filter(|_| is_taken) {
        Some(lang) => json!({ lang.code(): item }),
        None => json!(item),
    }
}

/// The id of a system or processor by its name: a known one, or a new one for what can only be a name.
pub(super) fn party(item: &str, known: &Names, new: &mut Vec<(String, String)>) -> Option<Value> {
    if let Some(id) = known.id(item) {
        return Some(json!(id));
    }
    if let Some((id, _)) = new.iter().find(|(_, name)| name == item) {
        return Some(json!(id));
    }
    let words = item.split(' ').count();
    let plain = without_slashed_form(item);
    let is_name = item.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
        && item.chars().count() <= 50
        && words <= 5
        && !plain.contains(['(', ')', ':', '.', '–', '/', '"', '*', '_', '@'])
        && item.chars().any(char::is_alphabetic)
        && !is_no_name(item)
        && !is_reference(item);
    let id = suggest(&item.replace('/', "-"))
        .filter(|id| is_name && !known.has(id) && !new.iter().any(|(other, _)| other == id))?;
    new.push((id.clone(), item.to_owned()));
    Some(json!(id))
}

/// Whether a text refers to something else: `Se bilaga 2`.
fn is_reference(item: &str) -> bool {
    let first = item.split(' ').next().unwrap_or_default().to_lowercase();
    [
        "se",
        "see",
        "enligt",
        "jf",
        "jfr",
        "som",
        "diverse",
        "olika",
        "forskellige",
        "flera",
        "flere",
        "alla",
        "alle",
        "interna",
        "intern",
        "internt",
    ]
    .contains(&first.as_str())
}
