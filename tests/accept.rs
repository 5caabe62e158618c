//! Accepted findings: `accept.yaml`, what `ropa check --accept` writes there, and where they are shown.

use insta::assert_snapshot;

use crate::support::{DAY, Run, Workspace};

const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
const ACCEPT: &str = "registers/one-language/accept.yaml";

/// The complete register without a law and without data subjects: a warning and an error.
fn workspace() -> Workspace {
    let workspace = Workspace::complete();
    workspace.edit(FILE, "law: skollagen (2010:800) 10 kap. 32 §\n", "");
    workspace.edit(FILE, "subjects: [pupil, {who: guardian, which: den som ansöker}]\n", "");
    workspace
}

fn accept(workspace: &Workspace, more: &[&str]) -> Run {
    let args =
        ["check", "--date", DAY, "--accept", "--because", "utreds: klart till sommaren", "--until", "2027-06-30"];
    workspace.ropa(&[&args, more].concat())
}

/// The findings with an `accept.yaml`.
fn found(workspace: &Workspace, accept: &str) -> String {
    workspace.write(ACCEPT, accept);
    workspace.check().out
}

#[test]
fn what_stands_now_is_accepted_and_compiled() {
    let workspace = workspace();
    workspace.check().is(1);
    assert_snapshot!(accept(&workspace, &[]).is(0).out, @r"
    2 entries written to ./registers/one-language/accept.yaml:

    - rule: subjects-missing
      in: skolskjuts
      quote: skolskjuts
      because: 'utreds: klart till sommaren'
      until: 2027-06-30
    - rule: law-missing
      in: skolskjuts
      quote: public-interest
      because: 'utreds: klart till sommaren'
      until: 2027-06-30

    2 municipalities checked: 0 errors, 0 warnings, 0 hints; `ropa check --all` shows the hints
    ");
    workspace.check().is(0);
    let before = workspace.read(ACCEPT);
    assert!(accept(&workspace, &[]).is(0).out.starts_with("there is nothing to accept\n"));
    assert_eq!(workspace.read(ACCEPT), before);
    let pages = workspace.built();
    let tells = |path: &&String| String::from_utf8_lossy(&pages[*path]).contains("klart till sommaren");
    let telling: Vec<&String> = pages.keys().filter(tells).collect();
    assert!(!telling.is_empty() && telling.iter().all(|path| path.starts_with("internal/")), "{telling:?}");
    let register = &pages["internal/one-language/sv/registers/board.md"];
    let register = String::from_utf8_lossy(register);
    let told = "- Godtagen avvikelse: Ingen kategori av registrerade är angiven (subjects-missing)";
    assert!(register.contains(told) && register.contains("  - Till och med: 30 juni 2027"), "{register}");
}

#[test]
fn what_stands_in_the_file_stays() {
    let workspace = workspace();
    let before = "# Beslut i nämnden.\n  - {rule: law-missing, in: skolskjuts, because: utreds} # mer\n  # slut";
    workspace.write(ACCEPT, before);
    accept(&workspace, &[]).is(0);
    let after = workspace.read(ACCEPT);
    assert!(after.starts_with(before) && after.contains("\n  - rule: subjects-missing\n    in: "), "{after}");
    assert_eq!(after.matches("rule:").count(), 2);
    let windows = before.replace('\n', "\r\n");
    workspace.write(ACCEPT, &windows);
    accept(&workspace, &[]).is(0);
    assert!(workspace.read(ACCEPT).starts_with(&windows));
    assert!(!workspace.read(ACCEPT).replace("\r\n", "").contains('\n'), "line ends are mixed");
}

#[test]
fn a_file_that_cannot_be_added_to_is_left_alone() {
    for before in ["[{rule: law-missing, in: skolskjuts, because: utreds}]\n", "- rule: [\n", "none\n"] {
        let workspace = workspace();
        workspace.write(ACCEPT, before);
        assert!(accept(&workspace, &[]).is(3).err.contains("accept.yaml cannot be added to"));
        assert_eq!(workspace.read(ACCEPT), before);
    }
}

#[test]
fn faults_of_a_file_are_not_accepted() {
    let workspace = workspace();
    let notice = "registers/one-language/notices/skola.yaml";
    workspace.write(notice, workspace.read(notice) + "titel: Skola\n");
    let run = accept(&workspace, &[]).is(1);
    assert!(run.out.starts_with("2 entries written") && run.out.contains("error[key-unknown]"), "{}", run.out);
}

#[test]
fn a_reason_and_a_day_are_needed() {
    let workspace = workspace();
    for wrong in [
        &["check", "--accept"][..],
        &["check", "--accept", "--because", "utreds"],
        &["check", "--until", "2027-06-30"],
        &["check", "--accept", "--because", " ", "--until", "2099-06-30"],
        &["check", "--accept", "--because", "utreds", "--until", "2020-06-30"],
    ] {
        workspace.ropa(wrong).is(2);
    }
    assert!(!workspace.path(ACCEPT).exists());
}

#[test]
fn data_stand_alone_on_standard_output() {
    let run = accept(&workspace(), &["--format", "gitlab"]).is(0);
    assert_eq!(run.out, "[]\n");
    assert!(run.err.starts_with("2 entries written to "), "{}", run.err);
}

#[test]
fn an_acceptance_stays_when_lines_move() {
    let workspace = workspace();
    accept(&workspace, &[]).is(0);
    workspace.edit(FILE, "id: skolskjuts\n", "# En rad till.\n\nid: skolskjuts\n");
    assert!(!workspace.check().is(0).out.contains("acceptance"));
}

#[test]
fn an_acceptance_that_matches_nothing_is_a_finding() {
    let workspace = workspace();
    let entry =
        |rule: &str, place: &str, more: &str| format!("- {{rule: {rule}, in: {place}, because: utreds{more}}}\n");
    let out = found(&workspace, &entry("law-missing", "activities/skolskjuts.yaml", ""));
    assert!(!out.contains("law-missing") && !out.contains("acceptance-"), "{out}");
    let out = found(&workspace, &entry("law-missing", "skolskjuts", ", quote: public-interest, until: 2026-11-21"));
    assert!(!out.contains("law-missing") && !out.contains("acceptance-"), "{out}");
    for (rule, place, more, said) in [
        ("law-missing", "skolskjuts", ", quote: consent", "write what is marked now: `quote: public-interest`"),
        ("law-missing", "skolskjuts", ", until: 2026-11-20", "warning[acceptance-expired]"),
        ("list-open", "skolskjuts", "", "nothing in `skolskjuts` breaks `list-open`"),
        ("law-missing", "activities/skolskjut.yaml", "", "did you mean `activities/skolskjuts.yaml`?"),
        ("law-mising", "skolskjuts", "", "did you mean `law-missing`?"),
        ("key-unknown", "skolskjuts", "", "error[rule-unknown]"),
        ("subjects-missing", "skolskjuts", "", "error[acceptance-without-day]"),
    ] {
        let out = found(&workspace, &entry(rule, place, more));
        assert!(out.contains(said) && out.contains("warning[law-missing]"), "{rule} {place}{more}\n{out}");
        assert!(out.contains("--> registers/one-language/accept.yaml:1:"), "{out}");
    }
    let out = found(&workspace, "- {rule: law-missing, inn: skolskjuts, because: utreds}\n");
    assert!(out.contains("error[key-unknown]") && out.contains("did you mean `in`?"), "{out}");
    let out = found(&workspace, "rule: law-missing\n");
    assert!(out.contains("accept.yaml is a list of accepted findings"), "{out}");
}

/// A file that could not be parsed may contain the accepted record.
#[test]
fn nothing_is_said_of_a_file_that_was_not_understood() {
    let workspace = workspace();
    accept(&workspace, &[]).is(0);
    workspace.edit(FILE, "basis: [public-interest]\n", "basis: [public-intrest]\n");
    assert!(!workspace.check().is(1).out.contains("acceptance-unused"));
}

#[test]
fn a_notice_and_the_municipality_can_accept_too() {
    let workspace = Workspace::complete();
    let accept = "accept: {rule: gap-open, because: svaret väntas}\n";
    for (file, gap) in [
        ("notices/skola.yaml", "updated: {unknown: ses över}\n"),
        ("municipality.yaml", "complaint: {unknown: ses över}\n"),
    ] {
        let file = format!("registers/one-language/{file}");
        let text = workspace.read(&file);
        let key = gap.split_once(':').unwrap().0;
        let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(&format!("{key}:"))).collect();
        workspace.write(&file, format!("{}\n{gap}", kept.join("\n")));
        assert!(workspace.check().out.contains("info[gap-open]"), "{file}");
        workspace.write(&file, format!("{}\n{gap}{accept}", kept.join("\n")));
        let out = workspace.check().is(0).out;
        assert!(!out.contains("gap-open") && !out.contains("acceptance-"), "{out}");
    }
    let pages = workspace.built();
    let register = String::from_utf8_lossy(&pages["internal/one-language/sv/index.md"]).into_owned();
    assert!(register.contains("## Godtagna avvikelser i det gemensamma\n\n- municipality\n"), "{register}");
}

#[test]
fn a_number_that_must_not_stand_here_is_not_written_down_once_more() {
    let workspace = Workspace::complete();
    workspace.edit(FILE, "Elever i fristående skolor omfattas också.", "Till exempel 811228-9874.");
    assert!(workspace.check().is(1).out.contains("error[personal-number-written]"));
    accept(&workspace, &[]).is(0);
    assert!(!workspace.read(ACCEPT).contains("9874"));
}
