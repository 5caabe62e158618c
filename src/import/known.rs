//! What the municipality has already: controllers, units, systems, processors and recipients, by exact name.

use std::collections::{BTreeMap, BTreeSet};

use super::words::parts;
use crate::draft::folder::Draft;
use crate::lang::Lang;
use crate::model::Id;

/// Ids by name in small letters; a name that two records have is no name.
#[derive(Debug, Default, Clone)]
pub(crate) struct Names {
    by_name: BTreeMap<String, Option<String>>,
    ids: BTreeSet<String>,
}

impl Names {
    fn add<'n>(&mut self, id: &'n Id, names: impl Iterator<Item = &'n str>) {
        self.ids.insert(id.as_str().to_owned());
        let names: BTreeSet<String> = names.chain([id.as_str()]).map(plain).collect();
        for name in names {
            let entry = self.by_name.entry(name).or_insert_with(|| Some(id.as_str().to_owned()));
            if entry.as_deref() != Some(id.as_str()) {
                *entry = None;
            }
        }
    }

    /// The id of the record with a name.
    #[must_use]
    pub(crate) fn id(&self, name: &str) -> Option<&str> {
        self.by_name.get(&plain(name))?.as_deref()
    }

    /// Whether an id is taken.
    #[must_use]
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }
}

/// A name in small letters without signs: a hyphen or a comma makes no other name.
fn plain(name: &str) -> String {
    parts(&name.to_lowercase()).collect::<Vec<_>>().join(" ")
}

/// The records of a municipality that cells can name.
#[derive(Debug, Default, Clone)]
pub(crate) struct Known {
    /// The controllers.
    pub(crate) controllers: Names,
    /// The units.
    pub(crate) units: Names,
    /// The systems.
    pub(crate) systems: Names,
    /// The processors.
    pub(crate) processors: Names,
    /// The recipients.
    pub(crate) recipients: Names,
    /// The codes of the languages, the main one first.
    pub(crate) languages: Vec<Lang>,
    /// The country.
    pub(crate) country: Option<String>,
}

impl Known {
    /// The records of a register.
    #[must_use]
    pub(crate) fn of(draft: &Draft) -> Self {
        let mut known = Self::default();
        if let Some(municipality) = &draft.municipality {
            known.languages = municipality.languages.items.clone();
            known.country = municipality.country_code().map(str::to_owned);
            municipality.controllers.iter().for_each(|(id, one)| known.controllers.add(id, one.name.words()));
            municipality.units.iter().for_each(|(id, one)| known.units.add(id, one.name.words()));
        }
        for shared in &draft.shared {
            shared.systems.iter().for_each(|(id, one)| known.systems.add(id, one.name.0.words()));
            shared.processors.iter().for_each(|(id, one)| known.processors.add(id, one.name.0.words()));
            shared.recipients.iter().for_each(|(id, one)| known.recipients.add(id, one.name.words()));
        }
        known
    }
}
