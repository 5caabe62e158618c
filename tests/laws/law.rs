//! The files of `templates/law`: every row can be parsed, has its source, and is unique.

use std::collections::BTreeSet;
use std::fs;

use proptest::strategy::{Strategy, ValueTree};
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use regex::Regex;
use ropa::internals::assets::Files;
use ropa::internals::check::rules;
use ropa::internals::law::adequacy::{self, Decision};
use ropa::internals::law::profile::Row;
use ropa::internals::law::stale::{self, Stale};
use ropa::internals::law::version::version;
use ropa::internals::law::{self, phrase};
use ropa::internals::source::sha256;

use crate::support::{is_blessed, root, tree};

#[test]
fn every_row_can_be_read_and_names_its_source() {
    let stale: Vec<Stale> = law::read(&Files::OWN, "stale").unwrap();
    let decisions: Vec<Decision> = law::read(&Files::OWN, "adequacy").unwrap();
    assert_eq!(stale.len(), stale::all().count());
    assert_eq!(decisions.len(), adequacy::all().count());
    assert!(stale.iter().all(|row| !row.source.is_empty() && Regex::new(&row.pattern).is_ok()));
    let profiles: Vec<Row> = law::read(&Files::OWN, "profiles").unwrap();
    let rows: BTreeSet<_> = profiles.iter().map(|row| (row.country, &row.rule)).collect();
    assert_eq!(rows.len(), profiles.len(), "a rule has two levels in one country");
    assert!(
        profiles.iter().all(|row| !row.source.is_empty() && !row.why.is_empty() && rules::find(&row.rule).is_some())
    );
    assert!(decisions.iter().all(|row| !row.source.is_empty() && row.until.is_none_or(|until| row.from < until)));
    let ids: BTreeSet<&str> = stale.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), stale.len(), "two rows have one id");
}

/// Tables of words, not of law: their head says where they come from.
const OF_WORDS: [&str; 1] = ["phrases.toml"];

/// The keys under which a row names its source, and the day from which it holds. A form of citation has no day; a row on
/// changes names its provisions.
#[test]
fn every_row_has_its_source_and_its_day() {
    let mut rows = 0;
    for (file, bytes) in tree(&root().join("templates/law")) {
        let table: toml::Table = String::from_utf8(bytes).unwrap().parse().unwrap();
        let Some(all) = table.get("row").and_then(toml::Value::as_array).filter(|_| !OF_WORDS.contains(&&*file)) else {
            continue;
        };
        for row in all {
            let row = row.as_table().unwrap();
            let is_written = |value: &toml::Value| match value {
                toml::Value::String(words) => words.trim().len() > 3,
                // A change of words has no duty, and so no provision.
                toml::Value::Array(_) => true,
                _ => false,
            };
            let source = if file == "grades.toml" { "law" } else { "source" };
            assert!(row.get(source).is_some_and(is_written), "{file}: {row:?} has no source");
            let span = row.get("holds").and_then(toml::Value::as_table).unwrap_or(row);
            let day = span.get("from").and_then(toml::Value::as_str);
            let is_dated = day.is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok());
            assert!(is_dated || ["grades.toml", "citations.toml"].contains(&&*file), "{file}: {row:?} has no day");
            rows += 1;
        }
    }
    assert!(rows > 150, "only {rows} rows");
}

/// The program compiles a pattern when it first needs it, and without a limit: what is too large for an ordinary one is
/// seen here.
#[test]
fn every_pattern_can_be_compiled_and_is_small() {
    const LARGEST: usize = 10 << 20;
    phrase::compile(LARGEST).unwrap();
    stale::compile(LARGEST).unwrap();
    assert!(phrase::compile(1 << 10).is_err() && stale::compile(1 << 10).is_err());
}

