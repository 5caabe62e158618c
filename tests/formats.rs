//! Machine-readable formats of findings: each output is stored, and read by independent parsers.

use std::collections::BTreeSet;

use insta::{Settings, assert_snapshot};
use jsonschema::validator_for;
use sarif_rust::types::SarifLog;
use serde_json::{Value, json};

use crate::support::{DAY, Run, Workspace, fixture};

/// The complete register with some faults in a file whose name has a space and an `ö`, and one in another file.
fn workspace() -> Workspace {
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &fixture("formats/case"));
    workspace
}

fn check(workspace: &Workspace, args: &[&str]) -> Run {
    workspace.ropa(&[&["check", "--date", DAY], args].concat())
}

/// The output of a format for this case, stored in `formats/`.
fn printed(format: &str) -> String {
    let run = check(&workspace(), &["--all", "--format", format]).is(1);
    assert!(run.err.ends_with(" hints\n"), "the summary stands on standard error: {}", run.err);
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("formats");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(format, run.out));
    run.out
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[track_caller]
fn assert_valid(schema: &Value, data: &Value) {
    let validator = validator_for(schema).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(data).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn json_follows_the_schema_that_the_program_prints() {
    let schema = value(&Workspace::empty().ropa(&["schema", "findings"]).is(0).out);
    let data = value(&printed("json"));
    assert_valid(&schema, &data);
    let mut wrong = data;
    wrong["findings"][0]["level"] = json!("fatal");
    assert!(!validator_for(&schema).unwrap().is_valid(&wrong), "the schema refuses nothing");
}

/// A value without the keys that hold null: a reader writes the fields that are not there so.
fn without_null(value: Value) -> Value {
    match value {
        Value::Object(map) => map
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, without_null(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_null).collect(),
        other => other,
    }
}

/// A reader of SARIF 2.1.0 that others wrote gives back all that we wrote: no field is of another name or type.
#[test]
fn sarif_is_read_by_a_reader_of_sarif() {
    let written = value(&printed("sarif"));
    let log: SarifLog = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(without_null(serde_json::to_value(&log).unwrap()), written);
    assert_eq!(log.properties.map(|others| others.len()), Some(0), "fields that the standard does not know");
    let run = &log.runs[0];
    let rules = run.tool.driver.rules.as_ref().unwrap();
    let results = run.results.as_ref().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result.rule_index.unwrap()).unwrap()];
        assert_eq!(result.rule_id.as_ref(), Some(&rule.id));
        let place = result.locations.as_ref().unwrap()[0].physical_location.as_ref().unwrap();
        let uri = place.artifact_location.as_ref().unwrap().uri.as_ref().unwrap();
        assert!(uri.is_ascii() && !uri.contains([' ', '\\', ':']), "{uri} is no relative URI");
    }
    assert!(results.iter().any(|result| result.fixes.is_some()), "no fix");
    assert!(results.iter().any(|result| result.related_locations.is_some()), "no other place");
}

#[test]
fn junit_is_read_by_a_reader_of_junit() {
    let suites = junit_parser::from_reader(printed("junit").as_bytes()).unwrap();
    let names: Vec<&str> = suites.suites.iter().map(|suite| suite.name.as_str()).collect();
    assert_eq!(names, ["one-language", "two-languages"]);
    for suite in &suites.suites {
        assert_eq!(suite.cases.len() as u64, suite.tests);
        assert_eq!(suite.cases.iter().filter(|case| case.status.is_failure()).count() as u64, suite.failures);
        let identities: BTreeSet<_> = suite.cases.iter().map(|case| (&case.classname, &case.name)).collect();
        assert_eq!(identities.len(), suite.cases.len(), "a class and a name are one case");
    }
    assert!(suites.suites[0].failures > 0 && suites.suites[1].failures == 0);
}

/// The fields that GitLab documents under “Code Quality report format”.
#[test]
fn gitlab_gets_what_it_documents() {
    let text = json!({"type": "string", "minLength": 1});
    let lines =
        json!({"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}});
    let schema = json!({"type": "array", "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": text, "check_name": text, "fingerprint": text,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {"path": {"type": "string", "not": {"pattern": "^\\./"}}, "lines": lines},
            },
        },
    }});
    let data = value(&printed("gitlab"));
    assert_valid(&schema, &data);
    let prints: BTreeSet<&str> = fingerprints(&data).into_iter().collect();
    assert_eq!(prints.len(), data.as_array().unwrap().len(), "a fingerprint names one finding");
}

