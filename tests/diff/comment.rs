//! The comment on a pull request says what a reviewer needs: where, what, for whom, by when; and nothing in it is live.

use crate::support::{DAY, Workspace};

const S: &str = "registers/one-language/activities/skolskjuts.yaml";

fn told(before: &Workspace, after: &Workspace, args: &[&str]) -> String {
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    Workspace::empty().ropa(&[&["diff", &path(before), &path(after), "--date", DAY], args].concat()).is(0).out
}

fn edited(edits: &[(&str, &str, &str)]) -> (Workspace, Workspace) {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    edits.iter().for_each(|(file, from, to)| after.edit(file, from, to));
    (before, after)
}

/// The line of the first text in a file, from 1.
fn line_of(workspace: &Workspace, file: &str, text: &str) -> usize {
    workspace.read(file).lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn a_row_says_where_it_is_written_and_marks_what_changed() {
    let (before, after) = edited(&[
        (S, "what: planera resorna", "what: planera de dagliga resorna"),
        (S, "processors: [molnet]", "processors: [molnet, american]"),
        (
            S,
            "transfers: none",
            "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, copy: kontakta ombudet}]",
        ),
        ("registers/one-language/shared/parties.yaml", "\n    hosted-in: SE", "\n    hosted-in: FI"),
    ]);
    let comment = told(&before, &after, &["--format", "markdown"]);
    let row = |code: &str| comment.lines().find(|line| line.contains(&format!("`{code}`"))).unwrap();
    let reworded = row("purpose-reworded");
    let at = format!("Where: {S}:{}<br>", line_of(&after, S, "planera de dagliga"));
    assert!(reworded.contains("planera <strong>de dagliga</strong> resorna") && reworded.contains(&at), "{reworded}");
    assert!(row("processor-third-country").contains("Country: the United States (US).<br>"), "{comment}");
    let hosted = row("processor-detail");
    let parties = "registers/one-language/shared/parties.yaml";
    assert!(hosted.contains(&format!("{parties}:{}<br>", line_of(&after, parties, "hosted-in: FI"))), "{hosted}");
    // What is gone is found in the version before.
    let gone = told(&after, &before, &["--format", "markdown"]);
    let removed = gone.lines().find(|line| line.contains("`processor-removed`")).unwrap();
    assert!(removed.contains(&format!(":{}, before<br>", line_of(&after, S, "processors: ["))), "{removed}");
}

#[test]
fn a_task_says_for_whom_by_when_and_who_decides() {
    let (before, after) = edited(&[
        (S, "what: planera resorna", "what: lägga upp turerna"),
        ("registers/one-language/activities/elevhalsa.yaml", "purposes: [", "purposes: [följa upp kostnaderna, "),
    ]);
    let comment = told(&before, &after, &["--format", "markdown"]);
    assert!(
        comment.contains(
            "- [ ] **Inform the people concerned before the change**<br>When: before the data are used in the new way (Articles 13(3) and 14(4) GDPR)<br>Decided by: Utbildningsnämnden\n"
        ),
        "{comment}"
    );
    assert!(comment.contains("may be wider: Skolskjuts. Concerned: "), "{comment}");
    assert!(comment.contains("with the advice of the data protection officer (Article 35(2) GDPR)"), "{comment}");
}

#[test]
fn tasks_of_many_activities_are_put_together_and_a_cut_says_so() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    for number in 0..150 {
        let file = format!("registers/one-language/activities/resa-{number}.yaml");
        let text = before.read(S).replace("id: skolskjuts\n", &format!("id: resa-{number}\n"));
        before.write(&file, text.replace("title: Skolskjuts", &format!("title: Resa {number}")));
        after.write(&file, before.read(&file).replace("planera resorna", "lägga upp turerna"));
    }
    let comment = told(&before, &after, &["--format", "markdown"]);
    let tasks = comment.split("<details").next().unwrap();
    assert!(tasks.lines().count() < 40, "{tasks}");
    assert!(tasks.contains("Resa 0, Resa 1") && tasks.contains(" and 138 more. Concerned: "), "{tasks}");
    assert!(comment.len() <= 65_000 && comment.contains("More changes have no room here: "), "{}", comment.len());
    assert!(comment.contains("`ropa diff --format html` shows all of them."), "{comment}");
    // A page never stands below the heading of something else.
    let mut heading = "";
    for line in comment.lines() {
        heading = if line.starts_with("###") { line } else { heading };
        assert!(!line.ends_with(".html") || heading.contains("ages "), "{heading}: {line}");
    }
}

