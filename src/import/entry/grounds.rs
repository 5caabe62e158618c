//! Legal bases, laws and data, with the grounds of Article 9 where the data that they are about are certain.

use serde_json::{Value, json};

use super::lists::{self, Kind};
use super::{Became, Cell, Draft, Making, comment};
use crate::import::bases::{self, Ground};
use crate::import::fields;
use crate::import::split::pieces;
use crate::import::table::Filled;
use crate::import::words::{is_no_content, is_none, is_nothing, yes_no};
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::vocabulary::{self, ListName};

/// A ground of Article 9(2) with its cell, and whether the cell says nothing else.
pub(super) struct Exception<'c> {
    cell: &'c Filled,
    value: Value,
    is_alone: bool,
}

/// The codes with their law.
fn value(ground: Ground) -> Value {
    match ground.law {
        Some(law) => json!({ "code": ground.code, "law": law }),
        None => json!(ground.code),
    }
}

/// The ground that the header of a cell names by its Article and letter, and the answer below it.
fn lettered<'c>(cell: &'c Cell) -> Option<(Ground, &'c str)> {
    let (_, letter) = cell.cell.header.rsplit_once(" – ")?;
    let is_letter = letter.trim_matches(['(', ')', '.']).chars().count() == 1;
    let article = fields::article(&cell.cell.header).filter(|article| *article == 6 && is_letter);
    let [read]: [_; 1] = bases::read(letter, Some(article?)).try_into().ok()?;
    let [ground]: [_; 1] = read.ok()?.try_into().ok()?;
    Some((ground, cell.text.as_deref()?))
}

/// Puts the bases and laws, and returns the grounds of Article 9.
pub(super) fn put<'c>(
    (basis, exception, law): (&[&'c Cell<'c>], &[&'c Cell<'c>], &[&'c Cell<'c>]),
    draft: &mut Draft,
    making: &mut Making,
) -> Vec<Exception<'c>> {
    let key = field!(Activity, basis);
    let (mut values, mut comments, mut laws, mut exceptions) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for cell in basis {
        if let Some((ground, text)) = lettered(cell) {
            match yes_no(text) {
                Some(true) => {
                    let value = value(ground);
                    if !values.contains(&value) {
                        values.push(value);
                    }
                    comments.push((cell.cell.name.clone(), format!("{}: {text}", cell.cell.header)));
                    draft.place(cell.cell, Became::Read, key);
                }
                _ if is_none(text) || is_nothing(text) => draft.note(cell.cell, making),
                _ => {
                    values.push(making.gap(cell.cell, &format!("{}: {text}", cell.cell.header)));
                    draft.place(cell.cell, Became::Gap, key);
                }
            }
            continue;
        }
        let Some(text) = cell.text.as_deref().filter(|text| !is_nothing(text) && !is_none(text)) else {
            values.push(making.gap(cell.cell, &cell.cell.text));
            draft.place(cell.cell, Became::Gap, key);
            continue;
        };
        let mut has_gap = false;
        for piece in bases::read(text, fields::article(&cell.cell.header).filter(|article| *article == 6)) {
            match piece {
                Ok(grounds) => {
                    for ground in grounds {
                        let article = ground.article;
                        let value = value(ground);
                        if article == 9 {
                            exceptions.push(Exception { cell: cell.cell, value, is_alone: false });
                        } else if !values.contains(&value) {
                            values.push(value);
                        }
                    }
                }
                Err(piece) if bases::is_law(&piece) => laws.push(json!(piece)),
                Err(piece) => {
                    values.push(making.gap(cell.cell, &piece));
                    has_gap = true;
                }
            }
        }
        comments.push(comment(cell.cell));
        draft.place(cell.cell, if has_gap { Became::Gap } else { Became::Read }, key);
    }
    match values.as_slice() {
        [] => {}
        [gap] if gap.get("unknown").is_some() => draft.put(key, gap.clone(), comments.clone()),
        _ => draft.put(key, json!(values), comments.clone()),
    }
    for cell in exception {
        let text = cell.text.as_deref().filter(|text| !is_nothing(text) && !is_none(text) && yes_no(text).is_none());
        let article = fields::article(&cell.cell.header).filter(|article| *article == 9);
        let grounds: Option<Vec<Ground>> = text
            .and_then(|text| bases::read(text, article).into_iter().map(Result::ok).collect::<Option<Vec<_>>>())
            .map(|all| all.concat());
        match grounds.filter(|grounds| !grounds.is_empty() && grounds.iter().all(|ground| ground.article == 9)) {
            Some(grounds) => exceptions.extend(grounds.into_iter().map(|ground| Exception {
                cell: cell.cell,
                value: value(ground),
                is_alone: true,
            })),
            None => draft.note(cell.cell, making),
        }
    }
    put_laws(law, laws, if values.is_empty() { comments } else { Vec::new() }, draft, making);
    exceptions
}

