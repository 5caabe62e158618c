//! Prints findings for people: the line with the marked text, the note, the help.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Weight, Renderer, Snippet};

use crate::draft::locate::{Locator, visible as marked};
use crate::finding::{Finding, Level, Place};
use crate::say::{Tongue, Words};
use crate::visible;

const NOTE: Words = Words { en: "note", sv: "notera", da: "bemærk" };
const HELP: Words = Words { en: "help", sv: "hjälp", da: "hjælp" };

/// Renders one finding, with colour if `styled`.
#[must_use]
pub fn finding(finding: &Finding, locator: &Locator, styled: bool, tongue: Tongue) -> String {
    let sources = locator.sources();
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let weight = match finding.level {
        Level::Error => Weight::ERROR,
        Level::Warning => Weight::WARNING,
        Level::Info => Weight::INFO,
    };
    let weight = weight.with_name(finding.level.words().get(tongue));
    let place = locator.exact_place(finding);
    let mut group = Group::with_title(weight.primary_title(finding.message.get(tongue)).id(finding.code));
    if let Some(file) = sources.file(place).filter(|file| !file.text.is_empty()) {
        let beside = || finding.related.iter().filter(|(related, _)| related.file == place.file);
        let places = beside().map(|(related, _)| *related).chain([place]);
        let (from, to, line) = lines(&file.text, places, locator);
        let span = |place| shown(&file.text, from, marked(&file.text, place));
        let text = visible::lines(&file.text[from..to]);
        let mut snippet = Snippet::source(text).line_start(line).path(visible::line(&file.path)).fold(true);
        snippet = snippet.annotation(AnnotationKind::Primary.span(span(place)).label(finding.label.get(tongue)));
        for (related, words) in beside() {
            snippet = snippet.annotation(AnnotationKind::Context.span(span(*related)).label(words.get(tongue)));
        }
        group = group.element(snippet);
    } else if let Some(file) = sources.file(place) {
        group = group.element(annotate_snippets::Origin::path(visible::line(&file.path)));
    }
    let elsewhere: Vec<String> = finding
        .related
        .iter()
        .filter(|(related, _)| related.file != place.file)
        .map(|(related, words)| format!("{}: {}", words.get(tongue), visible::line(&locator.address(*related))))
        .collect();
    for note in elsewhere.iter().map(String::as_str).chain(finding.note.as_ref().map(|note| note.get(tongue))) {
        group = group.element(Weight::NOTE.with_name(NOTE.get(tongue)).message(note));
    }
    if let Some(help) = &finding.help {
        group = group.element(Weight::HELP.with_name(HELP.get(tongue)).message(help.get(tongue)));
    }
    renderer.render(&[group])
}

/// The byte range of the lines with these places, and the number of the first line. The rest of a long file is not
/// read.
fn lines(text: &str, places: impl Iterator<Item = Place>, locator: &Locator) -> (usize, usize, usize) {
    let (mut first, mut last) = (Place { start: u32::MAX, ..Place::default() }, 0);
    for place in places {
        last = last.max(marked(text, place).end);
        first = if place.start < first.start { place } else { first };
    }
    let (from, line) = locator.line_of(first);
    let to = text[last..].find('\n').map_or(text.len(), |newline| last + newline + 1);
    (from, to, line)
}

/// The range in the escaped text that begins at byte `from`.
fn shown(text: &str, from: usize, range: Range<usize>) -> Range<usize> {
    let before = visible::lines(&text[from..range.start]).len();
    before..before + visible::lines(&text[range]).len()
}
