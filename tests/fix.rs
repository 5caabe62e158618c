//! `ropa check --fix` and `--diff`: machine-applicable fixes with minimal edits.

use std::fs;

use insta::assert_snapshot;
use ropa::internals::draft::edit;

use crate::support::{DAY, Run, Workspace, fixture, folders, library, root};

const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
const REMARKS: &str = "remarks: [Elever i fristående skolor omfattas också.]\n";

fn check(workspace: &Workspace, args: &[&str]) -> Run {
    workspace.ropa(&[&["check", "--date", DAY], args].concat())
}

/// The complete register with other lines instead of its remarks.
fn with(lines: &str) -> Workspace {
    let workspace = Workspace::complete();
    workspace.edit(FILE, REMARKS, lines);
    workspace
}

/// The result of fixing lines instead of the remarks.
fn fixed(lines: &str) -> String {
    let workspace = with(lines);
    let before = workspace.read(FILE);
    check(&workspace, &["--fix"]);
    let after = workspace.read(FILE);
    let (head, tail) = before.split_once(lines).unwrap();
    let inside = after.strip_prefix(head).and_then(|rest| rest.strip_suffix(tail));
    inside.unwrap_or_else(|| panic!("something else changed:\n{after}")).to_owned()
}

#[test]
fn every_kind_of_scalar_is_edited_and_nothing_else() {
    for (before, after) in [
        ("remarks: [Klaga hos Datainspektionen.]", "remarks: [Klaga hos Integritetsskyddsmyndigheten.]"),
        (
            "remarks: [\"Klaga: hos Datainspektionen.\"] # Datainspektionen",
            "remarks: [\"Klaga: hos Integritetsskyddsmyndigheten.\"] # Datainspektionen",
        ),
        (
            "remarks:\n  # Datainspektionen\n  - 'Datainspektionens råd'   # hos Datainspektionen",
            "remarks:\n  # Datainspektionen\n  - 'Integritetsskyddsmyndighetens råd'   # hos Datainspektionen",
        ),
        (
            "remarks:\n  - >-\n    Klaga hos\n    Datainspektionen.\n\n    Skriv.",
            "remarks:\n  - >-\n    Klaga hos\n    Integritetsskyddsmyndigheten.\n\n    Skriv.",
        ),
        (
            "remarks:\n  - |\n    Klaga hos\n    Datainspektionen.",
            "remarks:\n  - |\n    Klaga hos\n    Integritetsskyddsmyndigheten.",
        ),
        (
            "remarks:\n  - Klaga hos Sveriges\n    Kommuner och Landsting.",
            "remarks:\n  - Klaga hos Sveriges Kommuner och Regioner.",
        ),
        (
            "remarks: [Datainspektionen och Riksskatteverket, Datainspektionens råd]",
            "remarks: [Integritetsskyddsmyndigheten och Skatteverket, Integritetsskyddsmyndighetens råd]",
        ),
        ("remarks: [&a Fråga Riksskatteverket., *a]", "remarks: [&a Fråga Skatteverket., *a]"),
        ("remarks: [{sv: Fråga Riksskatteverket.}]", "remarks: [{sv: Fråga Skatteverket.}]"),
        ("remarcs: [Skolan svarar.] # ja", "remarks: [Skolan svarar.] # ja"),
        ("\"Remarks\": [Fråga Riksskatteverket.]", "\"remarks\": [Fråga Skatteverket.]"),
    ] {
        assert_eq!(fixed(&format!("{before}\n")), format!("{after}\n"));
    }
}

#[test]
fn what_is_not_certain_stays() {
    for lines in [
        "remarks: [Datainspektionen (numera Integritetsskyddsmyndigheten) svarar.]",
        "remarks: [Datainspektionens beslut 2015 gäller.]",
        "remarks: ['Skylten säger ”Datainspektionen”.']",
        "remarks: [\"Data\\x69nspektionen svarar.\"]",
        "remarks: [{unknown: Datainspektionen svarar i maj}]",
        "remarks: [MSB svarar.]",
        "links2: [{label: Ansök, url: \"https://example.org\"}]\nlinks3: none",
    ] {
        let lines = format!("{lines}\n");
        assert_eq!(fixed(&lines), lines);
    }
}

