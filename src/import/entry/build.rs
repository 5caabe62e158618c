//! The keys of an activity, field by field.

use serde_json::{Value, json};

use super::lists::{self, Kind};
use super::{Became, Cell, Draft, Entry, Making, comment};
use super::{Part, grounds, organisation, parties};
use crate::import::fields::Field;
use crate::import::retention;
use crate::import::split::{items, pieces};
use crate::import::table::Record;
use crate::import::words::{day, is_no_content, is_no_item, is_none, is_nothing, yes_no};
use crate::model::activity::Activity;
use crate::model::administration::Administration;
use crate::model::record::field;
use crate::model::suggest;
use crate::vocabulary::ListName;

/// Makes the activity of a record.
pub(super) fn entry(record: &Record, cells: &[Cell], making: &mut Making) -> Entry {
    let mut draft = Draft::default();
    let title = title(record, cells, &mut draft, making);
    let of = |field: Field| {
        let is_of = |cell: &&Cell| cell.field() == Some(field) && !cell.cell.is_over_fields;
        cells.iter().filter(is_of).collect::<Vec<_>>()
    };
    texts(&of(Field::Summary), field!(Activity, summary), &mut draft, making);
    organisation::status(&of(Field::Status), &mut draft, making);
    organisation::controller(&of(Field::Controller), &mut draft, making);
    organisation::unit(&of(Field::Unit), &mut draft, making);
    let term = |codes| move |item: &str, making: &mut Making| Some(lists::term(item, codes, None, making));
    let of_list = |key, can_be_none| Kind { key, can_be_none };
    let subjects = of_list(field!(Activity, subjects), false);
    list(&of(Field::Subjects), subjects, &mut draft, making, &mut term(ListName::Subjects));
    purposes(&of(Field::Purposes), &mut draft, making);
    let exceptions = grounds::put((&of(Field::Basis), &of(Field::Exception), &of(Field::Law)), &mut draft, making);
    grounds::data((&of(Field::Data), &of(Field::Special)), exceptions, &mut draft, making);
    let sources = of_list(field!(Activity, sources), false);
    list(&of(Field::Sources), sources, &mut draft, making, &mut term(ListName::Recipients));
    parties::put((&of(Field::Recipients), &of(Field::Processors), &of(Field::Systems)), &mut draft, making);
    parties::transfers(&of(Field::Transfers), &mut draft, making);
    periods(record, &of(Field::Retention), &of(Field::Data), &mut draft, making);
    automated(&of(Field::Automated), &mut draft, making);
    kle(&of(Field::Kle), &mut draft, making);
    let measures = of_list(field!(Activity, measures), true);
    list(&of(Field::Measures), measures, &mut draft, making, &mut |item, _| Some(json!(item)));
    administration(&of, &mut draft, making);
    for cell in cells {
        if cell.cell.is_over_fields || matches!(cell.field(), None | Some(Field::Notes | Field::Number)) {
            draft.note(cell.cell, making);
        }
    }
    if !draft.notes.is_empty() {
        let notes = std::mem::take(&mut draft.notes);
        draft.put(field!(Activity, notes), json!(notes), Vec::new());
    }
    let id = id(&title, &record.place);
    let place = making.source(&record.place);
    Entry { id, title, place, parts: draft.parts, placed: draft.placed }
}

/// The title: of its field, above the table, of the only system, or the first words of the purpose.
fn title(record: &Record, cells: &[Cell], draft: &mut Draft, making: &Making) -> String {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let titles: Vec<&Cell> =
        cells.iter().filter(|cell| cell.field() == Some(Field::Title) && !cell.cell.is_over_fields).collect();
    let is_title = |text: &str| !is_nothing(text) && !is_none(text);
    let first = titles.iter().filter_map(|cell| cell.text.as_deref()).find(|text| is_title(text)).map(line);
    for cell in &titles {
        let is_it = first.is_some() && cell.text.as_deref().map(line) == first;
        if is_it { draft.place(cell.cell, Became::Text, "title") } else { draft.note(cell.cell, making) }
    }
    let of = |field| cells.iter().filter(move |cell| cell.field() == Some(field)).find_map(|cell| cell.text.as_deref());
    let short = |text: &str| {
        let words = text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
        words.trim_end_matches([',', '.', ';']).to_owned()
    };
    let other = || {
        record
            .heading
            .as_deref()
            .map(line)
            .or_else(|| of(Field::Systems).map(short))
            .or_else(|| of(Field::Purposes).map(short))
    };
    first.or_else(other).filter(|title| !title.is_empty() && is_title(title)).unwrap_or_else(|| record.place.clone())
}

