//! The grade of a change: from the table `templates/law/grades.toml`, or overridden in `ropa.toml`.

mod described;
mod source;

use std::fmt;
use std::sync::Arc;

use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::assets::{Files, Table, unknown};
use crate::diff::condition::{Context, holds, is_known};
use crate::diff::duty::Duty;
use crate::diff::grade::source::Source;
use crate::diff::reach::Touched;
use crate::diff::site::Site;
use crate::diff::third::countries;
use crate::diff::{Change, Step};
use crate::error::Error;
use crate::law::{Told, fault_in_row, no_day, read};
use crate::say::{Message, Words};

/// The weight of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Wording, or internal fields such as notes.
    Editorial,
    /// The record changes; the people concerned are not affected.
    Minor,
    /// People must be told: a new version of the notice.
    Material,
    /// People must be told before the change (Articles 13(3), 14(4)), or it must wait.
    Breaking,
}

impl Grade {
    /// Every grade, highest first.
    pub const ALL: [Self; 4] = [Self::Breaking, Self::Material, Self::Minor, Self::Editorial];

    /// The name of the grade.
    #[must_use]
    pub fn words(self) -> Words {
        match self {
            Self::Breaking => Words { en: "breaking", sv: "genomgripande", da: "gennemgribende" },
            Self::Material => Words { en: "material", sv: "väsentlig", da: "væsentlig" },
            Self::Minor => Words { en: "minor", sv: "mindre", da: "mindre" },
            Self::Editorial => Words { en: "editorial", sv: "redaktionell", da: "redaktionel" },
        }
    }

    /// The name of the grade after a number.
    #[must_use]
    pub fn counted(self, count: usize) -> Words {
        match self {
            Self::Material if count != 1 => Words { en: "material", sv: "väsentliga", da: "væsentlige" },
            Self::Editorial if count != 1 => Words { en: "editorial", sv: "redaktionella", da: "redaktionelle" },
            _ => self.words(),
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.words().en)
    }
}

/// A row of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Row {
    /// The stable code of the kind of change.
    pub code: String,
    path: Paths,
    #[serde(default)]
    on: Vec<On>,
    #[serde(default)]
    when: Vec<String>,
    /// The grade.
    pub grade: Grade,
    law: Vec<String>,
    /// The duties that follow.
    pub obliges: Vec<Duty>,
    reason: Told,
    #[serde(default, deserialize_with = "no_day")]
    from: Option<civil::Date>,
    #[serde(default, deserialize_with = "no_day")]
    until: Option<civil::Date>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "one path or several")]
enum Paths {
    One(String),
    Several(Vec<String>),
}

/// Whether a value was added, removed or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum On {
    Added,
    Removed,
    Changed,
}

static ROWS: Table<Vec<Row>> = Table::new(|files| {
    let sound = |(index, row): (usize, Row)| match row.fault() {
        Some((key, what)) => Err(fault_in_row(files, "grades", index, key, what)),
        None => Ok(row),
    };
    let rows: Vec<Row> = read(files, "grades")?.into_iter().enumerate().map(sound).collect::<Result<_, _>>()?;
    match rows.iter().position(Row::takes_everything).filter(|place| place + 1 < rows.len()) {
        Some(place) => Err(fault_in_row(files, "grades", place, "path", Message::from(NEVER_REACHED))),
        None => Ok(rows),
    }
});

const NEVER_REACHED: Words = Words {
    en: "the rows after this one are never reached: it takes every change",
    sv: "raderna efter den här nås aldrig: den tar varje ändring",
    da: "rækkerne efter denne nås aldrig: den tager enhver ændring",
};

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    ROWS.check(files)
}

/// Every row, in the order in which they are tried.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.get().iter()
}

/// A change with its grade.
#[derive(Debug, Clone)]
pub struct Graded {
    /// The change.
    pub change: Change,
    /// The code of the kind of change.
    pub code: &'static str,
    /// What tells the change from all others; it does not depend on other changes.
    pub fingerprint: String,
    /// The grade.
    pub grade: Grade,
    /// The grade before any decision in `ropa.toml`.
    pub usual: Grade,
    /// The legal source.
    pub law: Message,
    /// The reason for the grade.
    pub reason: Message,
    /// The duties that follow.
    pub obliges: Vec<Duty>,
    /// The activities and notices affected; shared by all changes that affect the same ones.
    pub touched: Arc<Touched>,
    /// The decision in `ropa.toml` that gave it another grade.
    pub decided: Option<Decided>,
    /// Where it is written.
    pub site: Option<Site>,
    /// The countries of the parties that it names; `None` for a country that is not known.
    pub countries: Vec<Option<String>>,
}

