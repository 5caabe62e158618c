//! Every table that travels inside the program: law, grades, vocabulary, languages, authorities, forms, questions.

use crate::check::rules;
use crate::diff::grade;
use crate::error::Error;
use crate::language;
use crate::language::{authority, form};
use crate::law::{adequacy, consent_age, phrase, profile, rights, stale, statute};
use crate::todo::question;
use crate::{fields, vocabulary};

/// Reads every table. The program does so before it does anything else.
///
/// # Errors
/// The first table that cannot be read: its file, the line, what is wrong.
pub fn check() -> Result<(), Error> {
    let tables: [fn() -> Result<(), Error>; 13] = [
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
    use std::error::Error as _;

    use super::check;
    use crate::assets;

    #[test]
    fn every_table_can_be_read() {
        check().unwrap();
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
        assert_eq!(damaged.to_string(), "the program's own file templates/law/grades.toml is damaged in line 1");
        let missing = assets::read::<Vec<String>>("law/none.toml").unwrap_err();
        assert_eq!(missing.to_string(), "the program lacks its file templates/law/none.toml");
        let text = assets::text("law/phrases.toml").unwrap();
        let (before, _) = text.split_once("pattern").unwrap();
        let damaged = assets::damaged_piece("law/phrases.toml", "pattern", "x");
        assert!(damaged.to_string().ends_with(&format!(" in line {}", before.matches('\n').count() + 1)), "{damaged}");
        assert_eq!(damaged.source().unwrap().to_string(), "x");
    }
}
