//! Facts about activities that grading needs for many changes.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diff::flows::{Consented, Flows};
use crate::diff::matching::said;
use crate::diff::reach::Side;
use crate::diff::spelling::Vocabulary;
use crate::diff::value::Value;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::record::field;
use crate::model::{Id, Lang};

/// A side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum When {
    /// The version before.
    Before,
    /// The version after.
    After,
}

/// Facts by side and activity: an id is unique in a register.
type Facts<T> = RefCell<FxHashMap<(When, Id), T>>;

/// Facts about activities, computed once.
#[derive(Debug, Default)]
pub struct Known {
    data: Facts<FxHashSet<String>>,
    consents: Facts<Rc<Consented>>,
    flows: Facts<Rc<Flows>>,
    words: OnceCell<Rc<Vocabulary>>,
}

impl Known {
    /// Whether the activity has all these data items.
    pub(super) fn has_data(&self, (when, activity): (When, &Activity), main: Option<Lang>, values: &[Value]) -> bool {
        let mut data = self.data.borrow_mut();
        let known = data.entry((when, activity.id.clone())).or_insert_with(|| {
            let data = Value::of(&activity.data, main);
            data.items().iter().flat_map(|data| data.items_of(field!(Data, items))).map(said).collect()
        });
        values.iter().all(|value| known.contains(&said(value)))
    }

    /// The words of both versions.
    pub(super) fn words(&self, before: Side, after: Side, main: Option<Lang>) -> Rc<Vocabulary> {
        Rc::clone(self.words.get_or_init(|| Rc::new(Vocabulary::of(before, after, main))))
    }

    /// The data of the activity that rest on consent.
    pub(super) fn consented(&self, (when, activity): (When, &Activity)) -> Rc<Consented> {
        let mut consents = self.consents.borrow_mut();
        let known = consents.entry((when, activity.id.clone()));
        Rc::clone(known.or_insert_with(|| Rc::new(Consented::of(activity))))
    }

    /// Where the data of the activity go.
    pub(super) fn flows(&self, (when, activity): (When, &Activity), main: Option<Lang>) -> Rc<Flows> {
        let mut flows = self.flows.borrow_mut();
        let known = flows.entry((when, activity.id.clone()));
        Rc::clone(known.or_insert_with(|| Rc::new(Flows::of(activity, main))))
    }
}
