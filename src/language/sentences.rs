//! The page of every sentence of the notices in all its forms, with the law behind it, for a lawyer to read: from
//! `templates/languages` and `templates/sentences.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::{File, Piece, Sentence};
use crate::assets::{Files, Table, missing, unknown};
use crate::error::Error;

const FILE: &str = "sentences.toml";

/// The languages in the order of the columns; others follow.
const FIRST: [&str; 3] = ["sv", "da", "en"];

const INTRODUCTION: &str = "\
# Sentences

Every sentence, heading, label and word that a page can have, by topic, with the law behind it. A notice consists of
these and of what the register says; `{name}` is a place for that. A text that can lose a part is shown in all its forms,
the whole first. Without a source, a text states no law.

This page is generated: the texts are in `templates/languages`, the sources in `templates/sentences.toml`.
`ROPA_BLESS=1 cargo test` writes it.
";

/// The sources as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    section: Vec<Section>,
}

/// A topic.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    title: String,
    /// Where its texts stand.
    printed: String,
    /// The law by key, or by `begin*` for all keys that begin so.
    keys: BTreeMap<String, String>,
}

/// The texts of every language by key, in the order of the columns.
type Texts = Vec<(String, BTreeMap<String, String>)>;

static PAGE: Table<(Sources, Texts)> = Table::new(|files| {
    let sources: Sources = files.read(FILE)?;
    let mut texts: Texts = files.read_folder("languages")?.into_iter().map(|(code, file)| of(code, file)).collect();
    texts.sort_by_key(|(code, _)| FIRST.iter().position(|first| first == code).unwrap_or(FIRST.len()));
    let keys: Vec<&String> = texts.iter().take(1).flat_map(|(_, texts)| texts.keys()).collect();
    for (number, section) in sources.section.iter().enumerate() {
        let is_idle =
            |entry: &&String| !keys.iter().any(|key| sources.entry(key).is_some_and(|(_, own)| own == *entry));
        if let Some(entry) = section.keys.keys().find(is_idle) {
            return Err(files.fault(FILE, &["section", &number.to_string(), "keys", entry], unknown(entry)));
        }
    }
    match keys.iter().find(|key| sources.entry(key).is_none()) {
        Some(key) => Err(files.fault(FILE, &[], missing(key))),
        None => Ok((sources, texts)),
    }
});

/// Checks that every text has an entry, and every entry a text.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    PAGE.check(files)
}

/// The law behind each key, empty if its text states none.
#[must_use]
pub fn sources() -> BTreeMap<&'static str, &'static str> {
    let (sources, texts) = PAGE.get();
    let keys = texts.iter().take(1).flat_map(|(_, texts)| texts.keys());
    keys.map(|key| (key.as_str(), sources.source(key))).collect()
}

/// The page as Markdown.
#[must_use]
pub fn page() -> String {
    let (sources, texts) = PAGE.get();
    let mut page = INTRODUCTION.to_owned();
    let codes: Vec<&str> = texts.iter().map(|(code, _)| code.as_str()).collect();
    for (number, Section { title, printed, .. }) in sources.section.iter().enumerate() {
        _ = write!(page, "\n## {title}\n\nPrinted {printed}.\n\n");
        _ = writeln!(page, "| key | {} | places | source |", codes.join(" | "));
        _ = writeln!(page, "|---{}|---|---|", "|---".repeat(codes.len()));
        let keys = texts.iter().take(1).flat_map(|(_, texts)| texts.keys());
        for key in keys.filter(|key| sources.entry(key).is_some_and(|(of, _)| of == number)) {
            let told = texts.iter().filter_map(|(_, texts)| texts.get(key)).map(|text| Sentence::parse(text));
            let told: Vec<Sentence> = told.collect();
            let cells: Vec<String> = told.iter().map(|Sentence(pieces)| cell(&forms(pieces))).collect();
            let mut names: Vec<String> = Vec::new();
            told.iter().for_each(|Sentence(pieces)| places(pieces, &mut names));
            let source = sources.source(key);
            _ = writeln!(page, "| `{key}` | {} | {} | {source} |", cells.join(" | "), names.join(", "));
        }
    }
    page
}

/// The texts of a language by key.
fn of(code: &str, file: File) -> (String, BTreeMap<String, String>) {
    let File { say, heading, label, code: codes, .. } = file;
    let groups = [("say", say), ("heading", heading), ("label", label)].map(|(name, texts)| (name.to_owned(), texts));
    let groups = groups.into_iter().chain(codes);
    let texts =
        groups.flat_map(|(group, texts)| texts.into_iter().map(move |(key, text)| (format!("{group}.{key}"), text)));
    (code.to_owned(), texts.collect())
}

impl Sources {
    /// The number of the section of a key, and its entry there: the longest one that fits.
    fn entry(&self, key: &str) -> Option<(usize, &String)> {
        let fits = |entry: &&String| match entry.strip_suffix('*') {
            Some(begin) => key.starts_with(begin),
            None => key == entry.as_str(),
        };
        let sections = self.section.iter().enumerate();
        let entries = sections.flat_map(|(number, section)| section.keys.keys().map(move |entry| (number, entry)));
        entries.filter(|(_, entry)| fits(entry)).max_by_key(|(_, entry)| entry.len())
    }

    fn source(&self, key: &str) -> &str {
        let entry = self.entry(key);
        entry.and_then(|(number, entry)| self.section[number].keys.get(entry)).map_or("", String::as_str)
    }
}

/// The forms of a text: with and without each part that it can lose.
fn forms(pieces: &[Piece]) -> Vec<String> {
    pieces.iter().fold(vec![String::new()], |begun, piece| {
        let ends = match piece {
            Piece::Words(words) => vec![words.clone()],
            Piece::Place(name) => vec![format!("{{{name}}}")],
            Piece::Optional(inside) => forms(inside).into_iter().chain([String::new()]).collect(),
        };
        begun.iter().flat_map(|begun| ends.iter().map(move |end| format!("{begun}{end}"))).collect()
    })
}

/// The names of the places, each once.
fn places(pieces: &[Piece], names: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Words(_) => {}
            Piece::Place(name) if names.contains(name) => {}
            Piece::Place(name) => names.push(name.clone()),
            Piece::Optional(inside) => places(inside, names),
        }
    }
}

/// Forms in a cell of a table, one below the other.
fn cell(forms: &[String]) -> String {
    forms.iter().map(|form| form.trim().replace('|', "\\|")).collect::<Vec<_>>().join("<br>")
}

#[cfg(test)]
mod tests {
    use super::{Sentence, forms};

    #[test]
    fn a_text_has_a_form_with_and_without_each_part() {
        let Sentence(pieces) = Sentence::parse("A {b}[ c {d}].[ E {f}.]");
        assert_eq!(forms(&pieces), ["A {b} c {d}. E {f}.", "A {b} c {d}.", "A {b}. E {f}.", "A {b}."]);
    }
}
