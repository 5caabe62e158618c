//! Rules ask the same facts as the pages: which rights hold, which data are protected, who is a child.

use ropa::internals::document::audience::Source;
use ropa::internals::source::disk;

use crate::support::fuzz::base::Files;
use crate::support::fuzz::stages::{self, LAWLESS};
use crate::support::library::check_texts;
use crate::support::{fixture, tree};

/// The activity whose keys are replaced.
const ACTIVITY: &str = "activities/skolskjuts.yaml";

/// An activity with other values of these keys.
fn laid_over(keys: &[(&str, &str)], activity: &str) -> String {
    let mut text = activity.to_owned();
    for (key, value) in keys {
        let mut is_inside = false;
        let kept = text.lines().filter(|line| {
            is_inside = line.starts_with(&format!("{key}:")) || is_inside && line.starts_with(' ');
            !is_inside
        });
        text = kept.map(|line| format!("{line}\n")).collect::<String>() + &format!("{key}: {value}\n");
    }
    text
}

/// The codes of the findings where these keys replace those of the activity.
fn codes(keys: &[(&str, &str)]) -> Vec<&'static str> {
    let mut read = disk::read(&fixture("laws/complete/registers"), "one-language").unwrap();
    let file = read.sources.files.iter_mut().find(|file| file.path.ends_with(ACTIVITY)).unwrap();
    file.text = laid_over(keys, &file.text);
    check_texts(read).codes()
}

/// Whether a promised right is reported for an activity with these legal bases, purposes and rights.
fn is_reported(basis: &str, purposes: &str, rights: &str) -> bool {
    codes(&[("basis", basis), ("purposes", purposes), ("rights", rights)]).contains(&"right-inapplicable")
}

#[test]
fn a_promised_right_is_false_where_no_legal_basis_of_any_purpose_gives_it() {
    const PORTABLE: &str = "[{right: portability, how: [skriv till oss]}]";
    const PLAIN: &str = "[{what: planera resorna}]";
    assert!(is_reported("[public-interest]", PLAIN, PORTABLE));
    assert!(!is_reported("[public-interest]", "[{what: planera resorna, basis: [contract]}]", PORTABLE));
    assert!(is_reported("[contract]", "[{what: planera resorna, basis: [public-interest]}]", PORTABLE));
    assert!(!is_reported("[public-interest, {unknown: utreds}]", PLAIN, PORTABLE));
    assert!(!is_reported("{unknown: utreds}", PLAIN, PORTABLE));
    assert!(is_reported("[legal-obligation]", PLAIN, "[{right: objection, how: [skriv till oss]}]"));
    assert!(!is_reported("[legal-obligation]", PLAIN, "[{right: erasure, how: [skriv till oss]}]"));
    let decided =
        "[{right: portability, applies: yes, law: {unknown: utreds}}, {right: portability, how: [skriv till oss]}]";
    assert!(!is_reported("[public-interest]", PLAIN, decided));
    let explained = "[{right: portability, applies: yes, because: nämnden har beslutat det}]";
    assert!(is_reported("[public-interest]", PLAIN, explained));
}

#[test]
fn explicit_consent_to_special_categories_gives_portability() {
    let codes = |basis: &str| {
        codes(&[
            ("basis", basis),
            ("data", "[name, {items: [health-data], exception: {code: explicit-consent}}]"),
            ("rights", "[{right: portability, how: [skriv till oss]}]"),
        ])
    };
    assert!(!codes("[legal-obligation]").contains(&"right-inapplicable"));
    assert!(codes("[public-interest]").contains(&"right-inapplicable"));
}

#[test]
fn data_about_offences_are_protected_by_their_code_alone() {
    let data = "[{items: [criminal-record-extract], exception: {code: legal-claims, law: brottsbalken (1962:700)}}]";
    let codes = codes(&[("data", data)]);
    assert!(!codes.iter().any(|code| code.starts_with("exception-") || code.starts_with("special-")), "{codes:?}");
    let files = tree(&fixture("laws/complete/registers/one-language"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let mut files: Files = files.into_iter().map(|(path, bytes)| (path, text(bytes))).collect();
    files.insert(ACTIVITY.to_owned(), laid_over(&[("data", data)], &files[ACTIVITY]));
    let checked = stages::checked(&stages::read_texts(&files), &LAWLESS).unwrap();
    let pages = stages::compiled(Source::Public(&checked.public()));
    let page = pages.iter().find(|(path, _)| path.ends_with("skolskjuts.md")).unwrap().1;
    assert!(text(page.clone()).contains("Uppgifter om lagöverträdelser."), "{}", text(page.clone()));
}
