//! Checks that all languages have the same keys.

use std::collections::BTreeMap;

use super::File;
use crate::assets::{Files, missing};
use crate::error::Error;
use crate::say;

/// Checks that all languages have the same keys. A key that most of them lack is reported where it is; one that most
/// of them have is reported as missing from the others.
pub(super) fn check(files: &Files, all: &[(&str, File)]) -> Result<(), Error> {
    let mut known: BTreeMap<[&str; 3], Vec<&str>> = BTreeMap::new();
    for (code, file) in all {
        keys(file).for_each(|keys| known.entry(keys).or_default().push(code));
    }
    let differing = known.into_iter().filter(|(_, of)| of.len() < all.len()).min_by_key(|(_, of)| of.len());
    differing.map_or(Ok(()), |(keys, of)| Err(fault(files, all, keys, &of)))
}

fn fault(files: &Files, all: &[(&str, File)], keys: [&str; 3], of: &[&str]) -> Error {
    let is_own = of.len() * 2 < all.len();
    let code = all.iter().map(|(code, _)| *code).find(|code| of.contains(code) == is_own).unwrap_or_default();
    let name = keys.into_iter().filter(|key| !key.is_empty()).collect::<Vec<_>>().join(".");
    let what = match is_own {
        true => say!(
            en: "`{name}` is in no other language",
            sv: "`{name}` finns inte i något annat språk",
            da: "`{name}` findes ikke i noget andet sprog",
        ),
        false => missing(&name),
    };
    files.fault(&format!("languages/{code}.toml"), &keys, what)
}

/// The key path of each text of a language.
fn keys(file: &File) -> impl Iterator<Item = [&str; 3]> {
    let groups = [("say", &file.say), ("heading", &file.heading), ("label", &file.label)];
    let texts = groups.into_iter().flat_map(|(group, texts)| texts.keys().map(move |key| [group, key.as_str(), ""]));
    let codes = file.code.iter().flat_map(|(group, texts)| texts.keys().map(move |key| ["code", group.as_str(), key]));
    texts.chain(codes)
}
