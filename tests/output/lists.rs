//! Items of lists that are written as one text or twice: what is found, and what `--fix` writes.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";

/// The complete activity with these lines in place of those of a key, checked, and its text after `--fix`.
fn with(key: &str, lines: &str) -> (String, String) {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    let text = workspace.read(ACTIVITY);
    let start = text.find(&format!("\n{key}:")).unwrap() + 1;
    let rest = &text[start..];
    let end = rest.match_indices('\n').find(|(at, _)| rest[at + 1..].starts_with(char::is_alphabetic)).unwrap().0;
    workspace.write(ACTIVITY, format!("{}{lines}{}", &text[..start], &rest[end..]));
    let found = workspace.found();
    workspace.ropa(&["check", "--fix"]);
    let after = workspace.read(ACTIVITY);
    let start = after.find(&format!("\n{key}:")).unwrap() + 1;
    let end = after.len() - (text.len() - start - end);
    (found, after[start..end].to_owned())
}

#[test]
fn a_list_in_one_text_becomes_a_list() {
    for (written, fixed) in [
        ("subjects: elever, vårdnadshavare", "subjects: [pupil, guardian]"),
        ("subjects: [\"elever, vårdnadshavare\", lärare]", "subjects: [pupil, guardian, teacher]"),
        (
            "subjects:\n  - elever, vårdnadshavare och lärare # alla\n  - skidåkare",
            "subjects:\n  - pupil\n  - guardian\n  - teacher # alla\n  - skidåkare",
        ),
        ("subjects: • elever • vårdnadshavare", "subjects: [pupil, guardian]"),
        ("subjects: \"1. elever\\n2. vårdnadshavare\"", "subjects: [pupil, guardian]"),
    ] {
        let (found, after) = with("subjects", written);
        assert!(found.contains("warning[list-in-text]"), "{written}: {found}");
        assert_eq!(after, fixed, "{found}");
    }
}

#[test]
fn a_text_with_a_comma_that_is_no_list_stays() {
    for written in [
        "subjects: elever (barn, ungdomar)",
        "subjects: simmare, som går i skolan",
        "subjects: besökare, till exempel lärare",
        "subjects: personer som reser, arbetar eller bor här",
        "subjects: 1. och 2. klass",
        "subjects: medarbetare, tidigare och nuvarande",
        "subjects: lärlingar, gymnasiet",
    ] {
        let (found, after) = with("subjects", written);
        assert!(!found.contains("list-in-text"), "{written}: {found}");
        assert_eq!(after, written);
    }
    for name in ["Skatteverket, folkbokföringen", "Barn, Utbildning och Kultur", "Advokatfirman Lind, Berg och Holm"] {
        let (found, _) = with("recipients", &format!("recipients: [{{to: \"{name}\"}}]"));
        assert!(!found.contains("list-in-text"), "{found}");
    }
}

#[test]
fn an_item_that_stands_twice_is_removed_once() {
    for (written, fixed) in [
        ("subjects: [cyklister, löpare, cyklister]", "subjects: [cyklister, löpare]"),
        // Other capitals can be another thing.
        ("subjects: [cyklister, löpare, Cyklister]", "subjects: [cyklister, löpare, Cyklister]"),
        ("subjects:\n  - cyklister\n  - cyklister\n  - löpare", "subjects:\n  - cyklister\n  - löpare"),
        ("subjects:\n  - cyklister\n  - cyklister # båda\n", "subjects:\n  - cyklister\n  - cyklister # båda\n"),
    ] {
        let (found, after) = with("subjects", written);
        assert!(found.contains("warning[item-repeated]"), "{found}");
        assert_eq!(after, fixed);
    }
}

#[test]
fn a_record_that_stands_twice_is_told() {
    for (key, written, fixed) in [
        ("recipients", "recipients: [scb, police, scb]", "recipients: [scb, police]"),
        ("recipients", "recipients: [scb, {to: scb}]", "recipients: [scb, {to: scb}]"),
        ("remarks", "remarks: [Ett., Två., Ett.]", "remarks: [Ett., Två.]"),
        (
            "purposes",
            "purposes: [{what: räkna, when: om x}, {what: räkna, when: om x}]",
            "purposes: [{what: räkna, when: om x}]",
        ),
        (
            "retention",
            "retention: [{of: [a, b], keep: 2 years}, {keep: P2Y, of: [ a, b ]}]",
            "retention: [{of: [a, b], keep: 2 years}]",
        ),
        (
            "retention",
            "retention:\n  - of: [a, b]\n    keep: 2 years\n  - of: [a, b]\n    keep: 2 years\n  - {of: c, keep: 1 year}",
            "retention:\n  - of: [a, b]\n    keep: 2 years\n  - {of: c, keep: 1 year}",
        ),
        (
            "purposes",
            "purposes:\n  - {what: räkna, when: om x}\n  - {what: räkna, when: om x} # två\n",
            "purposes:\n  - {what: räkna, when: om x}\n  - {what: räkna, when: om x} # två\n",
        ),
        ("data", "data: [[name, address], [name, address]]", "data: [[name, address]]"),
    ] {
        let (found, after) = with(key, written);
        assert!(found.contains("warning[item-repeated]"), "{written}: {found}");
        assert_eq!(after, fixed);
    }
    for (key, written) in [
        ("recipients", "recipients: [{to: scb, why: statistik}, {to: scb, why: forskning}]"),
        ("retention", "retention: [{of: [a, b], keep: 2 years}, {of: [a, b], keep: 3 years, when: om x}]"),
        ("data", "data: [[name, address], [name]]"),
        ("remarks", "notes: [{text: a, source: b}, {text: a, source: b}]\nremarks: [Ett.]"),
        ("remarks", "remarks: [Ett., Två.]"),
    ] {
        let (found, _) = with(key, written);
        assert!(!found.contains("item-repeated"), "{written}: {found}");
    }
}

#[test]
fn an_empty_list_says_nothing() {
    let (found, _) = with("recipients", "recipients: []");
    assert!(found.contains("an empty list does not say whether there are any"), "{found}");
    assert!(found.contains("write `none` in its place"), "{found}");
}

#[test]
fn a_roman_number_is_no_placeholder() {
    let (found, _) = with("remarks", "remarks: [Se kapitel XXX i planen.]");
    assert!(!found.contains("placeholder-published"), "{found}");
    let (found, _) = with("remarks", "remarks: [Se avtalet med XXX i planen.]");
    assert!(found.contains("placeholder-published"), "{found}");
}
