//! The page that explains every key of the register files, generated from the JSON Schema that editors use.

mod texts;

use std::fmt::Write as _;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::assets::Files;
use crate::draft::schema;
use crate::error::Error;
use crate::format::schema::{GAP_SINCE, INTERNAL, LAST, SINCE, is_gap};
use crate::say::Tongue;
use crate::vocabulary::{self, ListName};
use texts::{Texts, Words};

/// The schema of all files.
static ALL: LazyLock<Value> = LazyLock::new(|| schema::all().to_value());

/// Checks that the texts of the page can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    texts::check(files)
}

/// The whole page as Markdown in one language.
#[must_use]
pub(crate) fn page(tongue: Tongue) -> String {
    let schema = &*ALL;
    let texts = Texts::of(tongue);
    let mut page = Page { texts, text: texts.introduction.clone() };
    let empty = Map::new();
    let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&empty);
    let roots = ["Municipality", "Shared", "Activity", "Notice", "AcceptedFinding"];
    let others = definitions.keys().map(String::as_str).filter(|name| !roots.contains(name));
    for name in roots.into_iter().chain(others) {
        if let Some(definition) = definitions.get(name) {
            page.definition(name, definition);
        }
    }
    page.vocabulary();
    page.text
}

/// What a code of a closed list means, by the name of its type.
#[must_use]
pub(crate) fn code(tongue: Tongue, list: &str, code: &str) -> Option<String> {
    let own = Texts::of(tongue).code(list, code).map(str::to_owned);
    own.or_else(|| {
        let words = ALL.get("$defs")?.get(list)?.get("oneOf")?.as_array()?;
        words.iter().find(|word| word["const"].as_str() == Some(code)).map(|word| text_and_example(word).0)
    })
}

/// The example of a key of a record, as YAML.
#[must_use]
pub(crate) fn example(tongue: Tongue, record: &str, key: &str) -> Option<String> {
    if let Some((_, example)) = Texts::of(tongue).key(record, key) {
        return example.map(str::to_owned);
    }
    let property = properties(ALL.get("$defs")?.get(record)?)?.get(key)?;
    text_and_example(property).1.map(str::to_owned)
}

/// The page while it is written.
struct Page<'t> {
    texts: &'t Texts,
    text: String,
}

impl Page<'_> {
    /// The section of a record or a list of codes.
    fn definition(&mut self, name: &str, definition: &Value) {
        let (text, _) = text_and_example(definition);
        let text = self.texts.what(name).map_or(text, str::to_owned);
        if let Some(properties) = properties(definition) {
            _ = write!(self.text, "\n## {name}\n\n{text}\n\n");
            let required = required(definition);
            for (key, property) in properties {
                self.key((name, key), property, required.contains(&key.as_str()));
            }
        } else if let Some(words) = definition.get("oneOf").and_then(Value::as_array) {
            _ = write!(self.text, "\n## {name}\n\n{text}\n\n");
            for word in words {
                let Some(code) = word["const"].as_str() else { continue };
                let text = self.texts.code(name, code).map_or_else(|| text_and_example(word).0, str::to_owned);
                _ = writeln!(self.text, "- `{code}`: {text}");
            }
        }
    }

    /// The line of a key.
    fn key(&mut self, (record, key): (&str, &str), property: &Value, is_required: bool) {
        let words = &self.texts.words;
        let (text, example) = match self.texts.key(record, key) {
            Some((text, example)) => (text.to_owned(), example),
            None => text_and_example(property),
        };
        let has = |mark| property.get(mark).is_some();
        let gap = takes_gap(property);
        let marks = [
            (has(SINCE), &words.since),
            (has(LAST), &words.last),
            (is_required, &words.needed),
            (gap && has(GAP_SINCE), &words.gap_since),
            (gap && !has(GAP_SINCE), &words.gap),
            (has(INTERNAL), &words.internal),
        ];
        let kinds = kinds(property, words).join(&format!(" {} ", words.or));
        let kinds = if kinds.is_empty() { String::new() } else { format!(" ({kinds})") };
        _ = write!(self.text, "- **`{key}`**{kinds}: {text}");
        for (_, mark) in marks.into_iter().filter(|(holds, _)| *holds) {
            _ = write!(self.text, " {mark}");
        }
        if let Some(example) = example {
            _ = write!(self.text, " {} `{example}`", words.example);
        }
        self.text.push('\n');
    }

    /// The lists of the vocabulary.
    fn vocabulary(&mut self) {
        let words = &self.texts.words;
        _ = write!(self.text, "\n## {}\n\n{}\n", words.vocabulary, self.texts.vocabulary);
        let lists = [
            (ListName::Data, &words.data),
            (ListName::Subjects, &words.subjects),
            (ListName::Recipients, &words.recipients),
            (ListName::Events, &words.events),
            (ListName::Records, &words.records),
        ];
        for (list, title) in lists {
            _ = write!(self.text, "\n### {title}\n\n| {} | {} |\n|---|---|\n", words.code, words.labels);
            for code in vocabulary::codes(list) {
                let labels = vocabulary::entry(list, code).map(vocabulary::Entry::labels).cloned().unwrap_or_default();
                let all: Vec<String> = labels.iter().map(|(lang, label)| format!("{lang}: {label}")).collect();
                _ = writeln!(self.text, "| `{code}` | {} |", all.join("; "));
            }
        }
    }
}

