//! The levels of rules: from the profile of the country, and from `ropa.toml` for the workspace and for a
//! municipality.

use insta::assert_snapshot;

use crate::support::{DAY, Run, Workspace};

const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";

/// The complete register without a law: a warning.
fn without_law() -> Workspace {
    let workspace = Workspace::complete();
    workspace.edit(FILE, "law: skollagen (2010:800) 10 kap. 32 §\n", "");
    workspace
}

fn settings(workspace: &Workspace, levels: &str) -> Run {
    workspace.write("ropa.toml", levels);
    workspace.check()
}

#[test]
fn a_level_of_the_workspace_holds_and_that_of_the_municipality_comes_over_it() {
    let workspace = without_law();
    let error = "[levels]\nlaw-missing = \"error\"\n";
    assert!(settings(&workspace, error).is(1).out.contains("error[law-missing]"));
    workspace.build(&[]).is(1);
    assert!(!workspace.tree("build").keys().any(|path| path.contains("one-language")), "it was compiled");
    let own = format!("{error}[municipality.one-language.levels]\nlaw-missing = \"info\"\n");
    assert!(settings(&workspace, &own).is(0).out.contains("info[law-missing]"));
    let other = format!("{error}[municipality.two-languages.levels]\nlaw-missing = \"off\"\n");
    settings(&workspace, &other).is(1);
    assert!(!settings(&workspace, "[levels]\nlaw-missing = \"off\"\n").is(0).out.contains("law-missing"));
}

#[test]
fn an_error_is_lowered_for_a_reason_and_the_register_is_compiled() {
    let workspace = Workspace::complete();
    workspace.edit(FILE, "subjects: [pupil, {who: guardian, which: den som ansöker}]\n", "");
    workspace.check().is(1);
    let run = settings(&workspace, "[levels]\nsubjects-missing = \"warning\"\n").is(3);
    assert_snapshot!(run.err, @r#"
    error: ./ropa.toml:
    TOML parse error at line 2, column 20
      |
    2 | subjects-missing = "warning"
      |                    ^^^^^^^^^
    `subjects-missing` is an error by law: say why it is lowered, `subjects-missing = { level = "warning", because = "…" }`
    "#);
    let lowered = "[levels]\nsubjects-missing = { level = \"warning\", because = \"utreds till våren\" }\n";
    assert!(settings(&workspace, lowered).is(0).out.contains("warning[subjects-missing]"));
    workspace.build(&[]).is(0);
}

#[test]
fn an_unknown_rule_or_municipality_is_named_with_its_line() {
    let workspace = Workspace::complete();
    let run = settings(&workspace, "[levels]\nlaw-mising = \"error\"\n").is(3);
    assert_snapshot!(run.err, @r#"
    error: ./ropa.toml:
    TOML parse error at line 2, column 1
      |
    2 | law-mising = "error"
      | ^^^^^^^^^^
    there is no rule `law-mising`; did you mean `law-missing`?
    "#);
    let run = settings(&workspace, "[municipality.one-langauge.levels]\n").is(3);
    assert_snapshot!(run.err, @"error: ropa.toml: there is no municipality `one-langauge`; there are: one-language, two-languages");
}

/// Whether data must be provided: an error in Sweden, a hint in Denmark.
#[test]
fn a_country_has_its_own_levels() {
    let workspace = Workspace::complete();
    workspace.edit(FILE, "obligation: {kind: needed, consequence: kan vi inte pröva ansökan}\n", "");
    assert!(workspace.check().is(1).out.contains("error[obligation-missing]"));
    workspace.edit("registers/one-language/municipality.yaml", "country: SE", "country: DK");
    let run = workspace.ropa(&["check", "--all", "-m", "one-language", "--date", DAY]);
    assert!(run.out.contains("info[obligation-missing]"), "{}", run.out);
    let page = workspace.ropa(&["explain", "obligation-missing"]).is(0).out;
    assert!(page.contains("Level in Sweden: error\nLevel in Denmark: info\n"), "{page}");
}
