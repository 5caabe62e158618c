//! Several forms at once: what does not fit does not hold up the rest, and nothing that somebody wrote is lost.

use serde_json::{Value, json};

use super::{DAY, FILE, answer, answer_to, file, page, question, with};
use crate::support::{Run, Workspace, assert_same};

fn asking() -> Workspace {
    with(&[
        ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
        ("procedure: [En handläggare mäter vägen.]\n", "procedure: {unknown: inte frågat}\n"),
    ])
}

/// Runs files in this order.
fn answers(workspace: &Workspace, files: &[(&str, &Value)]) -> Run {
    let mut args = vec!["answer", "--date", DAY, "--write"];
    for (name, file) in files {
        workspace.write(name, file.to_string());
        args.push(name);
    }
    workspace.ropa(&args)
}

fn by(mut file: Value, role: &str, day: &str) -> Value {
    file["by"] = json!(role);
    file["on"] = json!(day);
    file
}

#[test]
fn a_form_that_does_not_fit_does_not_stop_the_others() {
    let workspace = asking();
    let asked = question(&page(&workspace, &[]), "transfers");
    let good = file(&[answer_to(&asked, "none", json!({}))]);
    let without_role = by(good.clone(), "", "");
    let run = answers(&workspace, &[("a.json", &without_role), ("b.json", &good), ("c.json", &json!([]))]).is(3);
    assert!(run.err.contains("a.json says neither who answers nor on which day"), "{}", run.err);
    assert!(run.err.contains("c.json is not an answer file"), "{}", run.err);
    assert!(run.out.ends_with("one-language: 1 answer written\n"), "{}", run.out);
    assert!(workspace.read(FILE).contains("\ntransfers: none\n"));
}

#[test]
fn an_empty_form_is_no_fault() {
    let workspace = asking();
    let asked = question(&page(&workspace, &[]), "transfers");
    let good = file(&[answer_to(&asked, "none", json!({}))]);
    let run = answers(&workspace, &[("a.json", &by(file(&[]), "", "")), ("b.json", &good)]).is(0);
    assert!(run.out.contains("a.json: nothing is filled in\n"), "{}", run.out);
}

#[test]
fn a_day_is_read_as_people_write_it() {
    for day in ["21/11 2026", "21.11.2026", "21 november 2026", "2026-11-21"] {
        let workspace = with(&[("  review: 2027-06-01\n", "  review: {unknown: inte planerad}\n")]);
        let asked = question(&page(&workspace, &[]), "administration/review");
        let given = answer_to(&asked, "value", json!({ "texts": ["1/9 2027"] }));
        answers(&workspace, &[("a.json", &by(file(&[given]), "enhetschefen", day))]).is(0);
        let after = workspace.read(FILE);
        assert!(
            after.contains("review: 2027-09-01\n") && after.contains("on: 2026-11-21, role: enhetschefen"),
            "{after}"
        );
    }
}

#[test]
fn a_written_file_that_is_read_again_changes_nothing() {
    let workspace = with(&[
        ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
        ("  volume: ungefär 200 personer\n", "  volume: {unknown: räknas i vår}\n"),
        (
            "keep: 2 years, from: decision, then: weed",
            "keep: {unknown: utreds}, from: decision, then: {unknown: utreds}",
        ),
    ]);
    let page = page(&workspace, &[]);
    let value = |path: &str, text: &str| answer_to(&question(&page, path), "value", json!({ "texts": [text] }));
    let given = file(&[
        answer_to(&question(&page, "transfers"), "none", json!({})),
        value("administration/volume", "ungefär 250 elever"),
        value("retention/=decisions/keep", "2 år"),
        value("retention/=decisions/then", "gallras"),
    ]);
    answer(&workspace, &given, &["--write"]).is(0);
    let before = workspace.tree("registers");
    let run = answer(&workspace, &given, &["--write"]).is(0);
    assert!(run.out.contains("Already so in the register:\n") && !run.out.contains("by hand"), "{}", run.out);
    assert!(
        run.out.contains("Hur länge sparas uppgifterna?") || run.out.contains("How long are the data kept?"),
        "{}",
        run.out
    );
    assert!(run.out.ends_with("one-language: nothing changes\n"), "{}", run.out);
    assert_same(&before, &workspace.tree("registers"));
    // What somebody changed since then is a conflict, told with both.
    workspace.edit(FILE, "ungefär 250 elever", "ungefär 300 elever");
    let run = answer(&workspace, &given, &["--write"]).is(1);
    assert!(run.out.contains("the answer: ungefär 250 elever (answers.json, enhetschefen)"), "{}", run.out);
    assert!(run.out.contains("it says now: ungefär 300 elever"), "{}", run.out);
}

#[test]
fn an_item_that_was_known_by_its_gap_is_found_again() {
    let workspace =
        with(&[("of: [decisions], keep: 2 years", "of: {unknown: vilka handlingar}, keep: {unknown: utreds}")]);
    let page = page(&workspace, &[]);
    let value = |path: &str, text: &str| answer_to(&question(&page, path), "value", json!({ "texts": [text] }));
    let given = file(&[
        value("retention/=vilka-handlingar/of", "ansökningar"),
        value("retention/=vilka-handlingar/keep", "2 år"),
    ]);
    answer(&workspace, &given, &["--write"]).is(0);
    let run = answer(&workspace, &given, &["--write"]).is(0);
    assert!(run.out.ends_with("one-language: nothing changes\n"), "{}", run.out);
}

