//! Gathers the questions of a municipality: its gaps, its findings, and what a review asks about.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::ask::form::{Form, Matter, Question};
use crate::ask::ground::Ground;
use crate::ask::present::Presenter;
use crate::ask::shape::Shapes;
use crate::ask::{review, table};
use crate::check::rules;
use crate::finding::Finding;
use crate::kind::RecordKind;
use crate::language::alphabet::Alphabet;
use crate::register::phase::Complete;
use crate::say::Tongue;
use crate::source::Sources;
use crate::todo::Weight;
use crate::todo::gather::{Entry, gather};
use crate::todo::names::Names;
use crate::todo::question;
use crate::todo::usage::Usage;

/// Selects questions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Only to these units or controllers, by id; empty for all.
    pub units: Vec<String>,
    /// Only on these activities and their children, by id; empty for all.
    pub activities: Vec<String>,
    /// The roles that are asked beside those of a unit.
    pub roles: Vec<String>,
    /// Whether what is written is asked about, too.
    pub is_review: bool,
}

/// The id of the form with what belongs to no unit.
pub(super) const NO_UNIT: &str = "municipality";

/// The forms, and how many questions each role has that no form asks.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// A form for each unit that has a question.
    pub forms: Vec<Form>,
    /// The questions left to others, by role.
    pub left: BTreeMap<String, usize>,
}

/// The order, name and key of an activity or a shared record.
pub(super) type MatterKey = (u8, String, String);

/// A question with those whom it can be put to.
pub(super) struct Placed {
    pub(super) question: Question,
    pub(super) role: String,
    /// The activity or shared record.
    pub(super) matter: MatterKey,
    /// The units.
    pub(super) units: BTreeSet<String>,
    /// The ids of activities, and of the controllers, by which it is chosen.
    pub(super) chosen_by: BTreeSet<String>,
}

/// The forms of a municipality.
#[must_use]
pub(crate) fn forms(
    complete: &Complete,
    (findings, sources): (&[Finding], &Sources),
    filter: &Filter,
    (tongue, day): (Tongue, String),
) -> Asked {
    let register = complete.register();
    let placed = placed(complete, findings, sources, tongue, filter.is_review);
    let mut asked = Asked::default();
    let mut units: BTreeMap<String, BTreeMap<MatterKey, Vec<Question>>> = BTreeMap::new();
    for placed in placed.into_values().filter(|placed| is_chosen(placed, filter)) {
        if !(table::is_of_unit(&placed.role) || filter.roles.contains(&placed.role)) {
            *asked.left.entry(placed.role.clone()).or_default() += 1;
            continue;
        }
        let wanted = |unit: &&String| {
            filter.units.is_empty()
                || filter.units.contains(*unit)
                || !placed.chosen_by.is_disjoint(&filter.units.iter().cloned().collect())
        };
        for unit in placed.units.iter().filter(wanted) {
            units
                .entry(unit.clone())
                .or_default()
                .entry(placed.matter.clone())
                .or_default()
                .push(placed.question.clone());
        }
    }
    let alphabet = Alphabet::of(tongue.code());
    let shapes = Shapes::new(register.municipality.version(), register.municipality.country_code());
    let presenter = Presenter::new(register, &shapes, tongue);
    let name = presenter.text(&register.municipality.name);
    for (unit, matters) in units {
        let mut matters: Vec<_> = matters.into_iter().collect();
        matters.sort_by(|((one, name, _), _), ((other, second, _), _)| {
            one.cmp(other).then_with(|| alphabet.compare(name, second))
        });
        let matters = matters.into_iter().map(|((_, heading, _), questions)| Matter { heading, questions }).collect();
        let municipality = &register.municipality;
        let unit_name = match &unit {
            unit if municipality.units.by_name(unit).is_some() => presenter.title(RecordKind::Units, unit),
            unit if municipality.controllers.by_name(unit).is_some() => presenter.title(RecordKind::Controllers, unit),
            _ => name.clone(),
        };
        asked.forms.push(Form {
            municipality: register.id.clone(),
            name: name.clone(),
            unit,
            unit_name,
            day: day.clone(),
            tongue,
            is_review: filter.is_review,
            matters,
        });
    }
    asked.forms.sort_by(|one, other| {
        alphabet.compare(&one.unit_name, &other.unit_name).then_with(|| one.unit.cmp(&other.unit))
    });
    asked
}

/// Every question that any form can ask, by id.
#[must_use]
pub(crate) fn questions(
    complete: &Complete,
    (findings, sources): (&[Finding], &Sources),
    tongue: Tongue,
) -> BTreeMap<String, Question> {
    let placed = placed(complete, findings, sources, tongue, true);
    placed.into_iter().map(|(id, placed)| (id, placed.question)).collect()
}

fn is_chosen(placed: &Placed, filter: &Filter) -> bool {
    filter.activities.is_empty() || filter.activities.iter().any(|id| placed.chosen_by.contains(id))
}

/// All questions in order of weight.
fn placed(
    complete: &Complete,
    findings: &[Finding],
    sources: &Sources,
    tongue: Tongue,
    is_review: bool,
) -> IndexMap<String, Placed> {
    let register = complete.register();
    let shapes = Shapes::new(register.municipality.version(), register.municipality.country_code());
    let names = Names::of(register);
    let usage = Usage::of(register);
    let ground = Ground::of(complete, sources, &shapes, tongue);
    let mut entries = gather((complete, sources), findings, &names);
    entries.sort_by_key(|entry| entry.weight);
    let mut all: IndexMap<String, Placed> = IndexMap::new();
    for entry in &entries {
        let target = ground.target(entry);
        let question =
            target.and_then(|(file, path)| ground.question(file, &path).map(|question| (file, path, question)));
        // What is more than a value is asked in words, which a person places. Hints are no questions to a unit.
        let in_words = || ground.in_words(entry).filter(|_| entry.weight != Weight::Hint);
        let Some((file, path, mut question)) = question.or_else(in_words) else { continue };
        let why = ground.why(entry);
        if let Some(known) = all.get_mut(&question.id) {
            if !known.question.why.contains(&why) {
                known.question.why.push(why);
            }
            continue;
        }
        let missing = entry.code.filter(|code| question::is_general(code)).and_then(table::missing);
        let asked = missing.and_then(|keys| question::of_gap(&keys)).unwrap_or(entry.question);
        question.words = asked.put(&entry.thing).get(tongue).to_owned();
        entry.inside.get(tongue).clone_into(&mut question.about);
        question.law = law(entry, tongue);
        question.why = vec![why];
        let id = question.id.clone();
        all.insert(id, ground.place(question, &asked.ask, (file, &path), Some((entry, &usage))));
    }
    if is_review {
        review::add(&ground, &mut all);
    }
    all
}

/// The provision that asks for an answer: that of the question, or of the rule.
fn law(entry: &Entry, tongue: Tongue) -> Option<String> {
    let of_rule = || {
        let rule = rules::find(entry.code?)?;
        let cited: Vec<String> = rule.law.iter().map(|provision| provision.cite(tongue)).collect();
        (!cited.is_empty()).then(|| cited.join("; "))
    };
    entry.question.law().map(|law| law.get(tongue).to_owned()).or_else(of_rule)
}