/// The laws: each as written. A cell that names a legal basis or answers a question is a note.
fn put_laws(
    cells: &[&Cell],
    mut laws: Vec<Value>,
    mut comments: Vec<(String, String)>,
    draft: &mut Draft,
    making: &mut Making,
) {
    let key = field!(Activity, law);
    for cell in cells {
        let text = cell.text.as_deref().filter(|text| !is_nothing(text) && !is_none(text) && yes_no(text).is_none());
        let is_law = |text: &&str| {
            bases::read(text, None).iter().all(Result::is_err) && !pieces(text).iter().any(|piece| is_no_content(piece))
        };
        let Some(text) = text.filter(is_law) else {
            draft.note(cell.cell, making);
            continue;
        };
        for law in pieces(text) {
            let law = json!(law);
            if !laws.contains(&law) {
                laws.push(law);
            }
        }
        if cell.is_other {
            comments.push(comment(cell.cell));
        }
        draft.place(cell.cell, Became::Text, key);
    }
    if !laws.is_empty() {
        draft.put(key, json!(laws), comments);
    }
}

/// Puts the data. A ground of Article 9 belongs to those of the column for special categories, or else to those that the
/// vocabulary knows as special; without any it is a note.
pub(super) fn data(
    (plain, special): (&[&Cell], &[&Cell]),
    exceptions: Vec<Exception>,
    draft: &mut Draft,
    making: &mut Making,
) {
    let key = field!(Activity, data);
    let kind = Kind { key, can_be_none: false };
    let mut term = |item: &str, making: &mut Making| Some(lists::term(item, ListName::Data, None, making));
    let mut ordinary = lists::read(plain, kind, draft, making, &mut term);
    let is_answer = |cell: &&Cell| {
        cell.text.as_deref().is_none_or(|text| yes_no(text).is_some() || is_none(text) || is_nothing(text))
    };
    let (answers, lists_of): (Vec<&Cell>, Vec<&Cell>) = special.iter().partition(|cell| is_answer(cell));
    answers.into_iter().for_each(|cell| draft.note(cell.cell, making));
    let mut sensitive = lists::read(&lists_of, kind, draft, making, &mut term);
    let is_special = |value: &Value| {
        let entry = value.as_str().and_then(|code| vocabulary::entry(ListName::Data, code));
        entry.is_some_and(|entry| !entry.special.is_empty())
    };
    if sensitive.values.is_empty() && !exceptions.is_empty() {
        let (found, rest) = ordinary.values.into_iter().partition(is_special);
        (sensitive.values, ordinary.values) = (found, rest);
    }
    let is_gap = |value: &Value| value.get("unknown").is_some();
    let has_place = !sensitive.values.is_empty() && !sensitive.values.iter().any(is_gap);
    let mut comments = ordinary.comments;
    comments.append(&mut sensitive.comments);
    let mut grounds = Vec::new();
    for exception in exceptions {
        if has_place {
            comments.push(comment(exception.cell));
            if exception.is_alone {
                draft.place(exception.cell, Became::Read, key);
            }
            if !grounds.contains(&exception.value) {
                grounds.push(exception.value);
            }
        } else {
            draft.note(exception.cell, making);
        }
    }
    let value = match (ordinary.values.as_slice(), sensitive.values.as_slice()) {
        ([], []) => return,
        ([gap], []) if is_gap(gap) => gap.clone(),
        (items, []) => json!(items),
        (items, special) => {
            let record = if grounds.is_empty() {
                json!({ "items": special })
            } else {
                json!({ "items": special, "exception": grounds })
            };
            let plain = Some(json!({ "items": items })).filter(|_| !items.is_empty());
            json!(plain.into_iter().chain([record]).collect::<Vec<_>>())
        }
    };
    let mut known = std::collections::BTreeSet::new();
    comments.retain(|comment| known.insert(comment.clone()));
    draft.put(key, value, comments);
}
