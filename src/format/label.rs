//! The labels of codes in each language (`templates/languages`), for authors who write the wording of a notice.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;

/// The labels in a language file: by list and code.
#[derive(Deserialize)]
struct File {
    code: BTreeMap<String, BTreeMap<String, String>>,
}

/// Codes and their labels in lower case, cut before ` (`: “consent (Article 6(1)(a))” becomes “consent”.
static LABELS: Table<Vec<(String, String)>> = Table::new(|files| {
    let files: Vec<(&str, File)> = files.read_folder("languages")?;
    let lists = files.into_iter().flat_map(|(_, file)| file.code.into_values());
    let plain = |label: String| label.split(" (").next().unwrap_or_default().to_lowercase();
    Ok(lists.flatten().map(|(code, label)| (code, plain(label))).collect())
});

/// Checks that the labels can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    LABELS.check(files)
}

/// The only code in `known` whose label in some language is `word` or begins with it.
pub(super) fn code_called<'k>(word: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let word = word.trim().to_lowercase();
    let is_long = word.chars().count() >= 4;
    let only = |is_meant: &dyn Fn(&str) -> bool| {
        let is_called = |code: &str| LABELS.get().iter().any(|(labelled, label)| labelled == code && is_meant(label));
        let mut codes = known.clone().filter(|code| is_called(code));
        codes.next().filter(|_| codes.next().is_none())
    };
    only(&|label| label == word).or_else(|| only(&|label| is_long && label.starts_with(&word)))
}

#[cfg(test)]
mod tests {
    use super::code_called;

    #[test]
    fn a_code_is_known_by_its_label() {
        let bases = ["consent", "contract", "public-interest", "public-task", "official-authority"];
        let called = |word| code_called(word, bases.into_iter());
        assert_eq!(called("samtycke"), Some("consent"));
        assert_eq!(called("Samtykke"), Some("consent"));
        assert_eq!(called("offentlig myndighedsudøvelse"), Some("official-authority"));
        assert_eq!(called("offentlig myndighed"), Some("official-authority"));
        assert_eq!(called("opgave i"), None, "two begin so");
        assert_eq!(called("trivsel"), None);
        assert_eq!(code_called("slettes", ["erase", "weed"].into_iter()), Some("erase"));
        assert_eq!(code_called("lag", ["contract", "law"].into_iter()), Some("law"));
    }
}