#[test]
fn a_text_with_a_phrase_is_never_passed_over() {
    let text = fs::read_to_string(root().join("templates/law/phrases.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let rows: Vec<(phrase::Kind, &str)> = table["row"].as_array().unwrap().iter().map(kind_and_language).collect();
    let mut found = 0;
    for folder in ["registers", "examples"] {
        for (_, bytes) in tree(&root().join(folder)).iter().filter(|(path, _)| path.ends_with(".yaml")) {
            for line in String::from_utf8_lossy(bytes).lines() {
                for (kind, lang) in rows.iter().filter(|(kind, lang)| phrase::find(*kind, line, lang).is_some()) {
                    assert!(phrase::kinds_in(line, lang).has(*kind), "{kind:?} ({lang}): {line}");
                    found += 1;
                }
            }
        }
    }
    assert!(found > 500, "only {found} phrases");
}

/// Texts that are made from a pattern and match it can have its kind, in any case of their letters.
#[test]
fn a_text_made_from_a_pattern_is_never_passed_over() {
    let text = fs::read_to_string(root().join("templates/law/phrases.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let looks = Regex::new(r"(\[\^)|\\b|\^|\$").unwrap();
    let mut runner = TestRunner::deterministic();
    let mut found = 0;
    for row in table["row"].as_array().unwrap() {
        let (kind, lang) = kind_and_language(row);
        // Texts are made without the boundaries of words and texts.
        let written = row.get("pattern").and_then(toml::Value::as_str);
        let made = written.and_then(|written| string_regex(&looks.replace_all(written, "$1")).ok());
        let Some(made) = made else { continue };
        for _ in 0..30 {
            let text = made.new_tree(&mut runner).unwrap().current();
            for text in [text.to_uppercase(), text.to_lowercase(), text] {
                let is_found = phrase::find(kind, &text, lang).is_some();
                assert!(!is_found || phrase::kinds_in(&text, lang).has(kind), "{kind:?} ({lang}): {text:?}");
                found += usize::from(is_found);
            }
        }
    }
    assert!(found > 4000, "only {found} phrases");
}

fn kind_and_language(row: &toml::Value) -> (phrase::Kind, &str) {
    (row["kind"].clone().try_into().unwrap(), row["language"].as_str().unwrap())
}

#[test]
fn a_decision_holds_from_its_day_until_its_end() {
    let holds = |country, day: &str| adequacy::of(country, day.parse().unwrap()).is_some();
    assert!(holds("US", "2023-07-10") && !holds("US", "2023-07-09"));
    assert!(!holds("IN", "2026-11-21") && !holds("GL", "2026-11-21"));
}

/// The version of the law data is the day of their last change: `ROPA_BLESS=1` writes today and the SHA-256.
#[test]
fn the_version_of_the_law_data_is_changed_with_them() {
    let files = tree(&root().join("templates/law"));
    let tables = files.iter().filter(|(path, _)| *path != "version.toml");
    let own: Vec<u8> = tables.flat_map(|(path, bytes)| [path.as_bytes(), &[0], bytes, &[0]].concat()).collect();
    let (written, now) = (version(), sha256(&own));
    if is_blessed() && written.files != now {
        let file = root().join("templates/law/version.toml");
        let text = fs::read_to_string(&file).unwrap().replace(&written.files, &now);
        let today = jiff::Zoned::now().date().to_string();
        fs::write(&file, text.replace(&written.version.to_string(), &today)).unwrap();
    }
    assert_eq!(written.files, now, "templates/law has changed: write its day as `version` and this as `files`");
}

/// Of every other kind nothing is in these texts; the patterns of these three look for signs and digits.
#[test]
fn a_text_without_a_phrase_has_none() {
    use phrase::Kind::{Placeholder, SecurityDetail, Typography};
    for (words, lang) in [("Vi registrerar namn och adress.", "sv"), ("Vi registrerer navn og adresse.", "da")] {
        let kinds = phrase::kinds_in(words, lang);
        let kinds: Vec<phrase::Kind> = phrase::Kind::ALL.iter().copied().filter(|kind| kinds.has(*kind)).collect();
        assert_eq!(kinds, [SecurityDetail, Typography, Placeholder], "{words}");
    }
}
