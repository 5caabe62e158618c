//! One checked municipality to all its files.

use crate::check::Checked;
use crate::document::page;
use crate::document::scene::Scene;
use crate::document::{Document, notice, register, site};
use crate::model::Id;
use crate::model::Lang;
use crate::model::activity::Activity;
use crate::model::organisation::Controller;
use crate::render::html::{self, Pages};
use crate::render::{Artifact, csv, json, markdown};

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
pub fn municipality<E: From<html::Error>>(
    checked: &Checked,
    languages: &[Lang],
    is_internal: bool,
    files: Files<E>,
) -> Result<Fragment, E> {
    let mut files = files;
    for lang in languages {
        let Some(scene) = Scene::new(checked, *lang, is_internal) else { continue };
        if !is_internal {
            notices(&scene, &mut files)?;
            pages(&scene, &mut files)?;
        }
        registers(&scene, &mut files)?;
        files.document(&site::municipality(&scene.below(2)))?;
    }
    let main = checked.register().municipality.languages.items.first().copied();
    match main.and_then(|main| Scene::new(checked, main, is_internal)) {
        Some(scene) => machines(&scene, &mut files),
        None => Ok(Fragment::default()),
    }
}

/// Where files go.
pub struct Files<'f, E> {
    /// Makes pages.
    pub pages: &'f Pages,
    /// Takes each file.
    pub put: &'f (dyn Fn(Artifact) -> Result<(), E> + Sync),
}

impl<E: From<html::Error>> Files<'_, E> {
    /// A document in both its forms.
    pub fn document(&self, document: &Document) -> Result<(), E> {
        let text = markdown::document(document);
        (self.put)(Artifact { path: format!("{}.md", document.path), bytes: text.into_bytes() })?;
        let page = self.pages.page(document)?;
        (self.put)(Artifact { path: format!("{}.html", document.path), bytes: page.into_bytes() })
    }

    fn data(&mut self, path: &str, ending: &str, bytes: Vec<u8>) -> Result<(), E> {
        (self.put)(Artifact { path: format!("{path}.{ending}"), bytes })
    }
}

/// The folders above a document of an id: a part stands one folder deeper.
fn depth(id: &Id) -> usize {
    3 + id.as_str().matches('/').count()
}

fn notices<E: From<html::Error>>(scene: &Scene, files: &mut Files<E>) -> Result<(), E> {
    for (id, written) in &scene.register.notices {
        if notice::languages(scene.register, written).contains(&scene.lang()) {
            files.document(&notice::notice(&scene.below(depth(id)), written))?;
        }
    }
    Ok(())
}

fn pages<E: From<html::Error>>(scene: &Scene, files: &mut Files<E>) -> Result<(), E> {
    let is_told = |activity: &&Activity| scene.register.languages_of(activity).contains(&scene.lang());
    for activity in scene.register.activities.values().filter(is_told) {
        let id = &activity.id;
        files.document(&page::page(&scene.below(depth(id)), activity))?;
    }
    Ok(())
}

fn registers<E: From<html::Error>>(scene: &Scene, files: &mut Files<E>) -> Result<(), E> {
    files.document(&register::municipality(&scene.below(2)))?;
    for (id, controller) in scene.register.municipality.controllers.iter() {
        files.document(&register::controller(&scene.below(depth(id)), id, controller))?;
    }
    Ok(())
}

/// The forms for machines, and the part of the consolidated register.
fn machines<E: From<html::Error>>(scene: &Scene, files: &mut Files<E>) -> Result<Fragment, E> {
    let all: Vec<&Activity> = scene.register.activities.values().collect();
    let id = &scene.register.id;
    let rows = csv::rows(scene, &all);
    let record = json::text(&json::register(scene, &all));
    files.data(&format!("{id}/register"), "csv", [csv::header(scene.internal), rows.clone()].concat())?;
    files.data(&format!("{id}/register"), "json", record.clone())?;
    for (controller_id, controller) in scene.register.municipality.controllers.iter() {
        of_controller(scene, &format!("{id}/registers/{controller_id}"), controller, files)?;
    }
    let blocks = register::body(scene);
    let mut text = String::new();
    markdown::blocks(&blocks, "md", &mut text);
    let blocks = [crate::document::Block::In(scene.lang(), blocks)];
    Ok(Fragment { markdown: text.into_bytes(), html: html::blocks(&blocks).into_bytes(), csv: rows, json: record })
}

fn of_controller<E: From<html::Error>>(
    scene: &Scene,
    path: &str,
    controller: &Controller,
    files: &mut Files<E>,
) -> Result<(), E> {
    let own = register::activities_of(scene, controller);
    files.data(path, "csv", [csv::header(scene.internal), csv::rows(scene, &own)].concat())?;
    files.data(path, "json", json::text(&json::register(scene, &own)))
}
