//! Decisions on grades, levels and acceptances: they are changes of their own, and count only where they stand before.

use serde_json::Value;

use crate::support::{DAY, Workspace};

const TRANSPORT: &str = "registers/one-language/activities/skolskjuts.yaml";

fn decision(more: &str) -> String {
    format!(
        "[[diff.grade]]\nchange = \"purpose-reworded\"\ngrade = \"editorial\"\nbecause = \"samma sak, BUN 2026/12\"\n{more}\n"
    )
}

const SUBJECT: &str = "subject = \"skolskjuts\"\nuntil = 2026-12-31";

/// Two workspaces, the second with another purpose.
fn pair(before: &str, after: &str) -> (Workspace, Workspace) {
    let sides = (Workspace::complete(), Workspace::complete());
    sides.0.write("ropa.toml", before);
    sides.1.write("ropa.toml", after);
    sides.1.edit(TRANSPORT, "what: planera resorna", "what: lägga upp turerna");
    sides
}

fn told((before, after): &(Workspace, Workspace), args: &[&str]) -> String {
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    Workspace::empty().ropa(&[&["diff", &path(before), &path(after), "--date", DAY], args].concat()).is(0).out
}

fn json(pair: &(Workspace, Workspace)) -> Value {
    serde_json::from_str(&told(pair, &["--format", "json"])).unwrap()
}

fn reworded(json: &Value) -> &Value {
    let changes = json["municipalities"][0]["changes"].as_array().unwrap();
    changes.iter().find(|change| change["code"] == "purpose-reworded").unwrap()
}

#[test]
fn a_decision_counts_only_if_it_stands_in_the_version_before() {
    let own = decision(SUBJECT);
    let json_of = |before: &str, after: &str| json(&pair(before, after));
    let grade = |json: &Value| reworded(json)["grade"].as_str().unwrap().to_owned();
    assert_eq!(grade(&json_of("", "")), "breaking");
    assert_eq!(grade(&json_of("", &own)), "breaking");
    assert_eq!(grade(&json_of(&own, &own)), "editorial");
    assert_eq!(grade(&json_of(&own, "")), "editorial");
    let added = json_of("", &own);
    assert_eq!(added["settings"][0]["code"], "decision-added");
    assert_eq!(json_of(&own, "")["settings"][0]["code"], "decision-removed");
    let decided = json_of(&own, &own);
    assert_eq!(reworded(&decided)["usual"], "breaking");
    assert_eq!(reworded(&decided)["decided"]["because"], "samma sak, BUN 2026/12");
    assert_eq!(reworded(&decided)["decided"]["until"], "2026-12-31");
}

#[test]
fn the_first_line_counts_decisions_and_lists_new_ones_first() {
    let own = decision(SUBJECT);
    let text = told(&pair("", &own), &[]);
    assert!(text.starts_with("ropa.toml (settings)\n  minor diff.grade [decision-added]"), "{text}");
    assert!(text.contains("1 breaking, 1 minor. New decisions on grades, which do not count yet: 1."), "{text}");
    let comment = told(&pair("", &own), &["--format", "markdown"]);
    let (first, rest) = comment.split_once("### New, changed or removed decisions on grades").unwrap();
    assert!(!first.contains("###") && rest.contains("- A decision on a grade is added."), "{comment}");
    assert!(rest.find("samma sak") < rest.find("### To do"), "{comment}");
    let text = told(&pair(&own, &own), &[]);
    assert!(text.contains("Graded down by a decision: 1."), "{text}");
    assert!(text.contains("(usually breaking), until 2026-12-31: samma sak, BUN 2026/12"), "{text}");
    let text = told(&pair(&own, &own), &["--public"]);
    assert!(text.contains("(usually breaking), until 2026-12-31") && !text.contains("samma sak"), "{text}");
    assert!(!told(&pair("", &own), &["--public"]).contains("samma sak"));
}

#[test]
fn a_folder_of_registers_has_no_settings_that_could_differ() {
    let own = decision(SUBJECT);
    let sides = pair(&own, "[levels]\nlaw-missing = \"off\"\n");
    let path = |side: &Workspace, inside: &str| side.path(inside).to_string_lossy().into_owned();
    for (before, after) in [("registers", ""), ("", "registers"), ("registers", "registers")] {
        let args = ["diff", &path(&sides.0, before), &path(&sides.1, after), "--date", DAY];
        let out = Workspace::empty().ropa(&args).is(0).out;
        assert!(!out.contains("ropa.toml (settings)"), "{out}");
        let decided = before.is_empty();
        assert_eq!(out.contains("Graded down by a decision: 1."), decided, "{before}, {after}: {out}");
    }
}

#[test]
fn a_decision_ends() {
    let past = decision("subject = \"skolskjuts\"\nuntil = 2026-11-20");
    assert_eq!(reworded(&json(&pair(&past, &past)))["grade"], "breaking");
    let today = decision("subject = \"skolskjuts\"\nuntil = \"2026-11-21\"");
    assert_eq!(reworded(&json(&pair(&today, &today)))["grade"], "editorial");
}

