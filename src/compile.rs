//! One checked municipality to all its files.

use crate::document::audience::{Audience, Source};
use crate::document::page;
use crate::document::scene::Scene;
use crate::document::{Block, Document, notice, register, site};
use crate::error::Error;
use crate::language::line::Line;
use crate::language::{Language, language};
use crate::model::Lang;
use crate::render::csv::Controlled;
use crate::render::html::Pages;
use crate::render::{Artifact, Format, csv, elements, json, markdown, to_root};

/// What one municipality adds to the files over all of them.
#[derive(Debug, Default)]
pub struct Fragment {
    /// Its rows.
    pub csv: Vec<u8>,
    /// Its lines of JSON.
    pub json: Vec<u8>,
}

/// Compiles a municipality and hands over each file as soon as it is made.
///
/// # Errors
/// What `put` gives, or a fault of the page template.
pub fn municipality(source: Source, languages: &[Lang], files: Files) -> Result<Fragment, Error> {
    let main = source.register().municipality.languages.items.first().copied();
    let mut fragment = Fragment::default();
    for lang in languages {
        let Some(scene) = Scene::new(source, *lang) else { continue };
        if scene.audience() == Audience::Public {
            notices(&scene, &files)?;
            pages(&scene, &files)?;
        }
        let rows = registers(&scene, &files, main == Some(*lang))?;
        if main == Some(*lang) {
            fragment = machines(&scene, rows, &files)?;
        }
    }
    Ok(fragment)
}

/// The last line of a page: from which register it was compiled. Nothing where pages do not tell it.
fn signature(fingerprint: Option<&str>, lang: Lang) -> Vec<Block> {
    let line = |(fingerprint, language): (&str, &Language)| {
        Block::Paragraph(language.say("label.fingerprint", &[("value", Line::words(fingerprint))]))
    };
    fingerprint.zip(language(lang)).map(line).into_iter().collect()
}

/// Where files go.
pub struct Files<'f> {
    /// Makes pages.
    pub pages: &'f Pages,
    /// The fingerprint of the register, where pages tell it.
    pub fingerprint: Option<&'f str>,
    /// Takes each file.
    pub put: &'f (dyn Fn(Artifact) -> Result<(), Error> + Sync),
}

impl Files<'_> {
    /// A document in both its forms, with the name of the register where that is asked for.
    pub fn document(&self, document: &Document) -> Result<(), Error> {
        let forms = self.begin(document)?;
        self.end(document, forms)
    }

    /// Begins both forms of a document with the blocks that it has; more can be added.
    fn begin(&self, document: &Document) -> Result<Forms, Error> {
        let (page, foot) = self.pages.around(document)?;
        let mut forms = Forms { text: markdown::title(document), page, foot, root: to_root(&document.path) };
        forms.add(&document.blocks);
        Ok(forms)
    }

    fn end(&self, document: &Document, mut forms: Forms) -> Result<(), Error> {
        forms.add(&signature(self.fingerprint, document.lang));
        forms.page.push_str(&forms.foot);
        self.file(&document.path, Format::Markdown, forms.text.into_bytes())?;
        self.file(&document.path, Format::Html, forms.page.into_bytes())
    }

    fn file(&self, name: &str, format: Format, bytes: Vec<u8>) -> Result<(), Error> {
        (self.put)(Artifact { path: format!("{name}.{}", format.ending()), bytes })
    }
}

/// A document while it grows: blocks are let go as soon as they are written.
struct Forms {
    text: String,
    page: String,
    foot: String,
    root: String,
}

impl Forms {
    fn add(&mut self, blocks: &[Block]) {
        markdown::blocks(blocks, &self.root, &mut self.text);
        elements::blocks(blocks, &self.root, &mut self.page);
    }
}

fn notices(scene: &Scene, files: &Files) -> Result<(), Error> {
    for written in scene.register.notices.values() {
        if notice::languages(scene.register, written).contains(&scene.lang()) {
            files.document(&notice::notice(scene, written))?;
        }
    }
    Ok(())
}

fn pages(scene: &Scene, files: &Files) -> Result<(), Error> {
    for activity in scene.register.activities.values().filter(|activity| scene.is_told(activity)) {
        files.document(&page::page(scene, activity))?;
    }
    Ok(())
}

/// The register of each controller, and the index. Gives the rows of the activities, in order, where they are asked for.
fn registers(scene: &Scene, files: &Files, has_rows: bool) -> Result<Vec<Vec<u8>>, Error> {
    let activities = &scene.register.activities;
    let mut rows = vec![Vec::new(); if has_rows { activities.len() } else { 0 }];
    let mut without = Vec::new();
    for (controller, own) in register::by_controller(scene) {
        let controlled = own.first().filter(|_| has_rows).map(|first| Controlled::of(scene, first)).unwrap_or_default();
        let document = controller.and_then(|id| register::controller(scene, id));
        let mut forms = document.as_ref().map(|document| files.begin(document)).transpose()?;
        for activity in own {
            let entry = register::entry(scene, activity);
            let number = activities.get_index_of(&activity.id);
            if let Some(row) = number.and_then(|number| rows.get_mut(number)) {
                *row = csv::entry(scene, &entry, &controlled);
            }
            match &mut forms {
                Some(forms) => forms.add(&entry.into_blocks(4)),
                None => without.push(entry),
            }
        }
        if let Some((document, forms)) = document.zip(forms) {
            files.end(&document, forms)?;
        }
    }
    files.document(&site::municipality(scene, without))?;
    Ok(rows)
}

/// The forms for machines, and the part of the files over all municipalities.
fn machines(scene: &Scene, rows: Vec<Vec<u8>>, files: &Files) -> Result<Fragment, Error> {
    let register = scene.register;
    let (rows, parts) = (rows.concat(), json::parts(register));
    let activities: Vec<String> = register.activities.values().map(json::activity).collect();
    let table = [csv::header(scene.audience()), rows.clone()].concat();
    let name = format!("{}/register", register.id);
    files.file(&name, Format::Csv, table)?;
    files.file(&name, Format::Json, json::register(&parts, &activities))?;
    Ok(Fragment { csv: rows, json: json::lines(&register.id, &parts, &activities) })
}
