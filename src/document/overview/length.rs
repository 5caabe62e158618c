//! The length and the readability of the notices as they are published.

use crate::document::overview::lix::Measure;
use crate::document::overview::number;
use crate::document::scene::Scene;
use crate::document::{Block, Item, list, notice};
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
        blocks(&document.blocks, &mut measure);
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

/// Adds the lines of blocks. The contents of a page repeat its headings, and a notice has no drawing.
fn blocks(all: &[Block], measure: &mut Measure) {
    for block in all {
        match block {
            Block::Heading(_, line, _) | Block::Paragraph(line) => measure.add(&line.plain()),
            Block::List(all) => items(all, measure),
            Block::Facts(facts) => {
                for line in facts.iter().flat_map(|fact| std::iter::once(&fact.question).chain(&fact.answer)) {
                    measure.add(&line.plain());
                }
            }
            Block::Apart(inside) | Block::Fold(inside) => blocks(inside, measure),
            Block::Drawing(_) | Block::Contents(_) => {}
        }
    }
}

fn items(all: &[Item], measure: &mut Measure) {
    for item in all {
        measure.add(&item.line.plain());
        items(&item.inside, measure);
    }
}
