//! One checked municipality to all its files.

use crate::document::audience::{Audience, Source};
use crate::document::kept::Kept;
use crate::document::language::language;
use crate::document::line::Line;
use crate::document::page;
use crate::document::register::Piece;
use crate::document::scene::Scene;
use crate::document::{Block, Document, notice, register, site};
use crate::model::Lang;
use crate::model::activity::Activity;
use crate::render::entries::{self, Entries};
use crate::render::html::{self, Pages};
use crate::render::{Artifact, csv, json, markdown, rooted_html, rooted_markdown, to_root};

/// What one municipality adds to the consolidated register.
#[derive(Debug, Default)]
pub struct Fragment {
    /// Its part of the Markdown file.
    pub markdown: Vec<u8>,
    /// Its part of the page.
    pub html: Vec<u8>,
    /// Its rows.
    pub csv: Vec<u8>,
    /// Its record.
    pub json: Vec<u8>,
}

/// Compiles a municipality and hands over each file as soon as it is made.
///
/// # Errors
/// What `put` gives, or a fault of the page template.
pub fn municipality<E: From<html::Error>>(source: Source, languages: &[Lang], files: Files<E>) -> Result<Fragment, E> {
    let main = source.register().municipality.languages.items.first().copied();
    let mut fragment = Fragment::default();
    for lang in languages {
        let kept = Kept::default();
        let Some(scene) = Scene::new(source, &kept, *lang) else { continue };
        if scene.audience() == Audience::Public {
            notices(&scene, &files)?;
            pages(&scene, &files)?;
        }
        let entries = entries::entries(&scene, main == Some(*lang));
        registers(&scene, &entries, &files)?;
        if main == Some(*lang) {
            fragment = machines(&scene, &entries, &files)?;
        }
        files.document(&site::municipality(&scene))?;
    }
    Ok(fragment)
}

/// The last line of a page in both its forms: from which register it was compiled. Empty where pages do not tell it.
#[must_use]
pub fn signature(fingerprint: Option<&str>, lang: Lang) -> (String, String) {
    let Some((fingerprint, language)) = fingerprint.zip(language(lang)) else { return Default::default() };
    let last = [Block::Paragraph(language.say("label.fingerprint", &[("value", Line::words(fingerprint))]))];
    let mut text = "\n".to_owned();
    markdown::blocks(&last, &mut text);
    (text, html::blocks(&last))
}

/// Where files go.
pub struct Files<'f, E> {
    /// Makes pages.
    pub pages: &'f Pages,
    /// The fingerprint of the register, where pages tell it.
    pub fingerprint: Option<&'f str>,
    /// Takes each file.
    pub put: &'f (dyn Fn(Artifact) -> Result<(), E> + Sync),
}

impl<E: From<html::Error>> Files<'_, E> {
    /// A document in both its forms.
    pub fn document(&self, document: &Document) -> Result<(), E> {
        let root = to_root(&document.path);
        let (mut page, foot) = self.pages.around(document)?;
        let mut text = String::new();
        rooted_markdown(&markdown::document(document), &root, &mut text);
        rooted_html(&html::blocks(&document.blocks), &root, &mut page);
        self.finish(document, text, page, &foot)
    }

    /// A register in both its forms: the page, its pieces, the entries.
    fn register(&self, document: &Document, pieces: &[Piece], entries: &Entries) -> Result<(), E> {
        let (mut page, foot) = self.pages.around(document)?;
        let mut text = markdown::document(document);
        entries::assemble(pieces, entries, &to_root(&document.path), &mut text, &mut page);
        self.finish(document, text, page, &foot)
    }

    /// Ends both forms of a document, with the name of the register where that is asked for, and hands them over.
    fn finish(&self, document: &Document, mut text: String, mut page: String, foot: &str) -> Result<(), E> {
        let (last, last_html) = signature(self.fingerprint, document.lang);
        text.push_str(&last);
        page.extend([last_html.as_str(), foot]);
        (self.put)(Artifact { path: format!("{}.md", document.path), bytes: text.into_bytes() })?;
        (self.put)(Artifact { path: format!("{}.html", document.path), bytes: page.into_bytes() })
    }

    fn data(&self, scene: &Scene, path: &str, rows: &[u8], record: Vec<u8>) -> Result<(), E> {
        let table = [&csv::header(scene.audience()), rows].concat();
        (self.put)(Artifact { path: format!("{path}.csv"), bytes: table })?;
        (self.put)(Artifact { path: format!("{path}.json"), bytes: record })
    }
}

fn notices<E: From<html::Error>>(scene: &Scene, files: &Files<E>) -> Result<(), E> {
    for written in scene.register.notices.values() {
        if notice::languages(scene.register, written).contains(&scene.lang()) {
            files.document(&notice::notice(scene, written))?;
        }
    }
    Ok(())
}

fn pages<E: From<html::Error>>(scene: &Scene, files: &Files<E>) -> Result<(), E> {
    for activity in scene.register.activities.values().filter(|activity| scene.is_told(activity)) {
        files.document(&page::page(scene, activity))?;
    }
    Ok(())
}

fn registers<E: From<html::Error>>(scene: &Scene, entries: &Entries, files: &Files<E>) -> Result<(), E> {
    files.register(&register::municipality(scene), &register::pieces(scene), entries)?;
    for (id, controller) in scene.register.municipality.controllers.iter() {
        let document = register::controller(scene, id, controller);
        files.register(&document, &register::pieces_of(scene, id, controller), entries)?;
    }
    Ok(())
}

/// The forms for machines, and the part of the consolidated register.
fn machines<E: From<html::Error>>(scene: &Scene, entries: &Entries, files: &Files<E>) -> Result<Fragment, E> {
    let all: Vec<&Activity> = scene.register.activities.values().collect();
    let id = &scene.register.id;
    let head = json::head(scene);
    let (csv, json) = data(&all, entries, &head);
    files.data(scene, &format!("{id}/register"), &csv, json.clone())?;
    for controller_id in scene.register.municipality.controllers.0.keys() {
        let (csv, json) = data(&register::activities_of(scene, controller_id), entries, &head);
        files.data(scene, &format!("{id}/registers/{controller_id}"), &csv, json)?;
    }
    let (mut markdown, mut html) = (String::new(), format!("<div lang=\"{}\">\n", scene.lang()));
    entries::assemble(&register::pieces(scene), entries, "", &mut markdown, &mut html);
    html.push_str("</div>\n");
    Ok(Fragment { markdown: markdown.into_bytes(), html: html.into_bytes(), csv, json })
}

/// The rows and the record of some activities.
fn data(activities: &[&Activity], entries: &Entries, head: &str) -> (Vec<u8>, Vec<u8>) {
    let own = activities.iter().filter_map(|activity| entries.get(&activity.id));
    let rows = own.clone().map(|entry| entry.csv.as_slice()).collect::<Vec<_>>().concat();
    (rows, json::register(head, own.map(|entry| entry.json.as_str())))
}
