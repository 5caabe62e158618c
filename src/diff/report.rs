//! The result of comparing two versions: graded changes, new and resolved findings, notices to publish.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil;

use crate::diff::compare;
use crate::diff::condition::Context;
use crate::diff::duty::Duty;
use crate::diff::grade::{self, Grade, Graded};
use crate::diff::known::Known;
use crate::diff::overrides;
use crate::diff::reach::{Field, Reach, Touched, field_of};
use crate::diff::value::{Value, Words};
pub use crate::diff::version::{Seen, Version};
use crate::diff::{Change, RecordKind};
use crate::draft::locate::Locator;
use crate::finding::Finding;
use crate::model::Lang;
use crate::model::version::Version as Format;
use crate::register::Register;
use crate::source::Sources;

/// A new or resolved finding.
#[derive(Debug, Clone)]
pub struct Found {
    /// The finding.
    pub finding: Finding,
    /// Its path, line and column.
    pub address: String,
}

/// The names of the records of both versions.
pub(crate) type Names = BTreeMap<(RecordKind, String), Words>;

/// What changed in one municipality.
#[derive(Debug, Default)]
pub struct Municipality {
    /// The name of the folder.
    pub id: String,
    /// The language of texts without a language.
    pub main: Option<Lang>,
    /// The graded changes.
    pub changes: Vec<Graded>,
    /// The ids of the notices that must be published again.
    pub publish: Vec<String>,
    /// New findings.
    pub introduced: Vec<Found>,
    /// Resolved findings.
    pub resolved: Vec<Found>,
    /// Files that could not be read on one side; their content is not compared.
    pub unread: Vec<String>,
    /// The names of the records.
    pub names: Names,
}

/// What changed between two versions of a workspace.
#[derive(Debug, Default)]
pub struct Report {
    /// The name of the version before.
    pub before: String,
    /// The name of the version after.
    pub after: String,
    /// The municipalities in which something changed.
    pub municipalities: Vec<Municipality>,
}

impl Report {
    /// Every change.
    pub fn changes(&self) -> impl Iterator<Item = &Graded> {
        self.municipalities.iter().flat_map(|municipality| &municipality.changes)
    }

    /// The highest grade; `None` if nothing changed.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        self.changes().map(|graded| graded.grade).max()
    }

    /// The number of changes with that grade.
    #[must_use]
    pub fn count(&self, grade: Grade) -> usize {
        self.changes().filter(|graded| graded.grade == grade).count()
    }

    /// Whether a file could not be compared.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.municipalities.iter().any(|municipality| !municipality.unread.is_empty())
    }
}

/// The parameters of grading.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'j> {
    /// The date as of which the law is applied.
    pub today: civil::Date,
    /// The overrides in `ropa.toml`.
    pub decided: &'j [overrides::Grade],
}

/// Whether both versions have the same files, so that there is nothing to compare.
#[must_use]
pub(crate) fn is_same(before: &Sources, after: &Sources) -> bool {
    before.files.len() == after.files.len()
        && before
            .files
            .iter()
            .zip(&after.files)
            .all(|(one, other)| one.inside == other.inside && one.text == other.text)
}

/// Compares two versions of one municipality, of which the same is seen.
#[must_use]
pub fn municipality<S: Seen>(mut before: Version<S>, mut after: Version<S>, judge: Judge) -> Municipality {
    let unread: BTreeSet<String> = before.unread().union(&after.unread()).cloned().collect();
    before.forget(&unread);
    after.forget(&unread);
    if unread.iter().any(|path| path.is_empty() || path.starts_with("municipality.")) {
        before.written.register_mut().municipality = after.written.register().municipality.clone();
    }
    if unread.contains("") {
        before.written.register_mut().id.clone_from(&after.written.register().id);
        before.written.register_mut().accept.clone_from(&after.written.register().accept);
    }
    let formats = [&before, &after].map(|version| version.written.register().municipality.version());
    for version in [&mut before, &mut after] {
        if formats[0] != formats[1] && version.written.register().municipality.version() == Format::First {
            version.written.name_inheritance();
        }
    }
    let changes = compare::registers(&before.written, &after.written);
    let main = after.written.register().municipality.main_language();
    let main = main.or_else(|| before.written.register().municipality.main_language());
    let changes = graded(changes, (&before, &after), main, judge);
    let publish = to_publish(&changes, after.register());
    let (resolved, introduced) = came_and_went(&before, &after);
    let ids = [&after, &before].map(|version| &version.register().id);
    let folders = [&after, &before].map(|version| &version.sources.municipality);
    let id = ids.into_iter().chain(folders).find(|id| !id.is_empty()).cloned().unwrap_or_default();
    let names = names(&[before.register(), after.register()]);
    Municipality { id, main, changes, publish, introduced, resolved, unread: unread.into_iter().collect(), names }
}

