//! Questions to units, and their answers: forms, what comes back, and what of it is written.

mod book;
mod hostile;
mod round_trip;
mod together;

use serde_json::{Value, json};

use crate::support::{DAY, Run, Workspace};

const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
const FORM: &str = "forms/one-language-skolskjutsenheten";

/// The complete register in format 2.
fn complete() -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate", "-m", "one-language"]).is(0);
    workspace
}

/// The same with other lines in the activity.
fn with(edits: &[(&str, &str)]) -> Workspace {
    let workspace = complete();
    for (from, to) in edits {
        workspace.edit(FILE, from, to);
    }
    workspace
}

fn ask(workspace: &Workspace, more: &[&str]) -> Run {
    workspace.ropa(&[&["ask", "-m", "one-language", "--date", DAY], more].concat())
}

/// The page of the form to the unit.
fn page(workspace: &Workspace, more: &[&str]) -> String {
    ask(workspace, &[&["--all", "--force"], more].concat()).is(0);
    workspace.read(&format!("{FORM}{}.html", if more.contains(&"--review") { "-review" } else { "" }))
}

/// The id and the fingerprint of each question of a page.
fn questions(page: &str) -> Vec<(String, String)> {
    let attribute = |piece: &str, name: &str| {
        let (_, rest) = piece.split_once(&format!("{name}=\"")).unwrap();
        let (value, _) = rest.split_once('"').unwrap();
        value.replace("&#x2f;", "/").replace("&amp;", "&")
    };
    let pieces = page.split("<fieldset class=\"question\"").skip(1);
    pieces.map(|piece| (attribute(piece, "data-id"), attribute(piece, "data-was"))).collect()
}

/// The question whose id ends so.
#[track_caller]
fn question(page: &str, path: &str) -> (String, String) {
    let all = questions(page);
    let found = all.iter().find(|(id, _)| id.ends_with(&format!(":{path}")));
    found.unwrap_or_else(|| panic!("no question `{path}` among {all:#?}")).clone()
}

/// An answer to a question, with more keys.
fn answer_to((id, was): &(String, String), says: &str, more: Value) -> Value {
    let mut answer = json!({ "says": says, "id": id, "was": was });
    for (key, value) in more.as_object().unwrap() {
        answer[key] = value.clone();
    }
    answer
}

/// An answer file.
fn file(answers: &[Value]) -> Value {
    json!({
        "ropa": "answers",
        "version": 1,
        "municipality": "one-language",
        "unit": "skolskjutsenheten",
        "by": "enhetschefen",
        "on": DAY,
        "comment": "",
        "answers": answers,
    })
}

fn answer(workspace: &Workspace, file: &Value, more: &[&str]) -> Run {
    workspace.write("answers.json", file.to_string());
    workspace.ropa(&[&["answer", "answers.json", "--date", DAY], more].concat())
}

#[test]
fn a_form_asks_what_the_unit_can_settle() {
    let workspace = with(&[
        ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
        ("law: skollagen (2010:800) 10 kap. 32 §\n", ""),
    ]);
    let run = ask(&workspace, &["--all"]).is(0);
    assert!(run.out.contains("forms/one-language-skolskjutsenheten.html: 1 question\n"), "{}", run.out);
    assert!(run.out.contains("left to others: lawyer"), "{}", run.out);
    let page = workspace.read(&format!("{FORM}.html"));
    assert!(page.contains("<html lang=\"sv\">") && page.contains("Saknas enligt registret: inte undersökt."), "{page}");
    assert!(page.contains("Förs uppgifter över till ett land utanför EU och EES"), "{page}");
    assert!(page.contains("Enligt artikel 30.1 e i dataskyddsförordningen."), "{page}");
    let more = ask(&workspace, &["--all", "--force", "--role", "lawyer"]).is(0);
    assert!(more.out.contains("forms/one-language-skolskjutsenheten.html: 2 questions\n"), "{}", more.out);
}

