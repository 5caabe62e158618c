//! The direction of a change: longer, later, stricter.

use crate::diff::condition::Context;
use crate::diff::value::{Span, Value};
use crate::model::record::field;
use crate::model::retention::{Event, Retention};

pub(super) fn grows(before: Option<&Value>, after: u32) -> bool {
    !matches!(before, Some(Value::Number(before)) if *before >= after)
}

/// The length of a period in days. A whole rule has a length only if it is permanent.
pub(super) fn length(value: Option<&Value>) -> f64 {
    match value {
        Some(Value::Keep(span)) => span.days(),
        Some(record @ Value::Record(_))
            if record.get(field!(Retention, keep)) == Some(&Value::Keep(Span::Permanent)) =>
        {
            f64::INFINITY
        }
        _ => 0.0,
    }
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
        None => length(after).is_infinite(),
        Some(_) => length(after) > length(before),
    }
}
