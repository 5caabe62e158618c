//! The law as dated data, from `templates/law`: what holds, from when, until when, and who says so.

use serde::de::DeserializeOwned;

use crate::assets;

/// The rows of one file of `templates/law`, each a `[[row]]`. A row that cannot be read is left out; a test reads
/// every file strictly.
#[must_use]
pub fn rows<T: DeserializeOwned>(file: &str) -> Vec<T> {
    let text = assets::text(&format!("law/{file}.toml")).unwrap_or_default();
    let table: toml::Table = toml::from_str(text).unwrap_or_default();
    let rows = table.get("row").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    rows.into_iter().filter_map(|row| row.try_into().ok()).collect()
}
