//! Periods and dates.

mod day;
mod spelling;

use std::borrow::Cow;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::finding::{Findings, Place};
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::model::record::codes;
use crate::say;
use crate::say::Words;

codes! {
    /// The unit of a period, kept as written: 12 months and 1 year are the same time, but not the same text.
    pub enum Unit(en: "a unit of time", sv: "en tidsenhet", da: "en tidsenhed") {
        /// Calendar days.
        Days = "days",
        /// Weeks of seven days.
        Weeks = "weeks",
        /// Calendar months.
        Months = "months",
        /// Calendar years.
        Years = "years",
    }
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    /// A number of days, weeks, months or years.
    For {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// Where it stands.
        at: Place,
    },
    /// For ever.
    Permanent {
        /// Where it stands.
        at: Place,
    },
}

const PERIOD: Words = Words { en: "a period", sv: "en tidsfrist", da: "en frist" };
const HELP: Words = Words {
    en: "write a number and a unit, such as `30 days`, `15 months`, `2 years` or `P2Y`; or `permanent`",
    sv: "skriv ett tal och en enhet, till exempel `30 days`, `15 months`, `2 years` eller `P2Y`; eller `permanent`",
    da: "skriv et tal og en enhed, for eksempel `30 days`, `15 months`, `2 years` eller `P2Y`; eller `permanent`",
};
const DATE: Words = Words { en: "a date", sv: "ett datum", da: "en dato" };

impl Keep {
    fn parse(text: &str, at: Place) -> Option<Self> {
        if text == "permanent" {
            return Some(Self::Permanent { at });
        }
        let (count, unit) = words(text).or_else(|| iso(text))?;
        (count > 0 && count <= most(unit)).then_some(Self::For { count, unit, at })
    }

    /// The period as ISO 8601 has it: `P2Y`. Permanent has none.
    #[must_use]
    pub fn iso(&self) -> Option<String> {
        match self {
            Self::For { count, unit, .. } => Some(match unit {
                Unit::Days => format!("P{count}D"),
                Unit::Weeks => format!("P{count}W"),
                Unit::Months => format!("P{count}M"),
                Unit::Years => format!("P{count}Y"),
            }),
            Self::Permanent { .. } => None,
        }
    }
}

/// The longest period: a limit of the program, beyond all that a law or a decision lays down.
const MOST_YEARS: u32 = 1_000;

/// How many of a unit [`MOST_YEARS`] are.
fn most(unit: Unit) -> u32 {
    MOST_YEARS
        * match unit {
            Unit::Days => 366,
            Unit::Weeks => 53,
            Unit::Months => 12,
            Unit::Years => 1,
        }
}

/// Whether a text is a period but for its length.
fn is_too_long(text: &str) -> bool {
    words(text).or_else(|| iso(text)).is_some_and(|(count, unit)| count > most(unit))
}

/// A number in digits; what is beyond every limit is the largest.
fn number(digits: &str) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u32::MAX))
}

/// `2 years`.
fn words(text: &str) -> Option<(u32, Unit)> {
    let (count, unit) = text.split_once(' ')?;
    let unit = match unit.trim() {
        "day" | "days" => Unit::Days,
        "week" | "weeks" => Unit::Weeks,
        "month" | "months" => Unit::Months,
        "year" | "years" => Unit::Years,
        _ => return None,
    };
    Some((number(count)?, unit))
}

/// `P2Y`, with one unit only: that is how periods are decided and published.
fn iso(text: &str) -> Option<(u32, Unit)> {
    let rest = text.strip_prefix('P')?;
    let (count, unit) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let unit = match unit {
        "D" => Unit::Days,
        "W" => Unit::Weeks,
        "M" => Unit::Months,
        "Y" => Unit::Years,
        _ => return None,
    };
    Some((number(count)?, unit))
}

impl Read for Keep {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, PERIOD, HELP, findings);
        };
        let keep = Self::parse(text, node.place);
        if keep.is_none() {
            findings.push(spelling::wrong(text, node.place));
        }
        keep
    }
}

impl Serialize for Keep {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.iso().as_deref().unwrap_or("permanent"))
    }
}

impl JsonSchema for Keep {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(permanent|[1-9][0-9]* (days?|weeks?|months?|years?)|P[1-9][0-9]*[DWMY])$",
            "description": "A number and a unit (`30 days`, `15 months`, `2 years`), the same in ISO 8601 (`P2Y`), or `permanent`.\n\n`2 years`"
        })
    }
}

/// A day of the calendar (ISO 8601: `2026-11-21`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The day.
    pub day: civil::Date,
    /// Where it stands.
    pub at: Place,
}

impl Read for Date {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Some(text) = node.text() else {
            let help = say!(
                en: "write year, month and day: `2026-03-31`",
                sv: "skriv år, månad och dag: `2026-03-31`",
                da: "skriv år, måned og dag: `2026-03-31`",
            );
            return wrong_type(node, DATE, help, findings);
        };
        let exact = text.len() == 10;
        let day = text.parse::<civil::Date>().ok().filter(|_| exact);
        if day.is_none() {
            findings.push(day::wrong(text, node.place));
        }
        day.map(|day| Self { day, at: node.place })
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.day)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date",
            "description": "A day: year, month, day (ISO 8601).\n\n`2026-11-21`"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Keep;
    use crate::finding::Place;

    #[test]
    fn a_period_is_what_was_decided_and_nothing_else() {
        let iso = |text| Keep::parse(text, Place::default()).and_then(|keep| keep.iso());
        assert_eq!(iso("2 years").as_deref(), Some("P2Y"));
        assert_eq!(iso("1 month").as_deref(), Some("P1M"));
        assert_eq!(iso("P30D").as_deref(), Some("P30D"));
        for wrong in ["two years", "2", "2years", "-2 years", "0 days", "P2Y3M", "P", "2.5 years", "2 år", "PT5H"] {
            assert_eq!(iso(wrong), None, "{wrong}");
        }
        assert!(Keep::parse("permanent", Place::default()).is_some());
    }

    #[test]
    fn a_period_has_an_end() {
        let is_period = |text| Keep::parse(text, Place::default()).is_some();
        assert!(is_period("1000 years") && is_period("P12000M"));
        for long in ["1001 years", "4294967295 years", "99999999999 years", "P12001M", "400000 days"] {
            assert!(!is_period(long), "{long}");
            assert_eq!(
                super::spelling::wrong(long, Place::default()).message.en,
                format!("`{long}` is more than 1,000 years")
            );
        }
    }
}
