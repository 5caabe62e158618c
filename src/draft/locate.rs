//! Locates a finding in its text: the key that it names, the phrase inside its value.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::finding::{Finding, Place};
use crate::format::key::Key;
use crate::format::yaml::{self, Kind, Node};
use crate::source::Sources;
use crate::steps;

/// Locates findings in the texts of one municipality. Each text is indexed once, however many findings it has.
pub struct Locator<'s> {
    sources: &'s Sources,
    fields: RefCell<HashMap<u32, Fields>>,
    lines: RefCell<HashMap<u32, Rc<[u32]>>>,
    letters: RefCell<HashMap<u32, Rc<[u32]>>>,
    tree: RefCell<Option<(u32, Option<Node>)>>,
}

/// Block size in bytes for the index of character counts.
const BLOCK: usize = 512;

/// How many characters begin in these bytes.
fn counted(bytes: &[u8]) -> usize {
    steps::count(bytes.len());
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

/// The places of the fields of one file, by first byte of the record and key.
type Fields = HashMap<(u32, String), Place>;

impl<'s> Locator<'s> {
    /// Creates a locator for these texts.
    #[must_use]
    pub fn new(sources: &'s Sources) -> Self {
        Self {
            sources,
            fields: RefCell::default(),
            lines: RefCell::default(),
            letters: RefCell::default(),
            tree: RefCell::default(),
        }
    }

    /// The texts.
    #[must_use]
    pub fn sources(&self) -> &'s Sources {
        self.sources
    }

    /// The place of a finding, narrowed to its field and phrase, if it has any.
    #[must_use]
    pub fn exact_place(&self, finding: &Finding) -> Place {
        let place = self.place_of_field(finding);
        let phrase = finding.phrase.as_ref().and_then(|phrase| phrase_in(phrase, place, self.sources));
        phrase.unwrap_or(place)
    }

    /// The marked text of a finding on one line. It tells the finding from others of its code in the file when lines
    /// move.
    #[must_use]
    pub fn quote(&self, finding: &Finding) -> String {
        let place = self.exact_place(finding);
        let text = self.sources.file(place).map_or("", |file| file.text.as_str());
        text.get(visible(text, place)).map(one_line).unwrap_or_default()
    }

    /// The place of a finding, narrowed to its field, if it has one.
    pub(super) fn place_of_field(&self, finding: &Finding) -> Place {
        let Some(field) = finding.field else { return finding.place };
        let number = finding.place.file;
        let mut all = self.fields.borrow_mut();
        let fields = all.entry(number).or_insert_with(|| self.with_tree(number, fields).unwrap_or_default());
        let key = Key::named(field).written();
        fields.get(&(finding.place.start, key)).copied().unwrap_or(finding.place)
    }

    /// Runs `show` on the tree of a file. The last tree is cached, because findings come in order of their files.
    pub(super) fn with_tree<T>(&self, number: u32, show: impl FnOnce(&Node) -> T) -> Option<T> {
        let file = self.sources.files.get(number as usize)?;
        let mut tree = self.tree.borrow_mut();
        if tree.as_ref().is_none_or(|(known, _)| *known != number) {
            *tree = Some((number, yaml::parse(number, &file.text, &mut Vec::new())));
        }
        tree.as_ref().and_then(|(_, root)| root.as_ref()).map(show)
    }

    /// The line and column of a place, both from 1; the column counts characters.
    #[must_use]
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let Some(file) = self.sources.file(place) else { return (1, 1) };
        let lines = self.lines(place.file, &file.text);
        let line = lines.partition_point(|start| *start <= place.start).max(1);
        let start = lines.get(line - 1).copied().unwrap_or_default();
        let before = file.text.get(start as usize..place.start as usize).unwrap_or_default();
        if before.len() <= BLOCK {
            return (line, counted(before.as_bytes()) + 1);
        }
        let letters = self.letters(place.file, &file.text);
        let until = |byte: u32| {
            let block = byte as usize / BLOCK;
            let rest = file.text.as_bytes().get(block * BLOCK..byte as usize).unwrap_or_default();
            letters.get(block).map_or(0, |letters| *letters as usize) + counted(rest)
        };
        (line, until(place.start) - until(start) + 1)
    }

    /// The number of characters before each block of a file; used on long lines only.
    fn letters(&self, number: u32, text: &str) -> Rc<[u32]> {
        let find = || {
            let mut sum = 0;
            let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
                sum += counted(block);
                yaml::offset(sum)
            });
            std::iter::once(0).chain(blocks).collect()
        };
        Rc::clone(self.letters.borrow_mut().entry(number).or_insert_with(find))
    }

    /// The first byte of a place's line and its number, from 1.
    pub(crate) fn line_of(&self, place: Place) -> (usize, usize) {
        let Some(file) = self.sources.file(place) else { return (0, 1) };
        let lines = self.lines(place.file, &file.text);
        let line = lines.partition_point(|start| *start <= place.start).max(1);
        (lines.get(line - 1).map_or(0, |start| *start as usize), line)
    }

    /// The path, line and column of a place, as editors understand it: `a.yaml:3:5`.
    #[must_use]
    pub fn address(&self, place: Place) -> String {
        let (line, column) = self.line_and_column(place);
        let path = self.sources.file(place).map_or("", |file| file.path.as_str());
        format!("{path}:{line}:{column}")
    }

    /// Where each line of a file begins.
    fn lines(&self, number: u32, text: &str) -> Rc<[u32]> {
        let find = || {
            steps::count(text.len());
            let begins = text.match_indices('\n').map(|(newline, _)| yaml::offset(newline + 1));
            std::iter::once(0).chain(begins).collect()
        };
        Rc::clone(self.lines.borrow_mut().entry(number).or_insert_with(find))
    }
}

