//! The notice in brief: the same rows everywhere, and never milder than what it sums up (Article 12(1)).

use crate::support::{Workspace, root};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const NOTICE: &str = "registers/one-language/notices/skola.yaml";
const PAGE: &str = "build/public/one-language/sv/activities/skolskjuts.md";
const SUMMED_UP: &str = "build/public/one-language/sv/notices/skola.md";

fn complete() -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace
}

/// The answer to a question of the notice in brief.
#[track_caller]
fn row(page: &str, question: &str) -> String {
    let (_, brief) = page.split_once("\n## I korthet\n").unwrap();
    let (_, answer) = brief.split_once(&format!("\n**{question}** ")).unwrap_or_else(|| panic!("{question}: {page}"));
    answer.lines().next().unwrap().to_owned()
}

/// The row of the page of an activity whose key has another value.
#[track_caller]
fn row_with(question: &str, (from, to): (&str, &str)) -> String {
    let workspace = complete();
    workspace.edit(ACTIVITY, from, to);
    let run = workspace.build(&[]);
    assert!(!run.out.contains("error["), "{}", run.out);
    row(&workspace.read(PAGE), question)
}

#[test]
fn every_notice_and_page_has_the_same_rows_in_the_same_order() {
    let workspace = Workspace::empty();
    workspace.lay("registers", &root().join("registers"));
    let built = workspace.built();
    for (lang, heading) in [("sv", "I korthet"), ("da", "Kort fortalt"), ("en", "In brief")] {
        let is_page = |path: &str| {
            path.starts_with("public/")
                && path.ends_with(".md")
                && path.contains(&format!("/{lang}/"))
                && (path.contains("/notices/") || path.contains("/activities/"))
        };
        let pages: Vec<_> = built.iter().filter(|(path, _)| is_page(path)).collect();
        assert!(pages.len() > 5, "{lang}: {}", pages.len());
        let questions = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let (_, brief) = text.split_once(&format!("\n## {heading}\n\n")).unwrap();
            let brief = brief.split("\n## ").next().unwrap().to_owned();
            let asked = brief.lines().filter_map(|line| line.strip_prefix("**")?.split_once("** "));
            asked.map(|(question, answer)| (question.to_owned(), answer.is_empty())).collect::<Vec<_>>()
        };
        let first = questions(pages[0].1);
        assert_eq!(first.len(), 9, "{first:?}");
        for (path, page) in pages {
            assert_eq!(questions(page), first, "{path}");
        }
    }
}

#[test]
fn a_row_names_every_third_country_special_category_decision_and_gap() {
    for (question, change, says) in [
        (
            "Utanför EU och EES?",
            (
                "transfers: none",
                "transfers: [{to: molnet, country: US, tool: {unknown: x}, copy: {unknown: x}}, {to: Bolaget, country: IN, tool: {unknown: x}, copy: {unknown: x}}]",
            ),
            "Ja: USA och Indien.",
        ),
        ("Utanför EU och EES?", ("transfers: none", "transfers: {unknown: utreds}"), "Inte klart än."),
        (
            "Vad är känsligt?",
            ("\ndata:\n", "\ndata:\n  - {items: [health-data, union-membership], exception: {unknown: x}}\n"),
            "hälsa",
        ),
        ("Vad är känsligt?", ("\ndata:\n", "\ndata:\n  - {unknown: utreds}\n"), "Inte klart än."),
        (
            "Varför?",
            (
                "automated: none",
                "automated: [{decision: rätten till resa, ground: law, law: skollagen (2010:800), logic: avståndet mäts, significance: du får resan, review: en handläggare prövar}]",
            ),
            "Automatiska beslut fattas.",
        ),
        ("Vilka får dem?", ("recipients: [", "recipients: [{unknown: utreds}, "), "Inte klart än."),
        ("Varifrån kommer uppgifterna?", ("sources: [", "sources: [{unknown: utreds}, "), "Inte klart än."),
        ("Hur länge?", ("keep: 2 years, from: decision, then: weed", "keep: permanent"), "bevaras för all framtid"),
        (
            "Hur länge?",
            ("keep: 2 years, from: decision", "keep: at least 2 years, from: decision"),
            "sparas i minst 2 år",
        ),
        ("Hur länge?", ("keep: 2 years, from: decision", "keep: {unknown: utreds}"), "Inte klart än."),
        ("Måste du lämna uppgifterna?", ("{kind: needed,", "{kind: {unknown: x},"), "Inte klart än."),
        (
            "Måste du lämna uppgifterna?",
            ("{kind: needed,", "{kind: statutory, law: skollagen (2010:800),"),
            "Ja, enligt lag.",
        ),
    ] {
        let row = row_with(question, change);
        assert!(row.contains(says), "{question} {change:?}: {row}");
    }
}

#[test]
fn a_written_row_hides_nothing() {
    let workspace = complete();
    workspace.edit(
        ACTIVITY,
        "transfers: none",
        "transfers: [{to: molnet, country: US, tool: {unknown: x}, copy: {unknown: x}}]",
    );
    workspace.edit(ACTIVITY, "recipients: [", "recipients: [{unknown: utreds}, ");
    let brief = "brief: {transfers: Nästan allt stannar här., recipients: Bara de som kör., why: För resorna}\n";
    workspace.write(NOTICE, workspace.read(NOTICE) + brief);
    workspace.build(&[]);
    let page = workspace.read(SUMMED_UP);
    assert!(row(&page, "Utanför EU och EES?").starts_with("Nästan allt stannar här. Ja: USA."), "{page}");
    assert!(row(&page, "Vilka får dem?").starts_with("Bara de som kör. Inte klart än"), "{page}");
    assert_eq!(row(&page, "Varför?"), "För resorna.");
    workspace.edit(NOTICE, "Nästan allt stannar här.", "Ett system finns i USA.");
    workspace.build(&[]);
    assert_eq!(row(&workspace.read(SUMMED_UP), "Utanför EU och EES?"), "Ett system finns i USA. Ja: USA.");
}

