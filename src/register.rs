//! Resolves drafts into a register: references, terms, inheritance.

mod circles;
pub(crate) mod facts;
mod index;
pub(crate) mod inherit;
mod merge;
mod named;
mod names;
pub(crate) mod phase;
mod references;
mod retention;
pub(crate) mod spelled;
mod together;
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

/// The records of one municipality. Its [`phase`] says how far they are resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    /// The name of the folder, the first component of every output path.
    pub id: String,
    /// The municipality and its organisation.
    pub municipality: Municipality,
    /// The shared records.
    pub shared: Shared,
    /// The activities in order of id; children follow their parent.
    pub activities: IndexMap<Id, Activity>,
    /// The notices in order of id.
    pub notices: IndexMap<Id, Notice>,
    /// The findings accepted in `accept.yaml`.
    pub accept: Vec<AcceptedFinding>,
    /// Lookups derived from the other fields.
    pub(crate) index: Index,
}

impl Register {
    /// The children of an activity, in order of id.
    pub fn parts_of(&self, whole: &Activity) -> impl Iterator<Item = &Activity> {
        let parts = self.index.parts_of(&whole.id).iter().inspect(|_| steps::count(1));
        parts.filter_map(|id| self.activities.get(id))
    }

    /// The parent of an activity.
    #[must_use]
    pub fn whole_of(&self, part: &Activity) -> Option<&Activity> {
        part.part_of.as_ref().and_then(|whole| self.activities.get(&whole.id))
    }

    /// The data of an activity with this id.
    #[must_use]
    pub fn data_of<'a>(&self, activity: &'a Activity, id: &Id) -> Option<&'a Data> {
        self.index.data_of(activity, id)
    }

    /// The languages in which an activity has a page: those of the notices that name it, or else the municipality's.
    /// Empty for processing on behalf of other controllers, who inform about it themselves.
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

/// Resolves the draft of the municipality in the folder `id`, without inheritance. Every fault becomes a finding;
/// faulty values are left as they are, and `check` refuses to publish them.
#[must_use]
pub(crate) fn resolve(id: &str, draft: Draft, findings: &mut Findings) -> Written {
    let is_whole = draft.unread.is_empty();
    let mut register = merge::merge(id, draft, findings);
    words::find(&mut register, findings);
    references::follow(&mut register, is_whole, findings);
    inherit::refuse_too_much(&register, findings);
    inherit::refuse_empty_words(&register, findings);
    together::refuse(&register, findings);
    names::offer(&register, findings);
    Written::new(register)
}
