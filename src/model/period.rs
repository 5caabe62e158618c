//! Periods and dates.

mod date;
mod day;
mod length;
mod spelling;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::json;

use crate::finding::{Findings, Place};
use crate::format::read::{Read, wrong_type};
use crate::format::schema::FIRST;
use crate::format::version::of_second;
use crate::format::yaml::Node;
use crate::say::Words;

pub(crate) use date::Date;
pub(crate) use length::{Length, Unit};

/// How long something is kept. Without `about`, the bounds are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The shortest length; `None` for `at most`.
    pub least: Option<Length>,
    /// The longest length; `None` for `at least`.
    pub most: Option<Length>,
    /// Whether the length is approximate.
    pub is_about: bool,
    /// Where it stands.
    pub at: Place,
}

/// What `keep` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// For a period.
    For(Period),
    /// For ever.
    Permanent {
        /// Where it stands.
        at: Place,
    },
    /// Not at all: the data are used without being stored.
    NotStored {
        /// Where it stands.
        at: Place,
    },
}

const PERIOD: Words = Words { en: "a period", sv: "en tidsfrist", da: "en frist" };
const HELP: Words = Words {
    en: "write a number and a unit, such as `30 days`, `at most 15 months`, `12 to 24 months` or `P2Y`; or `permanent`, or `not stored`",
    sv: "skriv ett tal och en enhet, till exempel `30 days`, `at most 15 months`, `12 to 24 months` eller `P2Y`; eller `permanent`, eller `not stored`",
    da: "skriv et tal og en enhed, for eksempel `30 days`, `at most 15 months`, `12 to 24 months` eller `P2Y`; eller `permanent`, eller `not stored`",
};

const PERMANENT: &str = "permanent";
const NOT_STORED: &str = "not stored";
const AT_LEAST: &str = "at least";
const AT_MOST: &str = "at most";
const ABOUT: &str = "about";
const TO: &str = "to";

impl Period {
    /// The lengths that it names.
    pub(crate) fn lengths(self) -> impl Iterator<Item = Length> {
        self.least.into_iter().chain(self.most.filter(|most| self.least != Some(*most)))
    }

    /// Whether format 1 has it: an exact number of days, weeks, months or years.
    fn is_of_first(self) -> bool {
        self.least == self.most && !self.is_about && self.lengths().all(Length::is_of_first)
    }

    fn parse(text: &str, at: Place) -> Option<Self> {
        let after = |text, word| str::strip_prefix(text, word).and_then(|rest: &str| rest.strip_prefix(' '));
        let (bound, text) = match (after(text, AT_LEAST), after(text, AT_MOST)) {
            (Some(rest), _) => (Some(Ordering::Greater), rest),
            (_, Some(rest)) => (Some(Ordering::Less), rest),
            _ => (None, text),
        };
        let (is_about, text) = after(text, ABOUT).map_or((false, text), |rest| (true, rest));
        let (least, most) = match (bound, text.split_once(" to ")) {
            (None, Some((least, most))) => {
                let most = Length::parse(most)?;
                let unit = most.parts().last().map(|(_, unit)| unit.key())?;
                let least = Length::parse(least).or_else(|| Length::parse(&format!("{least} {unit}")))?;
                if least.days() >= most.days() {
                    return None;
                }
                (Some(least), Some(most))
            }
            (bound, _) => {
                let length = Some(Length::parse(text)?);
                (
                    length.filter(|_| bound.is_none_or(Ordering::is_gt)),
                    length.filter(|_| bound.is_none_or(Ordering::is_lt)),
                )
            }
        };
        Some(Self { least, most, is_about, at })
    }
}

impl Keep {
    /// Reads a period as the format writes it, of any length.
    fn parse_any(text: &str, at: Place) -> Option<Self> {
        match text {
            PERMANENT => Some(Self::Permanent { at }),
            NOT_STORED => Some(Self::NotStored { at }),
            _ => Period::parse(text, at).map(Self::For),
        }
    }

    /// The period that a text can only mean, as the format writes it: `två år` is `2 years`.
    #[must_use]
    pub(crate) fn spelled(text: &str) -> Option<String> {
        let texts = [Some(text.trim().to_owned()), spelling::meant(text.trim())];
        texts.into_iter().flatten().find(|text| Self::parse(text, Place::default()).is_some())
    }

    /// Reads a period as the format writes it.
    pub(super) fn parse(text: &str, at: Place) -> Option<Self> {
        Self::parse_any(text, at).filter(|keep| !keep.is_too_long())
    }

    /// The period that a text can only mean, in the words of any language: `högst två år` is `at most 2 years`.
    #[must_use]
    pub(crate) fn meant(text: &str) -> Option<Self> {
        Self::parse(&Self::spelled(text)?, Place::default())
    }

    fn is_too_long(self) -> bool {
        matches!(self, Self::For(period) if period.lengths().any(Length::is_too_long))
    }

    /// The same period with `at most`, if it is exact.
    pub(crate) fn at_most(self) -> Option<Self> {
        match self {
            Self::For(period) if period.least == period.most => Some(Self::For(Period { least: None, ..period })),
            _ => None,
        }
    }

