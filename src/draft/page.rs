//! The page that explains every key of the register files, generated from the JSON Schema that editors use.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::draft::schema;
use crate::vocabulary::{self, ListName};

const INTRODUCTION: &str = "\
# The register format

This page is printed by `ropa format`, from the same types that read the files. A municipality is a folder in `registers/`:

| file | what it holds |
|---|---|
| `municipality.yaml` | [Municipality](#municipality): the organisation |
| `shared/*.yaml` | [Shared](#shared): what is written once and referred to by id, in as many files as you like |
| `activities/*.yaml` | [Activity](#activity): one processing activity to a file |
| `notices/*.yaml` | [Notice](#notice): what is published to whom |
| `accept.yaml` | a list of [AcceptedFinding](#acceptedfinding): findings that are accepted for a reason |

Files end with `.yaml` or `.yml`, are UTF-8 and have at most 4 MiB. A file without a record and a link are errors. A file with another
ending is a warning, unless it is a `README`, begins with a dot, or `ignore` in `ropa.toml` names it.

Six things hold everywhere:

- **A text** is a string in the municipality's first language, or one string for each language: `{sv: Skolskjuts, en: School transport}`.
- **A gap** is `{unknown: why}` in the place of a value that is not known, with `say:` for a sentence that the public reads. Each key below says whether it can be one.
- **A list** can be one value, a list, `none`, or `{unknown: why}`. An entry of a list can be a gap: `[name, {unknown: the rest is not listed}]`. In format 2 the reason of a gap is internal, and `{unknown: why, say: sentence}` adds a sentence for the public; in format 1 the reason is published. A phrase with a comma inside `[…]` or `{…}` needs quotation marks.
- **A term** is a code of the [vocabulary](#vocabulary), an id of this register, or free text. In format 2 free text is published as written; if it is the label of a code, `ropa check --all` proposes the code. In format 1 the label of a code means the code: `personnummer` is `national-id`.
- **A short form**: if a record has a main key, the value alone is enough: `basis: consent` is `basis: {code: consent}`.
- **Internal**: reasons of gaps (format 2), notes, measures, agreements, approvals of sub-processors, documentation of derogations, administration and acceptances are never published.
";

/// The whole page as Markdown.
#[must_use]
pub(crate) fn page() -> String {
    let schema = schema::all().to_value();
    let mut page = INTRODUCTION.to_owned();
    let empty = Map::new();
    let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&empty);
    let roots = ["Municipality", "Shared", "Activity", "Notice", "AcceptedFinding"];
    let others = definitions.keys().map(String::as_str).filter(|name| !roots.contains(name));
    for name in roots.into_iter().chain(others) {
        if let Some(definition) = definitions.get(name) {
            definition_section(name, definition, &mut page);
        }
    }
    vocabulary_section(&mut page);
    page
}

fn definition_section(name: &str, definition: &Value, page: &mut String) {
    let (text, _) = text_and_example(definition);
    if let Some(properties) = properties(definition) {
        _ = write!(page, "\n## {name}\n\n{text}\n\n");
        let required = required(definition);
        for (key, property) in properties {
            property_line(key, property, required.contains(&key.as_str()), page);
        }
    } else if let Some(words) = definition.get("oneOf").and_then(Value::as_array) {
        _ = write!(page, "\n## {name}\n\n{text}\n\n");
        for word in words {
            _ = writeln!(page, "- `{}`: {}", word["const"].as_str().unwrap_or_default(), text_and_example(word).0);
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

fn property_line(key: &str, property: &Value, is_required: bool, page: &mut String) {
    let (text, example) = text_and_example(property);
    let needed = if is_required { " **Needed.**" } else { "" };
    let kinds = kinds(property).join(" or ");
    let kinds = if kinds.is_empty() { String::new() } else { format!(" ({kinds})") };
    let gap = if takes_gap(property) { " Can be a gap." } else { "" };
    let internal = if property.get("x-internal").is_some() { " Internal." } else { "" };
    _ = write!(page, "- **`{key}`**{kinds}: {text}{needed}{gap}{internal}");
    if let Some(example) = example {
        _ = write!(page, " Example: `{example}`");
    }
    page.push('\n');
}

/// Whether a key accepts `{unknown: why}` in the place of its value.
fn takes_gap(property: &Value) -> bool {
    let is_gap = |form: &Value| form.get("$ref").and_then(Value::as_str) == Some("#/$defs/Gap");
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
fn kinds(property: &Value) -> Vec<String> {
    let mut kinds = Vec::new();
    collect_kinds(property, &mut kinds);
    kinds
}

fn collect_kinds(schema: &Value, kinds: &mut Vec<String>) {
    let name = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    if let Some(name) = name.filter(|name| !matches!(*name, "Gap" | "Text")) {
        let kind = kind(name);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let forms = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    let inside = [schema.get("items"), schema.get("additionalProperties").filter(|inside| inside.is_object())];
    forms.chain(inside.into_iter().flatten()).for_each(|form| collect_kinds(form, kinds));
}

fn kind(name: &str) -> String {
    match name {
        "Id" => "an id".into(),
        "Period" => "a period".into(),
        "Date" => "a date".into(),
        "Country" => "a country code".into(),
        "Language" => "a language code".into(),
        "Url" => "a web address".into(),
        "Email" => "a mailbox".into(),
        "YesNo" => "`yes` or `no`".into(),
        _ if name.starts_with("TermFor") => "[a term](#vocabulary)".into(),
        _ if name.starts_with("RefTo") => "an id".into(),
        _ => format!("[{name}](#{})", name.to_lowercase()),
    }
}

fn vocabulary_section(page: &mut String) {
    page.push_str("\n## Vocabulary\n\nCodes, with the words that the notices show.\n");
    let lists = [
        (ListName::Data, "Categories of data"),
        (ListName::Subjects, "Data subjects"),
        (ListName::Recipients, "Sources and recipients"),
        (ListName::Events, "Events"),
        (ListName::Records, "Kinds of records"),
    ];
    for (list, title) in lists {
        _ = write!(page, "\n### {title}\n\n| code | words |\n|---|---|\n");
        for code in vocabulary::codes(list) {
            let labels = vocabulary::entry(list, code).map(vocabulary::Entry::labels).cloned().unwrap_or_default();
            let words: Vec<String> = labels.iter().map(|(lang, label)| format!("{lang}: {label}")).collect();
            _ = writeln!(page, "| `{code}` | {} |", words.join("; "));
        }
    }
}
