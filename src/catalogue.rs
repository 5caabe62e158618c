//! Every table that travels inside the program: law, grades, vocabulary, languages, authorities, forms, questions.

use crate::assets::Damaged;
use crate::check::rules;
use crate::diff::grade;
use crate::document::{authority, form, language};
use crate::law::{adequacy, consent_age, phrase, profile, rights, stale, statute};
use crate::todo::question;
use crate::{fields, vocabulary};

/// Reads every table. The program does so before it does anything else.
///
/// # Errors
/// The first table that cannot be read: its file, the line, what is wrong.
pub fn check() -> Result<(), Damaged> {
    let tables: [fn() -> Result<(), Damaged>; 13] = [
        language::check,
        vocabulary::check,
        fields::check,
        authority::check,
        form::check,
        adequacy::check,
        consent_age::check,
        rights::check,
        statute::check,
        phrase::check,
        stale::check,
        grade::check,
        question::check,
    ];
    tables.into_iter().try_for_each(|check| check())?;
    profile::check(|rule| rules::find(rule).is_some())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::assets::{self, Damaged};

    #[test]
    fn every_table_can_be_read() {
        assert_eq!(check(), Ok(()));
    }

    /// A new table is added to [`check`], then here.
    #[test]
    fn every_file_of_the_law_is_a_table() {
        let names: Vec<&str> = assets::folder("law").into_iter().map(|(name, _)| name).collect();
        let tables = ["adequacy", "consent-ages", "grades", "phrases", "profiles", "retention", "rights", "stale"];
        assert_eq!(names, tables);
    }

    #[test]
    fn a_damaged_table_is_named_with_its_line() {
        let damaged = assets::read::<Vec<String>>("law/grades.toml").unwrap_err();
        assert_eq!((damaged.file.as_str(), damaged.line), ("law/grades.toml", 1));
        let damaged = assets::read::<Vec<String>>("law/none.toml").unwrap_err();
        assert!(damaged.what.contains("lacks its file templates/law/none.toml"), "{damaged}");
        let text = assets::text("law/phrases.toml").unwrap();
        let (before, _) = text.split_once("pattern").unwrap();
        let damaged = Damaged::in_piece("law/phrases.toml", "pattern", "x");
        assert_eq!(damaged.line, before.matches('\n').count() + 1);
        assert_eq!(damaged.to_string(), format!("templates/law/phrases.toml:{}: x", damaged.line));
    }
}
