//! Recipients (Article 13(1)(e), Article 30(1)(d)).

use crate::document::scene::Scene;
use crate::document::topics::entries::Entries;
use crate::language::line::Line;
use crate::model::activity::Listed;

/// Each recipient, with the activities that disclose data to it.
pub(super) fn entries<'s, 'r>(scene: &'s Scene<'r>) -> Entries<'s, 'r> {
    let mut entries = Entries::new(scene);
    for activity in scene.register.activities.values() {
        for disclosure in &activity.recipients {
            let country = disclosure.to.word.key().and_then(|key| scene.register.shared.recipients.by_name(key));
            let country = country.and_then(|recipient| recipient.country.as_ref());
            let entry = entries.term(&disclosure.to, activity);
            if let Some(country) = country {
                entry.detail(scene.say("label.country", &[("value", scene.country_name(&country.code))]));
            }
            entry.used(activity, Line::default());
        }
        if activity.may_have_more(Listed::Recipients) || !activity.recipients.gaps.is_empty() {
            entries.open(activity);
        }
    }
    entries
}
