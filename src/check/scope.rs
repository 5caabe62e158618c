//! Which activities a text is about.

use std::collections::HashMap;

use crate::check::passage::{Owner, Passage};
use crate::check::records::Records;
use crate::check::rule::Case;
use crate::finding::Place;
use crate::kind::RecordKind;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::register::Register;
use crate::register::facts::covered::covers;
use crate::register::facts::usage::{self, Users};

/// Whether the public reads a text with an activity: in the file of the activity or its parent, in a notice that
/// covers it, or in a shared text shown with it. Texts of the municipality and of other shared records apply to all
/// activities.
#[must_use]
pub(crate) fn speaks_of(case: &Case, passage: &Passage, activity: &Activity) -> bool {
    match passage.owner {
        Owner::Activity(own) => own.id == activity.id || activity.is_part_of(&own.id),
        Owner::Notice(notice) => covers(notice, activity),
        Owner::Section(_) => {
            let shared = &case.register.shared.texts;
            let section = shared.iter().find(|(_, section)| passage.at.is_in(section.at)).map(|(id, _)| id);
            section.is_none_or(|section| is_told_with(case, section, activity))
        }
        Owner::Municipality | Owner::Shared => true,
    }
}

/// Whether an activity lacks an answer to what a text names: the activity of the text, or one that uses the shared
/// record with the text. In the second case, the inner option is the place of the use.
#[must_use]
pub(crate) fn unanswered(
    case: &Case,
    passage: &Passage,
    is_answered: impl Fn(&Activity) -> bool,
) -> Option<Option<Place>> {
    match passage.activity() {
        Some(activity) => (!is_answered(activity)).then_some(None),
        None => users(case, passage).into_iter().find(|(activity, _)| !is_answered(activity)).map(|(_, at)| Some(at)),
    }
}

/// The activities that use the shared record that contains a text.
fn users<'c>(case: &'c Case, passage: &Passage) -> Vec<(&'c Activity, Place)> {
    let Uses { shared, users } = case.uses();
    let id = shared.holding(passage.at);
    let of = |(id, kind)| users.get(&(kind, id)).into_iter().flatten().copied();
    id.into_iter().flat_map(|id| SPOKEN_OF.map(|kind| (id, kind))).flat_map(of).collect()
}

/// The shared records whose texts speak of the activities that use them.
const SPOKEN_OF: [RecordKind; 4] =
    [RecordKind::Systems, RecordKind::Processors, RecordKind::Recipients, RecordKind::Sources];

/// Which activities use which shared records; computed once.
pub struct Uses<'r> {
    /// The places of the shared records.
    shared: Records,
    /// The activities that use each record.
    users: HashMap<(RecordKind, &'r str), Users<'r>>,
}

impl<'r> Uses<'r> {
    /// The uses of a register.
    #[must_use]
    pub fn of(register: &'r Register) -> Self {
        let shared = &register.shared;
        let systems = shared.systems.iter().map(|(id, system)| (id.as_str(), system.at));
        let processors = shared.processors.iter().map(|(id, processor)| (id.as_str(), processor.at));
        let recipients = shared.recipients.iter().map(|(id, recipient)| (id.as_str(), recipient.at));
        let sources = shared.sources.iter().map(|(id, source)| (id.as_str(), source.at));
        let shared = Records::of(systems.chain(processors).chain(recipients).chain(sources));
        Self { shared, users: usage::users(register) }
    }
}

fn is_told_with(case: &Case, section: &Id, activity: &Activity) -> bool {
    let everywhere = case.register.municipality.texts.iter().any(|text| text.id == *section);
    let own = activity.texts.iter().any(|text| text.id == *section);
    let names = |notice: &Notice| notice.texts.iter().any(|text| text.id == *section);
    everywhere || own || case.register.notices.values().any(|notice| names(notice) && covers(notice, activity))
}
