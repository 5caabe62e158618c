//! From what is written to what is meant: references followed, words found, shared parts applied.

mod circles;
pub(crate) mod facts;
mod index;
mod inherit;
mod merge;
mod names;
pub(crate) mod phase;
mod references;
mod words;

use indexmap::IndexMap;

use crate::draft::folder::Draft;
use crate::finding::Findings;
use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::shared::Shared;
use crate::model::{Id, Lang};
use crate::steps;
use index::Index;
use phase::Written;

/// The records of one municipality. [`phase`] says how far they are understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    /// The name of the folder, which is the first part of every address.
    pub id: String,
    /// The municipality and its organisation.
    pub municipality: Municipality,
    /// What is shared.
    pub shared: Shared,
    /// The activities in order of id; a part stands after its whole.
    pub activities: IndexMap<Id, Activity>,
    /// The notices in order of id.
    pub notices: IndexMap<Id, Notice>,
    /// Findings that are accepted in `accept.yaml`.
    pub accept: Vec<AcceptedFinding>,
    /// What follows from the rest and is asked for often.
    pub(crate) index: Index,
}

impl Register {
    /// The parts of a whole, in order of id.
    pub fn parts_of(&self, whole: &Activity) -> impl Iterator<Item = &Activity> {
        let parts = self.index.parts_of(&whole.id).iter().inspect(|_| steps::count(1));
        parts.filter_map(|id| self.activities.get(id))
    }

    /// The whole that an activity is a part of.
    #[must_use]
    pub fn whole_of(&self, part: &Activity) -> Option<&Activity> {
        part.part_of.as_ref().and_then(|whole| self.activities.get(&whole.id))
    }

    /// The data of an activity that have that id.
    #[must_use]
    pub fn data_of<'a>(&self, activity: &'a Activity, id: &Id) -> Option<&'a Data> {
        self.index.data_of(activity, id)
    }

    /// The languages in which an activity has a page: of the notices it stands in, or the municipality's where it
    /// stands in none. What is done for other controllers is told by them.
    #[must_use]
    pub fn languages_of(&self, activity: &Activity) -> Vec<Lang> {
        if activity.is_processing_for_others() {
            return Vec::new();
        }
        let all = &self.municipality.languages.items;
        let languages = self.index.languages_of(&activity.id);
        let is_unnamed = languages.is_empty();
        all.iter().copied().filter(|lang| is_unnamed || languages.contains(lang)).collect()
    }
}

/// Resolves the draft of the municipality in the folder `id`: every value where it is written. Every fault becomes a
/// finding; what is wrong is left as it is, and `check` will not let it be published.
#[must_use]
pub(crate) fn resolve(id: &str, draft: Draft, findings: &mut Findings) -> Written {
    let is_whole = draft.unread.is_empty();
    let mut register = merge::merge(id, draft, findings);
    words::find(&mut register, findings);
    references::follow(&mut register, is_whole, findings);
    inherit::refuse_too_much(&register, findings);
    names::offer(&register, findings);
    Written::new(register)
}
