//! The page for searching the pages of a municipality, with a list of them for those without a script.

use crate::document::anchor::Anchor;
use crate::document::frame::frame;
use crate::document::page::{other_languages, trail};
use crate::document::scene::Scene;
use crate::document::{Block, Document, Item, list};
use crate::language::alphabet::Alphabet;
use crate::language::line::Line;

/// The name of its page, below the folder of the language.
const PAGE: &str = "search";

/// The address of the page, which Markdown links to as well.
#[must_use]
pub(crate) fn address(scene: &Scene) -> String {
    format!("{}.html", path(scene))
}

/// The path of the page, without extension.
#[must_use]
pub(crate) fn path(scene: &Scene) -> String {
    format!("{}/{}/{PAGE}", scene.register.id, scene.lang())
}

/// The page, with the pages that it lists: their paths without extension, and their titles.
#[must_use]
pub(crate) fn search(scene: &Scene, mut pages: Vec<(String, Line)>) -> Document {
    let alphabet = Alphabet::of(scene.lang().code());
    pages.sort_by(|(_, one), (_, other)| alphabet.compare(&one.plain(), &other.plain()));
    let links = pages.into_iter().map(|(path, title)| Item::new(title.linked(&path))).collect();
    let mut frame = frame(scene);
    frame.has_script = true;
    let heading = Block::Heading(2, scene.say("heading.all-pages", &[]), Anchor::of("all-pages"));
    Document {
        path: path(scene),
        lang: scene.lang(),
        title: scene.say("heading.search", &[]),
        trail: trail(scene),
        other_languages: other_languages(scene, PAGE, &scene.register.municipality.languages.items),
        frame,
        blocks: std::iter::once(heading).chain(list(links)).collect(),
    }
}
