//! The to-do list of a municipality: gaps and findings as questions, the most severe first, each with whom to ask.
//!
//! It is internal, for the data protection officer, and also lists registers that fail the checks.

pub(crate) mod gap;
pub(crate) mod gather;
mod group;
mod lines;
mod markdown;
pub(crate) mod names;
pub(crate) mod owner;
pub(crate) mod question;
mod text;
pub(crate) mod tick;
pub(crate) mod usage;

use crate::draft::locate::Locator;
use crate::finding::Finding;
use crate::register::phase::Complete;
use crate::say::Tongue;
use crate::source::Sources;

pub use markdown::markdown;
pub use text::text;

/// The severity of an item, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// What stops the register from being published.
    Error,
    /// What probably does not comply.
    Warning,
    /// A gap in what Articles 13, 14 and 30 require.
    Required,
    /// Another gap.
    Gap,
    /// Good to know.
    Hint,
}

impl Weight {
    /// All weights, in order.
    pub const ALL: [Self; 5] = [Self::Error, Self::Warning, Self::Required, Self::Gap, Self::Hint];
}

/// The to-do list of one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// The name of the municipality.
    pub municipality: String,
    /// The language of the list.
    pub tongue: Tongue,
    /// The groups in order: the municipality, shared records, notices, units.
    pub groups: Vec<Group>,
}

/// The items of one unit, or of records without a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The unit and its controller, or the subject of the group.
    pub heading: String,
    /// The activities or records, in alphabetical order.
    pub matters: Vec<Matter>,
}

/// The items of one activity, notice or shared record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its name, or `None` if the group has one matter only.
    pub heading: Option<String>,
    /// The items, the most severe first.
    pub items: Vec<Item>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// An id that is the same in every language as long as the item is unchanged: sixteen hexadecimal digits.
    pub key: String,
    /// The highest weight of its causes.
    pub weight: Weight,
    /// What to ask.
    pub question: String,
    /// Whom to ask.
    pub whom: String,
    /// What is missing or wrong.
    pub causes: Vec<Cause>,
    /// The activities that use the shared record.
    pub users: Vec<String>,
}

/// A gap or a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Its weight.
    pub weight: Weight,
    /// The provision that requires the missing value.
    pub law: Option<String>,
    /// The code of a finding.
    pub code: Option<&'static str>,
    /// The purpose, recipient, retention rule or the like that contains it.
    pub inside: String,
    /// The message of a finding, or the reason of a gap.
    pub words: String,
    /// Its places: path and line.
    pub places: Vec<String>,
}

/// Selects items.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Only of these units or controllers, by id; empty for all.
    pub units: Vec<String>,
    /// Only of these activities and their children, by id; empty for all.
    pub activities: Vec<String>,
    /// Only with this weight or a higher one.
    pub from: Weight,
}

impl Default for Filter {
    fn default() -> Self {
        Self { units: Vec::new(), activities: Vec::new(), from: Weight::Hint }
    }
}

impl Todo {
    /// Creates the to-do list of a register from its findings.
    #[must_use]
    pub fn of(complete: &Complete, findings: &[Finding], sources: &Sources, filter: &Filter, tongue: Tongue) -> Self {
        let register = complete.register();
        let names = names::Names::of(register);
        let entries = gather::gather((complete, sources), findings, &names);
        let grouping = group::Grouping { register, locator: Locator::new(sources), names: &names, filter, tongue };
        Self {
            municipality: names.text(&register.municipality.name).get(tongue).to_owned(),
            tongue,
            groups: grouping.groups(entries),
        }
    }

    /// All items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.matters).flat_map(|matter| &matter.items)
    }
}
