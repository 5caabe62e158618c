//! Categories of data whose id alone is another: what refers to them is the same.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::diff::matching::said;
use crate::diff::value::Value;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::keys;
use crate::model::record::field;

/// Maximum number of categories that only one side has, for looking for renamed ones.
const MOST: usize = 50;

/// The later id of each category that is the same under another id. Nothing refers to the earlier id any more.
pub(super) struct Renamed<'v>(HashMap<&'v str, &'v str>);

/// A category: its id, and its items.
type Category<'v> = (&'v str, HashSet<String>);

impl<'v> Renamed<'v> {
    /// Compares what holds for an activity before and after.
    pub(super) fn of(before: &'v Value, after: &'v Value) -> Self {
        let (old, new) = (categories(before), categories(after));
        let (gone, come) = (without(&old, &new), without(&new, &old));
        let mut all = HashMap::new();
        if gone.len() > MOST || come.len() > MOST {
            return Self(all);
        }
        for (id, items) in &gone {
            // Of two categories with the same items, it is not certain which is which.
            let [(later, its)] = same(items, &come)[..] else { continue };
            if same(its, &gone).len() == 1 && !refers(after, id) {
                all.insert(*id, *later);
            }
        }
        Self(all)
    }

    /// A value before, whose references have the later ids.
    pub(super) fn follow<'b>(&self, before: Cow<'b, Value>) -> Cow<'b, Value> {
        if self.0.is_empty() { before } else { Cow::Owned(self.followed(&before, false)) }
    }

    fn followed(&self, value: &Value, is_reference: bool) -> Value {
        match value {
            Value::Record(fields) => Value::Record(
                fields.iter().map(|(field, value)| (*field, self.followed(value, *field == keys::DATA))).collect(),
            ),
            Value::List(items) => Value::List(items.iter().map(|item| self.followed(item, is_reference)).collect()),
            value if is_reference => value.key().and_then(|id| self.0.get(id)).map_or_else(
                || value.clone(),
                |new| match value {
                    Value::Reference(kind, _) => Value::Reference(*kind, (*new).to_owned()),
                    Value::Free(kind, words) => {
                        Value::Free(*kind, words.keys().map(|lang| (*lang, (*new).to_owned())).collect())
                    }
                    other => other.clone(),
                },
            ),
            other => other.clone(),
        }
    }
}

/// The categories of an activity that have an id.
fn categories(activity: &Value) -> Vec<Category<'_>> {
    let one = |category| {
        let id = Value::get(category, keys::ID)?.key()?;
        Some((id, Value::items_of(category, field!(Data, items)).iter().map(said).collect()))
    };
    activity.items_of(field!(Activity, data)).iter().filter_map(one).collect()
}

/// The categories whose id the other side does not have.
fn without<'a, 'v>(own: &'a [Category<'v>], other: &[Category]) -> Vec<&'a Category<'v>> {
    let known: HashSet<&str> = other.iter().map(|(id, _)| *id).collect();
    own.iter().filter(|(id, _)| !known.contains(id)).collect()
}

/// The categories that share more than half of their items with these.
fn same<'a, 'v>(items: &HashSet<String>, among: &[&'a Category<'v>]) -> Vec<&'a Category<'v>> {
    let shares = |(_, own): &&&Category| 2 * items.intersection(own).count() > items.len().max(own.len());
    among.iter().filter(shares).copied().collect()
}

/// Whether something in an activity refers to a category with this id.
fn refers(activity: &Value, id: &str) -> bool {
    let is_reference = |value: &Value| value.items_of(keys::DATA).iter().any(|data| data.key() == Some(id));
    activity.any(|value| matches!(value, Value::Record(_)) && is_reference(value))
}
