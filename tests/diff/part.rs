//! A part of a comparison: changes of a grade, an activity or a unit. The first lines say that it is one.

use serde_json::Value;

use crate::support::{DAY, Run, Workspace};

const S: &str = "registers/one-language/activities/skolskjuts.yaml";
const E: &str = "registers/one-language/activities/elevhalsa.yaml";

fn run(args: &[&str]) -> Run {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    after.edit(S, "keep: 2 years", "keep: 5 years");
    after.edit(S, "owner: utbildningschefen", "owner: skolchefen");
    after.edit(E, "keep: 10 years", "keep: 11 years");
    after.edit("registers/one-language/shared/parties.yaml", "name: Molnet AB", "name: Lagret AB");
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    Workspace::empty().ropa(&[&["diff", &path(&before), &path(&after), "--date", DAY], args].concat())
}

/// The codes and records of the changes.
fn changes(args: &[&str]) -> Vec<(String, String)> {
    let json: Value = serde_json::from_str(&run(&[args, &["--format", "json"]].concat()).is(0).out).unwrap();
    assert_eq!(json["is-part"], !args.is_empty());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let all = json["municipalities"].as_array().unwrap().iter().flat_map(|one| one["changes"].as_array().unwrap());
    all.map(|change| (text(&change["code"]), text(&change["id-after"]))).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(code, id)| ((*code).to_owned(), (*id).to_owned())).collect()
}

#[test]
fn a_part_has_the_changes_that_were_asked_for() {
    assert_eq!(changes(&[]).len(), 4);
    let longer = [("retention-longer", "elevhalsa"), ("retention-longer", "skolskjuts")];
    assert_eq!(
        changes(&["--grade", "material"]),
        pairs(&[&longer[..], &[("processor-named-otherwise", "molnet")]].concat())
    );
    assert_eq!(changes(&["--activity", "elevhalsa"]), pairs(&longer[..1]));
    // A change of a shared party affects the activities that use it.
    let of_transport =
        [("office", "skolskjuts"), ("retention-longer", "skolskjuts"), ("processor-named-otherwise", "molnet")];
    let mut found = changes(&["--activity", "skolskjuts"]);
    found.sort();
    let mut wanted = pairs(&of_transport);
    wanted.sort();
    assert_eq!(found, wanted);
    let mut found = changes(&["--unit", "skolskjutsenheten"]);
    found.sort();
    assert_eq!(found, wanted);
    assert_eq!(changes(&["--unit", "skolskjutsenheten", "--grade", "breaking"]), []);
}

#[test]
fn a_part_is_told_as_one_and_what_does_not_exist_is_refused() {
    let out = run(&["--grade", "material", "--activity", "skolskjuts"]).is(0).out;
    assert!(out.starts_with("Only a part is shown: changes at least material, of skolskjuts.\n"), "{out}");
    assert!(!out.contains("pages that change") && !out.contains("Which pages change"), "{out}");
    for format in ["markdown", "html"] {
        let out = run(&["--grade", "breaking", "--format", format]).is(0).out;
        assert!(out.contains("Only a part is shown"), "{out}");
    }
    let refused = run(&["--activity", "skolskjut"]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("neither version has an activity `skolskjut`; did you mean `skolskjuts`?"),
        "{}",
        refused.err
    );
    assert_eq!(run(&["--unit", "ingen"]).code, Some(2));
    // The exit code follows what is shown.
    assert_eq!(run(&["--fail-on", "material", "--activity", "skolskjuts"]).code, Some(1));
    assert_eq!(run(&["--fail-on", "breaking"]).code, Some(0));
}

#[test]
fn a_comparison_of_one_municipality_says_that_it_is_a_part() {
    for (lang, says) in [
        ("en", "Only a part is compared: two-languages."),
        ("sv", "Bara en del jämförs: two-languages."),
        ("da", "Kun en del sammenlignes: two-languages."),
    ] {
        let out = run(&["--municipality", "two-languages", "--lang", lang]).is(0).out;
        assert!(out.lines().take(4).any(|line| line.contains(says)), "{out}");
    }
}
