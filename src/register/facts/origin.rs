//! Whether data are collected from the data subject or from others: Article 13 or Article 14.

use crate::model::activity::Activity;
use crate::model::flow::Origin;
use crate::model::term::Refers;
use crate::register::facts::people;

/// Whether a source of an activity is the data subject, or `None` if it is named in free text.
#[must_use]
pub(crate) fn is_the_person(origin: &Origin, activity: &Activity) -> Option<bool> {
    let mut subjects = activity.subjects.iter().filter_map(|subject| subject.who.word.code());
    match origin.from.word.refers {
        Refers::Itself => None,
        Refers::Register => Some(false),
        Refers::Vocabulary(list) => {
            let code = origin.from.word.code().unwrap_or_default();
            Some(people::is_the_person(list, code) || subjects.any(|subject| subject == code))
        }
    }
}

/// The sources of an activity and of its data.
pub(crate) fn of(activity: &Activity) -> impl Iterator<Item = &Origin> {
    activity.sources.iter().chain(activity.data.iter().flat_map(|data| &data.from))
}
