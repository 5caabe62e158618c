//! Special categories of data (Article 9) and data about offences (Article 10).

use crate::document::scene::Scene;
use crate::document::topics::entries::{Entries, Key};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::data::{Data, Sensitivity, Special};
use crate::register::facts::special::{data_of, sensitivity_of, special_of};

/// Each special category, with the activities that use it and the data in which it is.
pub(super) fn entries<'s, 'r>(scene: &'s Scene<'r>) -> Entries<'s, 'r> {
    let mut entries = Entries::new(scene);
    for activity in scene.register.activities.values() {
        for (owner, data) in data_of(scene.register, activity) {
            for (order, code, name) in kinds(scene, data) {
                let entry = entries.entry(Key::Code(code.to_owned()), || name);
                entry.ordered(order).used(activity, scene.data_name(data, owner));
            }
        }
        if is_open(scene, activity) {
            entries.open(activity);
        }
    }
    entries
}

/// Whether it is not settled which data of an activity are special: as written, or because some are likely to be.
#[must_use]
pub(crate) fn is_open(scene: &Scene, activity: &Activity) -> bool {
    let has_gap = activity.data.iter().any(|data| !data.special.gaps.is_empty());
    has_gap || !activity.data.gaps.is_empty() || scene.is_likely_special(activity)
}

/// What makes data special: the order, code and name of each category, as the law lists them.
#[must_use]
pub(crate) fn kinds(scene: &Scene, data: &Data) -> Vec<(u64, &'static str, Line)> {
    let special = special_of(data);
    let place = |kind: &Special| Special::ALL.iter().position(|known| known == kind).unwrap_or_default() as u64;
    let named = |kind: &Special| (place(kind), kind.key(), scene.language.code("special", kind.key()));
    let mut kinds: Vec<(u64, &'static str, Line)> = special.iter().map(named).collect();
    let sensitivity = match sensitivity_of(data) {
        Some(Sensitivity::Special) if special.is_empty() => Some(Sensitivity::Special),
        Some(Sensitivity::Criminal) => Some(Sensitivity::Criminal),
        _ => None,
    };
    let other = |other: Sensitivity| (100, other.key(), scene.language.code("sensitivity", other.key()));
    kinds.extend(sensitivity.map(other));
    kinds
}
