//! Activities as YAML of format 2, and the keys of a file that is there already.

use std::fmt::Write as _;
use std::ops::Range;

use serde_json::{Map, Value, json};

use super::entry::{Became, Entry, NewParties, Part};
use crate::draft::folder;
use crate::error::Error;
use crate::finding::Level;
use crate::format::yaml::{self, Kind, Node};
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::say;
use crate::say::{Tongue, Words};
use crate::source::Sources;

const FROM: Words = Words { en: "Imported from", sv: "Hämtat från", da: "Hentet fra" };
const PARTIES: Words = Words {
    en: "Systems and processors that a spreadsheet names. Fill in what is missing.",
    sv: "System och personuppgiftsbiträden som ett kalkylark nämner. Fyll i det som saknas.",
    da: "Systemer og databehandlere, som et regneark nævner. Udfyld det, der mangler.",
};

/// The file of a new activity.
///
/// # Errors
/// When a value cannot be written.
pub(crate) fn activity(entry: &Entry, tongue: Tongue) -> Result<String, Error> {
    let mut text = String::new();
    comment(&mut text, &format!("{} {}.", FROM.get(tongue), entry.place));
    text.push_str(&block(field!(Activity, id), &json!(entry.id))?);
    text.push_str(&block(field!(Activity, title), &json!(entry.title))?);
    for part in &entry.parts {
        text.push('\n');
        text.push_str(&with_comments(part)?);
    }
    Ok(text)
}

/// A key with its value, and comments above it with the words of cells.
///
/// # Errors
/// When the value cannot be written.
pub(super) fn with_comments(part: &Part) -> Result<String, Error> {
    let mut text = String::new();
    for (name, words) in &part.comments {
        comment(&mut text, &format!("{name}: {words}"));
    }
    text.push_str(&block(part.key, &part.value)?);
    Ok(text)
}

/// A comment: each line of the words on its own.
fn comment(text: &mut String, words: &str) {
    for (index, line) in words.lines().enumerate() {
        let indentation = if index == 0 { "" } else { "  " };
        _ = writeln!(text, "# {indentation}{}", line.trim_end());
    }
}

/// A key with its value.
fn block(key: &str, value: &Value) -> Result<String, Error> {
    let mut map = Map::new();
    map.insert(key.to_owned(), value.clone());
    serde_yaml::to_string(&map).map_err(|cause| {
        Error::new(say!(
            en: "`{key}` could not be written as YAML",
            sv: "`{key}` kunde inte skrivas som YAML",
            da: "`{key}` kunne ikke skrives som YAML",
        ))
        .because(cause)
    })
}

/// The file with new systems and processors; what `before` has stays.
///
/// # Errors
/// When a value cannot be written, or the file cannot be added to.
pub(crate) fn parties(new: &NewParties, before: Option<&str>, tongue: Tongue) -> Result<String, Error> {
    let mut text = before.unwrap_or_default().to_owned();
    if text.is_empty() {
        comment(&mut text, PARTIES.get(tongue));
    }
    for (key, new) in [("processors", &new.processors), ("systems", &new.systems)] {
        if new.is_empty() {
            continue;
        }
        let mut lines = String::new();
        for (id, name) in new {
            let record = block(id, &json!({ "name": name }))?;
            record.lines().for_each(|line| _ = writeln!(lines, "  {line}"));
        }
        match keys(&text).into_iter().find(|(known, _)| known == key) {
            Some((_, range)) => text.insert_str(range.end, &lines),
            None => {
                if !text.ends_with('\n') && !text.is_empty() {
                    text.push('\n');
                }
                _ = write!(text, "{key}:\n{lines}");
            }
        }
    }
    let has = |key: &str, new: &[(String, String)]| {
        let tree = tree(&text);
        new.iter().all(|(id, name)| tree.as_ref().is_some_and(|tree| tree[key][id]["name"] == json!(name)))
    };
    if has("processors", &new.processors) && has("systems", &new.systems) {
        return Ok(text);
    }
    Err(Error::new(say!(
        en: "shared/imported.yaml cannot be added to: write its lists with a line for each record",
        sv: "shared/imported.yaml går inte att fylla på: skriv listorna med en rad för varje post",
        da: "shared/imported.yaml kan ikke udvides: skriv listerne med en linje for hver post",
    )))
}

