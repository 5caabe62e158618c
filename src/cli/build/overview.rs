//! The files over all municipalities: the index with figures, one CSV table and one JSON Lines file.

use std::path::Path;

use crate::Error;
use crate::compile::Files;
use crate::config::Config;
use crate::consolidate::{Consolidated, Shape};
use crate::document::audience::Audience;
use crate::document::{Block, Document, Item, list};
use crate::emit::Folder;
use crate::language::line::Line;
use crate::language::{self, Language};
use crate::model::Lang;
use crate::render::csv;
use crate::render::html::Pages;
use crate::source::fingerprint_of;
use crate::visible;

use crate::cli::read::{Figures, Report};

/// Opens the files over all municipalities of one side.
pub(crate) fn begin(folder: &Folder, near: &Path, audience: Audience) -> Result<Consolidated, Error> {
    Consolidated::begin(folder, near, |shape| match shape {
        Shape::Csv => csv::header(audience),
        Shape::Json => Vec::new(),
    })
}

/// Writes the index of one side and closes the files over all municipalities.
pub(crate) fn finish(
    folder: &Folder,
    consolidated: Consolidated,
    (language, config): (&'static Language, &Config),
    (pages, reports): (&Pages, &[Report]),
) -> Result<(), Error> {
    let put = |artifact| folder.put(&artifact);
    let fingerprints: Option<Vec<&str>> = reports.iter().map(Report::fingerprint).collect();
    let fingerprint = fingerprints.filter(|all| !all.is_empty()).map(fingerprint_of);
    let fingerprint = fingerprint.as_deref();
    Files { pages, fingerprint, put: &put }.document(&index(language, config, reports))?;
    consolidated.finish(folder)
}

/// The index page: every municipality with its languages and figures, the totals, and links to the common files.
fn index(language: &'static Language, config: &Config, reports: &[Report]) -> Document {
    let municipality = |report: &Report| {
        let name = |lang: &Lang| language::language(*lang).map_or("", |language| language.name.as_str());
        let link = |lang: &Lang| Item::new(Line::words(name(lang)).linked(&format!("{}/{lang}/index", report.name())));
        let inside = report.languages.iter().map(link).chain(figures(language, report.figures)).collect();
        Item::with(Line::words(&report.title), inside)
    };
    let file = |ending: &str| {
        Item::new(language.say(&format!("label.file-{ending}"), &[]).linked(&format!("register.{ending}")))
    };
    let mut blocks = vec![Block::Heading(2, language.say("heading.municipalities", &[]))];
    blocks.extend(list(reports.iter().map(municipality).collect()));
    blocks.push(Block::Heading(2, language.say("heading.consolidated", &[])));
    let all = reports.iter().fold(Figures::default(), |sum, report| sum.and(report.figures));
    let count = language.say("label.count-municipalities", &[("value", Line::words(&reports.len().to_string()))]);
    let items = std::iter::once(Item::new(count)).chain(figures(language, all)).chain([file("csv"), file("jsonl")]);
    blocks.extend(list(items.collect()));
    Document {
        path: "index".to_owned(),
        lang: language.lang,
        title: Line::words(&visible::line(&config.title)),
        trail: Vec::new(),
        other_languages: Vec::new(),
        blocks,
    }
}

/// The figures, one list item each.
fn figures(language: &Language, figures: Figures) -> impl Iterator<Item = Item> {
    let Figures { controllers, activities, notices } = figures;
    let line = |key: &str, count: usize| {
        Item::new(language.say(&format!("label.count-{key}"), &[("value", Line::words(&count.to_string()))]))
    };
    [line("controllers", controllers), line("activities", activities), line("notices", notices)].into_iter()
}