#[test]
fn consent_as_the_only_basis_is_voluntary() {
    let workspace = complete();
    workspace.edit(
        ACTIVITY,
        "basis: [public-interest]",
        "basis: [consent]\nconsent: {covers: resorna, withdraw: {how: [skriv till oss]}}",
    );
    workspace.edit(
        ACTIVITY,
        "obligation: {kind: needed, consequence: kan vi inte pröva ansökan}",
        "obligation: {unknown: utreds}",
    );
    workspace.build(&[]);
    let page = workspace.read(PAGE);
    assert_eq!(row(&page, "Måste du lämna uppgifterna?"), "Frivilligt.");
    assert!(page.contains("**Måste du lämna uppgifterna?** Det är frivilligt att lämna uppgifterna."), "{page}");
    assert!(!page.contains("om du måste lämna uppgifterna"), "{page}");
}

#[test]
fn a_notice_that_lacks_a_basis_is_a_draft_and_stops_the_build_that_asks() {
    let workspace = complete();
    workspace.build(&["--fail-on", "draft"]).is(0);
    assert!(!workspace.read(SUMMED_UP).contains("**Utkast**"));
    workspace.edit(ACTIVITY, "basis: [public-interest]", "basis: {unknown: utreds}");
    let before = workspace.read(SUMMED_UP);
    let stopped = workspace.build(&["--fail-on", "draft"]).is(1);
    assert!(stopped.err.contains("draft: one-language/notices/skola"), "{}", stopped.err);
    assert_eq!(workspace.read(SUMMED_UP), before, "nothing is written");
    workspace.build(&[]).is(0);
    for page in [SUMMED_UP, PAGE] {
        assert!(workspace.read(page).contains("\n**Utkast**\n"), "{page}");
    }
    assert!(!workspace.read("build/public/one-language/sv/activities/elevhalsa.md").contains("**Utkast**"));
}

#[test]
fn the_newest_version_stands_at_the_top_and_all_at_the_end() {
    let workspace = complete();
    let versions = "versions:\n  - {day: 2026-03-01, changed: [Vi har en ny leverantör.]}\n  - {day: 2026-11-02, changed: [vi sparar kortare tid]}\n";
    workspace.write(NOTICE, workspace.read(NOTICE) + versions);
    workspace.build(&[]).is(0);
    let page = workspace.read(SUMMED_UP);
    let (top, rest) = page.split_once("\n## I korthet\n").unwrap();
    assert!(top.contains("\nSenast ändrad 2 november 2026. Vi sparar kortare tid.\n"), "{page}");
    let end = "- 2 november 2026: Vi sparar kortare tid.\n- 1 mars 2026: Vi har en ny leverantör.\n";
    assert!(rest.ends_with(end), "{page}");
}

#[test]
fn a_comparison_proposes_the_next_version() {
    let before = complete();
    let after = complete();
    after.edit(ACTIVITY, "keep: 2 years", "keep: 3 years");
    let folder = before.path("").to_str().unwrap().to_owned();
    let day = ["--date", "2026-11-30"];
    let entry = after.ropa(&[&["diff", &folder, "--version-entry"], &day[..]].concat()).is(0).out;
    let (head, entry) = entry.split_once('\n').unwrap();
    assert_eq!(head, "# Informationstexten skola för one-language: skriv om det här med läsarnas ord.");
    assert!(entry.starts_with("versions:\n  - day: 2026-11-30\n    changed:\n      - \"Skolskjuts: "), "{entry}");
    assert!(entry.contains("2 år → 3 år"), "{entry}");
    after.write(NOTICE, after.read(NOTICE) + entry);
    after.check().is(0);
    let none = before.ropa(&["diff", &folder, "--version-entry"]).is(0).out;
    assert_eq!(none, "# No notice needs a new version.\n");
}

/// The words of the page that a notice replaces, by municipality and language, and the number of its notices.
const REPLACED: [(&str, &str, usize, usize); 5] = [
    ("botkyrka", "sv", 2282, 1),
    ("dragor", "da", 4002, 4),
    ("flen", "sv", 2406, 1),
    ("lund", "sv", 2118, 1),
    ("nassjo", "sv", 341, 1),
];

#[test]
fn the_notices_are_hardly_longer_than_the_pages_that_they_replace() {
    let workspace = Workspace::empty();
    workspace.lay("registers", &root().join("registers"));
    let built = workspace.built();
    for (municipality, lang, words, notices) in REPLACED {
        let folder = format!("public/{municipality}/{lang}/notices/");
        let pages = built.iter().filter(|(path, _)| path.starts_with(&folder) && path.ends_with(".md"));
        let counts: Vec<usize> =
            pages.map(|(_, page)| String::from_utf8_lossy(page).split_whitespace().count()).collect();
        assert_eq!(counts.len(), notices, "{municipality}");
        let (sum, most) = (counts.iter().sum::<usize>(), words * 6 / 5 + 500 * notices);
        assert!(sum <= most, "{municipality}: {sum} words, at most {most}");
    }
}