/// The exact place of a finding. [`Locator::exact_place`] does the same for many findings.
#[must_use]
pub fn exact_place(finding: &Finding, sources: &Sources) -> Place {
    Locator::new(sources).exact_place(finding)
}

/// Collapses white space into single spaces.
#[must_use]
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds a phrase in a value; its words may be separated by any white space.
#[must_use]
pub(crate) fn phrase_in(phrase: &str, place: Place, sources: &Sources) -> Option<Place> {
    phrases(phrase, place, sources).next()
}

/// Finds every occurrence of a phrase in a value.
pub(super) fn phrases_in(phrase: &str, place: Place, sources: &Sources) -> Vec<Place> {
    phrases(phrase, place, sources).collect()
}

fn phrases(phrase: &str, place: Place, sources: &Sources) -> impl Iterator<Item = Place> {
    let text = sources.file(place).and_then(|file| file.text.get(place.range())).unwrap_or_default();
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let starts = words.first().copied().into_iter().flat_map(|first| text.match_indices(first));
    starts.filter_map(move |(start, _)| {
        let end = words.iter().try_fold(start, |at, word| {
            let rest = text[at..].trim_start();
            let begin = text.len() - rest.len();
            rest.starts_with(word).then_some(begin + word.len())
        })?;
        let offset = |at: usize| place.start + u32::try_from(at).unwrap_or_default();
        Some(Place { file: place.file, start: offset(start), end: offset(end) })
    })
}

/// The places of the fields of every record. Among records that begin at the same byte the innermost wins.
fn fields(root: &Node) -> Fields {
    let mut fields = Fields::new();
    gather(root, (0, u32::MAX), &mut fields);
    fields
}

/// Collects the fields of records between two bytes, which leaves out those of aliases.
fn gather(node: &Node, (from, to): (u32, u32), fields: &mut Fields) {
    let Place { start, end, .. } = node.place;
    if start < from || to < start {
        return;
    }
    steps::count(1);
    let within = (from.max(start), to.min(end));
    match &node.kind {
        Kind::Scalar { .. } => {}
        Kind::Seq(items) => items.iter().for_each(|item| gather(item, within, fields)),
        Kind::Map(entries) => {
            entries.iter().for_each(|(_, value)| gather(value, within, fields));
            for (name, value) in entries.iter() {
                let place = Place { end: value.place.end, ..name.place };
                if let Some(key) = name.text() {
                    fields.entry((start, key.to_owned())).or_insert(place);
                }
            }
        }
    }
}

/// The marked range of a place: its first line, at least one character unless the line ends there.
#[must_use]
pub(crate) fn visible(text: &str, place: Place) -> std::ops::Range<usize> {
    let range = place.range();
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    let first_line = text[start..end].find('\n').map_or(end, |newline| start + newline);
    let first_line = start + text[start..first_line].trim_end().len();
    let next = text[start..].chars().next().filter(|letter| !matches!(letter, '\r' | '\n'));
    let next = next.map_or(start, |letter| start + letter.len_utf8());
    start..first_line.max(next)
}
