//! The texts of the files that `ropa new` and `ropa init` write: `templates/new/<xx>.toml`, `templates/init/<xx>.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Error;
use crate::assets::{Files, missing, odd_key, unknown};
use crate::say::Tongue;

type Group = BTreeMap<String, String>;

/// The texts in one language. Values and examples are those of the country where the language is spoken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli) struct Texts {
    #[serde(default)]
    pub(in crate::cli) value: Group,
    #[serde(default)]
    pub(in crate::cli) example: Group,
    pub(in crate::cli) comment: Group,
}

/// Reads the texts of a command in a language.
///
/// # Errors
/// When the file is invalid.
pub(in crate::cli) fn read(files: &Files, command: &str, tongue: Tongue) -> Result<Texts, Error> {
    files.read(&path(command, tongue))
}

fn path(command: &str, tongue: Tongue) -> String {
    format!("{command}/{}.toml", tongue.code())
}

/// Checks that the languages of a command have the same keys: comments in every language; values and examples in those that have
/// any.
///
/// # Errors
/// The key that only some languages have.
pub(in crate::cli) fn check(files: &Files, command: &str) -> Result<(), Error> {
    let all = Tongue::ALL.into_iter().map(|tongue| Ok((tongue, read(files, command, tongue)?)));
    let all: Vec<(Tongue, Texts)> = all.collect::<Result<_, Error>>()?;
    alike((files, command), "comment", &all, |texts| &texts.comment)?;
    alike((files, command), "value", &all, |texts| &texts.value)?;
    alike((files, command), "example", &all, |texts| &texts.example)
}

fn alike(
    (files, command): (&Files, &str),
    group: &str,
    all: &[(Tongue, Texts)],
    of: fn(&Texts) -> &Group,
) -> Result<(), Error> {
    let filled: Vec<_> = all.iter().filter(|(_, texts)| !of(texts).is_empty()).collect();
    let paths: Vec<String> = filled.iter().map(|(tongue, _)| path(command, *tongue)).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let Some(odd) = odd_key(&paths, |index| of(&filled[index].1).keys().collect()) else { return Ok(()) };
    let what = if odd.is_extra { unknown(odd.key) } else { missing(odd.key) };
    Err(files.fault(odd.file, &[group, odd.key], what))
}