fn id(title: &str, place: &str) -> String {
    let mut short = String::new();
    for word in title.replace('/', " ").split_whitespace() {
        if short.len() + word.len() > 60 && !short.is_empty() {
            break;
        }
        short.push_str(word);
        short.push(' ');
    }
    let short: String = short.chars().take(60).collect();
    suggest(short.trim()).unwrap_or_else(|| format!("activity-{}", place.to_lowercase()))
}

/// A text of one or several cells.
fn texts(cells: &[&Cell], key: &'static str, draft: &mut Draft, making: &mut Making) {
    let written: Vec<&&Cell> =
        cells.iter().filter(|cell| cell.text.as_deref().is_some_and(|text| !is_no_content(text))).collect();
    match written.as_slice() {
        [] => cells.iter().for_each(|cell| draft.note(cell.cell, making)),
        [first, rest @ ..] => {
            let comments = if first.is_other { vec![comment(first.cell)] } else { Vec::new() };
            draft.place(first.cell, Became::Text, key);
            draft.put(key, json!(first.text), comments);
            rest.iter().for_each(|cell| draft.note(cell.cell, making));
        }
    }
}

pub(super) fn list(
    cells: &[&Cell],
    kind: Kind,
    draft: &mut Draft,
    making: &mut Making,
    meant: &mut dyn FnMut(&str, &mut Making) -> Option<Value>,
) {
    if let Some((value, comments)) = lists::read(cells, kind, draft, making, meant).value() {
        draft.put(kind.key, value, comments);
    }
}

/// The purposes: a sentence each, which commas and slashes do not part.
fn purposes(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, purposes);
    let (mut values, mut comments) = (Vec::new(), Vec::new());
    for cell in cells {
        let text = cell.text.as_deref().unwrap_or_default();
        let pieces = pieces(text);
        let has_gap = pieces.is_empty() || pieces.iter().any(|piece| is_no_item(piece));
        let value = |piece: &String| if is_no_item(piece) { making.gap(cell.cell, piece) } else { json!(piece) };
        let mut new: Vec<Value> = pieces.iter().map(value).collect();
        if new.is_empty() {
            new.push(making.gap(cell.cell, &cell.cell.text));
        }
        new.retain(|value| !values.contains(value));
        values.append(&mut new);
        if cell.is_other {
            comments.push(comment(cell.cell));
        }
        draft.place(cell.cell, if has_gap { Became::Gap } else { Became::Text }, key);
    }
    match values.as_slice() {
        [] => {}
        [gap] if gap.is_object() => draft.put(key, gap.clone(), comments),
        _ => draft.put(key, json!(values), comments),
    }
}

/// The retention rules. In an activity of several rows, a rule is about the data of its row.
fn periods(record: &Record, cells: &[&Cell], data: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, retention);
    let (mut values, mut comments) = (Vec::new(), Vec::new());
    let row = |cell: &Cell| cell.cell.name.trim_start_matches(|letter: char| letter.is_ascii_uppercase()).to_owned();
    for cell in cells {
        let Some(text) = cell.text.as_deref().filter(|text| !is_nothing(text)) else {
            values.push(making.gap(cell.cell, &cell.cell.text));
            draft.place(cell.cell, Became::Gap, key);
            continue;
        };
        let rules = retention::read(text);
        let is_read = rules.iter().all(Result::is_ok);
        let beside = data.iter().find(|data| record.rows > 1 && cells.len() > 1 && row(data) == row(cell));
        let of = beside.and_then(|data| data.text.as_deref()).map(|text| items(text, true));
        for rule in rules {
            let mut rule = rule.unwrap_or_else(|piece| making.gap(cell.cell, &piece));
            if let Some((of, rule)) = of.as_ref().zip(rule.as_object_mut()) {
                rule.entry("of").or_insert_with(|| json!(of));
            }
            if !values.contains(&rule) {
                values.push(rule);
            }
        }
        if is_read || cell.is_other {
            comments.push(comment(cell.cell));
        }
        draft.place(cell.cell, if is_read { Became::Read } else { Became::Gap }, key);
    }
    match values.as_slice() {
        [] => {}
        [gap] if gap.get("unknown").is_some() && gap.get("of").is_none() => draft.put(key, gap.clone(), comments),
        _ => draft.put(key, json!(values), comments),
    }
}

