//! Events in the words of spreadsheets (`templates/import/events.toml`).

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use crate::assets::{Files, Table, twice, unknown};
use crate::error::Error;
use crate::import::fields::Phrases;
use crate::vocabulary::{self, ListName};

const FILE: &str = "import/events.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    from: Phrases,
    until: Phrases,
    r#while: Phrases,
    plus: Phrases,
}

/// The events by their phrases.
#[derive(Debug, Default)]
pub(super) struct Events {
    /// After “2 years after”.
    pub(super) from: HashMap<String, String>,
    /// After “until”.
    until: HashMap<String, String>,
    /// After “as long as”.
    whilst: HashMap<String, String>,
    /// Before “+ 2 years”.
    pub(super) plus: HashMap<String, String>,
}

static EVENTS: Table<Events> = Table::new(|files| {
    let written: BTreeMap<String, Row> = files.read(FILE)?;
    let mut events = Events::default();
    for (code, row) in written {
        if vocabulary::entry(ListName::Events, &code).is_none() {
            return Err(files.fault(FILE, &[&code], unknown(&code)));
        }
        let lists = [
            ("from", &mut events.from, row.from),
            ("until", &mut events.until, row.until),
            ("while", &mut events.whilst, row.r#while),
            ("plus", &mut events.plus, row.plus),
        ];
        for (key, list, phrases) in lists {
            for phrase in phrases.iter() {
                if list.insert(phrase.to_owned(), code.clone()).is_some() {
                    return Err(files.fault(FILE, &[&code, key], twice(phrase)));
                }
            }
        }
    }
    Ok(events)
});

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    EVENTS.check(files)
}

/// The events.
pub(super) fn events() -> &'static Events {
    EVENTS.get()
}

/// Words before a time that lasts.
const WHILE: [&str; 7] =
    ["så länge som", "så länge", "så længe som", "så længe", "så lenge som", "så lenge", "as long as"];

/// The event at the end of a time that lasts: `så länge avtalet gäller`, `under anställningen`.
pub(super) fn during(text: &str) -> Option<&'static str> {
    const UNDER: [&str; 4] = ["under", "i løbet af", "during", "for the duration of"];
    let events = events();
    let after = |openings: &[&str], list: &'static HashMap<String, String>| {
        openings.iter().find_map(|opening| list.get(text.strip_prefix(opening)?.strip_prefix(' ')?))
    };
    after(&WHILE, &events.whilst).or_else(|| after(&UNDER, &events.plus)).map(String::as_str)
}

/// The event until which data are kept: `tills kontot raderas`, `så länge avtalet gäller`.
pub(super) fn end(text: &str) -> Option<&'static str> {
    const UNTIL: [&str; 12] = [
        "tills",
        "till dess att",
        "till dess",
        "till",
        "fram till",
        "indtil",
        "til",
        "inntil",
        "until",
        "när",
        "når",
        "when",
    ];
    let events = events();
    let after = |openings: &[&str], list: &'static HashMap<String, String>| {
        openings.iter().find_map(|opening| list.get(text.strip_prefix(opening)?.strip_prefix(' ')?))
    };
    after(&UNTIL, &events.until).or_else(|| after(&WHILE, &events.whilst)).map(String::as_str)
}