#[test]
fn each_person_whose_answer_stands_is_named() {
    let workspace = with(&[
        ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
        ("  review: 2027-06-01\n", "  review: {unknown: inte planerad}\n"),
        ("procedure: [En handläggare mäter vägen.]\n", "procedure: {unknown: inte frågat}\n"),
    ]);
    let page = page(&workspace, &[]);
    let review = |text: &str| answer_to(&question(&page, "administration/review"), "value", json!({ "texts": [text] }));
    let none = answer_to(&question(&page, "transfers"), "none", json!({}));
    let one = by(file(&[none.clone(), review("i maj")]), "skolskjutschefen", DAY);
    let other = by(file(&[review("2027-09-01")]), "rektor", DAY);
    answers(&workspace, &[("a.json", &one), ("b.json", &other)]).is(1);
    let after = workspace.read(FILE);
    assert!(after.contains("role: \"skolskjutschefen, rektor\", about: [administration, transfers]"), "{after}");
    // One whose answer was refused has answered nothing.
    let one =
        by(file(&[answer_to(&question(&page, "procedure"), "value", json!({ "texts": ["inget"] }))]), "chefen", DAY);
    let words = answer_to(&question(&page, "procedure"), "value", json!({ "texts": ["Rektorn får besked."] }));
    answers(&workspace, &[("a.json", &one), ("b.json", &by(file(&[words]), "rektor", DAY))]).is(1);
    let after = workspace.read(FILE);
    assert!(after.contains("role: rektor, about: [procedure]"), "{after}");
}

#[test]
fn an_answer_in_one_language_keeps_the_text_in_the_others() {
    let workspace = Workspace::copy_of(&crate::support::root().join("examples/full"));
    let review = ["ask", "-m", "storkoping", "--all", "--review", "--date", DAY, "--lang", "sv"];
    workspace.ropa(&review).is(0);
    let pages = workspace.tree("forms");
    let page = pages.iter().find(|(path, bytes)| {
        path.ends_with(".html") && String::from_utf8_lossy(bytes).contains("activities&#x2f;skolskjuts:title")
    });
    let page = String::from_utf8(page.unwrap().1.clone()).unwrap();
    let asked = question(&page, "title");
    let mut given = file(&[answer_to(&asked, "value", json!({ "texts": ["Skolskjuts och resor"] }))]);
    given["municipality"] = json!("storkoping");
    let path = "registers/storkoping/activities/skolskjuts.yaml";
    let before = workspace.read(path);
    let old = before.lines().find(|line| line.starts_with("title:")).unwrap().to_owned();
    let run = answer(&workspace, &given, &["--write"]).is(0);
    assert!(run.out.contains("The text in other languages stays as it was: translate it:\n"), "{}", run.out);
    let after = workspace.read(path);
    let new = after.lines().find(|line| line.starts_with("title:")).unwrap();
    let (_, english) = old.split_once("en: ").unwrap();
    assert!(new.contains("sv: Skolskjuts och resor") && new.ends_with(english), "{new}");
}

#[test]
fn an_automated_decision_and_a_transfer_can_be_answered() {
    let decision = json!({
        "decision": ["om eleven har rätt till skolskjuts"], "ground": ["law"], "logic": ["avståndet mäts i en karta"],
        "significance": ["du får eller får inte skolskjuts"], "review": ["ring enheten, så prövar en handläggare"],
    });
    let clauses = json!({
        "to": ["Molnet AB"], "country": ["USA"], "tool": ["standard-clauses"], "copy": ["fråga dataskyddsombudet"],
    });
    let adequacy = json!({
        "to": ["Molnet AB"], "country": ["USA"], "tool": ["adequacy"], "certified": ["1/11 2026"],
    });
    for (key, record, more) in [
        ("automated", decision, "review: \"ring enheten, så prövar en handläggare\""),
        ("transfers", clauses, "copy: fråga dataskyddsombudet"),
        ("transfers", adequacy, "certified: 2026-11-01"),
    ] {
        let workspace = with(&[
            ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
            ("automated: none\n", "automated: {unknown: inte undersökt}\n"),
        ]);
        let page = page(&workspace, &[]);
        let given = file(&[answer_to(&question(&page, key), "value", json!({ "records": [record.clone()] }))]);
        let run = answer(&workspace, &given, &["--write"]);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        let after = workspace.read(FILE);
        assert!(after.contains(more), "{after}");
        let mut less = record;
        less.as_object_mut().unwrap().remove(if key == "automated" { "review" } else { "tool" });
        let given = file(&[answer_to(&question(&page, key), "value", json!({ "records": [less] }))]);
        workspace.write(FILE, after);
        answer(&workspace, &given, &["--write"]).is(1);
    }
}
