//! A change on one line, for lists.

use crate::diff::grade::Graded;
use crate::diff::report::{Municipality, Setting};
use crate::diff::words::{Speaker, shortened};
use crate::say::Tongue;
use crate::visible;

/// Maximum number of characters shown of a value.
const MOST: usize = 60;

/// `material: School transport: retention › decisions › period: 2 years → 5 years`.
#[must_use]
pub(crate) fn line(graded: &Graded, municipality: &Municipality, tongue: Tongue) -> String {
    let speaker = Speaker::new(municipality, tongue);
    let change = &graded.change;
    let field = change.fields().last().copied().unwrap_or_default();
    let value = |value: &Option<crate::diff::value::Value>| {
        value.as_ref().map_or_else(|| "–".to_owned(), |value| shortened(&speaker.value(field, value), MOST))
    };
    let subject = speaker.title(change.subject.room, change.subject.id());
    let values = if change.path.is_empty() {
        String::new()
    } else {
        format!(": {} → {}", value(&change.before), value(&change.after))
    };
    let line = format!("{}: {subject}: {}{values}", graded.grade.words().get(tongue), speaker.way(change));
    visible::line(&line).into_owned()
}

/// `minor: ropa.toml: levels.law-missing: – → "off"`.
#[must_use]
pub(crate) fn setting(setting: &Setting, tongue: Tongue) -> String {
    let value = |value: &Option<String>| value.as_ref().map_or_else(|| "–".to_owned(), |value| shortened(value, MOST));
    let (word, key) = (setting.grade.words().get(tongue), &setting.key);
    let line = format!("{word}: ropa.toml: {key}: {} → {}", value(&setting.before), value(&setting.after));
    visible::line(&line).into_owned()
}
