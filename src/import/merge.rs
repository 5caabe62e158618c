//! Brings a spreadsheet into files: new activities, and for those that are there what changed in the sheet since it was
//! imported last. What people changed in the files stays; what both changed is a conflict.

use serde_json::{Value, json};

use super::entry::{Entry, Part};
use super::yaml::{keys, tree, with_comments};
use crate::error::Error;
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::say;

/// Who decides about a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The file, from now on.
    File,
    /// The sheet.
    Sheet,
}

/// A key that both the sheet and the file changed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Conflict {
    /// The key.
    pub(crate) key: String,
    /// What the sheet says now; nothing if it says nothing any more.
    pub(crate) sheet: Value,
    /// What the file says; nothing if it does not have the key.
    pub(crate) file: Value,
}

/// A file after the sheet was brought in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Merged {
    /// The text; the same as before if nothing changed.
    pub(crate) text: String,
    /// The keys that the sheet changed.
    pub(crate) changed: Vec<String>,
    /// The keys that both changed.
    pub(crate) conflicts: Vec<Conflict>,
}

/// Brings an activity of the sheet into the text of its file. `base` is the activity when it was imported last.
///
/// # Errors
/// When the file cannot be read, or a change cannot be written into it.
pub(crate) fn merge(
    entry: &Entry,
    base: Option<&Entry>,
    text: &str,
    path: &str,
    choice: Option<Choice>,
) -> Result<Merged, Error> {
    let mine = tree(text).filter(Value::is_object).ok_or_else(|| unread(path))?;
    let mut merged = Merged { text: text.to_owned(), changed: Vec::new(), conflicts: Vec::new() };
    let theirs = parts(entry);
    let before = base.map(parts).unwrap_or_default();
    let names = theirs.iter().chain(&before).map(|part| part.key).collect::<indexmap::IndexSet<_>>();
    for key in names {
        let find =
            |parts: &[Part]| parts.iter().find(|part| part.key == key).map_or(Value::Null, |part| part.value.clone());
        let (old, new, own) = (find(&before), find(&theirs), mine.get(key).cloned().unwrap_or_default());
        if old == new && base.is_some() || same(&new, &own) {
            continue;
        }
        let new = if key == field!(Activity, notes) { notes(&old, &new, &own) } else { new };
        let is_free = base.is_some() && (same(&old, &own) || key == field!(Activity, notes));
        if is_free || choice == Some(Choice::Sheet) {
            let comments = theirs.iter().find(|part| part.key == key).map(|part| part.comments.clone());
            let part = Part { key, value: new, comments: comments.unwrap_or_default() };
            let old_comments = before.iter().find(|part| part.key == key).map(|part| part.comments.clone());
            merged.text = put(&merged.text, &part, &old_comments.unwrap_or_default(), path)?;
            merged.changed.push(key.to_owned());
        } else if choice.is_none() {
            merged.conflicts.push(Conflict { key: key.to_owned(), sheet: new, file: own });
        }
    }
    Ok(merged)
}

/// The keys of an activity with its title.
fn parts(entry: &Entry) -> Vec<Part> {
    let title = Part { key: field!(Activity, title), value: json!(entry.title), comments: Vec::new() };
    [title].into_iter().chain(entry.parts.iter().cloned()).collect()
}

/// Whether two values say the same: a list of one is the one.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(items), other) if !other.is_array() => matches!(items.as_slice(), [item] if same(item, other)),
        (one, Value::Array(_)) if !one.is_array() => same(other, one),
        (one, other) => one == other,
    }
}

/// The notes of the file without those that are gone from the sheet, and with its new ones.
fn notes(old: &Value, new: &Value, own: &Value) -> Value {
    let list = |value: &Value| match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.clone(),
        one => vec![one.clone()],
    };
    let (old, new, own) = (list(old), list(new), list(own));
    let kept = own.iter().filter(|note| !old.contains(note) || new.contains(note));
    let added = new.iter().filter(|note| !own.contains(note) && !old.contains(note));
    let notes: Vec<Value> = kept.chain(added).cloned().collect();
    if notes.is_empty() { Value::Null } else { json!(notes) }
}

/// A text with a key replaced, added or removed; nothing else changes. Comments above the key that the import did not
/// write stay.
fn put(text: &str, part: &Part, old: &[(String, String)], path: &str) -> Result<String, Error> {
    let block = if part.value.is_null() { String::new() } else { with_comments(part)? };
    let found = keys(text).into_iter().find(|(key, _)| key == part.key);
    let after = match found {
        Some((_, range)) => {
            let ours: Vec<String> = old.iter().flat_map(|(name, words)| lines(name, words)).collect();
            let comments = text[range.clone()].lines().filter_map(comment_of);
            let kept = comments.filter(|comment| !ours.iter().any(|own| own == comment));
            let kept: String = kept.map(|comment| format!("{comment}\n")).collect();
            format!("{}{kept}{block}{}", &text[..range.start], &text[range.end..])
        }
        None if text.ends_with('\n') => format!("{text}\n{block}"),
        None => format!("{text}\n\n{block}"),
    };
    let mut meant = tree(text).ok_or_else(|| unread(path))?;
    if let Some(map) = meant.as_object_mut() {
        map.remove(part.key);
        if !part.value.is_null() {
            map.insert(part.key.to_owned(), part.value.clone());
        }
    }
    if tree(&after) == Some(meant) { Ok(after) } else { Err(unread(path)) }
}

