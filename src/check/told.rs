//! Which activities a text speaks of.

use crate::check::passage::{Owner, Passage};
use crate::check::rule::Case;
use crate::finding::Place;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::notice::Notice;

/// Whether a text stands in what the public reads of an activity: in its own file, in a notice that covers it, or in a
/// shared text of one of them. What stands in no notice in particular speaks of all.
#[must_use]
pub fn speaks_of(case: &Case, passage: &Passage, activity: &Activity) -> bool {
    match passage.owner {
        Owner::Activity(own) => own.id == activity.id || is_part(activity, &own.id),
        Owner::Notice(notice) => covers(notice, activity),
        Owner::Section(_) => {
            let shared = &case.register.shared.texts;
            let section = shared.iter().find(|(_, section)| passage.at.is_in(section.at)).map(|(id, _)| id);
            section.is_none_or(|section| is_told_with(case, section, activity))
        }
        Owner::Municipality | Owner::Shared => true,
    }
}

/// Whether somebody still owes an answer to what a text names: the activity in which it stands, or one that uses the
/// shared thing in whose record it stands. The second has the place of that use.
#[must_use]
pub fn unanswered(case: &Case, passage: &Passage, is_answered: impl Fn(&Activity) -> bool) -> Option<Option<Place>> {
    match passage.activity() {
        Some(activity) => (!is_answered(activity)).then_some(None),
        None => users(case, passage).into_iter().find(|(activity, _)| !is_answered(activity)).map(|(_, at)| Some(at)),
    }
}

/// The activities that use the shared system, processor or recipient in whose record a text stands.
fn users<'c>(case: &'c Case, passage: &Passage) -> Vec<(&'c Activity, Place)> {
    let shared = &case.register.shared;
    let systems = shared.systems.iter().filter(|(_, system)| passage.at.is_in(system.at)).map(|(id, _)| id);
    let processors = shared.processors.iter().filter(|(_, processor)| passage.at.is_in(processor.at)).map(|(id, _)| id);
    let recipients = shared.recipients.iter().filter(|(_, recipient)| passage.at.is_in(recipient.at)).map(|(id, _)| id);
    let Some(id) = systems.chain(processors).chain(recipients).next() else { return Vec::new() };
    let uses = |activity: &'c Activity| {
        let processors =
            activity.processors.iter().filter(|used| used.processor.id == *id).map(|used| used.processor.at());
        let systems = activity.systems.iter().filter(|used| used.system.id == *id).map(|used| used.system.at());
        let named = activity.recipients.iter().filter(|to| to.to.word.key() == Some(id.as_str())).map(|to| to.to.at());
        processors.chain(systems).chain(named).next().map(|at| (activity, at))
    };
    case.activities().filter_map(uses).collect()
}

fn is_part(activity: &Activity, whole: &Id) -> bool {
    activity.part_of.as_ref().is_some_and(|of| of.id == *whole)
}

fn covers(notice: &Notice, activity: &Activity) -> bool {
    notice.activities.iter().any(|named| named.id == activity.id || is_part(activity, &named.id))
}

fn is_told_with(case: &Case, section: &Id, activity: &Activity) -> bool {
    let everywhere = case.register.municipality.texts.iter().any(|text| text.id == *section);
    let own = activity.texts.iter().any(|text| text.id == *section);
    let names = |notice: &Notice| notice.texts.iter().any(|text| text.id == *section);
    everywhere || own || case.register.notices.values().any(|notice| names(notice) && covers(notice, activity))
}