impl Graded {
    /// Whether notices must be published again.
    pub(super) fn obliges_notice(&self) -> bool {
        self.obliges.contains(&Duty::NewNotice)
    }
}

/// A decision on the grade of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The reason; empty where it is not shown.
    pub because: String,
    /// The last day on which the decision counts.
    pub until: Option<civil::Date>,
}

/// Grades a change as of a day. `None` if no row applies.
#[must_use]
pub(crate) fn grade(case: &Context, fingerprint: String, touched: Arc<Touched>, today: civil::Date) -> Option<Graded> {
    let path = path(case.change);
    let country = case.register().municipality.country_code().unwrap_or_default();
    let row = rows().find(|row| row.holds_on(today) && row.fits(&path, case))?;
    Some(Graded {
        change: case.change.clone(),
        code: &row.code,
        fingerprint,
        grade: row.grade,
        usual: row.grade,
        law: row.law(country),
        reason: row.reason(),
        obliges: row.obliges.clone(),
        touched,
        decided: None,
        site: None,
        countries: countries(case.value(), case.register()),
    })
}

/// The kind of record and the fields of a change, in YAML spelling.
#[must_use]
pub(crate) fn path(change: &Change) -> Vec<String> {
    let field = |step: &Step| {
        if let Step::Field(field) = step { Some(field.trim_start_matches("r#").replace('_', "-")) } else { None }
    };
    std::iter::once(change.subject.room.key().to_owned()).chain(change.path.iter().filter_map(field)).collect()
}

impl Row {
    /// Whether the row takes every change, on any day.
    fn takes_everything(&self) -> bool {
        let Self { path, on, when, from, until, .. } = self;
        let is_all = match path {
            Paths::One(path) => path == "**",
            Paths::Several(paths) => paths.iter().any(|path| path == "**"),
        };
        is_all && on.is_empty() && when.is_empty() && from.is_none() && until.is_none()
    }

    /// The paths that the row takes.
    pub(super) fn paths(&self) -> &[String] {
        match &self.path {
            Paths::One(path) => std::slice::from_ref(path),
            Paths::Several(paths) => paths,
        }
    }

    /// The invalid key, and what is wrong with it.
    fn fault(&self) -> Option<(&'static str, Message)> {
        let astray = self.conditions().find(|name| !is_known(name)).map(|name| ("when", unknown(name)));
        astray.or_else(|| Some(("law", self.law.iter().find_map(|law| Source::of(law).err())?)))
    }

    /// The names of the conditions.
    pub fn conditions(&self) -> impl Iterator<Item = &str> {
        self.when.iter().map(String::as_str)
    }

    /// Whether the row is valid on a day.
    #[must_use]
    pub fn holds_on(&self, today: civil::Date) -> bool {
        self.from.is_none_or(|from| from <= today) && self.until.is_none_or(|until| today < until)
    }

    fn fits(&self, path: &[String], case: &Context) -> bool {
        let on = match (&case.change.before, &case.change.after) {
            (None, _) => On::Added,
            (_, None) => On::Removed,
            _ => On::Changed,
        };
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        (self.on.is_empty() || self.on.contains(&on))
            && self.paths().iter().any(|pattern| is_at(&pattern.split('.').collect::<Vec<_>>(), &path))
            && self.when.iter().all(|name| holds(name, case).unwrap_or(false))
    }
}

/// Whether a path matches a pattern: `*` is one key, `**` any number of keys.
fn is_at(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern.split_first(), path.split_first()) {
        (None, None) => true,
        (Some((&"**", rest)), _) => {
            is_at(rest, path) || path.split_first().is_some_and(|(_, below)| is_at(pattern, below))
        }
        (Some((key, rest)), Some((first, below))) => (*key == "*" || key == first) && is_at(rest, below),
        _ => false,
    }
}
