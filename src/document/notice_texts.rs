//! Which texts a notice shows, and how many of its activities use each.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::scene::Scene;
use crate::language::form::{self, Layout};
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::notice::Notice;

/// The shared texts of a notice, without those it leaves out: the municipality's, its own, and those of its
/// activities. In a notice by activity, the latter only if several activities use them.
pub(super) fn text_ids<'r>(
    scene: &Scene<'r>,
    notice: &'r Notice,
    (activities, uses): (&[&'r Activity], &FxHashMap<&Id, usize>),
) -> Vec<&'r Id> {
    let by_activity = form::form(scene.country()).layout == Layout::ByActivity;
    let is_shared = |text: &Id| uses.get(text).is_some_and(|uses| *uses > 1);
    let of_activities =
        activities.iter().flat_map(|activity| &activity.texts).filter(|text| !by_activity || is_shared(&text.id));
    let all = scene.register.municipality.texts.iter().chain(&notice.texts).chain(of_activities);
    let mut passed: FxHashSet<&Id> = notice.without_texts.iter().map(|left_out| &left_out.id).collect();
    all.map(|reference| &reference.id).filter(|id| passed.insert(id)).collect()
}

/// How many of the activities use each text.
pub(super) fn uses<'r>(activities: &[&'r Activity]) -> FxHashMap<&'r Id, usize> {
    let mut uses = FxHashMap::default();
    for activity in activities {
        let own: FxHashSet<&Id> = activity.texts.iter().map(|text| &text.id).collect();
        own.into_iter().for_each(|text| *uses.entry(text).or_default() += 1);
    }
    uses
}
