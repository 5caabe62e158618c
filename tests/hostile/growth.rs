//! Work grows no faster than the input. Steps are counted, not seconds.

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};

use ropa::internals::audience::Sheets;
use ropa::internals::check::levels::Levels;
use ropa::internals::compile::{self, Files};
use ropa::internals::diff::report::{Judge, Version, municipality};
use ropa::internals::document::audience::Source;
use ropa::internals::finding::{Findings, Level};
use ropa::internals::pipeline::Understood;
use ropa::internals::render::html::{Look, Pages};
use ropa::internals::render::words::escape;
use ropa::internals::report::{Run, json};
use ropa::internals::say::Tongue;
use ropa::internals::source::content::Content;
use ropa::internals::source::tree::Tree;
use ropa::internals::source::{self, disk};
use ropa::internals::{draft, fix, limit, steps, visible};

use crate::growth::{self, Much};

/// The date of the checks.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);
/// The count in the first input, and the factor to the second.
const COUNT: usize = 250;
const TIMES: u64 = 4;

/// Runs the stages of `ropa check --format json` on a workspace.
fn checked(much: Much, count: usize) -> (u64, Findings) {
    let folder = tempfile::tempdir().unwrap();
    growth::write(folder.path(), much, count, "nya").unwrap();
    let mut found = Findings::new();
    let taken = steps::of(|| {
        let read = disk::read(&folder.path().join("registers"), "testby").unwrap();
        let (sources, _, findings) = Understood::of(read).into_found(TODAY, &Levels::default());
        found = findings;
        let part = ropa::internals::report::Part {
            municipality: "testby",
            sources: &sources,
            findings: found.iter().collect(),
        };
        let run =
            Run { parts: vec![part], date: TODAY, tongue: Tongue::English, fail_on: Level::Error, root: String::new() };
        json::report(&run).unwrap();
    });
    (taken, found)
}

/// Four times the input takes at most five times the steps.
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
        Much::Covered,
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
    assert_checked(Much::Asterisks, 10 * COUNT);
    assert_checked(Much::NumberSigns, 10 * COUNT);
    assert_checked(Much::SoftHyphens, 10 * COUNT);
    assert_checked(Much::Shapeless, COUNT);
}

/// Runs the stages of `ropa check --diff` on a workspace, and counts its edits.
fn fixed(much: Much, count: usize) -> (u64, usize) {
    let folder = tempfile::tempdir().unwrap();
    growth::write(folder.path(), much, count, "nya").unwrap();
    let registers = folder.path().join("registers");
    let read = disk::read(&registers, "testby").unwrap();
    let found = |read: &source::Read| {
        let mut findings = read.findings.clone();
        _ = draft::folder::read(&read.sources, &mut findings);
        findings
    };
    let mut edits = 0;
    let taken = steps::of(|| {
        let outcome = fix::fix(read, |file| disk::bytes(&registers, "testby", file), found).unwrap();
        edits = outcome.files.iter().map(|file| file.edits).sum();
    });
    (taken, edits)
}

#[test]
fn mending_takes_steps_in_proportion() {
    for much in [Much::SoftHyphens, Much::Shapeless, Much::Widthless] {
        let (few, edits) = fixed(much, COUNT);
        assert_eq!(edits, COUNT, "each {much:?} is mended");
        let (many, edits) = fixed(much, COUNT * TIMES as usize);
        assert_eq!(edits, COUNT * TIMES as usize, "each {much:?} is mended");
        if much != Much::Shapeless {
            assert_no_faster(much, few, many);
        }
    }
}

/// Files whose edits are not made are found by halving, not one by one.
#[test]
fn few_checks_find_the_file_that_stays() {
    let file = |number: usize| {
        let twice = if number == 40 { "remarkss: [b]\n" } else { "" };
        (format!("registers/testby/activities/a{number}.yaml"), format!("id: a{number}\nremarcs: [a]\n{twice}"))
    };
    let files = (0..64).map(file).map(|(path, text)| (path, Content::Bytes(text.into_bytes())));
    let read = Tree::new(files.collect()).read("registers", "testby");
    let checks = AtomicUsize::new(0);
    let found = |read: &source::Read| {
        checks.fetch_add(1, Ordering::Relaxed);
        let mut findings = read.findings.clone();
        _ = draft::folder::read(&read.sources, &mut findings);
        findings
    };
    let Ok(outcome) = fix::fix(read, |file| Ok::<_, Infallible>(file.text.clone().into_bytes()), found);
    assert_eq!(outcome.left, ["registers/testby/activities/a40.yaml"]);
    assert_eq!(outcome.files.len(), 63);
    let checks = checks.into_inner();
    assert!(checks < 20, "{checks} checks");
}

/// Long runs of characters that could begin markup, an escape sequence or a pipeline command.
#[test]
fn signs_are_written_in_steps_in_proportion() {
    let escaped = |text: &str| escape(text, true, &mut String::new());
    type Write<'w> = &'w dyn Fn(&str);
    let writers: [(&str, Write); 4] = [
        ("escape", &escaped),
        ("styled", &|text| _ = visible::styled(text)),
        ("json", &|text| _ = visible::json(text)),
        ("patch", &|text| _ = visible::patch(text)),
    ];
    for (name, write) in writers {
        for sign in ["*", "#", "##a", "*iteration:", "&#", ":a", "/", "["] {
            let steps = |count: usize| steps::of(|| write(&sign.repeat(count)));
            let (few, many) = (steps(COUNT), steps(COUNT * TIMES as usize));
            assert!(many <= few * (TIMES + 1), "{name} of {sign}: {few} steps, then {many}");
        }
    }
    let counted = steps::of(|| escaped(&"*".repeat(COUNT))).min(steps::of(|| _ = visible::json(&"#".repeat(COUNT))));
    assert!(counted >= COUNT as u64, "only {counted} steps were counted");
}

#[test]
fn compiling_takes_steps_in_proportion() {
    let pages = Pages::new(&Look::default()).unwrap();
    let compiled = |much: Much, count: usize| {
        let folder = tempfile::tempdir().unwrap();
        growth::write(folder.path(), much, count, "nya").unwrap();
        let read = disk::read(&folder.path().join("registers"), "testby").unwrap();
        let (_, checked) = Understood::of(read).check(TODAY, &Levels::default()).unwrap();
        let languages = checked.register().municipality.languages.items.clone();
        let public = checked.public();
        let files = AtomicUsize::new(0);
        let put = |_| {
            files.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        let taken = steps::of(|| {
            let files = Files { pages: &pages, fingerprint: None, has_fragments: true, sheets: Sheets::ALL, put: &put };
            compile::municipality(Source::Public(&public), &languages, TODAY, files).unwrap();
        });
        let has_pages = !matches!(much, Much::Sources | Much::RightNotes | Much::Grounds);
        assert!(files.into_inner() > if has_pages { count } else { 2 }, "a page for each {much:?}");
        taken
    };
    // A page takes thousands of steps, so fewer show the same.
    let count = 100;
    for much in
        [Much::Activities, Much::Parts, Much::Notices, Much::Covered, Much::Sources, Much::RightNotes, Much::Grounds]
    {
        assert_no_faster(much, compiled(much, count), compiled(much, count * TIMES as usize));
    }
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
    for much in [Much::Purposes, Much::TakenOver, Much::Words, Much::Activities] {
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
