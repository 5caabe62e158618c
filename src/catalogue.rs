//! Checks the embedded tables and templates, except those that one command shows.

use crate::assets::Files;
use crate::check::rules;
use crate::claim;
use crate::diff::grade;
use crate::error::Error;
use crate::format::label;
use crate::language::{authority, form, sheet};
use crate::law::{
    adequacy, citation, commencement, consent_age, pending, phrase, profile, rights, stale, statute, version,
};
use crate::model::data::{Sensitivity, Special};
use crate::model::rights::{Applies, Right};
use crate::todo::question;
use crate::{fields, language, lexicon, vocabulary};

/// Checks that a table can be read.
type Check = fn(&Files) -> Result<(), Error>;

/// Checks every table and template that more than one command uses. It is called before a command runs.
///
/// # Errors
/// The first table that cannot be read: file, line and cause.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    files.check_templates()?;
    // The codes that the other tables use come first.
    vocabulary::check(files, |code| Sensitivity::of_key(code).is_some(), |code| Special::of_key(code).is_some())?;
    let tables: [Check; 19] = [
        language::check,
        label::check,
        lexicon::check,
        fields::check,
        authority::check,
        form::check,
        sheet::check,
        adequacy::check,
        citation::check,
        commencement::check,
        consent_age::check,
        statute::check,
        pending::check,
        phrase::check,
        claim::check,
        stale::check,
        version::check,
        grade::check,
        question::check,
    ];
    tables.into_iter().try_for_each(|check| check(files))?;
    rights::check(files, |word| Right::of_key(word).is_some(), |word| Applies::of_key(word).is_some())?;
    profile::check(files, |rule| rules::find(rule).is_some())
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::check;
    use crate::assets::Files;

    #[test]
    fn every_table_can_be_read() {
        check(&Files::OWN).unwrap();
    }

    #[test]
    fn a_damaged_table_is_named_with_its_line() {
        let damaged = Files::OWN.read::<Vec<String>>("law/grades.toml").unwrap_err();
        assert_eq!(damaged.to_string(), "the program's own file templates/law/grades.toml is damaged in line 1");
        let missing = Files::OWN.read::<Vec<String>>("law/none.toml").unwrap_err();
        assert_eq!(missing.to_string(), "the program lacks its file templates/law/none.toml");
        let text = "[a]\n[[a.b]]\nc = 1\n[[a.b]]\n\nc = 2\n";
        let damaged = |keys: &[&str]| Files::with("x.toml", text).fault("x.toml", keys, "y");
        for (keys, line) in [(&["a", "b", "1", "c"][..], 6), (&["a", "b", "1", "d"], 4), (&[], 1)] {
            assert!(
                damaged(keys).to_string().ends_with(&format!("templates/x.toml is damaged in line {line}")),
                "{keys:?}"
            );
        }
        assert_eq!(damaged(&[]).source().unwrap().to_string(), "y");
    }
}
