//! The codes of a schema that belong to one country.

use std::collections::BTreeSet;

use schemars::Schema;
use serde_json::Value;

use crate::vocabulary::{self, CountryCode, ListName};

/// The schema without the codes of other countries: an editor offers no Swedish authority in a Danish register.
pub(super) fn only(mut schema: Schema, country: CountryCode) -> Schema {
    let of = |list| vocabulary::codes_of(list, Some(country.as_str()));
    let own: BTreeSet<&str> = ListName::ALL.into_iter().flat_map(of).collect();
    let definitions = schema.get_mut("$defs").and_then(Value::as_object_mut).into_iter().flatten();
    for (_, definition) in definitions.filter(|(name, _)| name.starts_with(TERM)) {
        let forms = definition.get_mut("anyOf").and_then(Value::as_array_mut).into_iter().flatten();
        for codes in forms.filter_map(|form| form.get_mut("enum")?.as_array_mut()) {
            codes.retain(|code| code.as_str().is_some_and(|code| own.contains(code)));
        }
    }
    schema
}

/// How the definitions of terms begin.
const TERM: &str = "TermFor";
