//! What is compiled over all municipalities: the index and the consolidated register.

use std::path::Path;

use ropa::compile::{Files, signature};
use ropa::config::Config;
use ropa::consolidate::{Consolidated, Shape};
use ropa::document::audience::Audience;
use ropa::document::language::{self, Language};
use ropa::document::line::Line;
use ropa::document::{Block, Document, Item, list};
use ropa::emit::Folder;
use ropa::model::Lang;
use ropa::render::csv;
use ropa::render::html::Pages;
use ropa::render::markdown;
use ropa::source::fingerprint_of;
use ropa::visible;

use crate::cli::build::Fault;
use crate::cli::read::Report;

/// Begins the consolidated register of one side.
pub(crate) fn begin(
    folder: &Folder,
    near: &Path,
    audience: Audience,
    (language, pages): (&'static Language, &Pages),
) -> anyhow::Result<Consolidated> {
    let document = register(language);
    let (head, _) = pages.around(&document)?;
    let title = markdown::document(&document) + "\n";
    let begun = Consolidated::begin(folder, near, |shape| match shape {
        Shape::Markdown => title.clone().into_bytes(),
        Shape::Html => head.clone().into_bytes(),
        Shape::Csv => csv::header(audience),
        Shape::Json => b"{\n\"municipalities\": [\n".to_vec(),
    });
    Ok(begun.map_err(Fault::from)?)
}

/// Writes the index of one side and ends its consolidated register.
pub(crate) fn finish(
    folder: &Folder,
    consolidated: Consolidated,
    (language, config): (&'static Language, &Config),
    (pages, reports): (&Pages, &[Report]),
) -> anyhow::Result<()> {
    let put = |artifact| folder.put(&artifact).map_err(Fault::from);
    let fingerprints: Option<Vec<&str>> = reports.iter().map(Report::fingerprint).collect();
    let fingerprint = fingerprints.filter(|all| !all.is_empty()).map(fingerprint_of);
    let fingerprint = fingerprint.as_deref();
    Files { pages, fingerprint, put: &put }.document(&index(language, config, reports))?;
    let (_, foot) = pages.around(&register(language))?;
    let (last, last_html) = signature(fingerprint, language.lang);
    consolidated.finish(folder, |shape| match shape {
        Shape::Markdown => last.clone().into_bytes(),
        Shape::Html => format!("{last_html}{foot}").into_bytes(),
        Shape::Csv => Vec::new(),
        Shape::Json => b"]\n}\n".to_vec(),
    })?;
    Ok(())
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
    document(language, "index", Line::words(&visible::line(&config.title)), Vec::new(), blocks)
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

/// The consolidated register without its parts.
fn register(language: &'static Language) -> Document {
    let trail = vec![("index".to_owned(), language.say("label.index", &[]).plain())];
    document(language, "register", language.say("heading.consolidated", &[]), trail, Vec::new())
}
