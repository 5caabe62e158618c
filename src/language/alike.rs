//! Checks that all languages have the same keys.

use super::File;
use crate::assets::{Files, missing, odd_key};
use crate::error::Error;
use crate::say;

/// Checks that all languages have the same keys. A key that most of them lack is reported where it is; one that most
/// of them have is reported as missing from the others.
pub(super) fn check(files: &Files, all: &[(&str, File)]) -> Result<(), Error> {
    let codes: Vec<&str> = all.iter().map(|(code, _)| *code).collect();
    let Some(odd) = odd_key(&codes, |index| keys(&all[index].1).collect()) else { return Ok(()) };
    let name = odd.key.into_iter().filter(|key| !key.is_empty()).collect::<Vec<_>>().join(".");
    let what = match odd.is_extra {
        true => say!(
            en: "`{name}` is in no other language",
            sv: "`{name}` finns inte i något annat språk",
            da: "`{name}` findes ikke i noget andet sprog",
        ),
        false => missing(&name),
    };
    Err(files.fault(&format!("languages/{}.toml", odd.file), &odd.key, what))
}

/// The key path of each text of a language.
fn keys(file: &File) -> impl Iterator<Item = [&str; 3]> {
    let groups = [("say", &file.say), ("heading", &file.heading), ("label", &file.label)];
    let texts = groups.into_iter().flat_map(|(group, texts)| texts.keys().map(move |key| [group, key.as_str(), ""]));
    let codes = file.code.iter().flat_map(|(group, texts)| texts.keys().map(move |key| ["code", group.as_str(), key]));
    texts.chain(codes)
}
