//! What becomes of findings: new, resolved, accepted and standing are four things.

use crate::support::{DAY, Workspace};
use serde_json::Value;

const TRANSPORT: &str = "registers/one-language/activities/skolskjuts.yaml";
const ACCEPT: &str = "registers/one-language/accept.yaml";
const LAW: &str = "law: skollagen (2010:800) 10 kap. 32 §\n";
const ENTRY: &str = "- rule: law-missing\n  in: skolskjuts\n  because: utreds\n  until: 2027-01-01\n";

/// The states of the findings of a rule, and the number of those that stand.
fn states(before: &Workspace, after: &Workspace, code: &str) -> (Vec<String>, u64) {
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    let args = ["diff", &path(before), &path(after), "--date", DAY, "--format", "json"];
    let json: Value = serde_json::from_str(&Workspace::empty().ropa(&args).is(0).out).unwrap();
    let mut all = (Vec::new(), 0);
    for municipality in json["municipalities"].as_array().unwrap() {
        let own = municipality["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
        all.0.extend(own.map(|finding| finding["state"].as_str().unwrap().to_owned()));
        all.1 += municipality["standing"]["warnings"].as_u64().unwrap();
    }
    all
}

fn side(edit: impl Fn(&Workspace)) -> Workspace {
    let workspace = Workspace::complete();
    edit(&workspace);
    workspace
}

#[test]
fn new_resolved_accepted_and_standing_are_four_things() {
    let sound = || side(|_| ());
    let broken = || side(|side| side.edit(TRANSPORT, LAW, ""));
    let accepted = || {
        side(|side| {
            side.edit(TRANSPORT, LAW, "");
            side.write(ACCEPT, ENTRY);
        })
    };
    let longer = || {
        side(|side| {
            side.edit(TRANSPORT, LAW, "");
            side.edit(TRANSPORT, "keep: 2 years", "keep: 5 years");
        })
    };
    let rule = "law-missing";
    assert_eq!(states(&sound(), &broken(), rule), (vec!["new".into()], 0));
    assert_eq!(states(&broken(), &sound(), rule), (vec!["resolved".into()], 0));
    assert_eq!(states(&broken(), &accepted(), rule), (vec!["accepted".into()], 0));
    assert_eq!(states(&accepted(), &broken(), rule), (vec!["no-longer-accepted".into()], 0));
    assert_eq!(states(&sound(), &accepted(), rule), (vec!["new-and-accepted".into()], 0));
    assert_eq!(states(&broken(), &longer(), rule), (vec![], 1));
}

#[test]
fn a_renamed_activity_keeps_its_findings() {
    let before = side(|side| side.edit(TRANSPORT, LAW, ""));
    let after = side(|side| {
        side.edit(TRANSPORT, LAW, "");
        side.edit(TRANSPORT, "id: skolskjuts\n", "id: resor\nreplaces: [skolskjuts]\n");
        side.edit("registers/one-language/notices/skola.yaml", "[skolskjuts,", "[resor,");
    });
    assert_eq!(states(&before, &after, "law-missing"), (vec![], 1));
}

#[test]
fn a_rule_that_is_turned_off_resolves_nothing() {
    let before = side(|side| side.edit(TRANSPORT, LAW, ""));
    let after = side(|side| {
        side.edit(TRANSPORT, LAW, "");
        side.write("ropa.toml", "[levels]\nlaw-missing = \"off\"\n");
    });
    assert_eq!(states(&before, &after, "law-missing"), (vec!["not-compared".into()], 0));
    assert_eq!(states(&after, &before, "law-missing"), (vec!["not-compared".into()], 0));
}

#[test]
fn two_findings_alike_are_counted_one_by_one() {
    let link = "{label: Läs mer, url: http://example.org/skolskjuts}";
    let with = |links: &str| {
        side(|side| {
            side.edit(TRANSPORT, "links: [{label: Ansök om skolskjuts, url: https://example.org/skolskjuts}]", links)
        })
    };
    let (two, one) = (with(&format!("links: [{link}, {link}]")), with(&format!("links: [{link}]")));
    let (gone, _) = states(&two, &one, "link-insecure");
    let (come, _) = states(&one, &two, "link-insecure");
    assert_eq!((gone, come), (vec!["resolved".to_owned()], vec!["new".to_owned()]));
}