/// The keys of a file with their lines: from the comments above a key to the line after its value.
#[must_use]
pub(super) fn keys(text: &str) -> Vec<(String, Range<usize>)> {
    let mut keys: Vec<(String, Range<usize>)> = Vec::new();
    let (mut at, mut above) = (0, None);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let is_key = line.starts_with(|letter: char| letter.is_ascii_lowercase());
        match line.split_once(':').filter(|_| is_key) {
            Some((key, _)) => keys.push((key.to_owned(), above.take().unwrap_or(at)..end)),
            None if line.starts_with('#') => above = above.or(Some(at)),
            None if line.trim().is_empty() => above = None,
            None => {
                above = None;
                if let Some((_, range)) = keys.last_mut() {
                    range.end = end;
                }
            }
        }
        at = end;
    }
    keys
}

/// The values of a file, all scalars as text. `None` if it is no YAML.
#[must_use]
pub(super) fn tree(text: &str) -> Option<Value> {
    let mut findings = Vec::new();
    yaml::parse(0, text, &mut findings).filter(|_| findings.is_empty()).map(|node| value(&node))
}

fn value(node: &Node) -> Value {
    match &node.kind {
        Kind::Scalar { text, .. } => json!(&**text),
        Kind::Seq(items) => items.iter().map(value).collect(),
        Kind::Map(entries) => {
            entries.iter().map(|(key, inside)| (key.text().unwrap_or_default().to_owned(), value(inside))).collect()
        }
    }
}

/// Whether the reader of registers takes a key as it is written.
fn is_readable(part: &Part) -> bool {
    let Ok(block) = block(part.key, &part.value) else { return false };
    let mut sources = Sources::default();
    sources.add("municipality.yaml".into(), "municipality.yaml".into(), "format: 2\n".into());
    let inside = "activities/a.yaml".to_owned();
    sources.add(inside.clone(), inside, format!("id: a\ntitle: a\n{block}"));
    let mut findings = Vec::new();
    _ = folder::read(&sources, &mut findings);
    let is_of = |finding: &crate::finding::Finding| finding.place.file == 1 && finding.level == Level::Error;
    tree(&block).is_some_and(|tree| tree[part.key] == part.value) && !findings.iter().any(is_of)
}

/// Makes a gap of a key that the reader of registers does not take as it is written, with the words of its cells.
pub(super) fn readable(entry: &mut Entry, file: &str) {
    for part in entry.parts.iter_mut().filter(|part| !is_readable(part)) {
        let of_part = entry.placed.iter_mut().filter(|placed| placed.key == part.key);
        let mut words = Vec::new();
        for placed in of_part {
            placed.became = Became::Gap;
            words.push(format!("{} {}: {}", placed.name, placed.header, placed.text.replace('\n', " ")));
        }
        part.value = json!({ "unknown": format!("{file}, {}", words.join("; ")) });
        part.comments.clear();
    }
    entry.parts.retain(|part| is_readable(part) || part.key == field!(Activity, notes));
}

#[cfg(test)]
mod tests {
    use super::{keys, parties, tree};
    use crate::import::entry::NewParties;
    use crate::say::Tongue;

    #[test]
    fn keys_have_their_comments_and_lines() {
        let text = "# file\n\nid: a\n# B4: x\n# y\nbasis:\n- code: contract\n  law: z\n\n# own\n\nlaw: q\n";
        let found = keys(text);
        let names: Vec<&str> = found.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(names, ["id", "basis", "law"]);
        assert_eq!(&text[found[1].1.clone()], "# B4: x\n# y\nbasis:\n- code: contract\n  law: z\n");
        assert_eq!(&text[found[2].1.clone()], "law: q\n");
    }

    #[test]
    fn new_parties_are_added_to_a_file() {
        let new =
            |id: &str, name: &str| NewParties { systems: vec![(id.into(), name.into())], ..NewParties::default() };
        let first = parties(&new("a", "A: 1"), None, Tongue::English).unwrap();
        let second = parties(&new("b", "B"), Some(&first), Tongue::English).unwrap();
        assert_eq!(tree(&second).unwrap()["systems"]["a"]["name"], "A: 1");
        assert!(second.starts_with(&first));
        assert!(parties(&new("b", "B"), Some("systems: {a: {name: A}}\n"), Tongue::English).is_err());
    }
}
