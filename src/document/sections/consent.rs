//! Consent and its withdrawal (Article 13(2)(c)), and whether data must be provided (Article 13(2)(e)).

use crate::document::scene::Scene;
use crate::document::{Block, Item, list};
use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::consent::{Consent, Obligation, ObligationKind, Withdrawal};
use crate::register::facts::consent::rests_on_consent;

/// What the consent covers, and how to withdraw it.
pub(super) fn consent(scene: &Scene, activity: &Activity) -> Vec<Block> {
    if (activity.consent.is_unwritten() || activity.consent.none) && !rests_on_consent(activity) {
        return Vec::new();
    }
    let mut items = scene.items();
    for consent in &activity.consent {
        items.item(consent_item(scene, consent, activity));
    }
    items.gaps(&activity.consent);
    let mut blocks = list(items.done());
    blocks.push(Block::Paragraph(scene.say("say.withdraw", &[])));
    let mut told: Vec<Vec<Item>> = Vec::new();
    for withdraw in activity.consent.iter().map(|consent| &consent.withdraw) {
        let items = match withdraw {
            Known::Value(withdrawal) => withdrawal_items(scene, withdrawal),
            Known::Gap(reason) => scene.items().value("label.withdraw-how", scene.gap_value(reason)).done(),
            Known::Unwritten => Vec::new(),
        };
        if !told.contains(&items) {
            told.push(items);
        }
    }
    blocks.extend(told.into_iter().flat_map(list));
    blocks
}

fn consent_item(scene: &Scene, consent: &Consent, activity: &Activity) -> Item {
    let Consent { covers, data, who, conditions, form, asked, how, withdraw: _, notes: _, at: _ } = consent;
    let mut items = scene.items();
    items.value("label.data", scene.language.list(scene.terms(data, activity)));
    items.labelled_gaps("label.data", data);
    items.value("label.consent-who", scene.language.either(scene.terms(who, activity)));
    items.labelled_gaps("label.consent-who", who);
    items.list("label.consent-form", form);
    items.text("label.consent-asked", asked);
    items.value("label.consent-how", scene.language.either(scene.texts(how))).gaps(how);
    items.sentences(conditions);
    let covers = scene.known_text(covers);
    Item::with(scene.say("say.consent", &[("covers", covers)]), items.done())
}

fn withdrawal_items(scene: &Scene, withdrawal: &Withdrawal) -> Vec<Item> {
    let Withdrawal { how, who, effect, exceptions, at: _ } = withdrawal;
    let mut items = scene.items();
    items.value("label.withdraw-how", scene.language.either(scene.texts(how))).gaps(how);
    items.text("label.withdraw-who", who);
    items.sentences(effect);
    items.sentences(exceptions);
    items.done()
}

/// Whether the person must provide data.
pub(super) fn obligation(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for obligation in &activity.obligation {
        items.item(obligation_item(scene, obligation, activity));
    }
    items.gaps(&activity.obligation);
    list(items.done())
}

fn obligation_item(scene: &Scene, obligation: &Obligation, activity: &Activity) -> Item {
    let Obligation { kind, data, law, consequence, at: _ } = obligation;
    let named = scene.language.list(scene.terms(data, activity));
    let mut items = scene.items();
    items.labelled_gaps("label.data", data).labelled_gaps("label.law", law);
    let data = if named.is_empty() { scene.say("say.the-data", &[]) } else { named };
    if let Some(gap) = consequence.gap() {
        items.value("label.consequence", scene.gap_value(gap));
    }
    let consequence = consequence.value().map(|consequence| scene.text(consequence).unstopped()).unwrap_or_default();
    // What the sentence of the kind has no place for stands below it.
    if kind.value() != Some(&ObligationKind::Statutory) {
        items.value("label.law", scene.laws(law));
    }
    if matches!(kind, Known::Gap(_) | Known::Value(ObligationKind::Voluntary)) {
        items.value("label.consequence", consequence.clone());
    }
    let places = [("data", data.clone()), ("law", scene.laws(law)), ("consequence", consequence)];
    let line = match kind {
        Known::Value(kind) => scene.say(&format!("obligation.{}", kind.key()), &places),
        Known::Gap(gap) => scene.say("say.obligation-gap", &[("data", data), ("gap", scene.gap_value(gap))]),
        Known::Unwritten => return Item::default(),
    };
    Item::with(line, items.done())
}
