//! Dates.

use std::borrow::Cow;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::finding::{Findings, Place};
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::model::period::day;
use crate::say;
use crate::say::Words;

pub(super) const DATE: Words = Words { en: "a date", sv: "ett datum", da: "en dato" };

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

/// The days of the calendar, leap days included, as a pattern (ECMA-262).
const CALENDAR: &str = "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date",
            "pattern": CALENDAR,
            "description": "A day: year, month, day (ISO 8601).\n\n`2026-11-21`"
        })
    }
}
