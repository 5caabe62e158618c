//! The level of each rule in one municipality: the default of the rule, overridden by the profile of the country,
//! then by `ropa.toml` for the workspace, then for the municipality.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde::{Deserialize, de};

use crate::check::rule::Rule;
use crate::check::rules;
use crate::finding::{Findings, Level};
use crate::format::nearest::nearest;
use crate::law::profile;
use crate::visible;

/// Levels that override the defaults, by code of rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<&'static str, Option<Level>>);

impl Levels {
    /// These levels, overridden by `smaller`.
    #[must_use]
    pub fn under(mut self, smaller: &Self) -> Self {
        self.0.extend(smaller.0.iter().map(|(rule, level)| (*rule, *level)));
        self
    }

    /// The profile of a country (ISO 3166-1) on a day, overridden by these levels.
    #[must_use]
    pub fn in_country(&self, country: &str, day: civil::Date) -> Self {
        let profile = profile::of(country, day).filter_map(|row| Some((rules::find(&row.rule)?.code, Some(row.level))));
        Self(profile.collect()).under(self)
    }

    /// The level of a rule; `None` if the rule is off.
    #[must_use]
    pub fn of(&self, rule: &Rule) -> Option<Level> {
        self.0.get(rule.code).copied().unwrap_or(Some(rule.level))
    }

    /// Sets the level of each finding and removes findings of rules that are off.
    pub fn apply(&self, findings: &mut Findings) {
        findings.retain_mut(|finding| match self.0.get(finding.code) {
            Some(Some(level)) => {
                finding.level = *level;
                true
            }
            Some(None) => false,
            None => true,
        });
    }
}

/// Whether the rule is an error by default or in some country: lowering it then needs a reason.
fn is_error_by_law(rule: &Rule) -> bool {
    rule.level == Level::Error || profile::all().any(|row| row.rule == rule.code && row.level == Level::Error)
}

/// A level in `ropa.toml`.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a level is \"error\", \"warning\", \"info\" or \"off\"; with its reason: { level = \"warning\", because = \"…\" }"
)]
enum Written {
    Level(Choice),
    Reasoned(Reasoned),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasoned {
    level: Choice,
    because: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Choice {
    Error,
    Warning,
    Info,
    Off,
}

impl Choice {
    fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Info => Some(Level::Info),
            Self::Off => None,
        }
    }
}

impl<'de> Deserialize<'de> for Levels {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Table)
    }
}

struct Table;

impl<'de> Visitor<'de> for Table {
    type Value = Levels;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a table of rules and their levels")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Levels, A::Error> {
        let mut levels = Levels::default();
        while let Some(Named(rule)) = map.next_key()? {
            let level = map.next_value_seed(LevelOf(rule))?;
            levels.0.insert(rule.code, level);
        }
        Ok(levels)
    }
}

/// The key of an existing rule.
struct Named(&'static Rule);

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        rules::find(&code).map(Self).ok_or_else(|| D::Error::custom(no_such_rule(&code)))
    }
}

fn no_such_rule(code: &str) -> String {
    match nearest(code, rules::all().map(|rule| rule.code)) {
        Some(near) => format!("there is no rule `{code}`; did you mean `{near}`?"),
        None => format!("there is no rule `{code}`; `ropa explain` lists them"),
    }
}

/// Reads the level of a rule. Requires a reason for lowering an error by law.
struct LevelOf(&'static Rule);

impl<'de> DeserializeSeed<'de> for LevelOf {
    type Value = Option<Level>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<Level>, D::Error> {
        let (choice, because) = match Written::deserialize(from)? {
            Written::Level(choice) => (choice, String::new()),
            Written::Reasoned(Reasoned { level, because }) => (level, because),
        };
        let level = choice.level();
        if level != Some(Level::Error) && is_error_by_law(self.0) && !visible::has_shape(&because) {
            return Err(de::Error::custom(format!(
                "`{code}` is an error by law: say why it is lowered, `{code} = {{ level = \"warning\", because = \"…\" }}`",
                code = self.0.code
            )));
        }
        Ok(level)
    }
}
