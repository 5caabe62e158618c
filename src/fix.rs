//! Applies machine-applicable fixes with minimal edits.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use crate::check::rules;
use crate::draft::edit::{self, Edit};
use crate::draft::locate::Locator;
use crate::finding::{Finding, Findings, Level, Place};
use crate::source::original::{Original, replaced};
use crate::source::{File, Read};

/// How many rounds of edits are made: an edit may reveal a finding one level deeper that the next one fixes.
const ROUNDS: usize = 32;

/// A file with fixes applied.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// The file as it was read.
    pub file: File,
    /// The content on disk.
    pub before: Original,
    /// The new content.
    pub after: Original,
    /// The number of edits.
    pub edits: usize,
}

impl Fixed {
    /// The same the other way: back to the file as it was.
    #[must_use]
    pub(crate) fn undone(&self) -> Self {
        let Self { file, before, after, edits } = self;
        Self { file: file.clone(), before: after.clone(), after: before.clone(), edits: *edits }
    }
}

/// The fixes of one municipality.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The changed files, in order of path.
    pub files: Vec<Fixed>,
    /// The paths of unchanged files, because the edits would cause new findings or cannot be made.
    pub left: Vec<String>,
}

/// Applies the fixes of all findings until none is left. After each round the municipality is checked again; edits
/// that cause new findings are not made.
///
/// An edit can make a value readable for the first time. Findings in such a value are not new unless they are at the
/// edit.
///
/// # Errors
/// When `bytes` cannot read a file from disk.
pub fn fix<E>(
    read: Read,
    bytes: impl Fn(&File) -> Result<Vec<u8>, E>,
    check: impl Fn(&Read) -> Findings,
) -> Result<Outcome, E> {
    let mut findings = check(&read);
    let mut desk = Desk { read, files: BTreeMap::new(), left: BTreeSet::new() };
    for _ in 0..ROUNDS {
        let attempts = desk.attempts(&findings, &bytes)?;
        if attempts.is_empty() {
            break;
        }
        let all: Vec<&Attempt> = attempts.iter().collect();
        if let Some(after) = desk.try_out(&all, &findings, &check) {
            findings = after;
            continue;
        }
        findings = desk.try_halves(&all, findings, &check);
    }
    Ok(desk.outcome())
}

/// A municipality while fixes are applied.
struct Desk {
    read: Read,
    files: BTreeMap<u32, Fixed>,
    left: BTreeSet<u32>,
}

/// The edits of one file, applied but not yet checked.
struct Attempt {
    file: u32,
    before: Original,
    after: Original,
    text: String,
    edits: usize,
    /// The places of the edits in the new text.
    places: Vec<Place>,
    /// Whether an edit may make a value readable that was not.
    reveals: bool,
}

impl Desk {
    /// The edits of the findings, by file.
    fn attempts<E>(
        &mut self,
        findings: &Findings,
        bytes: impl Fn(&File) -> Result<Vec<u8>, E>,
    ) -> Result<Vec<Attempt>, E> {
        let mut by_file: BTreeMap<u32, (Vec<Edit>, bool)> = BTreeMap::new();
        let locator = Locator::new(&self.read.sources);
        for finding in findings.iter().filter(|finding| !self.left.contains(&finding.place.file)) {
            for edit in edit::edits_of(finding, &locator) {
                let (edits, reveals) = by_file.entry(finding.place.file).or_default();
                edits.push(edit);
                *reveals |= rules::find(finding.code).is_none();
            }
        }
        let mut attempts = Vec::new();
        for (file, (edits, reveals)) in by_file {
            let Some(source) = self.read.sources.files.get(file as usize) else { continue };
            let before = match self.files.get(&file) {
                Some(fixed) => Some(fixed.after.clone()),
                None => Original::of(bytes(source)?, &source.text),
            };
            let attempt = before.and_then(|before| attempt(file, source, before, edit::in_order(edits), reveals));
            match attempt {
                Some(attempt) => attempts.push(attempt),
                None => _ = self.left.insert(file),
            }
        }
        Ok(attempts)
    }

    /// Applies edits and checks again. Returns the findings, or `None` without applying them if something new is
    /// found.
    fn try_out(
        &mut self,
        attempts: &[&Attempt],
        before: &Findings,
        check: impl Fn(&Read) -> Findings,
    ) -> Option<Findings> {
        let mut read = self.read.clone();
        for attempt in attempts {
            read.sources.files.get_mut(attempt.file as usize)?.text.clone_from(&attempt.text);
        }
        let after = check(&read);
        if has_news(before, &after, attempts) {
            return None;
        }
        for attempt in attempts {
            let file = self.read.sources.files.get(attempt.file as usize)?.clone();
            let first = || Fixed { file, before: attempt.before.clone(), after: attempt.after.clone(), edits: 0 };
            let fixed = self.files.entry(attempt.file).or_insert_with(first);
            fixed.after = attempt.after.clone();
            fixed.edits += attempt.edits;
        }
        self.read = read;
        Some(after)
    }

