//! A finding as data formats need it: its place in lines and columns, and a fingerprint that is stable when lines
//! move.

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_128;

use crate::draft::edit;
use crate::draft::locate::{Locator, one_line, visible};
use crate::finding::{Finding, Place};
use crate::report::{Part, Run};
use crate::say::Tongue;

/// A finding with its place.
pub struct Entry<'r> {
    /// The finding.
    pub finding: &'r Finding,
    /// The name of the folder of the municipality.
    pub municipality: &'r str,
    /// The marked text: the first line of the value, or the phrase in it.
    pub spot: Spot,
    /// The marked text on one line.
    pub quote: String,
    /// Related places, each with a few words.
    pub related: Vec<(Spot, &'r str)>,
    /// The edits of the fix.
    pub edits: Vec<Edit>,
    /// Stable across runs, also if lines before it are added or removed: 32 hexadecimal digits.
    pub fingerprint: String,
}

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The path below the current directory, with `/` as separator.
    pub path: String,
    /// The first character.
    pub start: Position,
    /// The character after the last.
    pub end: Position,
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The replacement of the text at `spot`.
pub struct Edit {
    /// The replaced text.
    pub spot: Spot,
    /// The new text.
    pub text: String,
}

impl Entry<'_> {
    /// The message, the note and the help, each on its own line.
    #[must_use]
    pub fn told(&self, tongue: Tongue) -> String {
        let Finding { message, note, help, .. } = self.finding;
        let parts = [Some(message), note.as_ref(), help.as_ref()];
        parts.into_iter().flatten().map(|part| part.get(tongue)).collect::<Vec<_>>().join("\n")
    }
}

impl Run<'_> {
    /// The findings of the run that are to be shown.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut seen = FxHashMap::default();
        let mut entries = Vec::new();
        for part in &self.parts {
            let locator = Locator::new(part.sources);
            entries.extend(part.findings.iter().map(|finding| entry(self, (part, &locator), finding, &mut seen)));
        }
        entries
    }
}

fn entry<'r>(
    run: &'r Run,
    (part, locator): (&Part<'r>, &Locator),
    finding: &'r Finding,
    seen: &mut FxHashMap<String, usize>,
) -> Entry<'r> {
    let place = locator.exact_place(finding);
    let spot = spot(run, locator, place);
    let text = part.sources.file(place).map_or("", |file| file.text.as_str());
    let quote = text.get(visible(text, place)).map(one_line).unwrap_or_default();
    let identity = [finding.code, &spot.path, finding.field.unwrap_or_default(), &quote].join("\n");
    let number = seen.entry(identity.clone()).and_modify(|number| *number += 1).or_insert(1);
    let fingerprint = format!("{:032x}", xxh3_128(format!("{identity}\n{number}").as_bytes()));
    let edits = edit::edits_of(finding, locator).into_iter();
    let edits = edits.map(|edit| Edit { spot: self::spot(run, locator, edit.place), text: edit.text }).collect();
    let related = finding.related.iter();
    let related = related.map(|(place, words)| (self::spot(run, locator, *place), words.get(run.tongue)));
    Entry { finding, municipality: part.municipality, spot, quote, related: related.collect(), edits, fingerprint }
}

fn spot(run: &Run, locator: &Locator, place: Place) -> Spot {
    let file = locator.sources().file(place);
    let range = visible(file.map_or("", |file| file.text.as_str()), place);
    let at = |byte: usize| {
        let byte = u32::try_from(byte).unwrap_or(u32::MAX);
        let (line, column) = locator.line_and_column(Place { file: place.file, start: byte, end: byte });
        Position { line, column }
    };
    let path = file.map_or("", |file| file.path.as_str());
    Spot { path: format!("{}{path}", run.root), start: at(range.start), end: at(range.end) }
}
