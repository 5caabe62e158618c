//! The files over all municipalities: the index with figures, one CSV table and one JSON Lines file.

use std::path::Path;

use crate::Error;
use crate::audience::{Audience, Sheets};
use crate::compile::Files;
use crate::config::Config;
use crate::consolidate::{Consolidated, Shape};
use crate::document::anchor::Anchor;
use crate::document::frame::Frame;
use crate::document::{Block, Document, Item, list};
use crate::emit::Folder;
use crate::language::line::Line;
use crate::language::{self, Language};
use crate::model::Lang;
use crate::register::Register;
use crate::render::csv;
use crate::render::html::Pages;
use crate::source::fingerprint_of;
use crate::visible;

use crate::cli::read::Report;

/// What the index of one side says of a municipality.
pub(super) struct Entry {
    /// The name of the folder.
    id: String,
    /// Its name in its first language.
    title: String,
    languages: Vec<Lang>,
    figures: Figures,
    /// Its own index in its first language, if there is no other municipality.
    front: Option<Document>,
}

/// Counts of records.
#[derive(Debug, Default, Clone, Copy)]
struct Figures {
    controllers: usize,
    /// With child activities.
    activities: usize,
    notices: usize,
}

impl Figures {
    /// The sum of two figures.
    fn and(self, other: Self) -> Self {
        Self {
            controllers: self.controllers + other.controllers,
            activities: self.activities + other.activities,
            notices: self.notices + other.notices,
        }
    }
}

impl Entry {
    /// The entry of a municipality, from what the side may say of it; with its index if there is no other municipality.
    pub(super) fn of(register: &Register, front: Option<Document>) -> Self {
        let municipality = &register.municipality;
        let name = municipality.main_language().and_then(|main| municipality.name.say(main, main));
        Self {
            id: register.id.clone(),
            title: name.map_or(register.id.as_str(), |said| said.words).to_owned(),
            languages: municipality.languages.items.clone(),
            figures: Figures {
                controllers: municipality.controllers.0.len(),
                activities: register.activities.len(),
                notices: register.notices.len(),
            },
            front: front.map(first_of_all),
        }
    }
}

/// The index of a municipality as the first page of all.
fn first_of_all(mut index: Document) -> Document {
    "index".clone_into(&mut index.path);
    index.trail.clear();
    index.frame.home.iter_mut().for_each(|home| "index".clone_into(&mut home.path));
    index
}

/// Opens the files over all municipalities of one side.
pub(super) fn begin(
    folder: &Folder,
    near: &Path,
    (audience, sheets): (Audience, Sheets),
) -> Result<Consolidated, Error> {
    let header = csv::header(audience)?;
    Consolidated::begin(folder, near, |shape| match shape {
        Shape::Csv => sheets.csv_machines.then(|| header.clone()),
        Shape::Json => Some(Vec::new()),
    })
}

/// The fingerprint of all municipalities, if each has one.
pub(super) fn fingerprint(reports: &[Report]) -> Option<String> {
    let fingerprints: Option<Vec<&str>> = reports.iter().map(Report::fingerprint).collect();
    fingerprints.filter(|all| !all.is_empty()).map(fingerprint_of)
}

/// Writes the index of one side and closes the files over all municipalities.
pub(super) fn finish(
    folder: &Folder,
    consolidated: Consolidated,
    (index, pages, fingerprint): (&Document, &Pages, Option<&str>),
) -> Result<(), Error> {
    let put = |artifact| folder.put(&artifact);
    Files { pages, fingerprint, has_fragments: false, sheets: Sheets::default(), put: &put }.document(index)?;
    consolidated.finish(folder)
}

/// The index page. With one municipality its own index, else every municipality with its languages and figures, the totals, and links to the common files.
pub(super) fn index(
    (language, audience, sheets): (&'static Language, Audience, Sheets),
    config: &Config,
    entries: &[&Entry],
) -> Document {
    if let [Entry { front: Some(front), .. }] = entries {
        return front.clone();
    }
    let municipality = |entry: &&Entry| {
        let Entry { id, title, languages, figures, front: _ } = entry;
        let name = |lang: &Lang| language::language(*lang).map_or("", |language| language.name.as_str());
        let link = |lang: &Lang| Item::new(Line::words(name(lang)).linked(&format!("{id}/{lang}/index")));
        // The name leads to the first language; other languages are below it.
        let title = Line::words(title);
        let title =
            languages.first().map(|first| title.clone().linked(&format!("{id}/{first}/index"))).unwrap_or(title);
        let inside = languages.iter().skip(1).map(link).chain(counts(language, *figures)).collect();
        Item::with(title, inside)
    };
    let file = |ending: &str| {
        Item::new(language.say(&format!("label.file-{ending}"), &[]).linked(&format!("register.{ending}")))
    };
    let mut blocks = vec![Block::Heading(2, language.say("heading.municipalities", &[]), Anchor::of("municipalities"))];
    blocks.extend(list(entries.iter().map(municipality).collect()));
    blocks.push(Block::Heading(2, language.say("heading.consolidated", &[]), Anchor::of("consolidated")));
    let files = sheets.csv_machines.then(|| file("csv")).into_iter().chain([file("jsonl")]);
    let all = entries.iter().fold(Figures::default(), |sum, entry| sum.and(entry.figures));
    let count = language.say("label.count-municipalities", &[("value", Line::words(&entries.len().to_string()))]);
    let items = std::iter::once(Item::new(count)).chain(counts(language, all)).chain(files);
    blocks.extend(list(items.collect()));
    Document {
        path: "index".to_owned(),
        lang: language.lang,
        title: Line::words(&visible::line(&config.title)),
        trail: Vec::new(),
        other_languages: Vec::new(),
        frame: Frame {
            is_internal: audience == Audience::Internal,
            home: None,
            turns: [None, None],
            has_script: false,
        },
        blocks,
    }
}

/// The figures, one list item each.
fn counts(language: &Language, figures: Figures) -> impl Iterator<Item = Item> {
    let Figures { controllers, activities, notices } = figures;
    let line = |key: &str, count: usize| {
        Item::new(language.say(&format!("label.count-{key}"), &[("value", Line::words(&count.to_string()))]))
    };
    [line("controllers", controllers), line("activities", activities), line("notices", notices)].into_iter()
}
