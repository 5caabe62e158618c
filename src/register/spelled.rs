//! A register as the files that say the same: each record in the newest form, with the values that are written and nothing
//! that is inherited.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::model::law::Law;
use crate::model::record::field;
use crate::register::Register;

/// The key of a citation.
const CITE: &str = field!(Law, cite);

/// The files of a register as written, each with its path below the municipality. A file without a value is left out.
#[must_use]
pub(crate) fn files(written: &Register) -> Vec<(String, Value)> {
    let Register { id: _, municipality, shared, activities, notices, accept, index: _ } = written;
    let mut files =
        vec![("municipality.yaml".to_owned(), value(municipality)), ("shared/records.yaml".to_owned(), value(shared))];
    files.extend(activities.iter().map(|(id, activity)| (format!("activities/{id}.yaml"), value(activity))));
    files.extend(notices.iter().map(|(id, notice)| (format!("notices/{id}.yaml"), value(notice))));
    files.push(("accept.yaml".to_owned(), value(accept)));
    let has_content = |value: &Value| match value {
        Value::Object(map) => !map.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    files.retain(|(_, value)| has_content(value));
    files
}

fn value(record: &impl Serialize) -> Value {
    serde_json::to_value(record).map(spelled).unwrap_or_default()
}

/// A value of the JSON output as the format writes it: a code without its labels, a citation as its text, a period in words.
fn spelled(value: Value) -> Value {
    match value {
        Value::Object(map) => object(map),
        Value::Array(items) => items.into_iter().map(spelled).collect(),
        other => other,
    }
}

fn object(mut map: Map<String, Value>) -> Value {
    let has = |keys: &[&str]| map.len() == keys.len() && keys.iter().all(|key| map.contains_key(*key));
    if has(&["code", "label"]) {
        return map.remove("code").unwrap_or_default();
    }
    if has(&["id"]) {
        return map.remove("id").unwrap_or_default();
    }
    if !map.is_empty() && map.keys().all(|key| matches!(key.as_str(), "at-least" | "at-most" | "about")) {
        return Value::String(period(&map));
    }
    let entries = map.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| {
        let value = match (key.as_str(), value) {
            (CITE, Value::Object(mut cite)) if cite.contains_key("text") => {
                spelled(cite.remove("text").unwrap_or_default())
            }
            ("keep", Value::String(iso)) => Value::String(length(&iso)),
            (_, value) => spelled(value),
        };
        (key, value)
    });
    Value::Object(entries.collect())
}

/// A period with bounds: `at most about 2 years`.
fn period(map: &Map<String, Value>) -> String {
    let about = if map.contains_key("about") { "about " } else { "" };
    let bound = |key: &str| map.get(key).and_then(Value::as_str).map(length);
    match (bound("at-least"), bound("at-most")) {
        (Some(least), Some(most)) if least == most => format!("{about}{least}"),
        (Some(least), Some(most)) => format!("{about}{least} to {most}"),
        (Some(least), None) => format!("at least {about}{least}"),
        (None, Some(most)) => format!("at most {about}{most}"),
        (None, None) => String::new(),
    }
}

/// A length of one unit in words: `P2Y` is `2 years`. Others stay as they are.
fn length(iso: &str) -> String {
    let parts = iso.strip_prefix('P').and_then(|rest| Some((rest, rest.chars().next_back()?)));
    let unit = |letter| match letter {
        'Y' => Some("years"),
        'M' => Some("months"),
        'W' => Some("weeks"),
        'D' => Some("days"),
        _ => None,
    };
    let words = parts.and_then(|(rest, letter)| {
        let (count, unit) = (rest.trim_end_matches(letter), unit(letter)?);
        let is_one = count == "1";
        let is_count = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
        is_count.then(|| format!("{count} {}", if is_one { unit.trim_end_matches('s') } else { unit }))
    });
    words.unwrap_or_else(|| iso.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{files, length};
    use crate::draft::folder;
    use crate::register::phase::Written;
    use crate::register::resolve;
    use crate::source::{Sources, disk};

    fn written(sources: &Sources) -> Written {
        let mut findings = Vec::new();
        let draft = folder::read(sources, &mut findings);
        resolve(&sources.municipality, draft, &mut findings)
    }

    #[test]
    fn the_files_of_a_register_say_what_it_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut count = 0;
        for folder in
            ["registers", "examples/full/registers", "examples/smallest/registers", "tests/laws/complete/registers"]
        {
            for entry in std::fs::read_dir(root.join(folder)).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                let sources = disk::read(&root.join(folder), &name).unwrap().sources;
                let before = written(&sources);
                let mut again = Sources { municipality: name.clone(), ..Sources::default() };
                for (path, value) in files(before.register()) {
                    again.add(format!("{name}/{path}"), path, serde_yaml::to_string(&value).unwrap());
                }
                let after = written(&again);
                for (id, activity) in &before.register().activities {
                    assert_eq!(Some(activity), after.register().activities.get(id), "{folder}/{name}/{id}");
                }
                let (one, other) = (before.register(), after.register());
                assert_eq!(one.municipality, other.municipality, "{folder}/{name}");
                assert_eq!(one.shared, other.shared, "{folder}/{name}");
                assert_eq!(one.notices, other.notices, "{folder}/{name}");
                assert_eq!(before, after, "{folder}/{name}");
                count += 1;
            }
        }
        assert!(count >= 10, "only {count} registers");
    }

    #[test]
    fn a_length_is_in_words_if_it_has_one_unit() {
        assert_eq!(
            ["P2Y", "P1M", "P90D", "P1Y6M", "PT24H"].map(length),
            ["2 years", "1 month", "90 days", "P1Y6M", "PT24H"]
        );
    }
}
