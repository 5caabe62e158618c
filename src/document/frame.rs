//! What is around the content of a page: whose page it is, and for whom.

use crate::audience::Audience;
use crate::document::scene::Scene;
use crate::document::search;
use crate::document::sections::controller::contact_items;
use crate::document::{Block, list};
use crate::language::line::Line;

/// What is around the content of a page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Whether the page must not be published.
    pub is_internal: bool,
    /// The municipality; `None` for a page about several.
    pub home: Option<Home>,
    /// The page before and the page after it: their paths without extension, and their names.
    pub turns: [Option<(String, Line)>; 2],
    /// Whether a script makes the page easier to use.
    pub has_script: bool,
}

/// The municipality of a page.
#[derive(Debug, Clone)]
pub struct Home {
    /// Its name.
    pub name: Line,
    /// The path of its index, without extension.
    pub path: String,
    /// How to reach it.
    pub contact: Vec<Block>,
    /// The path of the page for searching its pages, without extension.
    pub search: Option<String>,
}

/// The frame of the pages of a municipality.
#[must_use]
pub(crate) fn frame(scene: &Scene) -> Frame {
    let municipality = &scene.register.municipality;
    let is_internal = scene.audience() == Audience::Internal;
    let home = Home {
        name: scene.text(&municipality.name),
        path: format!("{}/{}/index", scene.register.id, scene.lang()),
        contact: list(contact_items(scene, &municipality.contact)),
        search: (!is_internal).then(|| search::path(scene)),
    };
    Frame { is_internal, home: Some(home), turns: [None, None], has_script: false }
}
