//! Facts about activities that grading needs for many changes.

use crate::model::data::Data;
use crate::model::record::field;
use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diff::matching::said;
use crate::diff::value::Value;
use crate::model::Lang;
use crate::model::activity::Activity;
use crate::model::purpose::BasisCode;
use crate::steps;

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

    /// Whether a legal basis of the activity is consent.
    pub(super) fn rests_on_consent(&self, activity: &Activity) -> bool {
        let is_consent = || {
            let mut bases = activity.bases().inspect(|_| steps::count(1));
            bases.any(|basis| basis.code == Some(BasisCode::Consent))
        };
        *self.consents.borrow_mut().entry(std::ptr::from_ref(activity) as usize).or_insert_with(is_consent)
    }
}