#[test]
fn a_form_is_one_file_that_asks_for_nothing() {
    let page = page(&with(&[("transfers: none\n", "")]), &["--review"]);
    assert!(page.contains("default-src 'none'; style-src 'sha256-") && page.contains("script-src 'sha256-"));
    for foreign in ["http://", "https://", "src=", "@import", "url(", " onclick", " onchange", " style=\""] {
        let own = page.matches(foreign).count();
        let in_words = page.matches("https://example.org").count();
        assert!(own == 0 || foreign == "https://" && own == in_words, "{foreign} in the form");
    }
}

#[test]
fn the_same_register_gives_the_same_forms() {
    let workspace = with(&[("transfers: none\n", "")]);
    ask(&workspace, &["--all", "--review"]).is(0);
    let first = workspace.tree("forms");
    assert_eq!(first.len(), 4, "{:?}", first.keys());
    ask(&workspace, &["--all", "--review"]).is(0);
    crate::support::assert_same(&first, &workspace.tree("forms"));
}

#[test]
fn a_form_that_may_be_filled_in_is_not_overwritten() {
    let workspace = with(&[("transfers: none\n", "")]);
    ask(&workspace, &["--all"]).is(0);
    workspace.write(&format!("{FORM}.xlsx"), "filled in");
    let run = ask(&workspace, &["--all"]).is(2);
    assert!(run.err.contains("may be filled in"), "{}", run.err);
    assert_eq!(workspace.read(&format!("{FORM}.xlsx")), "filled in");
    ask(&workspace, &["--all", "--force"]).is(0);
}

#[test]
fn forms_are_internal() {
    let workspace = with(&[("transfers: none\n", "")]);
    workspace.build(&[]);
    workspace.edit(FILE, "title: Skolskjuts\n", "title: Skolskjuts\ntransfers: none\n");
    workspace.built();
    workspace.edit(FILE, "title: Skolskjuts\ntransfers: none\n", "title: Skolskjuts\n");
    for folder in ["build/public/forms", "build/public", "registers/one-language"] {
        let run = ask(&workspace, &["--all", "--out", folder]).is(3);
        assert!(run.err.contains("published") || run.err.contains("registers"), "{}", run.err);
    }
}

