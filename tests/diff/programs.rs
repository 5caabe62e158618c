//! The formats of other programs: GitHub Actions, SARIF, JUnit.

use serde_json::Value;

use crate::support::{DAY, Workspace};

const S: &str = "registers/one-language/activities/skolskjuts.yaml";

fn run(args: &[&str], code: i32) -> String {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    after.edit(S, "what: planera resorna", "what: \"lägga upp: 50 %, turerna ::error::x\"");
    after.edit(S, "keep: 2 years", "keep: 5 years");
    after.edit(S, "processors: [molnet]", "processors: none");
    let path = before.path("").to_string_lossy().into_owned();
    after.ropa(&[&["diff", &path, "--date", DAY], args].concat()).is(code).out
}

#[test]
fn github_shows_each_change_next_to_its_line() {
    let out = run(&["--format", "github"], 0);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines.iter().all(|line| line.starts_with("::")), "{out}");
    let reworded = lines.iter().find(|line| line.contains("purpose-reworded")).unwrap();
    assert!(
        reworded.starts_with(&format!("::error file={S},line=10,title=breaking[purpose-reworded]::Skolskjuts: ")),
        "{reworded}"
    );
    assert!(reworded.contains("50 %25, turerna") && reworded.contains("%0AThe purpose reads otherwise"), "{reworded}");
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with(&format!("::warning file={S},line=21,title=material[retention-longer]::"))),
        "{out}"
    );
    // What is gone has no line.
    assert!(
        lines.iter().any(|line| line.starts_with(&format!("::notice file={S},title=minor[processor-removed]::"))),
        "{out}"
    );
    assert!(lines.iter().any(|line| line.contains("title=notice-not-moved::")), "{out}");
}

#[test]
fn sarif_has_a_rule_a_place_and_a_fingerprint_for_each_change() {
    let log: Value = serde_json::from_str(&run(&["--format", "sarif"], 0)).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 4, "{log:#}");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(!result["partialFingerprints"]["change/v1"].as_str().unwrap().is_empty());
    }
    let of = |code: &str| results.iter().find(|result| result["ruleId"] == code).unwrap();
    let place = &of("retention-longer")["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], S);
    assert_eq!(place["region"]["startLine"], 21);
    assert_eq!(of("purpose-reworded")["level"], "error");
    assert!(of("processor-removed")["locations"][0]["physicalLocation"]["region"].is_null());
    assert!(rules.iter().any(|rule| rule["help"]["text"].as_str().unwrap().contains("Articles 5(1)(b)")));
}

#[test]
fn junit_fails_from_the_grade_that_fails_the_run() {
    let cases = |out: &str| (out.matches("<testcase").count(), out.matches("<failure").count());
    let out = run(&["--format", "junit"], 0);
    assert_eq!(cases(&out), (4, 0), "{out}");
    let out = run(&["--format", "junit", "--fail-on", "material"], 1);
    assert_eq!(cases(&out), (4, 2), "{out}");
    assert!(out.contains("<testsuite name=\"one-language\" tests=\"4\" failures=\"2\""), "{out}");
    assert!(out.contains("classname=\"activities/skolskjuts\" name=\"purpose-reworded\""), "{out}");
}

#[test]
fn what_could_not_be_compared_is_in_every_format() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    after.write(S, after.read(S) + "x: [\n");
    let path = before.path("").to_string_lossy().into_owned();
    for format in ["github", "sarif", "junit"] {
        let out = after.ropa(&["diff", &path, "--date", DAY, "--format", format]).is(1).out;
        assert!(
            out.contains("not-compared") && out.contains("one-language/activities/skolskjuts.yaml"),
            "{format}: {out}"
        );
    }
    let out = after.ropa(&["diff", &path, "--date", DAY, "--format", "junit"]).is(1).out;
    assert!(out.contains("failures=\"1\""), "{out}");
}
