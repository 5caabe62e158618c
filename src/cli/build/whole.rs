//! What is compiled over all municipalities: the index and the consolidated register.

use std::io;

use rayon::prelude::*;
use ropa::compile::{Files, signature};
use ropa::config::Config;
use ropa::consolidate::Shape;
use ropa::document::language::{self, Language};
use ropa::document::line::Line;
use ropa::document::{Block, Document, Item, list};
use ropa::model::Lang;
use ropa::render::csv;
use ropa::render::html::Pages;
use ropa::render::markdown;
use ropa::source::fingerprint_of;

use crate::cli::build::{Fault, Side};
use crate::cli::read::Report;

/// Writes the index and the consolidated register of one side.
pub(crate) fn write(
    side: &Side,
    language: &'static Language,
    config: &Config,
    pages: &Pages,
    reports: &[Report],
) -> anyhow::Result<()> {
    let put = |artifact| side.folder.put(&artifact).map_err(Fault::from);
    let fingerprints: Option<Vec<&str>> = reports.iter().map(Report::fingerprint).collect();
    let fingerprint = fingerprints.filter(|all| !all.is_empty()).map(fingerprint_of);
    let fingerprint = fingerprint.as_deref();
    Files { pages, fingerprint, put: &put }.document(&index(language, config, reports))?;
    register(side, language, (pages, fingerprint))
}

/// The first page: every municipality in its languages, and the consolidated register.
fn index(language: &'static Language, config: &Config, reports: &[Report]) -> Document {
    let municipality = |report: &Report| {
        let name = |lang: &Lang| language::language(*lang).map_or("", |language| language.name.as_str());
        let link = |lang: &Lang| Item::new(Line::words(name(lang)).linked(&format!("{}/{lang}/index", report.name())));
        Item::with(Line::words(&report.title), report.languages.iter().map(link).collect())
    };
    let file = |ending: &str| {
        Item::new(language.say(&format!("label.file-{ending}"), &[]).linked(&format!("register.{ending}")))
    };
    let register = language.say("heading.consolidated", &[]).linked("register");
    let mut blocks = vec![Block::Heading(2, language.say("heading.municipalities", &[]))];
    blocks.extend(list(reports.iter().map(municipality).collect()));
    blocks.push(Block::Heading(2, language.say("heading.registers", &[])));
    blocks.extend(list(vec![Item::with(register, vec![file("csv"), file("json")])]));
    document(language, "index", Line::words(&config.title), Vec::new(), blocks)
}

fn document(
    language: &'static Language,
    path: &str,
    title: Line,
    trail: Vec<(String, String)>,
    blocks: Vec<Block>,
) -> Document {
    Document { path: path.to_owned(), lang: language.lang, title, trail, other_languages: Vec::new(), blocks }
}

/// The consolidated register in its four forms.
fn register(
    side: &Side,
    language: &'static Language,
    (pages, fingerprint): (&Pages, Option<&str>),
) -> anyhow::Result<()> {
    let trail = vec![("index".to_owned(), language.say("label.index", &[]).plain())];
    let document = document(language, "register", language.say("heading.consolidated", &[]), trail, Vec::new());
    let (head, foot) = pages.around(&document)?;
    let title = markdown::document(&document) + "\n";
    let (last, last_html) = signature(fingerprint, language.lang);
    let foot = last_html + &foot;
    let header = csv::header(side.is_internal);
    let shapes: [(&str, Shape, &[u8], &[u8]); 4] = [
        ("md", Shape::Markdown, title.as_bytes(), last.as_bytes()),
        ("html", Shape::Html, head.as_bytes(), foot.as_bytes()),
        ("csv", Shape::Csv, &header, b""),
        ("json", Shape::Json, b"{\n\"municipalities\": [\n", b"]\n}\n"),
    ];
    let put = |(ending, shape, head, foot): &(&str, Shape, &[u8], &[u8])| {
        let write = |to: &mut dyn io::Write| side.consolidated.write(*shape, (head, foot), to);
        side.folder.put_streamed(&format!("register.{ending}"), &write)
    };
    Ok(shapes.par_iter().try_for_each(put)?)
}
