//! Answer files by somebody who means harm, or who made a mistake: each is told, and nothing of it is written.

use serde_json::{Value, json};

use super::{DAY, FILE, answer, answer_to, file, page, question, with};
use crate::support::{Run, Workspace, assert_same};

fn asking() -> Workspace {
    with(&[
        ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
        ("procedure: [En handläggare mäter vägen.]\n", "procedure: {unknown: inte frågat}\n"),
        ("  review: 2027-06-01\n", "  review: {unknown: inte planerad}\n"),
    ])
}

/// Runs an answer file as it is written; nothing may change.
#[track_caller]
fn refused(workspace: &Workspace, text: &[u8]) -> Run {
    let before = workspace.tree("registers");
    workspace.write("answers.json", text);
    let run = workspace.ropa(&["answer", "answers.json", "--date", DAY, "--write"]);
    assert_same(&before, &workspace.tree("registers"));
    run
}

#[test]
fn a_file_that_is_no_answer_file_is_refused_as_a_whole() {
    let workspace = asking();
    let own = file(&[]);
    let without = |key: &str| {
        let mut file = own.clone();
        file.as_object_mut().unwrap().remove(key);
        file.to_string()
    };
    let with = |key: &str, value: Value| {
        let mut file = own.clone();
        file[key] = value;
        file.to_string()
    };
    let files = [
        String::new(),
        "[]".to_owned(),
        "{".to_owned(),
        "ropa".to_owned(),
        without("ropa"),
        without("answers"),
        with("ropa", json!("todo")),
        with("version", json!(2)),
        with("version", json!("1")),
        with("answers", json!({})),
        with("more", json!(1)),
        with("on", json!("i maj")),
        with("by", json!(["a"])),
        with("by", json!("a\u{0}b")),
        with("by", json!("<b>a</b>")),
        "[".repeat(100_000),
    ];
    for text in &files {
        let run = refused(&workspace, text.as_bytes()).is(3);
        assert!(run.err.contains("answers.json") && !run.err.contains('\u{0}'), "{text}: {}", run.err);
    }
    refused(&workspace, &[0xFF, 0xFE, 0x00]).is(3);
    refused(&workspace, b"PK\x03\x04 no archive").is(3);
    let huge = with("comment", json!("a".repeat(5 << 20)));
    let run = refused(&workspace, huge.as_bytes()).is(3);
    assert!(run.err.contains("answers.json"), "{}", run.err);
}

#[test]
fn another_municipality_or_a_path_is_refused() {
    let workspace = asking();
    for name in ["../one-language", "one-language/activities", "/etc", "", "no-such", "two-languages\u{0}"] {
        let mut file = file(&[]);
        file["municipality"] = json!(name);
        refused(&workspace, file.to_string().as_bytes()).is(2);
    }
    let mut late = file(&[]);
    late["on"] = json!("2026-11-30");
    let run = refused(&workspace, late.to_string().as_bytes()).is(2);
    assert!(run.err.contains("still to come"), "{}", run.err);
}

