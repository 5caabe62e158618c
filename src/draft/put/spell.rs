//! Values as YAML.

use super::Wanted;
use crate::draft::items::spelt;
use crate::format::yaml::Node;

/// The longest value that is written in brackets; a longer list has a line for each item.
const LINE: usize = 90;

/// A value in brackets and braces.
pub(super) fn flow(value: &Wanted) -> String {
    match value {
        Wanted::Scalar(text) => spelt(text, true),
        Wanted::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Wanted::Record(fields) => {
            let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {}", flow(value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

/// A value on one line outside brackets.
pub(super) fn plain(value: &Wanted) -> String {
    match value {
        Wanted::Scalar(text) => spelt(text, false),
        other => flow(other),
    }
}

/// A value after its key: on the same line, or a long list with a line for each item.
pub(super) fn value_after_key(text: &str, key: &Node, to: &Wanted) -> String {
    let start = key.place.range().start;
    let before = text.get(..start).unwrap_or_default();
    let column = start - before.rfind('\n').map_or(0, |feed| feed + 1);
    if key.in_flow { flow(to) } else { block_value(to, column) }
}

fn block_value(to: &Wanted, column: usize) -> String {
    match to {
        Wanted::List(items) if flow(to).chars().count() > LINE => {
            let indentation = " ".repeat(column + 2);
            items.iter().map(|item| format!("\n{indentation}- {}", plain(item))).collect()
        }
        Wanted::List(items) if items.len() == 1 => {
            items.first().map(|item| format!("[{}]", flow(item))).unwrap_or_default()
        }
        Wanted::Record(fields) if fields.iter().any(|(_, value)| matches!(value, Wanted::Record(_))) => {
            let indentation = " ".repeat(column + 2);
            let entry =
                |(key, value): &(String, Wanted)| format!("\n{indentation}{}", block_entry(key, value, column + 2));
            fields.iter().map(entry).collect()
        }
        other => plain(other),
    }
}

/// A key with its value, outside brackets; lines after the first have their indentation.
pub(super) fn block_entry(key: &str, to: &Wanted, column: usize) -> String {
    let value = block_value(to, column);
    if value.starts_with('\n') { format!("{key}:{value}") } else { format!("{key}: {value}") }
}