fn graded<S: Seen>(
    changes: Vec<Change>,
    (before, after): (&Version<S>, &Version<S>),
    main: Option<Lang>,
    judge: Judge,
) -> Vec<Graded> {
    if changes.is_empty() {
        return Vec::new();
    }
    let reach = Reach::new(before.side(), after.side());
    let known = Known::default();
    let grade = |change: &Change| {
        let case = Context { change, before: before.side(), after: after.side(), main, known: &known };
        let mut graded = grade::grade(&case, reach.of(change), judge.today, judge.decided)?;
        // The reason of an override in `ropa.toml` is internal.
        graded.because = graded.because.filter(|_| !S::IS_PUBLIC);
        Some(graded)
    };
    changes.iter().filter_map(grade).collect()
}

/// The notices that still exist and that a change requires to be published again.
fn to_publish(changes: &[Graded], after: &Register) -> Vec<String> {
    let obliged = changes.iter().filter(|graded| graded.obliges.contains(&Duty::NewNotice));
    // All changes in a field affect the same notices.
    let touched: HashMap<Field, &Touched> =
        obliged.map(|graded| (field_of(&graded.change), graded.touched.as_ref())).collect();
    let notices: BTreeSet<&String> = touched.values().flat_map(|touched| &touched.notices).collect();
    let is_there = |id: &&&String| after.notices.contains_key(id.as_str());
    notices.iter().filter(is_there).map(|id| (*id).clone()).collect()
}

/// Resolved and new findings. Their place within a record does not count, and the file may have been renamed.
fn came_and_went<S: Seen>(before: &Version<S>, after: &Version<S>) -> (Vec<Found>, Vec<Found>) {
    let only = |here: &Version<S>, there: &Version<S>| {
        let (own, others) = (here.keys(), there.keys());
        let others: BTreeSet<_> = others.into_iter().collect();
        let is_new = |(key, _): &(_, &Finding)| !others.contains(key);
        let only = own.into_iter().zip(&here.findings).filter(is_new);
        let locator = Locator::new(&here.sources);
        let found =
            |(_, finding): (_, &Finding)| Found { finding: finding.clone(), address: locator.address(finding.place) };
        only.map(found).collect()
    };
    (only(before, after), only(after, before))
}

/// The names of all records. A name in a later register replaces that in an earlier one.
#[must_use]
pub(crate) fn names(registers: &[&Register]) -> Names {
    let mut names = Names::new();
    for register in registers {
        let main = register.municipality.main_language();
        let words =
            |record: &dyn crate::model::visit::Visit| Value::of(record, main).words().cloned().unwrap_or_default();
        let mut put = |room: RecordKind, id: &str, name: Words| {
            if !name.is_empty() {
                names.insert((room, id.to_owned()), name);
            }
        };
        let Register { id, municipality, shared, activities, notices, accept: _, index: _ } = register;
        put(RecordKind::Municipality, id, words(&municipality.name));
        municipality.controllers.iter().for_each(|(id, it)| put(RecordKind::Controllers, id.as_str(), words(&it.name)));
        municipality.units.iter().for_each(|(id, it)| put(RecordKind::Units, id.as_str(), words(&it.name)));
        municipality.officers.iter().for_each(|(id, it)| put(RecordKind::Officers, id.as_str(), words(&it.name)));
        activities.iter().for_each(|(id, it)| put(RecordKind::Activities, id.as_str(), words(&it.title)));
        notices.iter().for_each(|(id, it)| put(RecordKind::Notices, id.as_str(), words(&it.title)));
        shared.processors.iter().for_each(|(id, it)| put(RecordKind::Processors, id.as_str(), words(&it.name)));
        shared.systems.iter().for_each(|(id, it)| put(RecordKind::Systems, id.as_str(), words(&it.name)));
        shared.recipients.iter().for_each(|(id, it)| put(RecordKind::Recipients, id.as_str(), words(&it.name)));
        shared.sources.iter().for_each(|(id, it)| put(RecordKind::Sources, id.as_str(), words(&it.name)));
        shared.texts.iter().for_each(|(id, it)| put(RecordKind::Texts, id.as_str(), words(&it.title)));
        shared.measures.iter().for_each(|(id, it)| put(RecordKind::Measures, id.as_str(), words(&it.what)));
    }
    names
}