#[test]
fn an_answer_that_does_not_fit_is_told_by_its_question() {
    let workspace = asking();
    let page = page(&workspace, &[]);
    let (transfers, procedure) = (question(&page, "transfers"), question(&page, "procedure"));
    let review = question(&page, "administration/review");
    let texts = |of: &(String, String), text: &str| answer_to(of, "value", json!({ "texts": [text] }));
    let long = "å".repeat(4_001);
    let cases = [
        (texts(&procedure, "<script>alert(1)</script>"), "HTML"),
        (texts(&procedure, "se &lt;b&gt;"), "HTML"),
        (texts(&procedure, "=HYPERLINK(\"https://example.org\")"), "formula"),
        (texts(&procedure, "a\u{202e}b"), "cannot be seen"),
        (texts(&procedure, "a\u{1b}[31m"), "cannot be seen"),
        (texts(&procedure, &long), "longer than 4000"),
        (texts(&procedure, "  "), "empty"),
        (texts(&procedure, "inget"), "`inget`"),
        (texts(&review, "i maj"), "“i maj” is no day"),
        (answer_to(&review, "value", json!({ "texts": ["2027-01-01", "2027-02-01"] })), "one answer"),
        (answer_to(&review, "none", json!({})), "no answer to this question"),
        (answer_to(&review, "right", json!({})), "one-language"),
        (answer_to(&procedure, "unknown", json!({ "because": " " })), "why it is not known"),
        (answer_to(&procedure, "unknown", json!({ "because": "<i>x</i>" })), "HTML"),
        (answer_to(&procedure, "value", json!({ "records": [{ "a": ["b"] }] })), "parts"),
        (answer_to(&procedure, "value", json!({ "texts": ["a"], "without": ["b"] })), "not in the list"),
        (answer_to(&procedure, "value", json!({ "texts": "a" })), "form of an answer"),
        (answer_to(&procedure, "value", json!({ "texts": [["a"]] })), "form of an answer"),
        (answer_to(&procedure, "value", json!({ "texts": ["a"], "path": "title" })), "form of an answer"),
        (answer_to(&procedure, "other", json!({})), "form of an answer"),
        (answer_to(&transfers, "value", json!({ "texts": ["USA"] })), "parts"),
        (answer_to(&transfers, "value", json!({ "records": [{ "to": ["Molnet AB"], "title": ["x"] }] })), "parts"),
        (answer_to(&transfers, "value", json!({ "records": [{ "country": ["Danmark"] }] })), "is not answered"),
        (
            answer_to(&transfers, "value", json!({ "records": [{ "to": ["a"], "country": ["Atlantis"] }] })),
            "“Atlantis”",
        ),
    ];
    for (case, told) in cases {
        let is_kept = told == "one-language";
        let before = workspace.tree("registers");
        let run = answer(&workspace, &file(std::slice::from_ref(&case)), &["--write"]);
        if is_kept {
            // A gap that is still one: nothing but the record of who answered changes.
            assert_eq!(run.code, Some(0), "{case}: {}", run.out);
            workspace.write(FILE, before.get("one-language/activities/skolskjuts.yaml").unwrap());
            continue;
        }
        assert_eq!(run.code, Some(1), "{case}: {}{}", run.out, run.err);
        assert!(run.out.contains(told), "{case}: {}", run.out);
        assert!(run.out.contains("does not fit") || run.out.contains("do not fit"), "{case}: {}", run.out);
        assert!(!run.out.contains('\u{1b}') && !run.out.contains('\u{202e}'), "{case}");
        assert_same(&before, &workspace.tree("registers"));
    }
}

#[test]
fn an_unknown_id_reaches_nothing() {
    let workspace = asking();
    let (id, was) = question(&page(&workspace, &[]), "procedure");
    let ids = [
        id.replace("procedure", "title"),
        id.replace("procedure", "id"),
        id.replace("procedure", "administration/owner"),
        id.replace("skolskjuts", "../../../etc/passwd"),
        id.replace("one-language", "two-languages"),
        format!("{id}/0"),
        String::new(),
        "municipality".to_owned(),
    ];
    for id in ids {
        let case = answer_to(&(id.clone(), was.clone()), "value", json!({ "texts": ["a"] }));
        let run = refused(&workspace, file(&[case]).to_string().as_bytes()).is(1);
        assert!(run.out.contains("nothing changes"), "{id}: {}", run.out);
    }
}

#[test]
fn a_bad_answer_does_not_hold_up_a_good_one() {
    let workspace = asking();
    let page = page(&workspace, &[]);
    let answers = [
        answer_to(&question(&page, "procedure"), "value", json!({ "texts": ["inget"] })),
        answer_to(&question(&page, "transfers"), "none", json!({})),
    ];
    let run = answer(&workspace, &file(&answers), &["--write"]).is(1);
    assert!(run.out.contains("Hur går arbetet till") && run.out.contains("`inget`"), "{}", run.out);
    let after = workspace.read(FILE);
    assert!(after.contains("\ntransfers: none\n") && after.contains("procedure: {unknown: inte frågat}\n"), "{after}");
    assert!(after.contains("about: [transfers]}"), "{after}");
}

#[test]
fn a_comment_in_the_way_is_told_and_kept() {
    let workspace = with(&[(
        "procedure: [En handläggare mäter vägen.]\n",
        "procedure:\n  # frågat chefen\n  unknown: inte frågat\n  # igen i maj\n  say: Kommer.\n",
    )]);
    let asked = question(&page(&workspace, &[]), "procedure");
    let case = answer_to(&asked, "value", json!({ "texts": ["Rektorn får besked."] }));
    let before = workspace.read(FILE);
    let run = answer(&workspace, &file(&[case]), &["--write"]).is(1);
    assert!(run.out.contains("Answers to write by hand") && run.out.contains("a comment or the layout"), "{}", run.out);
    assert_eq!(workspace.read(FILE), before);
}
