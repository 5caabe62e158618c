//! Entries of a register, rendered once and put together in every register they stand in.

use std::collections::HashMap;

use crate::document::register::{self, Piece};
use crate::document::scene::Scene;
use crate::model::Id;
use crate::render::csv::{self, Controlled};
use crate::render::{html, json, markdown};

/// One entry in every form.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Markdown whose links begin with [`ROOT`](crate::document::scene::ROOT).
    pub markdown: String,
    /// HTML whose links begin with [`ROOT`](crate::document::scene::ROOT).
    pub html: String,
    /// A row; empty where only documents are wanted.
    pub csv: Vec<u8>,
    /// A line of JSON; empty where only documents are wanted.
    pub json: String,
}

/// Every entry of a register by its id.
pub type Entries<'r> = HashMap<&'r Id, Rendered>;

/// Renders every activity of a register; `has_data` also for machines.
#[must_use]
pub fn entries<'r>(scene: &Scene<'r>, has_data: bool) -> Entries<'r> {
    let mut controlled: HashMap<Option<&Id>, Controlled> = HashMap::new();
    let activities = scene.register.activities.iter();
    activities
        .map(|(id, activity)| {
            let entry = register::entry(scene, activity);
            let mut rendered = Rendered::default();
            if has_data {
                let key = activity.controller.as_ref().map(|controller| &controller.id);
                let controlled = controlled.entry(key).or_insert_with(|| Controlled::of(scene, activity));
                rendered.csv = csv::entry(scene, &entry, controlled);
                rendered.json = json::activity(scene, activity);
            }
            let blocks = entry.into_blocks();
            markdown::blocks(&blocks, &mut rendered.markdown);
            rendered.html = html::blocks(&blocks);
            (id, rendered)
        })
        .collect()
}

/// The pieces of a register as Markdown, after what `text` holds already, and as HTML.
#[must_use]
pub fn assemble(pieces: &[Piece], entries: &Entries, mut text: String) -> (String, String) {
    let mut page = String::new();
    for piece in pieces {
        match piece {
            Piece::Blocks(blocks) => {
                markdown::blocks(blocks, &mut text);
                page.push_str(&html::blocks(blocks));
            }
            Piece::Entry(id) => {
                let Some(entry) = entries.get(id) else { continue };
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&entry.markdown);
                page.push_str(&entry.html);
            }
        }
    }
    (text, page)
}
