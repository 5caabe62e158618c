//! Findings for people: the line, the marked place, the reason, the way out.

use annotate_snippets::{AnnotationKind, Group, Level as Weight, Renderer, Snippet};

use crate::draft::locate::{exact_place, visible};
use crate::finding::{Finding, Level};
use crate::say::{Tongue, Words};
use crate::source::Sources;

const NOTE: Words = Words { en: "note", sv: "notera", da: "bemærk" };
const HELP: Words = Words { en: "help", sv: "hjälp", da: "hjælp" };

/// Writes one finding, with colour when `styled`.
#[must_use]
pub fn finding(finding: &Finding, sources: &Sources, styled: bool, tongue: Tongue) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let weight = match finding.level {
        Level::Error => Weight::ERROR,
        Level::Warning => Weight::WARNING,
        Level::Info => Weight::INFO,
    };
    let weight = weight.with_name(finding.level.words().get(tongue));
    let place = exact_place(finding, sources);
    let mut group = Group::with_title(weight.primary_title(finding.message.get(tongue)).id(finding.code));
    if let Some(file) = sources.file(place).filter(|file| !file.text.is_empty()) {
        let mut snippet = Snippet::source(file.text.as_str()).path(file.path.as_str()).fold(true);
        snippet = snippet
            .annotation(AnnotationKind::Primary.span(visible(&file.text, place)).label(finding.label.get(tongue)));
        for (related, words) in finding.related.iter().filter(|(related, _)| related.file == place.file) {
            snippet = snippet
                .annotation(AnnotationKind::Context.span(visible(&file.text, *related)).label(words.get(tongue)));
        }
        group = group.element(snippet);
    } else if let Some(file) = sources.file(place) {
        group = group.element(annotate_snippets::Origin::path(file.path.as_str()));
    }
    let elsewhere: Vec<String> = finding
        .related
        .iter()
        .filter(|(related, _)| related.file != place.file)
        .map(|(related, words)| format!("{}: {}", words.get(tongue), sources.address(*related)))
        .collect();
    for note in elsewhere.iter().map(String::as_str).chain(finding.note.as_ref().map(|note| note.get(tongue))) {
        group = group.element(Weight::NOTE.with_name(NOTE.get(tongue)).message(note));
    }
    if let Some(help) = &finding.help {
        group = group.element(Weight::HELP.with_name(HELP.get(tongue)).message(help.get(tongue)));
    }
    renderer.render(&[group])
}
