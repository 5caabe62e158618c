//! Rules ask the same facts as the pages: which rights hold, which data are protected, who is a child.

use ropa::internals::source::disk;

use crate::support::fixture;
use crate::support::library::check_texts;

/// The codes of the findings where these keys replace those of an activity.
fn codes(keys: &[(&str, &str)]) -> Vec<String> {
    let mut read = disk::read(&fixture("laws/complete/registers"), "one-language").unwrap();
    let file = read.sources.files.iter_mut().find(|file| file.path.ends_with("activities/skolskjuts.yaml")).unwrap();
    for (key, value) in keys {
        let line = |text: &str| text.starts_with(&format!("{key}:"));
        let mut is_inside = false;
        let kept = file.text.lines().filter(|text| {
            is_inside = line(text) || is_inside && text.starts_with(' ');
            !is_inside
        });
        file.text = kept.chain([format!("{key}: {value}").as_str()]).collect::<Vec<_>>().join("\n") + "\n";
    }
    check_texts(read).codes().into_iter().map(str::to_owned).collect()
}

/// Whether a promised right is reported for an activity with these legal bases, purposes and rights.
fn is_reported(basis: &str, purposes: &str, rights: &str) -> bool {
    codes(&[("basis", basis), ("purposes", purposes), ("rights", rights)])
        .iter()
        .any(|code| code == "right-inapplicable")
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
    let decided = "[{right: portability, applies: yes, because: nämnden har beslutat det}, {right: portability, how: [skriv till oss]}]";
    assert!(!is_reported("[public-interest]", PLAIN, decided));
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
    let is_reported = |codes: Vec<String>| codes.iter().any(|code| code == "right-inapplicable");
    assert!(!is_reported(codes("[legal-obligation]")));
    assert!(is_reported(codes("[public-interest]")));
}
