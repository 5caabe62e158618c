//! Entries of a register, rendered once and put together in every register they stand in.

use std::collections::HashMap;

use crate::document::register::{self, Piece};
use crate::document::scene::{ROOT, Scene};
use crate::model::Id;
use crate::render::csv::{self, Controlled};
use crate::render::{html, json, markdown};

/// One entry in every form.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Markdown whose links begin with [`ROOT`].
    pub markdown: String,
    /// HTML whose links begin with [`ROOT`].
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
    let scene = scene.anywhere();
    let mut controlled: HashMap<Option<&Id>, Controlled> = HashMap::new();
    let activities = scene.register.activities.iter();
    activities
        .map(|(id, activity)| {
            let entry = register::entry(&scene, activity);
            let mut rendered = Rendered::default();
            if has_data {
                let key = activity.controller.as_ref().map(|controller| &controller.id);
                let controlled = controlled.entry(key).or_insert_with(|| Controlled::of(&scene, activity));
                rendered.csv = csv::entry(&scene, &entry, controlled);
                rendered.json = json::activity(&scene, activity);
            }
            let blocks = entry.into_blocks();
            markdown::blocks(&blocks, "md", &mut rendered.markdown);
            rendered.html = html::blocks(&blocks);
            (id, rendered)
        })
        .collect()
}

/// The pieces of a register as Markdown and as HTML, for a document from which `to_root` leads to the root.
#[must_use]
pub fn assemble(pieces: &[Piece], entries: &Entries, to_root: &str) -> (String, String) {
    let (mut text, mut page) = (String::new(), String::new());
    for piece in pieces {
        match piece {
            Piece::Blocks(blocks) => {
                markdown::blocks(blocks, "md", &mut text);
                page.push_str(&html::blocks(blocks));
            }
            Piece::Entry(id) => {
                let Some(entry) = entries.get(id) else { continue };
                if !text.is_empty() {
                    text.push('\n');
                }
                push_rooted(&entry.markdown, "](<", to_root, &mut text);
                push_rooted(&entry.html, "href=\"", to_root, &mut page);
            }
        }
    }
    (text, page)
}

/// Adds a text in which every link that begins with [`ROOT`] begins with `to_root` instead. Values cannot hold the
/// opening of a link: it is escaped there.
fn push_rooted(from: &str, opening: &str, to_root: &str, to: &mut String) {
    let mut rest = from;
    while let Some(at) = rest.find(ROOT) {
        let (before, after) = rest.split_at(at);
        to.push_str(before);
        to.push_str(if before.ends_with(opening) { to_root } else { ROOT });
        rest = &after[ROOT.len()..];
    }
    to.push_str(rest);
}