    /// Its longest and its shortest length in days. Without an end it is infinite.
    #[must_use]
    pub(crate) fn days(self) -> (f64, f64) {
        match self {
            Self::For(Period { least, most, .. }) => {
                (most.map_or(f64::INFINITY, Length::days), least.map_or(0.0, Length::days))
            }
            Self::Permanent { .. } => (f64::INFINITY, f64::INFINITY),
            Self::NotStored { .. } => (0.0, 0.0),
        }
    }
}

/// As the format writes it: `at most about 97 days`.
impl fmt::Display for Keep {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::For(Period { least, most, is_about, .. }) = self else {
            return to.write_str(if matches!(self, Self::Permanent { .. }) { PERMANENT } else { NOT_STORED });
        };
        let about = if *is_about { format!("{ABOUT} ") } else { String::new() };
        match (least, most) {
            (Some(least), Some(most)) if least == most => write!(to, "{about}{least}"),
            (Some(least), Some(most)) => write!(to, "{about}{least} {TO} {most}"),
            (Some(least), None) => write!(to, "{AT_LEAST} {about}{least}"),
            (None, Some(most)) => write!(to, "{AT_MOST} {about}{most}"),
            (None, None) => Ok(()),
        }
    }
}

impl Read for Keep {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, PERIOD, HELP, findings);
        };
        let keep = Self::parse(text, node.place);
        match keep {
            None => findings.push(spelling::wrong(text, node.place)),
            Some(Self::NotStored { .. }) => findings.push(of_second("`not stored`", node.place)),
            Some(Self::For(period)) if !period.is_of_first() => {
                findings.push(of_second(&format!("`keep: {text}`"), node.place));
            }
            Some(_) => {}
        }
        keep
    }
}

/// An exact period is its ISO 8601 duration, `permanent` and `not stored` are themselves; anything else has its bounds
/// by name: `{"at-least": "P12M", "at-most": "P24M", "about": true}`.
impl Serialize for Keep {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self::For(Period { least, most, is_about, .. }) = self else { return to.collect_str(self) };
        if let Some(length) = least.filter(|least| Some(*least) == *most && !is_about) {
            return to.serialize_str(&length.iso());
        }
        let mut map = to.serialize_map(None)?;
        for (key, length) in [("at-least", least), ("at-most", most)] {
            if let Some(length) = length {
                map.serialize_entry(key, &length.iso())?;
            }
        }
        if *is_about {
            map.serialize_entry(ABOUT, &true)?;
        }
        map.end()
    }
}

impl JsonSchema for Keep {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        if schemas.contract().is_serialize() {
            let length = json!({ "type": "string", "pattern": "^P", "format": "duration" });
            return json_schema!({
                "description": "An exact period (ISO 8601), or its bounds.",
                "anyOf": [
                    { "enum": [PERMANENT, NOT_STORED] },
                    length,
                    {
                        "type": "object",
                        "properties": { "at-least": length, "at-most": length, ABOUT: { "const": true } },
                        "additionalProperties": false
                    }
                ]
            });
        }
        const WORDS: &str = "[1-9][0-9]* +(year|month|week|day|hour|minute)s?";
        const ISO: &str = "P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?)?";
        let length = format!("({WORDS}( and {WORDS})*|{ISO})");
        let pattern = format!(
            "^({PERMANENT}|{NOT_STORED}|({AT_LEAST} |{AT_MOST} )?({ABOUT} )?{length}|({ABOUT} )?([1-9][0-9]*|{length}) {TO} {length})$"
        );
        const FIRST_WORDS: &str = "[1-9][0-9]* +(year|month|week|day)s?";
        const FIRST_ISO: &str = "P0*[1-9][0-9]*[YMWD]";
        let in_first = format!("^({PERMANENT}|{FIRST_WORDS}|{FIRST_ISO})$");
        json_schema!({
            "type": "string",
            "pattern": pattern,
            FIRST: { "type": "string", "pattern": in_first },
            "description": "A number and a unit (`30 days`, `15 months`, `24 hours`), also `3 years and 6 months`, or the same in ISO 8601 (`P2Y`); before it `at least`, `at most` or `about`; a range (`12 to 24 months`); `permanent`; or `not stored`.\n\n`2 years`"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Keep;
    use crate::finding::Place;

    #[test]
    fn a_period_is_written_in_one_way() {
        for text in [
            "permanent",
            "not stored",
            "2 years",
            "at least 10 years",
            "at most about 97 days",
            "about 1 month",
            "12 months to 24 months",
            "at most 3 years and 6 months",
        ] {
            assert_eq!(Keep::parse(text, Place::default()).unwrap().to_string(), text);
        }
        let same = |one, other| assert_eq!(Keep::parse(one, Place::default()), Keep::parse(other, Place::default()));
        same("12 to 24 months", "12 months to 24 months");
        same("at most P97D", "at most 97 days");
        for wrong in ["24 to 12 months", "at least", "at most permanent", "about", "at least 12 to 24 months", "2 to 3"]
        {
            assert_eq!(Keep::parse(wrong, Place::default()), None, "{wrong}");
        }
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
