//! Automated decisions (Article 13(2)(f), Article 22).

use crate::document::scene::Scene;
use crate::document::sections::flow::origin_item;
use crate::document::{Block, Item, Role, list};
use crate::model::activity::Activity;
use crate::model::decision::Automated;

/// The automated decisions, or a sentence that there are none.
pub(super) fn automated(scene: &Scene, activity: &Activity) -> Vec<Block> {
    if activity.automated.none {
        return vec![Block::Paragraph(scene.say("say.automated-none", &[]))];
    }
    let mut items = scene.items();
    for decision in &activity.automated {
        items.item(decision_item(scene, decision, activity));
    }
    items.gaps(&activity.automated);
    list(items.done())
}

fn decision_item(scene: &Scene, automated: &Automated, activity: &Activity) -> Item {
    let Automated {
        decision,
        coverage,
        ground,
        law,
        inputs,
        from,
        logic,
        frequency,
        significance,
        consequences,
        review,
        at: _,
    } = automated;
    let mut items = scene.items();
    items.text("label.coverage", coverage);
    items.known("label.ground", ground, |ground| scene.language.code("ground", ground.key()));
    items.laws(law);
    items.list("label.inputs", inputs);
    for origin in from {
        let Item { line, inside, role: _ } = origin_item(scene, origin, activity);
        items.item(Item::with(scene.detail("label.inputs-from", line), inside).role(Role::Detail));
    }
    items.labelled_gaps("label.inputs-from", from);
    items.text("label.logic", logic);
    items.list("label.frequency", frequency);
    items.text("label.significance", significance);
    items.sentences(consequences);
    items.text("label.review", review);
    let line = scene.say("say.automated", &[("decision", scene.text(decision))]);
    Item::with(line, items.done()).role(Role::Statement(scene.text(decision)))
}