/// The mapping of a record: the schema itself, or its long form if there is a short one.
fn mapping(definition: &Value) -> Option<&Value> {
    let forms = definition.get("anyOf").and_then(Value::as_array);
    let long = forms.and_then(|forms| forms.iter().find(|form| form.get("properties").is_some()));
    long.or_else(|| definition.get("properties").map(|_| definition))
}

fn properties(definition: &Value) -> Option<&Map<String, Value>> {
    mapping(definition)?.get("properties")?.as_object()
}

fn required(definition: &Value) -> Vec<&str> {
    let required = mapping(definition).and_then(|mapping| mapping.get("required")).and_then(Value::as_array);
    required.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Whether a key accepts `{unknown: why}` in the place of its value.
fn takes_gap(property: &Value) -> bool {
    is_gap(property) || property.get("anyOf").and_then(Value::as_array).is_some_and(|forms| forms.iter().any(takes_gap))
}

/// The description without its last line, and the example quoted in that line.
fn text_and_example(schema: &Value) -> (String, Option<&str>) {
    let description = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let (text, example) = description.rsplit_once("\n\n").unwrap_or((description, ""));
    match example.strip_prefix('`').and_then(|example| example.strip_suffix('`')) {
        Some(example) => (one_line(text), Some(example)),
        None => (one_line(description), None),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Links to the records and terms that a key accepts.
fn kinds(property: &Value, words: &Words) -> Vec<String> {
    let mut kinds = Vec::new();
    collect_kinds(property, words, &mut kinds);
    kinds
}

fn collect_kinds(schema: &Value, words: &Words, kinds: &mut Vec<String>) {
    let name = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    if let Some(name) = name.filter(|name| !matches!(*name, "Gap" | "Text")) {
        let kind = kind(name, words);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let forms = ["anyOf", "allOf"].into_iter().filter_map(|key| schema.get(key)).filter_map(Value::as_array).flatten();
    let inside = [schema.get("items"), schema.get("additionalProperties").filter(|inside| inside.is_object())];
    forms.chain(inside.into_iter().flatten()).for_each(|form| collect_kinds(form, words, kinds));
}

fn kind(name: &str, words: &Words) -> String {
    let plain = match name {
        "Id" => &words.id,
        "Kle" => &words.kle,
        "Period" => &words.period,
        "Date" => &words.date,
        "Country" => &words.country,
        "Language" => &words.language,
        "Url" => &words.url,
        "Email" => &words.email,
        "YesNo" => &words.yes_no,
        _ if name.starts_with("RefTo") => &words.id,
        _ if name.starts_with("TermFor") => {
            return format!("[{}](#{})", words.term, words.vocabulary.to_lowercase());
        }
        _ => return format!("[{name}](#{})", name.to_lowercase()),
    };
    plain.clone()
}