/// The comment of a line: the line, or what stands behind its value.
fn comment_of(line: &str) -> Option<&str> {
    let mut quote = None;
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        match (letter, quote) {
            ('#', None) if before.is_whitespace() => return Some(line[at..].trim_end()),
            ('"' | '\'', None) if !before.is_alphanumeric() => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            _ => {}
        }
        before = letter;
    }
    None
}

/// The lines of a comment as they are written.
fn lines(name: &str, words: &str) -> Vec<String> {
    let whole = format!("{name}: {words}");
    let line = |(index, line): (usize, &str)| match index {
        0 => format!("# {}", line.trim_end()),
        _ => format!("#   {}", line.trim_end()),
    };
    whole.lines().enumerate().map(line).collect()
}

fn unread(path: &str) -> Error {
    Error::new(say!(
        en: "{path} cannot be changed line by line; bring in the change by hand",
        sv: "{path} går inte att ändra rad för rad; för in ändringen för hand",
        da: "{path} kan ikke ændres linje for linje; før ændringen ind i hånden",
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Choice, merge};
    use crate::import::entry::{Entry, Part};
    use crate::import::yaml::activity;
    use crate::say::Tongue;

    fn entry(parts: &[(&'static str, Value)]) -> Entry {
        let part = |(key, value): &(&'static str, Value)| Part {
            key,
            value: value.clone(),
            comments: vec![("B4".into(), format!("{value}"))],
        };
        Entry { id: "a".into(), title: "A".into(), parts: parts.iter().map(part).collect(), ..Entry::default() }
    }

    fn file(entry: &Entry) -> String {
        activity(entry, Tongue::English).unwrap()
    }

    #[test]
    fn what_the_sheet_changed_comes_in_and_what_people_changed_stays() {
        let base = entry(&[("purposes", json!(["p"])), ("basis", json!(["contract"]))]);
        let now = entry(&[("purposes", json!(["p"])), ("basis", json!(["consent"])), ("law", json!(["l"]))]);
        let text = file(&base).replace("- p\n", "- p # why\n- own\n").replace("basis:", "# own words\nbasis:");
        let merged = merge(&now, Some(&base), &text, "a.yaml", None).unwrap();
        assert!(merged.conflicts.is_empty());
        assert_eq!(merged.changed, ["basis", "law"]);
        assert!(merged.text.contains("- p # why\n- own\n"), "{}", merged.text);
        assert!(merged.text.contains("# own words\n# B4: [\"consent\"]\nbasis:\n- consent\n"), "{}", merged.text);
        assert!(!merged.text.contains("contract"));
        let again = merge(&now, Some(&now), &merged.text, "a.yaml", None).unwrap();
        assert_eq!((again.changed.len(), again.text), (0, merged.text));
    }

    #[test]
    fn what_both_changed_is_a_conflict_until_somebody_decides() {
        let base = entry(&[("basis", json!(["contract"]))]);
        let now = entry(&[("basis", json!(["consent"]))]);
        let text = file(&base).replace("contract\n", "public-task\n");
        let merged = merge(&now, Some(&base), &text, "a.yaml", None).unwrap();
        assert_eq!((merged.text.as_str(), merged.conflicts.len()), (text.as_str(), 1));
        assert_eq!(merged.conflicts[0].file, json!(["public-task"]));
        let sheet = merge(&now, Some(&base), &text, "a.yaml", Some(Choice::Sheet)).unwrap();
        assert!(sheet.text.contains("- consent") && sheet.conflicts.is_empty());
        let own = merge(&now, Some(&base), &text, "a.yaml", Some(Choice::File)).unwrap();
        assert!(own.text == text && own.conflicts.is_empty());
    }

    #[test]
    fn a_file_that_was_never_imported_is_not_changed() {
        let now = entry(&[("basis", json!(["consent"])), ("law", json!(["l"]))]);
        let merged = merge(&now, None, "id: a\ntitle: A\nbasis: consent\n", "a.yaml", None).unwrap();
        assert!(merged.changed.is_empty());
        assert_eq!(merged.conflicts.iter().map(|conflict| conflict.key.as_str()).collect::<Vec<_>>(), ["law"]);
    }

    #[test]
    fn a_key_that_is_gone_from_the_sheet_goes_if_nobody_changed_it() {
        let base = entry(&[("law", json!(["l"])), ("notes", json!([{"text": "n"}]))]);
        let now = entry(&[]);
        let merged = merge(&now, Some(&base), &file(&base), "a.yaml", None).unwrap();
        assert!(!merged.text.contains("law") && !merged.text.contains("notes"), "{}", merged.text);
    }
}
