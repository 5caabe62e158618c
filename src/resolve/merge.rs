//! Many files to one register: every id once.

use indexmap::IndexMap;

use crate::draft::folder::Draft;
use crate::finding::{Finding, Findings, Place};
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::model::shared::Shared;
use crate::model::{Id, Things, suggest};
use crate::resolve::Register;

/// Puts the files of a municipality together.
pub(super) fn merge(id: &str, draft: Draft, findings: &mut Findings) -> Register {
    let Draft { municipality, shared, activities, notices, unread } = draft;
    let is_unread = |path: &String| path.ends_with("/municipality.yaml") || path.ends_with("/municipality.yml");
    if municipality.is_none() && !unread.iter().any(is_unread) {
        findings.push(
            Finding::error("municipality-missing", Place::start_of(0), format!("`registers/{id}` has no municipality.yaml"))
                .help("write the file `municipality.yaml` with `name`, `country`, `languages` and `controllers`; `ropa new` makes one"),
        );
    }
    if Id::parse(id, Place::default()).is_none_or(|id| id.whole().is_some()) {
        let finding = Finding::error(
            "folder-name",
            Place::start_of(0),
            format!("`registers/{id}` cannot be a part of an address"),
        );
        findings.push(match suggest(id) {
            Some(name) => finding.help(format!("rename the folder to `{name}`")),
            None => finding.help("rename the folder: the letters a–z, digits and hyphens"),
        });
    }
    Register {
        id: id.to_owned(),
        municipality: municipality.unwrap_or_default(),
        shared: all_shared(shared, findings),
        activities: by_id(activities, activity_id, "an activity", findings),
        notices: by_id(notices, notice_id, "a notice", findings),
    }
}

fn all_shared(files: Vec<Shared>, findings: &mut Findings) -> Shared {
    let mut all = Shared::default();
    for file in files {
        let Shared { systems, processors, recipients, sources, texts, measures, at: _ } = file;
        add(&mut all.systems, systems, "a system", findings);
        add(&mut all.processors, processors, "a processor", findings);
        add(&mut all.recipients, recipients, "a recipient", findings);
        add(&mut all.sources, sources, "a source", findings);
        add(&mut all.texts, texts, "a shared text", findings);
        add(&mut all.measures, measures, "a security measure", findings);
    }
    all
}

fn add<T>(all: &mut Things<T>, file: Things<T>, what: &str, findings: &mut Findings) {
    for (id, thing) in file.0 {
        match all.0.get_key_value(&id) {
            Some((first, _)) => findings.push(twice(&id, first.at, what)),
            None => {
                all.0.insert(id, thing);
            }
        }
    }
}

fn activity_id(activity: &Activity) -> &Id {
    &activity.id
}

fn notice_id(notice: &Notice) -> &Id {
    &notice.id
}

/// The records in order of id, so that the order of the files does not matter. A record without an id was
/// reported when it was read.
fn by_id<T>(records: Vec<T>, id_of: fn(&T) -> &Id, what: &str, findings: &mut Findings) -> IndexMap<Id, T> {
    let mut all: IndexMap<Id, T> = IndexMap::with_capacity(records.len());
    for record in records {
        let id = id_of(&record).clone();
        match all.get_key_value(&id) {
            Some((first, _)) => findings.push(twice(&id, first.at, what)),
            None if id.is_empty() => {}
            None => {
                all.insert(id, record);
            }
        }
    }
    all.sort_keys();
    all
}

fn twice(id: &Id, first: Place, what: &str) -> Finding {
    Finding::error("id-twice", id.at, format!("{what} with the id `{id}` is written twice"))
        .label("written again here")
        .related(first, "first written here")
        .help("give one of them another id, or remove it")
}
