//! The direction of a change: longer, later, stricter.

use crate::diff::condition::Context;
use crate::diff::value::Value;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::keys;
use crate::model::period::Keep;
use crate::model::record::field;
use crate::model::retention::{Event, Retention};

pub(super) fn grows(before: Option<&Value>, after: u32) -> bool {
    !matches!(before, Some(Value::Number(before)) if *before >= after)
}

/// The longest and the shortest length of a period in days. A whole rule has a length only if it has no end.
pub(super) fn length(value: Option<&Value>) -> (f64, f64) {
    let no_end = |keep: &Keep| keep.days().0.is_infinite();
    match value {
        Some(Value::Keep(keep)) => keep.days(),
        Some(record @ Value::Record(_)) => match record.get(field!(Retention, keep)) {
            Some(Value::Keep(keep)) if no_end(keep) => keep.days(),
            _ => (0.0, 0.0),
        },
        _ => (0.0, 0.0),
    }
}

/// Whether two periods have the same length, both exactly or both approximately.
pub(super) fn is_same_length(before: Option<&Value>, after: Option<&Value>) -> bool {
    let is_about = |value: Option<&Value>| matches!(value, Some(Value::Keep(Keep::For(period))) if period.is_about);
    length(before) == length(after) && is_about(before) == is_about(after)
}

/// The rank of the start of a period: by age, or by rounding.
pub(super) fn start(value: Option<&Value>, case: &Context) -> u32 {
    const AGE: &str = field!(Event, age);
    const ROUNDING: &str = field!(Event, rounding);
    match (case.field(), value) {
        (AGE, Some(Value::Number(age))) => *age,
        (ROUNDING, Some(Value::Code(rounding))) => match *rounding {
            "end-of-month" => 1,
            "end-of-year" | "end-of-school-year" => 2,
            _ => 3,
        },
        _ => 0,
    }
}

pub(super) fn duty(value: Option<&Value>) -> u32 {
    match value {
        Some(Value::Code("statutory")) => 3,
        Some(Value::Code("contractual")) => 2,
        Some(Value::Code("needed")) => 1,
        _ => 0,
    }
}

/// Whether a period is longer. A new period is longer if it is permanent.
pub(super) fn is_longer(before: Option<&Value>, after: Option<&Value>) -> bool {
    match before {
        None => length(after).0.is_infinite(),
        Some(_) => length(after) > length(before),
    }
}

/// Whether the change limits something to fewer cases or fewer data subjects.
pub(super) fn narrower(case: &Context) -> bool {
    const NOT_DISCLOSED: &str = field!(Activity, not_disclosed);
    const ABOUT: &str = field!(Data, about);
    let is_new = case.change.before.is_none();
    let is_gone = case.change.after.is_none();
    let about = |value: &Value| !value.items_of(ABOUT).is_empty();
    match (case.field(), case.item()) {
        (keys::WHEN | NOT_DISCLOSED, _) => is_new,
        (ABOUT, Some((before, after))) => is_new && !about(before) || is_gone && about(after),
        _ => false,
    }
}

/// Whether a list that limits its item had nothing before: what held for all now holds for some.
pub(super) fn first_limit(case: &Context) -> bool {
    let is_new = case.change.before.is_none();
    is_new && case.item().is_some_and(|(before, _)| before.items_of(case.field()).is_empty())
}

/// Whether a list that limits its item has nothing any more: what held for some now holds for all.
pub(super) fn last_limit(case: &Context) -> bool {
    let is_gone = case.change.after.is_none();
    is_gone && case.item().is_some_and(|(_, after)| after.items_of(case.field()).is_empty())
}

/// Whether the register stated before that there is none.
pub(super) fn denied(case: &Context) -> bool {
    let Some(activity) = case.old_activity() else { return false };
    Value::of(activity, case.main).items_of(case.list()).contains(&Value::None)
}
