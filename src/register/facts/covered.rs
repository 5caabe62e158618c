//! Which activities a notice covers.

use rustc_hash::FxHashSet;

use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::register::Register;

/// The activities of a notice, in order: those it names, each followed by its children. Those carried out as a
/// processor are left out: their controllers inform about them.
#[must_use]
pub(crate) fn activities_of<'r>(register: &'r Register, notice: &Notice) -> Vec<&'r Activity> {
    let mut known = FxHashSet::default();
    let named = notice.activities.iter().filter_map(|named| register.activities.get(&named.id));
    let all = named.flat_map(|named| std::iter::once(named).chain(register.parts_of(named)));
    all.filter(|activity| !activity.is_processing_for_others() && known.insert(&activity.id)).collect()
}

/// The activities among `activities` that only group others of them: they have children there, and no purposes of their
/// own, nor a gap in their place.
#[must_use]
pub(crate) fn only_grouping<'r>(activities: &[&'r Activity]) -> FxHashSet<&'r Id> {
    let wholes: FxHashSet<&Id> =
        activities.iter().filter_map(|part| part.part_of.as_ref()).map(|whole| &whole.id).collect();
    let says_nothing = |activity: &&&Activity| activity.purposes.items.is_empty() && activity.purposes.gaps.is_empty();
    let groups = activities.iter().filter(|activity| wholes.contains(&activity.id));
    groups.filter(says_nothing).map(|activity| &activity.id).collect()
}

/// Whether a notice covers an activity.
#[must_use]
pub(crate) fn covers(notice: &Notice, activity: &Activity) -> bool {
    let parent = activity.part_of.as_ref().map(|parent| &parent.id);
    let is_named = |named: &Id| *named == activity.id || Some(named) == parent;
    !activity.is_processing_for_others() && notice.activities.iter().any(|named| is_named(&named.id))
}