#[test]
fn an_unchanged_form_changes_nothing() {
    let workspace = with(&[("transfers: none\n", "")]);
    let before = workspace.tree("registers");
    let run = answer(&workspace, &file(&[]), &["--write"]).is(0);
    assert_eq!(run.out, "answers.json: nothing is filled in\none-language: nothing changes\n");
    crate::support::assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn in_format_1_nothing_can_say_who_answered() {
    let workspace = Workspace::complete();
    let page = page(&workspace, &["--review"]);
    let before = workspace.tree("registers");
    let answers = file(&[answer_to(&question(&page, "recipients"), "right", json!({}))]);
    let run = answer(&workspace, &answers, &["--write"]).is(0);
    assert!(run.out.contains("`ropa migrate`"), "{}", run.out);
    crate::support::assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn what_is_still_right_is_only_recorded() {
    let workspace = complete();
    let page = page(&workspace, &["--review"]);
    let answers = ["recipients", "summary"].map(|key| answer_to(&question(&page, key), "right", json!({})));
    let before = workspace.read(FILE);
    let run = answer(&workspace, &file(&answers), &["--write"]).is(0);
    assert!(run.out.contains("Still right:\n"), "{}", run.out);
    let line = "  review: 2027-06-01\n";
    let reviewed = "  reviewed: {on: 2026-11-21, role: enhetschefen, about: [recipients, summary]}\n";
    assert_eq!(workspace.read(FILE), before.replace(line, &format!("{line}{reviewed}")));
    workspace.check().is(0);
}

#[test]
fn an_answer_is_shown_in_yaml_and_in_words_before_it_is_written() {
    let workspace = with(&[("transfers: none\n", "transfers: {unknown: inte undersökt}\n")]);
    let asked = question(&page(&workspace, &[]), "transfers");
    let answers = file(&[answer_to(&asked, "none", json!({}))]);
    let before = workspace.read(FILE);
    let run = answer(&workspace, &answers, &[]).is(0);
    assert!(run.out.contains("-transfers: {unknown: inte undersökt}\n+transfers: none\n"), "{}", run.out);
    assert!(run.out.contains("third-country transfers") || run.out.contains("transfers: "), "{}", run.out);
    assert!(run.out.ends_with("one-language: `ropa answer --write` writes 1 answer\n"), "{}", run.out);
    assert_eq!(workspace.read(FILE), before);
    let written = answer(&workspace, &answers, &["--write"]).is(0);
    assert!(written.out.ends_with("one-language: 1 answer written\n"), "{}", written.out);
    assert!(workspace.read(FILE).contains("\ntransfers: none\n"));
    let again = answer(&workspace, &answers, &["--write"]).is(0);
    assert!(again.out.contains("Already so in the register:\n"), "{}", again.out);
    assert!(again.out.ends_with("one-language: nothing changes\n"), "{}", again.out);
}

#[test]
fn an_answer_about_what_has_changed_is_a_conflict() {
    let workspace = with(&[("transfers: none\n", "transfers: {unknown: inte undersökt}\n")]);
    let asked = question(&page(&workspace, &[]), "transfers");
    workspace.edit(FILE, "inte undersökt", "utreds av it");
    let before = workspace.read(FILE);
    let run = answer(&workspace, &file(&[answer_to(&asked, "none", json!({}))]), &["--write"]).is(1);
    assert!(run.out.contains("Conflicts:\n"), "{}", run.out);
    assert!(run.out.contains("the register has changed since the form was made"), "{}", run.out);
    assert_eq!(workspace.read(FILE), before);
}

#[test]
fn two_files_that_differ_are_a_conflict() {
    let workspace = with(&[("transfers: none\n", "transfers: {unknown: inte undersökt}\n")]);
    let asked = question(&page(&workspace, &[]), "transfers");
    let unknown = answer_to(&asked, "unknown", json!({ "because": "it-avdelningen svarar i maj" }));
    workspace.write("other.json", file(&[unknown]).to_string());
    let run = answer(&workspace, &file(&[answer_to(&asked, "none", json!({}))]), &["other.json", "--write"]).is(1);
    let told = "two answers to the same question differ; the first counts: “Det finns inga” (answers.json, enhetschefen), “Vi vet inte, eftersom … it-avdelningen svarar i maj” (other.json, enhetschefen)";
    assert!(run.out.contains(told), "{}", run.out);
    assert!(workspace.read(FILE).contains("\ntransfers: none\n"));
}

#[test]
fn lines_can_move_between_question_and_answer() {
    let workspace = with(&[("transfers: none\n", "transfers: {unknown: inte undersökt}\n")]);
    let asked = question(&page(&workspace, &[]), "transfers");
    workspace.edit(FILE, "title: Skolskjuts\n", "\n# new\ntitle:   Skolskjuts\n\n");
    answer(&workspace, &file(&[answer_to(&asked, "none", json!({}))]), &["--write"]).is(0);
    assert!(workspace.read(FILE).contains("\n# new\ntitle:   Skolskjuts\n\n"));
}

#[test]
fn a_danish_municipality_is_asked_in_danish() {
    let workspace = Workspace::copy_of(&crate::support::root().join("examples/full"));
    workspace.ropa(&["ask", "-m", "lilleby", "--all", "--review", "--date", DAY]).is(0);
    let forms = workspace.tree("forms");
    let pages: Vec<String> = forms
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
        .collect();
    assert!(!pages.is_empty());
    for page in &pages {
        assert!(page.contains("<html lang=\"da\">") && page.contains("Er oplysningerne stadig rigtige?"));
        let (body, _) = page.split_once("<script>").unwrap();
        assert!(!body.contains('`'), "a mark of the format in a form: {}", body.split('`').nth(1).unwrap());
    }
}

#[test]
fn what_is_more_than_a_value_is_answered_in_words() {
    let workspace = with(&[("processors: [molnet]\n", "processors: [american]\n")]);
    let page = page(&workspace, &["--role", "lawyer", "--role", "officer"]);
    let all = questions(&page);
    let asked = all.iter().find(|(id, _)| id.contains(":transfer-")).unwrap_or_else(|| panic!("{all:#?}"));
    let before = workspace.tree("registers");
    let words = answer_to(asked, "value", json!({ "texts": ["Vi byter leverantör i maj."] }));
    let run = answer(&workspace, &file(&[words]), &["--write"]).is(1);
    assert!(run.out.contains("Answers to write by hand:\n"), "{}", run.out);
    assert!(run.out.contains("the answer: Vi byter leverantör i maj. (answers.json, enhetschefen)\n"), "{}", run.out);
    crate::support::assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn what_a_register_says_is_text_in_a_form() {
    let hostile = "\"><script>alert(1)</script><img src=x>";
    let workspace = with(&[
        ("title: Skolskjuts\n", &format!("title: '{hostile}'\n")),
        ("transfers: none\n", &format!("transfers: {{unknown: '{hostile}'}}\n")),
    ]);
    let page = page(&workspace, &["--review"]);
    assert_eq!(page.matches("<script>").count(), 1, "only the script of the form");
    assert!(!page.contains("<img") && page.contains("&lt;script&gt;alert(1)"));
}

const RETENTION: &str = "of: [decisions], keep: 2 years, from: decision, then: weed, decision: nämndens plan";

#[test]
fn a_key_that_several_records_have_is_asked_about_by_its_record() {
    let workspace = with(&[(
        RETENTION,
        "of: [decisions], keep: 2 years, from: {unknown: utreds}, then: weed, decision: nämndens plan",
    )]);
    let page = page(&workspace, &[]);
    assert!(page.contains("Från vilken händelse räknas lagringstiden? Fortsätt meningen ”från …”"), "{page}");
    assert!(page.contains("Enligt artikel 30.1 f i dataskyddsförordningen."), "{page}");
    assert!(!page.contains("{age}") && !page.contains("Varifrån"), "{page}");
    let (id, _) = question(&page, "retention/=decisions/from");
    assert!(id.starts_with("one-language:activities/skolskjuts:"), "{id}");
}

#[test]
fn an_example_has_no_placeholder() {
    let workspace = with(&[("transfers: none\n", "")]);
    for language in ["sv", "en", "da"] {
        let more = ["--lang", language, "--all", "--review", "--force", "--role", "lawyer", "--role", "officer"];
        ask(&workspace, &more).is(0);
        let page = workspace.read(&format!("{FORM}-review.html"));
        let (body, _) = page.split_once("<script").unwrap();
        assert!(!body.contains('{') || !body.split('{').skip(1).any(|rest| rest.starts_with("age")), "{body}");
    }
}

#[test]
fn what_the_law_needs_cannot_be_none() {
    for (from, to, path) in [
        ("subjects: [pupil, {who: guardian, which: den som ansöker}]\n", "subjects: {unknown: utreds}\n", "subjects"),
        ("  - {what: planera resorna, examples: [turlistor]}\n", "  - {unknown: utreds}\n", "purposes"),
        (
            "sources: [guardian, {from: elevregistret, data: [identitet], when: vid läsårets början}]\n",
            "sources: {unknown: utreds}\n",
            "sources",
        ),
        (
            RETENTION,
            "of: [decisions], keep: 2 years, from: decision, then: {unknown: utreds}, decision: nämndens plan",
            "retention/=decisions/then",
        ),
    ] {
        let workspace = with(&[(from, to)]);
        let page = page(&workspace, &[]);
        let asked = question(&page, path);
        let (_, rest) = page.split_once(&format!("data-id=\"{}\"", asked.0.replace('/', "&#x2f;"))).unwrap();
        let (own, _) = rest.split_once("</fieldset>").unwrap();
        assert!(!own.contains("value=\"none\""), "{path}: {own}");
        let before = workspace.read(FILE);
        let run = answer(&workspace, &file(&[answer_to(&asked, "none", json!({}))]), &["--write"]).is(1);
        assert!(run.out.contains("is no answer to this question"), "{}", run.out);
        assert_eq!(workspace.read(FILE), before);
    }
}
