//! Transfers to third countries and international organisations (Article 13(1)(f), Chapter V).

use crate::document::scene::Scene;
use crate::document::sections::flow::transfer_item;
use crate::document::topics::entries::{Entries, Key, sentences};
use crate::language::line::Line;
use crate::register::facts::third::{has_unknown_country, parties_abroad};

/// Each country outside the EU/EEA, with the transfers to it and the parties that are there.
pub(super) fn entries<'s, 'r>(scene: &'s Scene<'r>) -> Entries<'s, 'r> {
    let mut entries = Entries::new(scene);
    for activity in scene.register.activities.values() {
        for transfer in &activity.transfers {
            let said = sentences(scene, vec![transfer_item(scene, transfer, activity)]);
            let said = Line::join(said, " ", " ");
            let entry = match transfer.country.value() {
                Some(country) => {
                    let key = Key::Code(country.code.to_lowercase());
                    entries.entry(key, || scene.country_name(&country.code))
                }
                None => entries.term(&transfer.to, activity),
            };
            entry.used(activity, said);
        }
        for (party, country) in parties_abroad(scene.register, activity) {
            let key = Key::Code(country.code.to_lowercase());
            let entry = entries.entry(key, || scene.country_name(&country.code));
            entry.used(activity, scene.say("say.topic-established", &[("party", scene.party(party))]));
        }
        let is_unknown = has_unknown_country(scene.register, activity);
        if activity.transfers.none && !is_unknown {
            entries.nothing(activity, || scene.say("say.transfers-none", &[]).unstopped());
        } else if !activity.transfers.gaps.is_empty() || is_unknown {
            entries.open(activity);
        }
    }
    entries
}
