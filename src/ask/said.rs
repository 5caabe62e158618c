//! An answer in words, for whoever has to place it.

use crate::ask::form::{Kind, Question};
use crate::ask::given::{Says, Value};
use crate::ask::words::word;
use crate::say::Tongue;

/// What an answer says.
pub(super) fn said(says: &Says, question: Option<&Question>, tongue: Tongue) -> String {
    match says {
        Says::Right => word(tongue, "says-right").to_owned(),
        Says::None => word(tongue, "says-none").to_owned(),
        Says::Unknown(reason) => format!("{} {reason}", word(tongue, "says-unknown")),
        Says::Value(value) => of_value(value, question),
    }
}

fn of_value(value: &Value, question: Option<&Question>) -> String {
    let parts = match question.map(|question| &question.kind) {
        Some(Kind::Parts(parts)) => parts.as_slice(),
        _ => &[],
    };
    let label = |key: &String| {
        let part = parts.iter().find(|part| part.key == *key);
        part.map_or_else(|| format!("{key}:"), |part| ended(&part.label))
    };
    let record = |record: &std::collections::BTreeMap<String, Vec<String>>| {
        let mut fields: Vec<(&String, &Vec<String>)> = record.iter().collect();
        fields.sort_by_key(|(key, _)| parts.iter().position(|part| part.key == **key));
        let fields = fields.into_iter().map(|(key, texts)| format!("{} {}", label(key), texts.join(", ")));
        fields.collect::<Vec<_>>().join("; ")
    };
    let items = question.map(|question| question.items.as_slice()).unwrap_or_default();
    let gone = |name: &String| {
        let number = name.strip_prefix('#').and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
        let item = match number {
            Some(at) => items.get(at),
            None => items.iter().find(|item| item.name == *name),
        };
        format!("– {}", item.map_or(name.as_str(), |item| item.words.as_str()))
    };
    let all = value.texts.iter().cloned().chain(value.records.iter().map(record)).chain(value.without.iter().map(gone));
    all.collect::<Vec<_>>().join("; ")
}

/// A question or a label before its answer.
fn ended(label: &str) -> String {
    if label.ends_with(['?', '”', '“', '«', '»']) { label.to_owned() } else { format!("{label}:") }
}