#[test]
fn a_decision_on_a_fingerprint_is_about_one_change() {
    let found = json(&pair("", ""));
    let fingerprint = reworded(&found)["fingerprint"].as_str().unwrap().to_owned();
    let own = decision(&format!("fingerprint = \"{fingerprint}\"\nuntil = 2026-12-31"));
    assert_eq!(reworded(&json(&pair(&own, &own)))["grade"], "editorial");
    let other = pair(&own, &own);
    other.1.edit(TRANSPORT, "what: lägga upp turerna", "what: kontrollera familjerna");
    assert_eq!(reworded(&json(&other))["grade"], "breaking");
}

#[test]
fn a_fingerprint_does_not_depend_on_other_changes() {
    let alone = json(&pair("", ""));
    let beside = pair("", "");
    beside.1.edit(TRANSPORT, "examples: [turlistor]", "examples: [turlistor, kartor]");
    beside.1.edit(TRANSPORT, "id: skolskjuts\n", "id: resor\nreplaces: [skolskjuts]\n");
    beside.1.edit(TRANSPORT, "  - {what: pröva rätten till skolskjuts, because: Vägen kan vara för lång.}\n", "");
    beside.1.edit("registers/one-language/notices/skola.yaml", "[skolskjuts,", "[resor,");
    let beside = json(&beside);
    assert_eq!(reworded(&alone)["fingerprint"], reworded(&beside)["fingerprint"]);
    let changes = beside["municipalities"][0]["changes"].as_array().unwrap();
    let all: std::collections::BTreeSet<_> = changes.iter().map(|change| change["fingerprint"].as_str()).collect();
    assert_eq!(all.len(), changes.len());
}

#[test]
fn two_changes_alike_have_two_fingerprints() {
    let sides = (Workspace::complete(), Workspace::complete());
    for (side, keep) in [(&sides.0, "2 years"), (&sides.1, "5 years")] {
        let row = format!("{{of: [decisions], keep: {keep}, from: decision, then: weed, decision: ");
        side.edit(
            TRANSPORT,
            "retention: [{of: [decisions], keep: 2 years, from: decision, then: weed, decision: nämndens plan}]",
            &format!("retention: [{row}nämndens plan}}, {row}förvaltningens plan}}]"),
        );
    }
    let json = json(&sides);
    let changes = json["municipalities"][0]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2, "{json}");
    assert_ne!(changes[0]["fingerprint"], changes[1]["fingerprint"]);
}

#[test]
fn a_decision_that_lacks_something_is_an_error_in_the_settings() {
    for (more, said) in [
        ("until = 2026-12-31", "write what the decision on `purpose-reworded` is about"),
        ("subject = \"skolskjuts\"", "write in `until` the last day"),
        ("subject = \"skolskjuts\"\nuntil = \"snart\"", "snart"),
    ] {
        let workspace = Workspace::complete();
        workspace.write("ropa.toml", decision(more));
        let run = workspace.ropa(&["check", "--date", DAY]).is(3);
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn a_level_and_an_acceptance_are_changes() {
    let sides = (Workspace::complete(), Workspace::complete());
    sides.1.write("ropa.toml", "title = \"Complete\"\n[municipality.one-language.levels]\nlaw-missing = \"off\"\n");
    let out = told(&sides, &[]);
    assert!(out.contains("minor municipality.one-language.levels.law-missing [level-changed]"), "{out}");
    assert!(out.contains("Changed levels of rules: 1. Only settings change; the registers say the same."), "{out}");
    let out = told(&sides, &["-m", "two-languages"]);
    assert!(out.contains("No changes. The two versions say the same."), "{out}");
    sides.1.edit(
        TRANSPORT,
        "law: skollagen (2010:800) 10 kap. 32 §\n",
        "accept: [{rule: law-missing, because: utreds, until: 2027-01-01}]\n",
    );
    sides.1.write("ropa.toml", "title = \"Complete\"\n");
    let out = told(&sides, &[]);
    assert!(out.contains("[acceptance-added]") && out.contains("Findings that are now accepted: 1."), "{out}");
    assert!(out.contains("New findings that are accepted at once"), "{out}");
    assert!(out.contains("accepted until 2027-01-01: utreds"), "{out}");
    let same = (Workspace::complete(), Workspace::complete());
    same.1.write("ropa.toml", "title = \"Complete\"\n[brand]\nname = \"Exempelby\"\n");
    let code = |more: &[&str]| {
        let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
        let args = ["diff", &path(&same.0), &path(&same.1), "--date", DAY];
        Workspace::empty().ropa(&[&args, more].concat()).code
    };
    assert_eq!((code(&[]), code(&["--exit-code"])), (Some(0), Some(1)));
}
