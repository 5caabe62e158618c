//! The texts of the files that `ropa new` writes: `templates/new/<xx>.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Error;
use crate::assets::{Files, missing, unknown};
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
    let group = |of: fn(&Texts) -> &Group| {
        let filled = all.iter().map(|(tongue, texts)| (*tongue, of(texts)));
        filled.filter(|(_, texts)| !texts.is_empty()).collect::<Vec<_>>()
    };
    alike(files, "comment", &group(|texts| &texts.comment))?;
    alike(files, "value", &group(|texts| &texts.value))?;
    alike(files, "example", &group(|texts| &texts.example))
}

fn alike(files: &Files, group: &str, all: &[(Tongue, &Group)]) -> Result<(), Error> {
    for (tongue, texts) in all {
        for key in texts.keys() {
            let without = all.iter().filter(|(_, others)| !others.contains_key(key)).collect::<Vec<_>>();
            let Some((other, _)) = without.first() else { continue };
            return Err(match without.len() * 2 > all.len() {
                true => files.fault(&path(*tongue), &[group, key], unknown(key)),
                false => files.fault(&path(*other), &[group], missing(key)),
            });
        }
    }
    Ok(())
}
