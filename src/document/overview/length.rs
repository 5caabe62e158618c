//! The length and the readability of the notices as they are published.

use crate::document::lix::Measure;
use crate::document::overview::number;
use crate::document::scene::Scene;
use crate::document::{Block, Item, each_line, list, notice};
use crate::language::line::Line;

/// The notices of the public side, each with its words and its LIX, after what is measured.
pub(super) fn notices(published: &Scene) -> Vec<Block> {
    let register = published.register;
    let said = register.notices.values();
    let said = said.filter(|notice| register.municipality.languages_of(notice).contains(&published.lang()));
    let items = said.map(|notice| {
        let document = notice::notice(published, notice);
        let mut measure = Measure::default();
        measure.add(&document.title.plain());
        each_line(&document.blocks, &mut |line| measure.add(&line.plain()));
        let lix = measure.lix().map(|lix| Line::words(&lix.to_string())).unwrap_or_default();
        let places = [("notice", document.title), ("words", number(measure.words())), ("lix", lix)];
        Item::new(published.say("say.overview-length", &places))
    });
    let items: Vec<Item> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    let what = Block::Paragraph(published.say("say.overview-lix", &[]));
    std::iter::once(what).chain(list(items)).collect()
}
