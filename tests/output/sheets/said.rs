//! What `register.json` says, in a language.

use serde_json::Value;

/// The languages in which a text is said, the best first.
pub(super) type Langs<'l> = [&'l str; 2];

/// A text, the label of a code, or the name of a record.
pub(super) fn said(value: &Value, langs: Langs) -> Option<String> {
    match value {
        Value::String(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Object(fields) => {
            let inside = fields.get("label").or_else(|| fields.get("name")).or_else(|| fields.get("cite"));
            if let Some(inside) = inside.or_else(|| fields.get("text")) {
                return said(inside, langs);
            }
            langs.iter().find_map(|lang| fields.get(*lang)).and_then(|text| said(text, langs))
        }
        _ => None,
    }
}

/// The items of a list, without its gaps.
pub(super) fn items<'v>(record: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    let all = record[key].as_array().map(Vec::as_slice).unwrap_or_default();
    // A gap has a reason, and perhaps a sentence; a retention rule can have a reason among other keys.
    let is_gap = |item: &Value| {
        let keys = item.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
        item.get("unknown").is_some() && keys.into_iter().all(|key| ["unknown", "say"].contains(&key))
    };
    all.iter().filter(move |item| !is_gap(item))
}

/// The reasons of the gaps in a value, except those of notes.
pub(super) fn reasons(value: &Value, langs: Langs, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(reason) = fields.get("unknown") {
                found.extend(said(reason, langs));
            }
            fields
                .iter()
                .filter(|(key, _)| *key != "notes" && *key != "accept")
                .for_each(|(_, inside)| reasons(inside, langs, found));
        }
        Value::Array(all) => all.iter().for_each(|inside| reasons(inside, langs, found)),
        _ => {}
    }
}
