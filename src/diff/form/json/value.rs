//! Values of a register as JSON.

use serde_json::{Map, Value as Json};

use crate::diff::value::{Value, Words};
use crate::finding::Place;
use crate::model::Id;

/// A value as in YAML; terms are given as codes.
pub(super) fn value(value: &Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Record(fields) => fields
            .iter()
            .map(|(field, inside)| (field.replace('_', "-"), self::value(inside)))
            .collect::<Map<_, _>>()
            .into(),
        Value::List(items) => items.iter().map(self::value).collect(),
        Value::ById(things) => {
            things.iter().map(|(id, inside)| (id.clone(), self::value(inside))).collect::<Map<_, _>>().into()
        }
        Value::None => "none".into(),
        Value::Gap(reason, say) => gap(reason, say),
        Value::Free(_, words) => match value.key().filter(|key| Id::parse(key, Place::default()).is_some()) {
            Some(id) => id.into(),
            None => self::words(words),
        },
        Value::Text(words) => self::words(words),
        Value::Term(_, key) | Value::Reference(_, key) | Value::Id(key) | Value::Country(key) => key.as_str().into(),
        Value::Plain(words) => words.as_str().into(),
        Value::Code(code) => (*code).into(),
        Value::Yes => "yes".into(),
        Value::Number(number) => (*number).into(),
        Value::Date(day) => day.to_string().into(),
        Value::Keep(keep) => keep.to_string().into(),
        Value::Lang(lang) => lang.code().into(),
    }
}

/// A gap as in `register.json`: `true` in the place of a reason that is not shown.
fn gap(reason: &Words, say: &Words) -> Json {
    let mut gap = Map::new();
    gap.insert("unknown".to_owned(), if reason.is_empty() { true.into() } else { words(reason) });
    if !say.is_empty() {
        gap.insert("say".to_owned(), words(say));
    }
    gap.into()
}

fn words(words: &Words) -> Json {
    words.iter().map(|(lang, words)| (lang.to_string(), Json::from(words.as_str()))).collect::<Map<_, _>>().into()
}