fn automated(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, automated);
    let Some((first, rest)) = cells.split_first() else { return };
    if first.text.as_deref().is_some_and(is_none) {
        draft.place(first.cell, Became::Read, key);
        draft.put(key, json!("none"), vec![comment(first.cell)]);
    } else {
        draft.place(first.cell, Became::Gap, key);
        draft.put(key, making.gap(first.cell, &first.cell.text), Vec::new());
    }
    rest.iter().for_each(|cell| draft.note(cell.cell, making));
}

fn kle(cells: &[&Cell], draft: &mut Draft, making: &mut Making) {
    let is_number = |item: &String| {
        let parts: Vec<&str> = item.split('.').collect();
        (2..=3).contains(&parts.len())
            && parts.iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut numbers = Vec::new();
    for cell in cells {
        let found = items(cell.text.as_deref().unwrap_or_default(), true);
        if !found.is_empty() && found.iter().all(is_number) {
            draft.place(cell.cell, Became::Text, field!(Activity, kle));
            numbers.extend(found);
        } else {
            draft.note(cell.cell, making);
        }
    }
    if !numbers.is_empty() {
        draft.put(field!(Activity, kle), json!(numbers), Vec::new());
    }
}

/// Reads the text of a cell.
type Reader<'r> = &'r dyn Fn(&str) -> Option<Value>;

/// The administration: texts, days, and whether an assessment is required.
fn administration<'c>(of: &impl Fn(Field) -> Vec<&'c Cell<'c>>, draft: &mut Draft, making: &mut Making) {
    let key = field!(Activity, administration);
    let text = |text: &str| Some(json!(text));
    let date = |text: &str| day(text).map(|day| json!(day));
    let access = |text: &str| Some(json!(items(text, true)));
    let required = |text: &str| yes_no(text).map(|is_yes| json!({ "required": if is_yes { "yes" } else { "no" } }));
    let fields: [(Field, &'static str, Reader); 8] = [
        (Field::Reference, field!(Administration, reference), &text),
        (Field::Owner, field!(Administration, owner), &text),
        (Field::Assessment, field!(Administration, assessment), &required),
        (Field::Volume, field!(Administration, volume), &text),
        (Field::Access, field!(Administration, access), &access),
        (Field::Created, field!(Administration, created), &date),
        (Field::Changed, field!(Administration, changed), &date),
        (Field::Review, field!(Administration, review), &date),
    ];
    for (field, name, read) in fields {
        for cell in of(field) {
            let text =
                cell.text.as_deref().filter(|text| field == Field::Assessment || !is_nothing(text) && !is_none(text));
            let value = text.and_then(read).filter(|_| !draft.administration.contains_key(name));
            let Some(value) = value else {
                draft.note(cell.cell, making);
                continue;
            };
            let is_same = value.as_str() == Some(&cell.cell.text);
            if !is_same {
                draft.comments.push(comment(cell.cell));
            }
            draft.place(cell.cell, if is_same { Became::Text } else { Became::Read }, key);
            draft.administration.insert(name.to_owned(), value);
        }
    }
    if !draft.administration.is_empty() {
        let (value, comments) = (std::mem::take(&mut draft.administration), std::mem::take(&mut draft.comments));
        draft.parts.push(Part { key, value: Value::Object(value), comments });
    }
}
