//! Work grows with what is written and no faster: steps are counted, not seconds.

use ropa::check::levels::Levels;
use ropa::check::{Conditions, check};
use ropa::diff::report::{Judge, Version, municipality};
use ropa::finding::{Findings, Level};
use ropa::report::{Run, json};
use ropa::say::Tongue;
use ropa::source::disk;
use ropa::{draft, limit, resolve, steps};

use crate::growth::{self, Much};

/// The day as of which is checked.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);
/// How many there are of something at first, and how often as many then.
const COUNT: usize = 250;
const TIMES: u64 = 4;

/// Everything that `ropa check --format json` does with a workspace.
fn checked(much: Much, count: usize) -> (u64, Findings) {
    let folder = tempfile::tempdir().unwrap();
    growth::write(folder.path(), much, count, "nya").unwrap();
    let mut found = Findings::new();
    let taken = steps::of(|| {
        let read = disk::read(&folder.path().join("registers"), "testby").unwrap();
        let (sources, mut findings) = (read.sources, read.findings);
        let draft = draft::folder::read(&sources, &mut findings);
        let register = resolve::resolve("testby", draft, &mut findings);
        let levels = Levels::default();
        let conditions = Conditions { today: TODAY, levels: &levels, sources: &sources };
        found = match check(register, findings, conditions) {
            Ok(checked) => checked.findings().to_vec(),
            Err(findings) => findings,
        };
        let part = ropa::report::Part { municipality: "testby", sources: &sources, findings: found.iter().collect() };
        let run =
            Run { parts: vec![part], date: TODAY, tongue: Tongue::English, fail_on: Level::Error, root: String::new() };
        json::report(&run).unwrap();
    });
    (taken, found)
}

/// Four times as much takes at most five times as many steps.
#[track_caller]
fn assert_no_faster(much: Much, few: u64, many: u64) {
    assert!(few > 0, "no step was counted for {much:?}");
    assert!(many <= few * (TIMES + 1), "{much:?}: {few} steps, then {many}");
}

#[track_caller]
fn assert_checked(much: Much, count: usize) {
    let few = checked(much, count).0;
    let many = checked(much, count * TIMES as usize).0;
    assert_no_faster(much, few, many);
}

#[test]
fn checking_takes_steps_in_proportion() {
    for much in [
        Much::Activities,
        Much::Parts,
        Much::Notices,
        Much::Systems,
        Much::Accepted,
        Much::UnknownKeys,
        Much::KeysTwice,
        Much::Remarks,
        Much::Purposes,
        Much::Data,
    ] {
        assert_checked(much, COUNT);
    }
    assert_checked(Much::Text, 40 * COUNT);
}

#[test]
fn a_comparison_takes_steps_in_proportion() {
    let compared = |much: Much, count: usize| {
        let folder = tempfile::tempdir().unwrap();
        let version = |name: &str, word: &str| {
            growth::write(&folder.path().join(name), much, count, word).unwrap();
            let read = disk::read(&folder.path().join(name).join("registers"), "testby").unwrap();
            Version::unchecked(read)
        };
        let (before, after) = (version("before", "gamla"), version("after", "nya"));
        let mut changes = 0;
        let taken = steps::of(|| {
            let judge = Judge { today: TODAY, decided: &[] };
            changes = municipality(before, after, judge).changes.len();
        });
        assert_eq!(changes, count, "each {much:?} is one change");
        taken
    };
    for much in [Much::Purposes, Much::Activities] {
        assert_no_faster(much, compared(much, COUNT), compared(much, COUNT * TIMES as usize));
    }
}

#[test]
fn few_findings_of_a_file_are_told_and_the_rest_counted() {
    let count = 5 * limit::MOST;
    let (_, findings) = checked(Much::UnknownKeys, count);
    let shown = findings.iter().filter(|finding| finding.code == "key-unknown").count();
    let more: Vec<_> = findings.iter().filter(|finding| finding.code == limit::CODE).collect();
    assert!(shown <= limit::MOST, "{shown} are told");
    assert_eq!(more.len(), 1);
    assert!(more[0].more >= count - limit::MOST, "{} more", more[0].more);
    assert_eq!(more[0].level, Level::Error);
}

#[test]
fn aliases_stand_for_a_limited_number_of_bytes() {
    let (_, findings) = checked(Much::Aliases, 20_000);
    assert!(findings.iter().any(|finding| finding.code == "yaml-alias"), "{findings:?}");
    let (_, findings) = checked(Much::Aliases, 800);
    assert!(findings.iter().all(|finding| finding.code != "yaml-alias"), "{findings:?}");
}
