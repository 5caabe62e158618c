//! Which way a value goes: longer, later, stricter.

use crate::diff::condition::Context;
use crate::diff::value::{Span, Value};
use crate::model::record::field;
use crate::model::retention::{Event, Retention};

pub(super) fn grows(before: Option<&Value>, after: u32) -> bool {
    !matches!(before, Some(Value::Number(before)) if *before >= after)
}

/// How long a value keeps something, in days; a whole rule counts only when it keeps for ever.
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

/// How late a period starts: by age, then by rounding.
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

/// Whether something is kept longer. A period that was not there before is longer when it never ends.
pub(super) fn is_longer(before: Option<&Value>, after: Option<&Value>) -> bool {
    match before {
        None => length(after).is_infinite(),
        Some(_) => length(after) > length(before),
    }
}