#[test]
fn a_value_alone_has_its_line_and_a_text_in_one_language_its_name() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    let file = "registers/two-languages/activities/skolskjuts.yaml";
    let old = before.read(file);
    let purposes = old.lines().find(|line| line.starts_with("purposes:")).unwrap();
    let alone = |word: &str| {
        format!(
            "purposes:\n  - {{sv: {word} elever, en: support pupils}}\n  - {{sv: föra statistik, en: keep statistics}}"
        )
    };
    before.edit(file, purposes, &alone("stödja"));
    after.edit(file, purposes, &alone("utreda"));
    let comment = told(&before, &after, &["--format", "markdown"]);
    let row = comment.lines().find(|line| line.contains("`purpose-reworded`")).unwrap();
    assert!(row.contains(&format!("Where: {file}:{}<br>", line_of(&after, file, "utreda"))), "{row}");
    let remark = comment.lines().find(|line| line.starts_with("- `one-language-only`")).unwrap();
    assert!(remark.contains("› purposes › "), "{remark}");
}

#[test]
fn a_text_that_may_say_something_else_is_asked_about() {
    let (before, after) = edited(&[(S, "En handläggare mäter vägen.", "Ett system mäter vägen.")]);
    let out = told(&before, &after, &[]);
    assert!(out.contains("Texts to be judged: 2. Wording only, if the texts to be judged say the same."), "{out}");
    let (before, after) = edited(&[(S, "- {id: onskemal", "- {id: onskan")]);
    let out = told(&before, &after, &[]);
    assert!(out.contains("nobody need be told") && !out.contains("to be judged"), "{out}");
}

#[test]
fn a_long_text_is_cut_around_what_changed() {
    let text = |word: &str| format!("title: Skolskjuts\nsummary: {} {word} {}", "ord ".repeat(400), "mer ".repeat(400));
    let (before, after) = (Workspace::complete(), Workspace::complete());
    let old = "title: Skolskjuts\nsummary: Elever som har rätt till skolskjuts får resor till och från skolan.";
    before.edit(S, old, &text("gammalt"));
    after.edit(S, old, &text("nytt"));
    let comment = told(&before, &after, &["--format", "markdown"]);
    let row = comment.lines().find(|line| line.contains("`told-otherwise`")).unwrap();
    assert!(row.contains("<strong>gammalt</strong>") && row.contains("<strong>nytt</strong>"), "{row}");
    assert!(row.contains(" … (+") && row.len() < 1_500, "{row}");
    assert!(comment.contains("a text or a list is cut"), "{comment}");
}

#[test]
fn nothing_in_the_comment_is_live() {
    let live = "@alla #1 https://example.org www.example.org <b>x</b> [a](b) ![c](d) `kod` owner/repo#2 :smile: deadbeefdeadbeef | x";
    let quoted = format!("\"{live}\"");
    let (before, after) = edited(&[
        (S, "title: Skolskjuts\n", &format!("title: {quoted}\n")),
        (S, "what: planera resorna", &format!("what: {quoted}")),
        (S, "items: [önskad hållplats]", &format!("items: [{quoted}]")),
        (S, "subjects: [pupil,", &format!("subjects: [{quoted}, pupil,")),
        ("registers/one-language/municipality.yaml", "name: Utbildningsnämnden", &format!("name: {quoted}")),
    ]);
    for lang in ["en", "sv", "da"] {
        let comment = told(&before, &after, &["--format", "markdown", "--lang", lang]);
        for bare in [
            "@alla",
            " #1",
            "https://",
            "www.",
            "<b>",
            " [a]",
            "![c]",
            " `kod`",
            "repo#2",
            ":smile:",
            "deadbeefdeadbeef",
        ] {
            assert!(!comment.contains(bare), "{bare}: {comment}");
        }
    }
    let page = told(&before, &after, &["--format", "html"]);
    assert!(!page.contains("<b>") && !page.contains("<a ") && page.contains("&lt;b&gt;x"), "{page}");
}

#[test]
fn a_public_comment_has_rows_without_internal_fields() {
    let (before, after) = edited(&[
        (S, "keep: 2 years", "keep: 5 years"),
        (S, "owner: utbildningschefen", "owner: skolchefen"),
        (S, "notes: {text: Rutinen ses över varje höst.", "notes: {text: Rutinen ses över varje vår."),
    ]);
    let all = told(&before, &after, &["--format", "markdown"]);
    assert!(all.contains("skolchefen") && all.contains("varje <strong>vår.</strong>"), "{all}");
    for format in ["markdown", "html", "text", "json"] {
        let public = told(&before, &after, &["--format", format, "--public"]);
        assert!(public.contains("retention-longer") && public.contains("skolskjuts.yaml"), "{public}");
        assert!(!public.contains("skolchefen") && !public.contains("Rutinen"), "{public}");
    }
}
