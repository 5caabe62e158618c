//! The texts of the files that `ropa new` writes: `templates/new/<xx>.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Error;
use crate::assets::{Files, missing, odd_key, unknown};
use crate::say::Tongue;

type Group = BTreeMap<String, String>;

/// The texts in one language. Values and examples are those of the country where the language is spoken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Texts {
    #[serde(default)]
    pub(super) value: Group,
    #[serde(default)]
    pub(super) example: Group,
    pub(super) comment: Group,
}

/// Reads the texts of a language.
///
/// # Errors
/// When the file is invalid.
pub(super) fn read(files: &Files, tongue: Tongue) -> Result<Texts, Error> {
    files.read(&path(tongue))
}

fn path(tongue: Tongue) -> String {
    format!("new/{}.toml", tongue.code())
}

/// Checks that the languages have the same keys: comments in every language; values and examples in those that have
/// any.
///
/// # Errors
/// The key that only some languages have.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    let all = Tongue::ALL.into_iter().map(|tongue| Ok((tongue, read(files, tongue)?)));
    let all: Vec<(Tongue, Texts)> = all.collect::<Result<_, Error>>()?;
    alike(files, "comment", &all, |texts| &texts.comment)?;
    alike(files, "value", &all, |texts| &texts.value)?;
    alike(files, "example", &all, |texts| &texts.example)
}

fn alike(files: &Files, group: &str, all: &[(Tongue, Texts)], of: fn(&Texts) -> &Group) -> Result<(), Error> {
    let filled: Vec<_> = all.iter().filter(|(_, texts)| !of(texts).is_empty()).collect();
    let paths: Vec<String> = filled.iter().map(|(tongue, _)| path(*tongue)).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let Some(odd) = odd_key(&paths, |index| of(&filled[index].1).keys().collect()) else { return Ok(()) };
    let what = if odd.is_extra { unknown(odd.key) } else { missing(odd.key) };
    Err(files.fault(odd.file, &[group, odd.key], what))
}
