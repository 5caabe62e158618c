//! Periods in words.

use serde::Deserialize;

use super::Language;
use crate::language::line::Line;
use crate::model::period::{Length, Period, Unit};

/// The names of the units of time.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Units {
    minutes: Forms,
    hours: Forms,
    days: Forms,
    weeks: Forms,
    months: Forms,
    years: Forms,
}

/// Singular and plural: `{count} år`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    one: String,
    other: String,
}

impl Language {
    /// A period in words, without `at least` and `at most`: `2 years`, `about 97 days`, `12–24 months`.
    #[must_use]
    pub(crate) fn period(&self, period: &Period) -> Line {
        let Period { least, most, is_about, at: _ } = *period;
        let length = match (least, most) {
            (Some(least), Some(most)) if least != most => self.range(least, most),
            (least, most) => self.length(most.or(least).unwrap_or_default()),
        };
        if is_about { self.say("say.about", &[("period", length)]) } else { length }
    }

    /// Two lengths; a unit that they share is said once.
    fn range(&self, least: Length, most: Length) -> Line {
        let lone = |length: Length| Some(length.parts()).filter(|parts| parts.clone().count() == 1)?.next();
        match (lone(least), lone(most)) {
            (Some((least, unit)), Some((most, same))) if unit == same => {
                Line::words(&self.forms(unit).other.replace("{count}", &format!("{least}–{most}")))
            }
            _ => self.say("say.range", &[("least", self.length(least)), ("most", self.length(most))]),
        }
    }

    fn length(&self, length: Length) -> Line {
        let part = |(count, unit): (u32, Unit)| {
            let forms = self.forms(unit);
            let form = if count == 1 { &forms.one } else { &forms.other };
            Line::words(&form.replace("{count}", &count.to_string()))
        };
        self.list(length.parts().map(part).collect())
    }

    fn forms(&self, unit: Unit) -> &Forms {
        match unit {
            Unit::Years => &self.units.years,
            Unit::Months => &self.units.months,
            Unit::Weeks => &self.units.weeks,
            Unit::Days => &self.units.days,
            Unit::Hours => &self.units.hours,
            Unit::Minutes => &self.units.minutes,
        }
    }
}
