//! Versions that cannot be read whole: what is not compared is named first, and nothing false follows from it.

use crate::support::{DAY, Run, Workspace};

const FOLDER: &str = "registers/one-language";
const TRANSPORT: &str = "registers/one-language/activities/skolskjuts.yaml";
const PARTIES: &str = "registers/one-language/shared/parties.yaml";

/// Two workspaces with a warning in each: an activity without a law.
fn pair() -> (Workspace, Workspace) {
    let sides = (Workspace::complete(), Workspace::complete());
    for side in [&sides.0, &sides.1] {
        side.edit(TRANSPORT, "law: skollagen (2010:800) 10 kap. 32 §\n", "");
    }
    sides
}

fn diff((before, after): &(Workspace, Workspace), args: &[&str]) -> Run {
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    Workspace::empty().ropa(&[&["diff", &path(before), &path(after), "--date", DAY], args].concat())
}

/// A file of one side that cannot be read whole.
const BROKEN: &[(&str, &str, &str)] = &[
    (TRANSPORT, "\nrecipients:", "\nrecipents:"),
    (TRANSPORT, "title: Skolskjuts\n", "<<<<<<< HEAD\ntitle: Skolskjuts\n=======\ntitle: Skjuts\n>>>>>>> annan\n"),
    (TRANSPORT, "\nsources:", "\nx: [\nsources:"),
    (TRANSPORT, "basis: [public-interest]", "basis: [public-interst]"),
    (PARTIES, "\nprocessors:", "\nx: [\nprocessors:"),
    (PARTIES, "\nprocessors:", "\nprocesors:"),
];

#[test]
fn a_file_that_cannot_be_read_whole_is_named_first_and_changes_nothing() {
    for (file, from, to) in BROKEN {
        for is_after in [true, false] {
            let pair = pair();
            let broken = if is_after { &pair.1 } else { &pair.0 };
            broken.edit(file, from, to);
            let run = diff(&pair, &[]).is(1);
            let first = run.out.lines().next().unwrap_or_default();
            let inside = file.strip_prefix("registers/one-language/").unwrap();
            assert!(
                first.starts_with("Not compared, because") && first.contains(&format!("one-language ({inside}).")),
                "{to}: {first}"
            );
            assert!(run.out.contains("No changes in what could be compared."), "{to}, {is_after}: {}", run.out);
            assert!(!run.out.contains("say the same"), "{}", run.out);
            if is_after {
                assert!(!run.out.contains("Resolved findings"), "{to}: {}", run.out);
                assert!(run.out.contains("New findings"), "{to}: {}", run.out);
            } else {
                assert!(!run.out.contains("New findings"), "{to}: {}", run.out);
                assert!(run.out.contains("Resolved findings"), "{to}: {}", run.out);
            }
            for format in ["markdown", "html", "json"] {
                let told = diff(&pair, &["--format", format]).is(1).out;
                let is_told = told.contains("No changes in what could be compared.")
                    || told.contains("\"is-complete\": false") && told.contains(inside);
                assert!(is_told, "{format}: {told}");
            }
        }
    }
}

#[test]
fn what_else_changed_is_compared() {
    let pair = pair();
    pair.1.edit(TRANSPORT, "\nrecipients:", "\nrecipents:");
    pair.1.edit("registers/one-language/activities/elevhalsa.yaml", "keep: 10 years", "keep: 12 years");
    let out = diff(&pair, &[]).is(1).out;
    assert!(out.contains("[retention-longer]") && !out.contains("[recipient-removed]"), "{out}");
    assert!(out.contains("Changes: 1 material.") && out.contains("Not everything could be compared."), "{out}");
}

#[test]
fn a_record_that_may_be_in_a_broken_file_is_not_said_to_be_gone() {
    let pair = pair();
    let text = pair.1.read(TRANSPORT);
    std::fs::remove_file(pair.1.path(TRANSPORT)).unwrap();
    pair.1.write("registers/one-language/activities/resor.yaml", format!("{text}x: [\n"));
    let out = diff(&pair, &[]).is(1).out;
    assert!(!out.contains("activity removed") && !out.contains("[activity-"), "{out}");
    let first = out.lines().next().unwrap_or_default();
    assert!(first.contains("activities/resor.yaml") && first.contains("activities/skolskjuts.yaml"), "{first}");
}

#[test]
fn without_its_languages_and_format_nothing_of_a_municipality_is_compared() {
    let pair = pair();
    pair.1.edit(&format!("{FOLDER}/municipality.yaml"), "languages:", "langauges:");
    pair.1.edit("registers/two-languages/activities/skolskjuts.yaml", "keep: 2 years", "keep: 5 years");
    let out = diff(&pair, &[]).is(1).out;
    assert!(out.lines().next().unwrap_or_default().contains("one-language (municipality.yaml)"), "{out}");
    assert!(out.contains("Changes: 1 material.") && out.contains("School transport"), "{out}");
}

#[test]
fn two_municipalities_with_the_same_names_stay_two() {
    let pair = (Workspace::complete(), Workspace::complete());
    for side in [&pair.0, &pair.1] {
        for (path, bytes) in side.tree(FOLDER) {
            side.write(&format!("registers/twin/{path}"), bytes);
        }
    }
    for name in ["one-language", "twin"] {
        pair.1.edit(&format!("registers/{name}/activities/skolskjuts.yaml"), "keep: 2 years", "keep: 5 years");
    }
    let out = diff(&pair, &[]).is(0).out;
    for name in ["one-language", "twin"] {
        assert!(out.contains(&format!("- Exempelby kommun ({name}): Data are kept longer: Skolskjuts")), "{out}");
        assert!(out.contains(&format!("(activity skolskjuts, Exempelby kommun ({name}))")), "{out}");
    }
}
