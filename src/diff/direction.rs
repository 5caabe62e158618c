//! The direction of a change: longer, later, stricter.

use crate::diff::condition::Context;
use crate::diff::value::Value;
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