    /// Applies the edits of as many files as possible if those of all together cause new findings. Halves the set of
    /// files recursively, so that few checks find the files that stay unchanged.
    fn try_halves(&mut self, attempts: &[&Attempt], before: Findings, check: &impl Fn(&Read) -> Findings) -> Findings {
        if let [only] = attempts {
            self.left.insert(only.file);
            return before;
        }
        let (first, second) = attempts.split_at(attempts.len() / 2);
        [first, second].into_iter().fold(before, |before, half| match self.try_out(half, &before, check) {
            Some(after) => after,
            None => self.try_halves(half, before, check),
        })
    }

    fn outcome(self) -> Outcome {
        let Self { read, files, left } = self;
        let left = left.iter().filter_map(|file| read.sources.files.get(*file as usize));
        Outcome { files: files.into_values().collect(), left: left.map(|file| file.path.clone()).collect() }
    }
}

/// The original of a file with edits, in order, with its own line endings; `text` is the expected result.
pub(crate) fn edited(original: &Original, edits: &[(Range<usize>, String)], text: &str) -> Option<Original> {
    let is_dos = original.as_str().contains("\r\n");
    let to = |to: &String| if is_dos { to.replace('\n', "\r\n") } else { to.clone() };
    let edits: Vec<(Range<usize>, String)> = edits.iter().map(|(range, text)| (range.clone(), to(text))).collect();
    let edits: Vec<(Range<usize>, &str)> = edits.iter().map(|(range, to)| (range.clone(), to.as_str())).collect();
    original.edited(&edits, text)
}

/// Applies the edits of a file, in order, to its text and its original bytes. `None` if another value would change.
fn attempt(file: u32, source: &File, before: Original, edits: Vec<Edit>, reveals: bool) -> Option<Attempt> {
    let ranges: Vec<_> = edits.iter().map(|edit| (edit.place.range(), edit.text.as_str())).collect();
    let text = replaced(&source.text, ranges.iter().cloned());
    let owned: Vec<_> = ranges.iter().map(|(range, to)| (range.clone(), (*to).to_owned())).collect();
    let after = edited(&before, &owned, &text)?;
    let is_as_meant = edit::reads_as_meant(source, &edits, &text);
    let (mut grown, mut shrunk) = (0, 0);
    let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    let places = ranges.iter().map(|(range, to)| {
        let start = range.start + grown - shrunk;
        grown += to.len();
        shrunk += range.len();
        Place { file, start: offset(start), end: offset(start + to.len()) }
    });
    let places = places.collect();
    let edits = edits.len();
    is_as_meant.then_some(Attempt { file, before, after, text, edits, places, reveals })
}

/// Whether there is an error or a warning after the edits that was not there before, in any file of the municipality.
fn has_news(before: &Findings, after: &Findings, attempts: &[&Attempt]) -> bool {
    let mut known: HashMap<_, usize> = HashMap::new();
    before.iter().for_each(|finding| *known.entry(identity(finding)).or_default() += 1);
    let mut news = after.iter().filter(|finding| match known.get_mut(&identity(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    let reveals = attempts.iter().any(|attempt| attempt.reveals);
    let places: HashMap<u32, &[Place]> = attempts.iter().map(|attempt| (attempt.file, &attempt.places[..])).collect();
    news.any(|finding| finding.level > Level::Info && (!reveals || is_about_an_edit(finding, &places)))
}

/// What identifies a finding across edits. Not its place, which moves, nor its message, which quotes.
pub(crate) fn identity(finding: &Finding) -> (u32, &'static str, Option<&'static str>) {
    (finding.place.file, finding.code, finding.field)
}

/// Whether a finding on the format lies in an edit, or is a YAML error.
fn is_about_an_edit(finding: &Finding, edits: &HashMap<u32, &[Place]>) -> bool {
    let Place { file, start, .. } = finding.place;
    let is_of_file = rules::find(finding.code).is_none();
    let is_in_edit = || {
        let places = edits.get(&file).copied().unwrap_or_default();
        let before = places.partition_point(|place| place.start <= start);
        places[..before].last().is_some_and(|place| start < place.end)
    };
    is_of_file && (finding.code.starts_with("yaml-") || is_in_edit())
}
