//! Every public page that differs is on one of two lists.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{DAY, Tree, Workspace};

const FOLDER: &str = "registers/one-language/";

/// The pages of a municipality, as a build writes them.
fn built(workspace: &Workspace) -> Tree {
    let mut pages = workspace.built();
    pages.retain(|path, _| path.starts_with("public/one-language/") && path.ends_with(".html"));
    pages
}

#[test]
fn every_page_that_differs_is_on_one_of_the_two_lists() {
    let edits = [
        ("activities/skolskjuts.yaml", "keep: 2 years", "keep: 5 years", true),
        ("activities/skolskjuts.yaml", "unit: skolskjutsenheten\n", "", false),
        ("activities/skolskjuts.yaml", "title: Skolskjuts", "title: Resor till skolan", false),
        ("activities/skolskjuts.yaml", "reference: UBN 2025/7", "reference: UBN 2026/1", false),
        ("activities/elevhalsa.yaml", "subjects: [pupil]", "subjects: [pupil, neighbour]", true),
        ("shared/parties.yaml", "name: Molnet AB", "name: Lagret AB", true),
        ("notices/skola.yaml", "activities: [skolskjuts, elevhalsa]", "activities: [elevhalsa, skolskjuts]", false),
        ("municipality.yaml", "name: Utbildningsnämnden", "name: Barnnämnden", true),
    ];
    for (file, from, to, is_told) in edits {
        let (before, after) = (Workspace::complete(), Workspace::complete());
        after.edit(&format!("{FOLDER}{file}"), from, to);
        let (old, new) = (built(&before), built(&after));
        let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let differing: BTreeSet<String> = paths
            .into_iter()
            .filter(|path| old.get(*path) != new.get(*path))
            .map(|path| path.trim_start_matches("public/one-language/").to_owned())
            .collect();
        let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
        let args = ["diff", &path(&before), &path(&after), "--date", DAY, "--format", "json"];
        let json: Value = serde_json::from_str(&Workspace::empty().ropa(&args).is(0).out).unwrap();
        let pages = &json["municipalities"][0]["pages"];
        let list = |name: &str| {
            let all = pages[name].as_array().unwrap().iter();
            all.map(|page| page.as_str().unwrap().to_owned()).collect::<BTreeSet<String>>()
        };
        let (tell, change) = (list("tell"), list("change"));
        assert!(tell.is_disjoint(&change));
        assert_eq!(tell.union(&change).cloned().collect::<BTreeSet<String>>(), differing, "{to}");
        assert_eq!(!tell.is_empty(), is_told, "{to}: {tell:?}");
    }
}

#[test]
fn a_version_with_errors_has_no_pages() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    after.edit(&format!("{FOLDER}activities/skolskjuts.yaml"), "processors: [molnet]", "processors: [okand]");
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    let args = ["diff", &path(&before), &path(&after), "--date", DAY];
    let out = Workspace::empty().ropa(&args).is(0).out;
    assert!(out.contains("Which pages change is not known, because a version has errors\n  - one-language\n"), "{out}");
}
