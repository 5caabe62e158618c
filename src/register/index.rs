//! Indexes the relations of activities with each other and with notices.

use std::collections::{BTreeSet, HashMap};

use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::{Id, Lang};
use crate::register::Register;
use crate::steps;

/// The children of each parent, and the languages of the notices that name an activity.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    parts: HashMap<Id, Vec<Id>>,
    named: HashMap<Id, BTreeSet<Lang>>,
    /// The languages of the notices that name a child, by parent.
    named_in_part: HashMap<String, BTreeSet<Lang>>,
    /// The indices of data by id, for activities with more than [`FEW`] data.
    data: HashMap<Id, HashMap<Id, usize>>,
}

/// Up to this number, the data of an activity are searched linearly.
const FEW: usize = 16;

/// Derived from the rest of the register, so it is always equal for equal registers.
impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Index {
    /// The index of a register.
    pub(super) fn of(register: &Register) -> Self {
        let mut index = Self::default();
        for activity in register.activities.values() {
            steps::count(1);
            if let Some(whole) = &activity.part_of {
                index.parts.entry(whole.id.clone()).or_default().push(activity.id.clone());
            }
        }
        for activity in register.activities.values().filter(|activity| activity.data.items.len() > FEW) {
            let mut numbers = HashMap::new();
            for (number, data) in activity.data.items.iter().enumerate() {
                data.id.iter().for_each(|id| _ = numbers.entry(id.clone()).or_insert(number));
            }
            index.data.insert(activity.id.clone(), numbers);
        }
        for notice in register.notices.values() {
            let languages = register.municipality.languages_of(notice);
            for named in notice.activities.iter() {
                steps::count(1);
                index.named.entry(named.id.clone()).or_default().extend(languages);
                if let Some(whole) = named.id.whole() {
                    index.named_in_part.entry(whole.to_owned()).or_default().extend(languages);
                }
            }
        }
        index
    }

    /// The ids of the children of an activity, in order.
    pub(super) fn parts_of(&self, whole: &Id) -> &[Id] {
        self.parts.get(whole).map(Vec::as_slice).unwrap_or_default()
    }

    /// The data of an activity with this id.
    pub(super) fn data_of<'a>(&self, activity: &'a Activity, id: &Id) -> Option<&'a Data> {
        match self.data.get(&activity.id) {
            Some(numbers) => activity.data.items.get(*numbers.get(id)?),
            None => activity.data.iter().find(|data| data.id.as_ref() == Some(id)),
        }
    }

    /// The languages of the notices that name an activity, its parent or one of its children.
    pub(super) fn languages_of(&self, id: &Id) -> BTreeSet<Lang> {
        let whole = id.whole().and_then(|whole| Id::parse(whole, id.at));
        let own = self.named.get(id);
        let whole = whole.and_then(|whole| self.named.get(&whole));
        let parts = self.named_in_part.get(id.as_str());
        own.into_iter().chain(whole).chain(parts).flatten().copied().collect()
    }
}
