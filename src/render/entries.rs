//! Entries of a register, rendered once and put together in every register they stand in.

use rustc_hash::FxHashMap;

use crate::document::register::{self, Piece};
use crate::document::scene::Scene;
use crate::model::Id;
use crate::render::csv::{self, Controlled};
use crate::render::{html, json, markdown, rooted_html, rooted_markdown};

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
pub type Entries<'r> = FxHashMap<&'r Id, Rendered>;

/// Renders every activity of a register; `has_data` also for machines.
#[must_use]
pub fn entries<'r>(scene: &Scene<'r>, has_data: bool) -> Entries<'r> {
    let mut controlled: FxHashMap<Option<&Id>, Controlled> = FxHashMap::default();
    let mut text = String::with_capacity(8192);
    let activities = scene.register.activities.iter();
    activities
        .map(|(id, activity)| {
            let entry = register::entry(scene, activity);
            let mut rendered = Rendered::default();
            if has_data {
                let key = activity.controller.as_ref().map(|controller| &controller.id);
                let controlled = controlled.entry(key).or_insert_with(|| Controlled::of(scene, activity));
                rendered.csv = csv::entry(scene, &entry, controlled);
                rendered.json = json::activity(activity);
            }
            let blocks = entry.into_blocks();
            text.clear();
            markdown::blocks(&blocks, &mut text);
            // There is one for each activity: room that is not used would be a good part of the memory.
            rendered.markdown.push_str(&text);
            rendered.html = html::blocks(&blocks);
            rendered.html.shrink_to_fit();
            (id, rendered)
        })
        .collect()
}

/// Adds the pieces of a register to a Markdown file and to a page, whose links lead to the root by `root`.
pub fn assemble(pieces: &[Piece], entries: &Entries, root: &str, text: &mut String, page: &mut String) {
    let shown = || pieces.iter().filter_map(|piece| if let Piece::Entry(id) = piece { entries.get(id) } else { None });
    text.reserve(shown().map(|entry| entry.markdown.len() + 1024).sum());
    page.reserve(shown().map(|entry| entry.html.len() + 1024).sum());
    for piece in pieces {
        if !text.is_empty() {
            text.push('\n');
        }
        match piece {
            Piece::Blocks(blocks) => {
                let mut own = String::new();
                markdown::blocks(blocks, &mut own);
                rooted_markdown(&own, root, text);
                rooted_html(&html::blocks(blocks), root, page);
            }
            Piece::Entry(id) => {
                if let Some(entry) = entries.get(id) {
                    rooted_markdown(&entry.markdown, root, text);
                    rooted_html(&entry.html, root, page);
                }
            }
        }
    }
}
