//! Formats values as YAML like a person writes it: short lists on one line, long texts folded.

use std::fmt::Write as _;

/// The maximum line length.
const WIDTH: usize = 100;

/// A YAML value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// A scalar: text, a number, a date, `yes`.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values, in order.
    Map(Vec<(String, Value)>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl Value {
    /// A mapping of one key.
    pub(crate) fn one(key: &str, value: impl Into<Value>) -> Self {
        Self::Map(vec![(key.to_owned(), value.into())])
    }

    /// Whether the value contains a gap: `{unknown: why}`.
    pub(crate) fn has_gap(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::List(items) => items.iter().any(Value::has_gap),
            Self::Map(entries) => match entries.as_slice() {
                [(key, _)] | [(key, _), _] if key == "unknown" => true,
                entries => entries.iter().any(|(_, value)| value.has_gap()),
            },
        }
    }

    /// The document with this value.
    pub(crate) fn document(&self) -> String {
        match self {
            Self::Map(keys) => entries(keys),
            other => short(other, false).unwrap_or_default(),
        }
    }
}

/// The document with these keys and values.
pub(crate) fn entries(keys: &[(String, Value)]) -> String {
    let mut out = String::new();
    map(&mut out, keys, 0, true);
    out
}

/// The entries of a mapping, one per line; `pad_first` is false after the hyphen of a list.
fn map(out: &mut String, entries: &[(String, Value)], indent: usize, pad_first: bool) {
    for (place, (key, value)) in entries.iter().enumerate() {
        let pad = if place > 0 || pad_first { indent } else { 0 };
        _ = write!(out, "{:pad$}{key}:", "");
        after_key(out, value, indent + 2);
    }
}

/// The value after a key or a hyphen: on the same line if it fits, or else below it at `indent`.
fn after_key(out: &mut String, value: &Value, indent: usize) {
    let line = if matches!(value, Value::Text(_)) { short(value, false) } else { short(value, true) };
    if let Some(line) = line.filter(|line| line.chars().count() + indent + 14 <= WIDTH) {
        _ = writeln!(out, " {line}");
        return;
    }
    match value {
        Value::Text(text) => folded(out, text, indent),
        Value::List(items) => {
            out.push('\n');
            items.iter().for_each(|item| list_item(out, item, indent));
        }
        Value::Map(entries) => {
            out.push('\n');
            map(out, entries, indent, true);
        }
    }
}

fn list_item(out: &mut String, item: &Value, indent: usize) {
    _ = write!(out, "{:indent$}-", "");
    match item {
        Value::Map(entries) if short(item, true).is_none_or(|line| line.chars().count() > 60) => {
            out.push(' ');
            map(out, entries, indent + 2, false);
        }
        item => after_key(out, item, indent + 2),
    }
}

/// The value on one line, unless it is a long list or a mapping of mappings.
fn short(value: &Value, inside: bool) -> Option<String> {
    match value {
        Value::Text(text) => Some(scalar(text, inside)),
        Value::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| short(item, true)).collect();
            items.map(|items| format!("[{}]", items.join(", ")))
        }
        Value::Map(entries) if entries.len() <= 3 => {
            let entry = |(key, value): &(String, Value)| short(value, true).map(|value| format!("{key}: {value}"));
            let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
            entries.map(|entries| format!("{{{}}}", entries.join(", ")))
        }
        Value::Map(_) => None,
    }
}

/// A long text, folded.
fn folded(out: &mut String, text: &str, indent: usize) {
    out.push_str(" >-");
    let mut room = 0;
    for word in text.split(' ') {
        let long = word.chars().count() + 1;
        if long > room {
            _ = write!(out, "\n{:indent$}{word}", "");
            room = WIDTH.saturating_sub(indent + long);
        } else {
            _ = write!(out, " {word}");
            room -= long;
        }
    }
    out.push('\n');
}

/// A text on one line, quoted if YAML would read it as something else.
fn scalar(text: &str, inside: bool) -> String {
    let begins_well = text.starts_with(|first: char| first.is_alphanumeric() || first == '§' || first == '(');
    let means_more = text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']);
    let closes = inside && text.contains([',', '[', ']', '{', '}', ':']);
    if begins_well && !means_more && !closes {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}