#[test]
fn periods_countries_and_addresses_are_written_as_they_are_read() {
    let workspace = Workspace::complete();
    workspace.edit(FILE, "keep: 2 years", "keep: \"två år\" ");
    workspace.edit(FILE, "url: https://example.org/skolskjuts", "url: http://example.org/skolskjuts");
    let municipality = "registers/one-language/municipality.yaml";
    workspace.edit(municipality, "country: SE", "country: Sverige");
    workspace.edit(municipality, "url: https://example.org/namnder", "url: www.example.org/namnder");
    let run = check(&workspace, &["--fix"]).is(0);
    assert_snapshot!(run.out, @r"
    2 edits written to registers/one-language/activities/skolskjuts.yaml
    2 edits written to registers/one-language/municipality.yaml

    2 municipalities checked: 0 errors, 0 warnings, 0 hints; `ropa check --all` shows the hints
    ");
    let complete = Workspace::complete();
    assert_eq!(workspace.read(FILE), complete.read(FILE).replace("keep: 2 years", "keep: \"2 years\" "));
    let address = "url: https://www.example.org/namnder";
    let expected = complete.read(municipality).replace("url: https://example.org/namnder", address);
    assert_eq!(workspace.read(municipality), expected);
}

#[test]
fn the_bytes_around_an_edit_stay() {
    let workspace = with("remarks: [Fråga Riksskatteverket., Sko\u{308}tsel, fo\u{308}r Riksskatteverket ä\u{308}]\n");
    let before = format!("\u{FEFF}{}", workspace.read(FILE).replace('\n', "\r\n"));
    workspace.write(FILE, &before);
    check(&workspace, &["--fix"]).is(0);
    assert_eq!(workspace.read(FILE), before.replace("Riksskatteverket", "Skatteverket"));
}

#[test]
fn a_diff_is_shown_first_and_nothing_is_written() {
    let workspace =
        with("remarks: [Klaga hos Datainspektionen.] # råd\nlinks2: [{label: a, url: \"http://example.org\"}]\n");
    workspace.edit(FILE, "links: [{label: Ansök om skolskjuts, url: https://example.org/skolskjuts}]\n", "");
    workspace.edit(FILE, "links2", "links");
    let before = workspace.read(FILE);
    let run = check(&workspace, &["--diff"]).is(1);
    let (diff, _) = run.out.split_once("\n\n").unwrap();
    assert_snapshot!(diff, @r#"
    --- a/registers/one-language/activities/skolskjuts.yaml
    +++ b/registers/one-language/activities/skolskjuts.yaml
    @@ -22,8 +22,8 @@
     obligation: {kind: needed, consequence: kan vi inte pröva ansökan}
     automated: none
     procedure: [En handläggare mäter vägen.]
    -remarks: [Klaga hos Datainspektionen.] # råd
    -links: [{label: a, url: "http://example.org"}]
    +remarks: [Klaga hos Integritetsskyddsmyndigheten.] # råd
    +links: [{label: a, url: "https://example.org"}]
     measures: [mfa, behörighet bara för enheten]
     administration:
       process: "3.2.1"
    `ropa check --fix` makes 2 edits in registers/one-language/activities/skolskjuts.yaml
    "#);
    assert_eq!(workspace.read(FILE), before);
    let run = check(&workspace, &["--diff", "--fix", "--format", "json"]).is(0);
    assert!(run.err.starts_with(&diff[..diff.rfind('\n').unwrap()]), "{}", run.err);
    assert!(run.out.starts_with('{') && run.out.contains("\"findings\": []"), "{}", run.out);
    assert_ne!(workspace.read(FILE), before);
}

#[test]
fn nothing_to_fix_is_said_and_no_file_is_touched() {
    let workspace = Workspace::complete();
    let changed = |workspace: &Workspace| fs::metadata(workspace.path(FILE)).unwrap().modified().unwrap();
    let before = (workspace.tree(""), changed(&workspace));
    let run = check(&workspace, &["--fix", "--diff", "--lang", "sv"]).is(0);
    assert!(run.out.starts_with("det finns inget att rätta\n\n2 kommuner kontrollerade"), "{}", run.out);
    assert!((workspace.tree(""), changed(&workspace)) == before);
    check(&workspace, &["--fix", "--accept", "--because", "a", "--until", "2027-01-01"]).is(2);
}

#[test]
fn a_file_in_which_an_edit_would_lead_to_a_finding_is_left_alone() {
    let workspace = with("remarcs: [Skolan svarar.]\nremarkss: [Skolan frågar.]\n");
    let before = workspace.read(FILE);
    let run = check(&workspace, &["--fix"]).is(1);
    assert!(run.out.contains("skolskjuts.yaml stays as it is: the edits would bring new findings"), "{}", run.out);
    assert_eq!(workspace.read(FILE), before);
}

/// The text quoted by an acceptance would change.
#[test]
fn what_is_accepted_is_not_fixed() {
    let workspace = with("remarks: [Fråga Datainspektionen.]\n");
    let accept = "registers/one-language/accept.yaml";
    workspace.write(accept, "- {rule: supervisor-renamed, in: skolskjuts, because: skylten byts, until: 2027-06-30}\n");
    let before = workspace.tree("");
    check(&workspace, &["--fix"]).is(0);
    assert!(workspace.tree("") == before);
    workspace.write(accept, "- {rul: supervisor-renamed, in: skolskjuts, because: b, until: 2027-06-30}\n");
    check(&workspace, &["--fix"]);
    assert!(workspace.read(FILE).contains("Integritetsskyddsmyndigheten"), "{}", workspace.read(FILE));
}

#[test]
#[cfg(unix)]
fn who_may_read_a_file_stays() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = with("remarks: [Fråga Riksskatteverket.]\n");
    fs::set_permissions(workspace.path(FILE), fs::Permissions::from_mode(0o640)).unwrap();
    check(&workspace, &["--fix"]).is(0);
    assert_eq!(fs::metadata(workspace.path(FILE)).unwrap().permissions().mode() & 0o777, 0o640);
}

/// For every stored register with faults: after `--fix` nothing is left to fix, and a second run changes nothing.
#[test]
fn after_a_run_nothing_is_left_to_fix() {
    let workspace = Workspace::complete();
    for name in folders(&fixture("broken")) {
        workspace.lay(&format!("registers/{name}"), &fixture("laws/complete/registers/one-language"));
        workspace.lay(&format!("registers/{name}"), &fixture(&format!("broken/{name}")));
    }
    assert_nothing_left(&workspace, "broken");
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &fixture("formats/case"));
    workspace.edit(FILE, "keep: 2 years", "keep: ett år");
    workspace.edit(FILE, "retention:", "retentoin:");
    workspace.edit(FILE, REMARKS, "remarkz: [Fråga Riksskatteverket., Statens folkhälsoinstituts råd]\n");
    let told = assert_nothing_left(&workspace, "formats/case");
    assert!(told.contains("5 edits written to "), "{told}");
    assert_nothing_left(&Workspace::copy_of(&root().join("examples/as-published")), "as-published");
}

#[track_caller]
fn assert_nothing_left(workspace: &Workspace, name: &str) -> String {
    let run = check(workspace, &["--fix"]);
    for municipality in folders(&workspace.path("registers")) {
        let found = library::check(&workspace.path(""), &municipality);
        let open = found.findings.iter().filter(|finding| !edit::edits(finding, &found.sources).is_empty());
        let open: Vec<_> = open.map(|finding| (finding.code, &finding.fix)).collect();
        assert!(open.is_empty(), "{name}, {municipality}: {open:?}\n{}", run.out);
    }
    let after = workspace.tree("registers");
    check(workspace, &["--fix"]);
    assert!(workspace.tree("registers") == after, "{name}");
    run.out
}

#[test]
fn nothing_is_written_for_a_revision() {
    let workspace = Workspace::complete();
    for writes in [&["--fix"][..], &["--accept", "--because", "utreds", "--until", "2027-06-30"][..]] {
        let run = check(&workspace, &[&["--rev", "HEAD"], writes].concat()).is(2);
        assert!(run.err.contains("cannot be used with"), "{}", run.err);
    }
}
