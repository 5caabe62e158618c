//! Facts about activities that grading needs for many changes.

use crate::model::data::Data;
use crate::model::record::field;
use crate::register::facts::consent::rests_on_consent;
use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diff::matching::said;
use crate::diff::value::Value;
use crate::model::Lang;
use crate::model::activity::Activity;

/// Facts about activities, computed once.
#[derive(Debug, Default)]
pub struct Known {
    data: RefCell<FxHashMap<usize, FxHashSet<String>>>,
    consents: RefCell<FxHashMap<usize, bool>>,
}

impl Known {
    /// Whether the activity has all these data items.
    pub(super) fn has_data(&self, activity: &Activity, main: Option<Lang>, values: &[Value]) -> bool {
        let mut data = self.data.borrow_mut();
        let known = data.entry(std::ptr::from_ref(activity) as usize).or_insert_with(|| {
            let data = Value::of(&activity.data, main);
            data.items().iter().flat_map(|data| data.items_of(field!(Data, items))).map(said).collect()
        });
        values.iter().all(|value| known.contains(&said(value)))
    }

    /// Whether the activity is based on consent anywhere.
    pub(super) fn rests_on_consent(&self, activity: &Activity) -> bool {
        let key = std::ptr::from_ref(activity) as usize;
        *self.consents.borrow_mut().entry(key).or_insert_with(|| rests_on_consent(activity))
    }
}
