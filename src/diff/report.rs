//! The result of comparing two versions: graded changes, changes of settings, findings, notices to publish.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::diff::concerned::{Concerned, concerned};
use crate::diff::condition::Context;
use crate::diff::duty::Duty;
pub use crate::diff::found::State;
pub(crate) use crate::diff::found::{Found, Standing};
use crate::diff::grade::{self, Grade, Graded};
use crate::diff::known::Known;
use crate::diff::reach::{Field, Reach, Touched, field_of};
use crate::diff::remarks::{Kind as RemarkKind, Remark, remarks};
use crate::diff::selection::Selection;
pub(crate) use crate::diff::settings::Setting;
use crate::diff::site::Sites;
use crate::diff::value::{Value, Words};
pub use crate::diff::version::{Seen, Version};
use crate::diff::{Change, RecordKind, fingerprint, found, overrides, partial};
use crate::model::Lang;
use crate::register::Register;
use crate::source::Sources;

/// The names of the records of both versions.
pub(crate) type Names = BTreeMap<(RecordKind, String), Words>;

/// The public pages that differ, below the folder of the municipality.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Pages {
    /// Those that show a change of which people must be told.
    pub tell: Vec<String>,
    /// The others.
    pub change: Vec<String>,
}

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
    /// The public pages that differ; `None` if they were not compiled, or a version has errors.
    pub pages: Option<Pages>,
    /// The findings that are not the same in both versions.
    pub findings: Vec<Found>,
    /// The number of those that are.
    pub standing: Standing,
    /// Files that are not compared, because one of the versions could not be read whole. The empty path is all of it.
    pub unread: Vec<String>,
    /// The names of the records.
    pub names: Names,
    /// What is found about the changes themselves.
    pub remarks: Vec<Remark>,
    /// Whom the changed activities concern, by their ids.
    pub concerned: BTreeMap<String, Concerned>,
}

/// What changed between two versions of a workspace.
#[derive(Debug, Default)]
pub struct Report {
    /// The name of the version before.
    pub before: String,
    /// The name of the version after.
    pub after: String,
    /// The changes of the settings in `ropa.toml`.
    pub settings: Vec<Setting>,
    /// The municipalities in which something changed.
    pub municipalities: Vec<Municipality>,
    /// Which changes are shown.
    pub selection: Selection,
    /// Whether the pages of both versions were compiled and compared.
    pub has_compared_pages: bool,
}

impl Report {
    /// Every change.
    pub fn changes(&self) -> impl Iterator<Item = &Graded> {
        self.municipalities.iter().flat_map(|municipality| &municipality.changes)
    }

    /// The grades of all changes, those of settings included.
    fn grades(&self) -> impl Iterator<Item = Grade> {
        self.changes().map(|graded| graded.grade).chain(self.settings.iter().map(|setting| setting.grade))
    }

    /// The highest grade; `None` if nothing changed.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        self.grades().max()
    }

    /// The number of changes with that grade.
    #[must_use]
    pub fn count(&self, grade: Grade) -> usize {
        self.grades().filter(|known| *known == grade).count()
    }

    /// Whether a file could not be compared.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.municipalities.iter().any(|municipality| !municipality.unread.is_empty())
    }

    /// Whether a public page differs.
    #[must_use]
    pub(crate) fn has_pages(&self) -> bool {
        let pages = self.municipalities.iter().filter_map(|municipality| municipality.pages.as_ref());
        pages.into_iter().any(|pages| !pages.tell.is_empty() || !pages.change.is_empty())
    }

    /// The number of findings about changes of a kind.
    #[must_use]
    pub fn remarked(&self, kind: RemarkKind) -> usize {
        let remarks = self.municipalities.iter().flat_map(|municipality| &municipality.remarks);
        remarks.filter(|remark| remark.kind == kind).count()
    }

    /// The number of findings in a state.
    #[must_use]
    pub fn found(&self, state: State) -> usize {
        let findings = self.municipalities.iter().flat_map(|municipality| &municipality.findings);
        findings.filter(|found| found.state == state).count()
    }
}

/// The parameters of grading.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'j> {
    /// The date as of which the law is applied.
    pub today: civil::Date,
    /// The decisions on grades in `ropa.toml` of the version before.
    pub decided: &'j [overrides::Grade],
}

/// Whether both versions have the same files in the same folder, so that there is nothing to compare.
#[must_use]
pub(crate) fn is_same(before: &Sources, after: &Sources) -> bool {
    before.municipality == after.municipality
        && before.files.len() == after.files.len()
        && before
            .files
            .iter()
            .zip(&after.files)
            .all(|(one, other)| one.inside == other.inside && one.text == other.text)
}

/// Compares two versions of one municipality, of which the same is seen.
#[must_use]
pub fn municipality<S: Seen>(mut before: Version<S>, mut after: Version<S>, judge: Judge) -> Municipality {
    let ids = [&after, &before].map(|version| version.register().id.clone());
    let folders = [&after, &before].map(|version| version.sources.municipality.clone());
    let id = ids.into_iter().chain(folders).find(|id| !id.is_empty()).unwrap_or_default();
    let names = names(&[before.register(), after.register()]);
    let (changes, unread) = partial::compared(&mut before, &mut after);
    let (findings, standing) = found::found(&before, &after, &changes);
    let main = after.written.register().municipality.main_language();
    let main = main.or_else(|| before.written.register().municipality.main_language());
    let sites = Sites::new(&before, &after);
    let mut changes = graded(changes, (&before, &after), (main, &id), judge);
    changes.iter_mut().for_each(|graded| graded.site = sites.of(&graded.change));
    let publish = to_publish(&changes, after.register());
    let remarks = remarks(&changes, before.register(), after.register(), &sites);
    let concerned = concerned(&changes, before.side(), after.side());
    let unread = unread.into_iter().collect();
    Municipality { id, main, changes, publish, pages: None, findings, standing, unread, names, remarks, concerned }
}

fn graded<S: Seen>(
    changes: Vec<Change>,
    (before, after): (&Version<S>, &Version<S>),
    (main, municipality): (Option<Lang>, &str),
    judge: Judge,
) -> Vec<Graded> {
    if changes.is_empty() {
        return Vec::new();
    }
    let reach = Reach::new(before.side(), after.side());
    let known = Known::default();
    let fingerprints = fingerprint::of_all(municipality, &changes);
    let grade = |(change, fingerprint): (&Change, String)| {
        let case = Context { change, before: before.side(), after: after.side(), main, known: &known };
        let graded = grade::grade(&case, fingerprint, reach.of(change), judge.today)?;
        let mut graded = overrides::decide(graded, municipality, judge);
        // The reason of a decision in `ropa.toml` is internal.
        if let Some(decided) = graded.decided.as_mut().filter(|_| S::IS_PUBLIC) {
            decided.because.clear();
        }
        Some(graded)
    };
    changes.iter().zip(fingerprints).filter_map(grade).collect()
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
