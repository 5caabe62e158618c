//! Other parties: transfers outside the EU/EEA (Chapter V) and agreements with processors (Article 28(3)).

use rustc_hash::FxHashSet;

use crate::document::Item;
use crate::document::overview::Boards;
use crate::document::scene::Scene;
use crate::document::sections::flow::transfer_item;
use crate::language::line::Line;
use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::processor::Processor;
use crate::register::facts::agreed::{self, Outdated};
use crate::register::facts::third::{has_unknown_country, parties_abroad};

/// The activities whose data leave the EU/EEA or may do so, each with the country and the tool of each transfer, the
/// parties that are there, and what is not known.
pub(super) fn transfers(boards: &Boards) -> Vec<Item> {
    let inside = |activity: &Activity| {
        let scene = boards.scene;
        let mut items = scene.items();
        for transfer in &activity.transfers {
            items.item(transfer_item(scene, transfer, activity));
        }
        items.gaps(&activity.transfers);
        let mut told = FxHashSet::default();
        for (party, country) in parties_abroad(scene.register, activity) {
            let places = [("party", scene.party(party)), ("country", scene.country_name(&country.code))];
            let line = scene.say("say.overview-abroad", &places);
            if told.insert(line.clone()) {
                items.line(line);
            }
        }
        if has_unknown_country(scene.register, activity) {
            items.line(scene.say("say.overview-country", &[]));
        }
        items.done()
    };
    let activities = boards.scene.register.activities.values();
    let item = |activity: &Activity| Item::with(boards.link(activity), inside(activity));
    activities.map(item).filter(|item| !item.inside.is_empty()).collect()
}

/// The processors with which no agreement is registered, or an outdated or unknown one, each with the activities that use
/// it.
pub(super) fn agreements(boards: &Boards) -> Vec<Item> {
    let item = |(processor, users): (&Processor, Vec<&Activity>)| {
        let what = wanting(boards.scene, processor)?;
        Some(Item::with(boards.line(boards.scene.name(&processor.name), what), boards.links(&users)))
    };
    agreed::in_use(boards.scene.register).into_iter().filter_map(item).collect()
}

/// What is wrong with the agreement with a processor.
fn wanting(scene: &Scene, processor: &Processor) -> Option<Line> {
    let agreement = match &processor.agreement {
        _ if agreed::is_missing(processor) => return Some(scene.say("say.overview-agreement-missing", &[])),
        Known::Gap(gap) => return Some(scene.gap_value(gap)),
        Known::Value(agreement) => agreement,
        Known::Unwritten => return None,
    };
    let (key, day) = match agreed::outdated(agreement, scene.today()?)? {
        Outdated::Ended(day) => ("say.overview-agreement-ended", day),
        Outdated::Older(day) => ("say.overview-agreement-older", day),
    };
    Some(scene.say(key, &[("day", scene.language.date(day))]))
}
