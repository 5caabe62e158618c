//! What a comparison finds about the changes: a notice whose date did not move, a text changed in one language only.

use serde_json::Value;

use crate::support::{DAY, Workspace};

const S: &str = "registers/one-language/activities/skolskjuts.yaml";
const N: &str = "registers/one-language/notices/skola.yaml";
const TWO: &str = "registers/two-languages/activities/skolskjuts.yaml";

fn run(edits: &[(&str, &str, &str)], format: &str) -> String {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    edits.iter().for_each(|(file, from, to)| after.edit(file, from, to));
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    Workspace::empty().ropa(&["diff", &path(&before), &path(&after), "--date", DAY, "--format", format]).is(0).out
}

/// The codes and records of what is found about the changes.
fn remarks(edits: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let json: Value = serde_json::from_str(&run(edits, "json")).unwrap();
    let all = json["municipalities"].as_array().unwrap().iter().flat_map(|one| one["remarks"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    all.map(|remark| (text(&remark["code"]), text(&remark["id"]))).collect()
}

fn found(code: &str, id: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), id.to_owned())]
}

#[test]
fn a_notice_that_must_be_published_anew_has_a_new_date() {
    let longer = (S, "keep: 2 years", "keep: 5 years");
    let new_date = (N, "updated: 2026-11-01", "updated: 2026-11-20");
    let new_version = (N, "updated: 2026-11-01", "updated: 2026-11-01\nversion: \"2\"");
    let new_entry =
        (N, "updated: 2026-11-01", "updated: 2026-11-01\nversions: [{day: 2026-11-20, changed: [Vi sparar längre.]}]");
    assert_eq!(remarks(&[longer]), found("notice-not-moved", "skola"));
    for moved in [new_date, new_version, new_entry] {
        assert_eq!(remarks(&[longer, moved]), [], "{}", moved.2);
    }
    // What people need not be told of moves no date.
    assert_eq!(remarks(&[(S, "keep: 2 years", "keep: 1 year")]), []);
    assert_eq!(remarks(&[(S, "measures: [mfa,", "measures: [")]), []);
    let renamed = (N, "id: skola", "id: skolan");
    assert_eq!(remarks(&[longer, renamed]), found("notice-not-moved", "skolan"));
}

#[test]
fn a_text_changed_in_one_language_is_found_and_one_changed_in_both_is_not() {
    let swedish = (TWO, "sv: pröva rätten till skolskjuts", "sv: pröva rätten till resor");
    let english = (TWO, "en: deciding on the right to transport", "en: deciding on the right to travel");
    let date = ("registers/two-languages/notices/skola.yaml", "updated: 2026-11-01", "updated: 2026-11-20");
    let other = ("registers/two-languages/notices/elever.yaml", "updated: 2026-11-01", "updated: 2026-11-20");
    for one in [swedish, english] {
        assert_eq!(remarks(&[one, date, other]), found("one-language-only", "skolskjuts"), "{}", one.2);
    }
    assert_eq!(remarks(&[swedish, english, date, other]), []);
    // A full stop is no change of what a text says, and a translation that is added is none either.
    assert_eq!(remarks(&[(TWO, "en: the board's plan", "en: The board's plan.")]), []);
}

#[test]
fn findings_about_changes_are_counted_in_every_format() {
    let edits = [
        (S, "keep: 2 years", "keep: 5 years"),
        (TWO, "sv: pröva rätten till skolskjuts", "sv: pröva rätten till resor"),
    ];
    for format in ["text", "markdown", "html"] {
        let out = run(&edits, format);
        assert!(out.contains("Notices without a new date or version: 3."), "{format}: {out}");
        assert!(out.contains("Texts changed in one language only: 1."), "{format}: {out}");
        assert!(out.contains("the text changed, but not in: en"), "{format}: {out}");
        assert!(out.contains("notice-not-moved") && out.contains("one-language-only"), "{format}: {out}");
    }
}
