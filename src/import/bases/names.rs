//! Names of legal bases and of grounds of Article 9(2) (`templates/import/bases.toml`).

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::error::Error;
use crate::model::data::ExceptionCode;
use crate::model::purpose::BasisCode;

const FILE: &str = "import/bases.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    joins: BTreeSet<String>,
    basis: BTreeMap<String, Vec<String>>,
    exception: BTreeMap<String, Vec<String>>,
}

/// Names with their codes, the longest first.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Of Article 6(1).
    pub(super) basis: Vec<(String, &'static str)>,
    /// Of Article 9(2).
    pub(super) exception: Vec<(String, &'static str)>,
    /// Words that say nothing of a legal basis beside it.
    pub(super) joins: BTreeSet<String>,
}

static NAMES: Table<Names> = Table::new(|files| {
    let written: Written = files.read(FILE)?;
    let basis = read(files, "basis", written.basis, |code| BasisCode::of_key(code).map(BasisCode::key))?;
    let exception =
        read(files, "exception", written.exception, |code| ExceptionCode::of_key(code).map(ExceptionCode::key))?;
    Ok(Names { basis, exception, joins: written.joins })
});

fn read(
    files: &Files,
    group: &str,
    written: BTreeMap<String, Vec<String>>,
    code_of: fn(&str) -> Option<&'static str>,
) -> Result<Vec<(String, &'static str)>, Error> {
    let mut names = Vec::new();
    for (key, phrases) in written {
        let code = code_of(&key).ok_or_else(|| files.fault(FILE, &[group, &key], unknown(&key)))?;
        names.extend(phrases.into_iter().map(|phrase| (phrase, code)));
    }
    names.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    Ok(names)
}

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    NAMES.check(files)
}

/// The names.
pub(super) fn names() -> &'static Names {
    NAMES.get()
}

/// The names in a text, in order, and the text without them.
pub(super) fn taken(text: &str, names: &[(String, &'static str)]) -> (Vec<&'static str>, String) {
    let (mut rest, mut found) = (text.to_owned(), Vec::new());
    for (name, code) in names {
        while let Some(at) = whole_word(&rest, name) {
            found.push((at, *code));
            blank(&mut rest, &(at..at + name.len()));
        }
    }
    found.sort_unstable();
    let mut known = BTreeSet::new();
    (found.into_iter().map(|(_, code)| code).filter(|code| known.insert(*code)).collect(), rest)
}

/// Where a name stands in a text as whole words.
fn whole_word(text: &str, name: &str) -> Option<usize> {
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
        let after = text[at + name.len()..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
        before && after
    })
}

/// Puts spaces in the place of a stretch.
pub(super) fn blank(text: &mut String, range: &std::ops::Range<usize>) {
    text.replace_range(range.clone(), &" ".repeat(range.len()));
}
