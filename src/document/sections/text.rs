//! Texts of the municipality: summaries, procedures, shared texts, links.

use crate::document::anchor::Anchor;
use crate::document::scene::Scene;
use crate::document::{Block, Item, list};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::administration::Status;
use crate::model::section::{Link, Part, Section};
use crate::model::{Id, List};

/// The status of an activity that is not active.
#[must_use]
pub(crate) fn status(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let status = activity.status.filter(|status| *status != Status::Active);
    let status = status.map(|status| scene.language.code("life", status.key())).unwrap_or_default();
    list(scene.items().value("label.status", status).done())
}

/// The summary of the activity.
pub(super) fn summary(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut blocks: Vec<Block> = scene.texts(&activity.summary).into_iter().map(Block::Paragraph).collect();
    blocks.extend(list(scene.items().gaps(&activity.summary).done()));
    blocks
}

/// The procedure, remarks and links of the activity.
pub(super) fn procedure(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    items.sentences(&activity.procedure).sentences(&activity.remarks);
    items.extend(links(scene, &activity.links));
    list(items.done())
}

/// A link, or its label if the address is unknown.
#[must_use]
pub(crate) fn link_line(scene: &Scene, link: &Link) -> Line {
    let line = scene.text(&link.label);
    match &link.url {
        Some(url) => line.linked(&url.0),
        None => line,
    }
}

/// The links of a list.
#[must_use]
pub(crate) fn links(scene: &Scene, links: &List<Link>) -> Vec<Item> {
    let mut items = scene.items();
    for link in links.iter().filter(|link| !scene.is_prose() || link.url.is_some()) {
        items.value("label.link", link_line(scene, link));
    }
    items.labelled_gaps("label.link", links).done()
}

/// The shared texts of `ids` that belong to `part`.
#[must_use]
pub(crate) fn in_part<'r>(scene: &Scene<'r>, ids: &[&Id], part: Part) -> Vec<(&'r Id, &'r Section)> {
    let texts = ids.iter().filter_map(|id| scene.register.shared.texts.0.get_key_value(*id));
    texts.filter(|(_, text)| text.part.unwrap_or(Part::Own) == part).collect()
}

/// A shared text. Its title, if any, becomes a heading of `level`.
#[must_use]
pub(crate) fn blocks(scene: &Scene, (id, text): (&Id, &Section), level: u8) -> Vec<Block> {
    let Section { title, part: _, body, points, links, law, notes: _, at: _ } = text;
    let heading = |title| Block::Heading(level, scene.text(title), Anchor::of_text(id));
    let mut blocks: Vec<Block> = title.iter().map(heading).collect();
    for body in body {
        blocks.extend(paragraphs(scene, body));
    }
    let mut items = scene.items();
    items.gaps(body).sentences(points).laws(law);
    let mut lines = items.done();
    lines.extend(self::links(scene, links));
    blocks.extend(list(lines));
    blocks
}

/// The paragraphs of a text, separated by empty lines.
fn paragraphs(scene: &Scene, text: &crate::model::Text) -> Vec<Block> {
    let Some(said) = text.say(scene.lang(), scene.main) else { return Vec::new() };
    let parts = said.words.split("\n\n").filter(|part| !part.trim().is_empty());
    parts.map(|words| Block::Paragraph(Line::said(crate::model::Said { words, ..said }, scene.lang()))).collect()
}
