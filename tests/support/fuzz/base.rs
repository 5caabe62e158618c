//! The complete registers that an input edits.

use std::collections::BTreeMap;

/// The files of one municipality by their path below its folder.
pub(crate) type Files = BTreeMap<String, String>;

/// Lists files below `tests/`, each with its text.
macro_rules! files {
    ($folder:literal: $($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!("../../", $folder, "/", $path)))),+]
    };
}

type Listed = &'static [(&'static str, &'static str)];

const ONE_LANGUAGE: Listed = files!["laws/complete/registers/one-language":
    "activities/elevhalsa-journal.yaml",
    "activities/elevhalsa.yaml",
    "activities/skolskjuts.yaml",
    "municipality.yaml",
    "notices/elever.yaml",
    "notices/skola.yaml",
    "shared/parties.yaml",
    "shared/texts.yaml",
];

const TWO_LANGUAGES: Listed = files!["laws/complete/registers/two-languages":
    "activities/skolskjuts.yaml",
    "municipality.yaml",
    "notices/elever.yaml",
    "notices/skola.yaml",
    "shared/parties.yaml",
];

/// Laid over `ONE_LANGUAGE`; every internal text begins with `MARK`.
const INTERNAL: Listed = files!["output/internal":
    "accept.yaml",
    "activities/internal.yaml",
    "municipality.yaml",
    "notices/internal.yaml",
    "shared/internal.yaml",
];

/// The prefix of words that only the internal register may contain.
const MARK: &str = "zq";

/// The register named in an input: `two`, `internal`, or else the one with one language.
pub(crate) fn files(name: &str) -> Files {
    let listed: &[Listed] = match name {
        "two" => &[TWO_LANGUAGES],
        "internal" => &[ONE_LANGUAGE, INTERNAL],
        _ => &[ONE_LANGUAGE],
    };
    let files = listed.iter().copied().flatten();
    files.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// A path that disk and git allow: without NUL.
pub(crate) fn path(written: &str) -> String {
    written.replace('\0', "")
}

/// Whether a file contains internal texts. No input edits it, so that none can make them public.
pub(crate) fn is_internal(path: &str) -> bool {
    INTERNAL.iter().any(|(known, text)| *known == path && text.contains(MARK))
}

/// The internal texts.
pub(crate) fn internal_words() -> impl Iterator<Item = &'static str> {
    let words = INTERNAL.iter().flat_map(|(_, text)| text.split(|letter: char| !letter.is_ascii_alphanumeric()));
    words.filter(|word| word.starts_with(MARK))
}
