//! The to-do list of a municipality: its gaps and findings as questions, the heaviest first, each with whom to ask.
//!
//! It is for the data protection officer and never published: it is made from what is written, checked or not.

mod alphabet;
mod gap;
mod gather;
mod group;
mod lines;
mod markdown;
mod names;
mod owner;
pub(crate) mod question;
mod text;
pub(crate) mod tick;
mod usage;

use crate::draft::locate::Locator;
use crate::finding::Finding;
use crate::register::phase::Complete;
use crate::say::Tongue;
use crate::source::Sources;

pub use markdown::markdown;
pub use text::text;

/// How much an item weighs, the heaviest first.
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
    /// Every one, in order.
    pub const ALL: [Self; 5] = [Self::Error, Self::Warning, Self::Required, Self::Gap, Self::Hint];
}

/// What is left to do in one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// The name of the municipality.
    pub municipality: String,
    /// The language of the list.
    pub tongue: Tongue,
    /// The groups in order: the municipality, what is shared, the notices, the units.
    pub groups: Vec<Group>,
}

/// What belongs to one unit, or to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The unit and its controller, or what the group is about.
    pub heading: String,
    /// The activities or things, in the order of the alphabet.
    pub matters: Vec<Matter>,
}

/// What is left to do about one activity, notice or shared thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its name; nothing where the group is one matter.
    pub heading: Option<String>,
    /// The items, the heaviest first.
    pub items: Vec<Item>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// A name that stays the same, in every language, as long as the item stands as it is: sixteen hexadecimal digits.
    pub key: String,
    /// The weight of its heaviest cause.
    pub weight: Weight,
    /// What to ask.
    pub question: String,
    /// Whom to ask.
    pub whom: String,
    /// What is missing or wrong.
    pub causes: Vec<Cause>,
    /// The activities that use what is shared.
    pub users: Vec<String>,
}

/// A gap or a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// How much it weighs.
    pub weight: Weight,
    /// The provision that asks for what is missing.
    pub law: Option<String>,
    /// The code of a finding.
    pub code: Option<&'static str>,
    /// The purpose, recipient, retention rule or the like that it is in.
    pub inside: String,
    /// The message, or the reason of a gap.
    pub words: String,
    /// Where it stands: path and line.
    pub places: Vec<String>,
}

/// Which items are asked for.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Those of these units or controllers, by id; of all when there is none.
    pub units: Vec<String>,
    /// Those of these activities and their parts, by id; of all when there is none.
    pub activities: Vec<String>,
    /// Those that weigh this much or more.
    pub from: Weight,
}

impl Default for Filter {
    fn default() -> Self {
        Self { units: Vec::new(), activities: Vec::new(), from: Weight::Hint }
    }
}

impl Todo {
    /// The to-do list of a register, from what was found in it.
    #[must_use]
    pub fn of(complete: &Complete, findings: &[Finding], sources: &Sources, filter: &Filter, tongue: Tongue) -> Self {
        let register = complete.register();
        let names = names::Names::of(register);
        let entries = gather::gather((register, sources), findings, &names);
        let grouping = group::Grouping { register, locator: Locator::new(sources), names: &names, filter, tongue };
        Self {
            municipality: names.text(&register.municipality.name).get(tongue).to_owned(),
            tongue,
            groups: grouping.groups(entries),
        }
    }

    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.matters).flat_map(|matter| &matter.items)
    }
}
