//! Special categories of data (Article 9) and data about offences (Article 10).

use std::collections::BTreeSet;

use crate::finding::Place;
use crate::model::activity::Activity;
use crate::model::data::{Data, Sensitivity, Special};
use crate::model::term::Term;
use crate::register::Register;
use crate::vocabulary::{self, Entry, ListName};

/// Whether a code of data is a national identification number (Article 87).
#[must_use]
pub(crate) fn is_identity_number(code: &str) -> bool {
    matches!(code, "national-id" | "coordination-number")
}

/// Whether a code of data has no other meaning than data about offences (Article 10), so that its name says so.
#[must_use]
pub(crate) fn is_offences(code: &str) -> bool {
    code == "offence-data"
}

/// The sensitivity of data: as written, or [`Sensitivity::Criminal`] if the vocabulary says so of an item.
#[must_use]
pub(crate) fn sensitivity_of(data: &Data) -> Option<Sensitivity> {
    let codes = data.items.iter().filter_map(|item| item.word.code());
    let mut known = codes.filter_map(|code| vocabulary::entry(ListName::Data, code)).filter_map(Entry::sensitivity);
    data.sensitivity.or_else(|| known.find(|sensitivity| *sensitivity == Sensitivity::Criminal))
}

/// Whether data are of a special category, or about offences.
#[must_use]
pub(crate) fn is_protected(data: &Data) -> bool {
    !special_of(data).is_empty() || sensitivity_of(data).is_some_and(is_protected_by)
}

/// Whether data are of a special category, and no exception of Article 9(2) is known for them.
#[must_use]
pub(crate) fn lacks_exception(data: &Data) -> bool {
    let is_special = !special_of(data).is_empty() || sensitivity_of(data) == Some(Sensitivity::Special);
    is_special && data.exception.items.is_empty()
}

/// Whether a sensitivity is that of special categories, or of data about offences.
#[must_use]
pub(crate) fn is_protected_by(sensitivity: Sensitivity) -> bool {
    matches!(sensitivity, Sensitivity::Special | Sensitivity::Criminal)
}

/// Whether a code of data is a special category, or about offences.
#[must_use]
pub(crate) fn is_protected_code(code: &str) -> bool {
    vocabulary::entry(ListName::Data, code)
        .is_some_and(|entry| entry.sensitivity().is_some_and(is_protected_by) || entry.special().next().is_some())
}

/// The special categories of a category of data: as written, or else from the vocabulary. A gap does not make the
/// categories that the vocabulary knows go away.
#[must_use]
pub(crate) fn special_of(data: &Data) -> Vec<Special> {
    if !data.special.items.is_empty() || data.special.none {
        return data.special.items.clone();
    }
    let codes = data.items.iter().filter_map(|item| item.word.code());
    let entries = codes.filter_map(|code| vocabulary::entry(ListName::Data, code));
    let mut special: Vec<Special> = entries.flat_map(Entry::special).collect();
    special.sort_unstable();
    special.dedup();
    special
}

/// The data of an activity, then those of other activities that it reuses, each with the activity that describes them.
#[must_use]
pub(crate) fn data_of<'r>(register: &'r Register, activity: &'r Activity) -> Vec<(&'r Activity, &'r Data)> {
    let same = activity.data.iter().filter_map(|data| register.activities.get(&data.same_as.as_ref()?.id));
    let all = std::iter::once(activity).chain(same);
    all.flat_map(|owner| owner.data.iter().map(move |data| (owner, data))).collect()
}

/// The place of footage of surveillance among the data or the records of an activity.
#[must_use]
pub(crate) fn footage_of(activity: &Activity) -> Option<Place> {
    let items = activity.data.iter().flat_map(|data| &data.items);
    let mut data = items.filter(|item| item.word.code() == Some("surveillance-footage")).map(Term::at);
    let records = activity.retention.iter().flat_map(|rule| &rule.of);
    let mut kept = records.filter(|record| record.word.code() == Some("surveillance-recordings")).map(Term::at);
    data.next().or_else(|| kept.next())
}

/// What an activity has of special categories of data and of data about offences.
#[derive(Debug, Default)]
pub(crate) struct Protected {
    /// The special categories.
    pub kinds: BTreeSet<Special>,
    /// Whether some data are of a special category that is not named.
    pub unnamed: bool,
    /// Whether some data are about offences.
    pub offences: bool,
    /// Whether it is not settled of which special category some data are.
    pub is_open: bool,
}

/// What is protected in the data of an activity, and in those of other activities that it reuses.
#[must_use]
pub(crate) fn protected_of(register: &Register, activity: &Activity) -> Protected {
    let mut protected = Protected::default();
    for (_, data) in data_of(register, activity) {
        let kinds = special_of(data);
        match sensitivity_of(data) {
            Some(Sensitivity::Special) => protected.unnamed |= kinds.is_empty(),
            Some(Sensitivity::Criminal) => protected.offences = true,
            _ => {}
        }
        protected.kinds.extend(kinds);
    }
    protected.is_open = activity.data.iter().any(|data| !data.special.gaps.is_empty());
    protected
}
