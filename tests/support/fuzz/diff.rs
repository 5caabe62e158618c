//! Compares two versions of a municipality: the lines above `====` edit both, the lines below it the second.

use ropa::internals::check::levels::Levels;
use ropa::internals::diff::form::{self, json, text};
use ropa::internals::diff::report::{self, Judge, Report, Version};
use ropa::internals::diff::{Change, compare};
use ropa::internals::say::Tongue;

use super::edits::Edited;
use super::harmless::{Data, html, markdown, printed};
use super::stages;

/// Separates the edits of both versions from those of the second.
const BETWEEN: &str = "\n====\n";

/// Compares two versions in both directions and prints every format. Returns whether they differ.
pub(crate) fn diff(bytes: &[u8]) -> bool {
    let input = String::from_utf8_lossy(bytes);
    let (both, second) = input.split_once(BETWEEN).unwrap_or(("", &input));
    let mut edited = Edited::new("", false);
    edited.follow(both);
    let before = edited.files().clone();
    edited.follow(second);
    let version = |files| Version::read(stages::read_texts(files), stages::TODAY, &Levels::default());
    let judge = Judge { today: stages::TODAY, decided: &[] };
    let same = report::municipality(version(&before), version(&before), judge);
    assert!(same.changes.is_empty(), "a version differs from itself: {:#?}", same.changes);
    assert!(same.findings.is_empty(), "a version finds other things than itself");
    assert_mirrored(&version(&before), &version(edited.files()));
    let changed = report::municipality(version(&before), version(edited.files()), judge);
    let differs = !changed.changes.is_empty();
    let (before, after) = ("before".to_owned(), "after".to_owned());
    tell(&Report { before, after, municipalities: vec![changed], ..Report::default() });
    differs
}

/// The reverse comparison gives the same changes, mirrored.
fn assert_mirrored(one: &Version, other: &Version) {
    let shown = |changes: Vec<Change>| {
        let mut shown: Vec<String> = changes.iter().map(|change| format!("{change:?}")).collect();
        shown.sort_unstable();
        shown
    };
    let there = shown(compare::registers(one.written(), other.written()));
    let back = compare::registers(other.written(), one.written());
    let back = shown(back.iter().map(Change::inverse).collect());
    let differing = there.iter().zip(&back).find(|(one, other)| one != other);
    assert!(there == back, "{} there, {} back: {differing:#?}", there.len(), back.len());
}

fn tell(report: &Report) {
    for tongue in Tongue::ALL {
        let told = form::tell(report, tongue);
        printed("diff.txt", &text::text(&told));
        markdown("diff.md", &form::markdown::markdown(&told));
        html("diff.html", &form::html::page(&told).unwrap());
    }
    Data::json(&serde_json::to_vec(&json::diff(report)).unwrap());
}
