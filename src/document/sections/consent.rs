//! Consent and its withdrawal (Article 13(2)(c)), and whether data must be provided (Article 13(2)(e)).

use crate::document::items::Unsettled;
use crate::document::scene::Scene;
use crate::document::{Block, Item, Role, list};
use crate::language::line::Line;
use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::consent::{Consent, Obligation, ObligationKind, Withdrawal};
use crate::register::facts::consent::{is_voluntary, rests_on_consent};

/// What the consent covers, and how to withdraw it.
pub(super) fn consent(scene: &Scene, activity: &Activity) -> Vec<Block> {
    if (activity.consent.is_unwritten() || activity.consent.none) && !rests_on_consent(activity) {
        return Vec::new();
    }
    let withdrawals: Vec<Vec<Item>> =
        activity.consent.iter().map(|consent| withdrawal_items(scene, &consent.withdraw)).collect();
    let are_alike = withdrawals.iter().all(|withdrawal| *withdrawal == withdrawals[0]);
    let shared = if are_alike { withdrawals.first().cloned().unwrap_or_default() } else { Vec::new() };
    let mut items = scene.items();
    for (consent, withdrawal) in activity.consent.iter().zip(withdrawals) {
        // A withdrawal that is not the same for all consents stands with its own.
        items.item(consent_item(scene, consent, activity, if are_alike { Vec::new() } else { withdrawal }));
    }
    items.gaps(&activity.consent);
    let mut blocks = list(items.done());
    blocks.push(Block::Paragraph(scene.say("say.withdraw", &[])));
    blocks.extend(list(shared));
    blocks
}

fn consent_item(scene: &Scene, consent: &Consent, activity: &Activity, withdrawal: Vec<Item>) -> Item {
    let Consent { covers, data, who, conditions, form, asked, how, withdraw: _, notes: _, at: _ } = consent;
    let mut items = scene.items();
    items.value("label.data", scene.language.list(scene.terms(data, activity)));
    items.labelled_gaps("label.data", data);
    items.value("label.consent-who", scene.language.either(scene.terms(who, activity)));
    items.labelled_gaps("label.consent-who", who);
    items.list("label.consent-form", form);
    items.text("label.consent-asked", asked);
    items.value("label.consent-how", scene.language.either(scene.texts(how)));
    items.labelled_gaps("label.consent-how", how);
    items.sentences_about("consent-conditions", conditions);
    covers.gap().iter().for_each(|gap| _ = items.gap("label.consent-covers", gap));
    let covers = covers.value().map(|covers| scene.text(covers)).unwrap_or_default();
    let details = items.done();
    if scene.is_prose() && covers.is_empty() && details.is_empty() {
        return Item::with(Line::default(), withdrawal);
    }
    let line = scene.say("say.consent", &[("covers", covers.clone())]);
    // In running text, the withdrawal is told in sentences of its own.
    let withdrawal = withdrawal.into_iter().map(|item| match item.role {
        Role::Detail => item.role(Role::Sentence),
        _ => item,
    });
    let names =
        [covers, scene.language.list(scene.terms(data, activity)), scene.language.list(scene.terms(who, activity))];
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    Item::with(line, details.into_iter().chain(withdrawal).collect()).role(Role::Statement(name))
}

/// How a consent is withdrawn.
fn withdrawal_items(scene: &Scene, withdraw: &Known<Withdrawal>) -> Vec<Item> {
    let mut items = scene.items();
    if let Some(gap) = withdraw.gap() {
        items.gap("label.withdraw-how", gap);
    }
    if let Some(Withdrawal { how, who, effect, exceptions, at: _ }) = withdraw.value() {
        items.value("label.withdraw-how", scene.language.either(scene.texts(how)));
        items.labelled_gaps("label.withdraw-how", how);
        items.text("label.withdraw-who", who);
        items.sentences_about("withdraw-effect", effect);
        items.sentences_about("withdraw-exceptions", exceptions);
    }
    items.done()
}

/// Whether the person must provide data.
pub(super) fn obligation(scene: &Scene, activity: &Activity) -> Vec<Block> {
    if scene.is_prose() && activity.obligation.items.is_empty() && is_voluntary(activity) {
        let places = [("data", scene.say("say.the-data", &[]))];
        return vec![Block::Paragraph(scene.say("obligation.voluntary", &places))];
    }
    let mut items = scene.items();
    for obligation in &activity.obligation {
        items.extend(obligation_items(scene, obligation, activity));
    }
    items.gaps(&activity.obligation);
    list(items.done())
}

fn obligation_items(scene: &Scene, obligation: &Obligation, activity: &Activity) -> Vec<Item> {
    let Obligation { kind, data, law, consequence, at: _ } = obligation;
    let named = scene.language.list(scene.terms(data, activity));
    let mut items = scene.items();
    items.labelled_gaps("label.data", data).labelled_gaps("label.law", law);
    let named_data = named.clone();
    let data = if named.is_empty() { scene.say("say.the-data", &[]) } else { named };
    if let Some(gap) = consequence.gap() {
        items.gap("label.consequence", gap);
    }
    let consequence = consequence.value().map(|consequence| scene.text(consequence).unstopped()).unwrap_or_default();
    // What the sentence of the kind has no place for stands below it.
    if kind.value() != Some(&ObligationKind::Statutory) {
        items.value("label.law", scene.laws(law));
    }
    if matches!(kind, Known::Gap(_) | Known::Value(ObligationKind::Voluntary)) {
        items.value("label.consequence", consequence.clone());
    }
    let is_bare = consequence.is_empty();
    let places = [("data", data.clone()), ("law", scene.laws(law)), ("consequence", consequence)];
    let line = match kind {
        // Without its consequence, the sentence still says that the data are needed.
        Known::Value(ObligationKind::Needed) if is_bare => scene.say("obligation.needed-only", &places),
        Known::Value(kind) => scene.say(&format!("obligation.{}", kind.key()), &places),
        Known::Gap(gap) => {
            let line = scene.say("say.obligation-gap", &[("data", data.clone()), ("gap", scene.gap_value(gap))]);
            let inside = items.done();
            let of = if named_data.is_empty() { Line::default() } else { data };
            let unsettled = Unsettled { key: "obligation", of, in_place: false };
            return items.gap_line(line, unsettled, gap, inside).done();
        }
        Known::Unwritten => return items.done(),
    };
    let inside = items.done();
    items.item(Item::with(line, inside).role(Role::Statement(named_data))).done()
}
