//! Recipients (Article 13(1)(e), Article 30(1)(d)).

use crate::document::scene::Scene;
use crate::document::sections::purpose::open;
use crate::document::{Block, Item, list};
use crate::model::Known;
use crate::model::activity::{Activity, Listed};
use crate::model::flow::{Disclosure, Duty};
use crate::register::facts::parties::is_inside;

/// The recipients, each with the data it receives, why and when.
pub(super) fn recipients(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut blocks = Vec::new();
    if activity.recipients.none && activity.not_disclosed.is_unwritten() {
        blocks.push(Block::Paragraph(scene.say("say.recipients-none", &[])));
    }
    let (inside, others): (Vec<_>, Vec<_>) =
        activity.recipients.iter().partition(|disclosure| is_inside(scene.register, disclosure));
    let is_divided = !inside.is_empty();
    for (key, disclosures) in [("say.recipients-inside", inside), ("say.recipients-other", others)] {
        let mut items = scene.items();
        for disclosure in disclosures {
            items.item(disclosure_item(scene, disclosure, activity));
        }
        let items = items.done();
        if is_divided && !items.is_empty() {
            blocks.push(Block::Paragraph(scene.say(key, &[])));
        }
        blocks.extend(list(items));
    }
    let gaps = match is_divided {
        true => scene.items().labelled_gaps("label.recipients-unknown", &activity.recipients).done(),
        false => scene.items().gaps(&activity.recipients).done(),
    };
    blocks.extend(list(gaps));
    blocks.extend(open(scene, activity, Listed::Recipients));
    match &activity.not_disclosed {
        Known::Unwritten => {}
        Known::Value(kept) => blocks.push(Block::Paragraph(scene.text(kept).capital())),
        Known::Gap(gap) => blocks.extend(list(scene.items().gap("label.not-disclosed", gap).done())),
    }
    blocks
}

fn disclosure_item(scene: &Scene, disclosure: &Disclosure, activity: &Activity) -> Item {
    let Disclosure { to, data, why, when, by, law, examples, remarks, notes: _, at: _ } = disclosure;
    let mut items = scene.items();
    items.terms("label.gets", data, activity);
    items.text("label.why", why);
    items.text("label.when", when);
    match by {
        Known::Value(Duty::Duty) if !when.is_unwritten() => {
            items.line(scene.language.code("disclosed-by", "duty-when"))
        }
        Known::Value(by) => items.line(scene.language.code("disclosed-by", by.key())),
        Known::Gap(gap) => items.gap("label.disclosed-by", gap),
        Known::Unwritten => &mut items,
    };
    items.laws(law);
    items.list("label.examples", examples);
    items.sentences_about("more", remarks);
    Item::with(scene.term(to, activity), items.done())
}