fn fingerprints(data: &Value) -> Vec<&str> {
    data.as_array().unwrap().iter().filter_map(|issue| issue["fingerprint"].as_str()).collect()
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_in_another_language() {
    let workspace = workspace();
    let before = value(&check(&workspace, &["--format", "gitlab"]).out);
    let file = "registers/one-language/activities/övriga resor.yaml";
    workspace.edit(file, "id: ovriga-resor\n", "# En rad till.\n\nid: ovriga-resor\n");
    let after = value(&check(&workspace, &["--format", "gitlab", "--lang", "sv"]).out);
    assert_ne!(before, after);
    assert_eq!(fingerprints(&before), fingerprints(&after));
}

#[test]
fn github_gets_one_command_a_line() {
    for line in printed("github").lines() {
        let (properties, message) = line.strip_prefix("::").and_then(|line| line.split_once("::")).unwrap();
        let (name, properties) = properties.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&name) && !message.is_empty(), "{line}");
        let keys: Vec<&str> = properties.split(',').filter_map(|property| Some(property.split_once('=')?.0)).collect();
        assert_eq!(keys, ["file", "line", "endLine", "col", "endColumn", "title"], "{line}");
    }
}

#[test]
fn nothing_found_is_a_valid_report_and_quiet_says_nothing_beside_it() {
    let workspace = Workspace::complete();
    for format in ["json", "sarif", "gitlab", "junit", "github"] {
        let run = check(&workspace, &["--quiet", "--format", format]).is(0);
        assert_eq!(run.err, "", "{format}");
        match format {
            "junit" => assert_eq!(junit_parser::from_reader(run.out.as_bytes()).unwrap().failures, 0),
            "github" => assert_eq!(run.out, ""),
            _ => drop(value(&run.out)),
        }
    }
}

/// In a repository with more than registers, paths begin at the folder where the pipeline runs.
#[test]
fn paths_begin_where_the_program_runs() {
    let outer = Workspace::empty();
    outer.lay("gdpr/registers", &workspace().path("registers"));
    let run = check(&outer, &["--workspace", "gdpr", "--format", "github"]).is(1);
    assert!(run.out.contains("file=gdpr/registers/one-language/activities/övriga resor.yaml,"), "{}", run.out);
}

#[test]
fn the_level_that_fails_the_run_can_be_chosen_and_is_shown() {
    let workspace = Workspace::complete();
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "law: skollagen (2010:800) 10 kap. 32 §\n", "");
    check(&workspace, &[]).is(0);
    check(&workspace, &["--fail-on", "error"]).is(0);
    assert!(check(&workspace, &["--quiet", "--fail-on", "warning"]).is(1).out.contains("warning[law-missing]"));
    let junit = check(&workspace, &["--fail-on", "warning", "--format", "junit"]).is(1).out;
    assert!(junit.contains("<failure ") && junit.contains("type=\"warning\""), "{junit}");
    let gap = Workspace::complete();
    let file = "registers/one-language/activities/skolskjuts.yaml";
    gap.edit(file, "transfers: none", "transfers: {unknown: utreds}");
    check(&gap, &["--fail-on", "warning"]).is(0);
    assert!(check(&gap, &["--fail-on", "info"]).is(1).out.contains("info[gap-open]"));
}

/// The summary of a pipeline is read by a reader of Markdown: every finding is an item, and nothing of a file is markup.
#[test]
fn markdown_has_every_finding_and_no_markup_of_a_file() {
    let text = printed("markdown");
    let data = value(&check(&workspace(), &["--all", "--format", "json"]).is(1).out);
    let findings = data["findings"].as_array().unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("- **")).count(), findings.len());
    let workspace = workspace();
    let file = "registers/one-language/activities/skolskjuts.yaml";
    workspace.edit(
        file,
        "title: Skolskjuts\n",
        "title: Skolskjuts\n\"<img src=x>`|](http://x) @all ::error::##[error]\": 1\n",
    );
    let text = check(&workspace, &["--format", "markdown"]).is(1).out;
    let html = comrak::markdown_to_html(&text, &comrak::Options::default());
    assert!(html.contains("img src") && !html.contains("<img") && !html.contains("href"), "{html}");
    assert!(!text.contains("##[") && !text.contains(" @all"), "{text}");
}
