//! The keys of the language files are the same in all, complete, and used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::laws::sources::{sources, without_tests};
use crate::support::{Workspace, root};

/// The groups of words for the codes of an enumeration, with the enumeration.
const GROUPS: [(&str, &str); 23] = [
    ("addressee", "Addressee"),
    ("applies", "Applies"),
    ("basis", "BasisCode"),
    ("derogation", "Derogation"),
    ("disclosed-by", "Duty"),
    ("end-rounding", "Rounding"),
    ("exception", "ExceptionCode"),
    ("form", "LegalForm"),
    ("ground", "Ground"),
    ("listed", "Listed"),
    ("module", "Module"),
    ("obligation", "ObligationKind"),
    ("obligation-kind", "ObligationKind"),
    ("recipient-kind", "RecipientKind"),
    ("record", "Record"),
    ("right-code", "Right"),
    ("role", "Role"),
    ("rounding", "Rounding"),
    ("sensitivity", "Sensitivity"),
    ("special", "Special"),
    ("stage", "State"),
    ("then", "Then"),
    ("tool", "Tool"),
];

/// The groups of every key that the program looks up.
const LOOKED_UP: [&str; 18] = [
    "heading",
    "label",
    "say",
    "row",
    "right",
    "status",
    "answer",
    "ask",
    "brief",
    "brief-right",
    "brief-say",
    "drawing",
    "open",
    "right-name",
    "search",
    "sheet",
    "table",
    "status-of-others",
];

/// The keys of a language as the program looks them up: `say.gap`, and `basis.consent` of `[code.basis]`.
fn keys(file: &str) -> BTreeSet<String> {
    let table: toml::Table = toml::from_str(file).unwrap();
    let groups = |table: &toml::Table| -> Vec<(String, toml::Table)> {
        table.iter().filter_map(|(name, inside)| Some((name.clone(), inside.as_table()?.clone()))).collect()
    };
    let codes = groups(table["code"].as_table().unwrap());
    let others = groups(&table).into_iter().filter(|(name, _)| name != "code");
    let all = others.chain(codes);
    all.flat_map(|(group, inside)| inside.keys().map(|key| format!("{group}.{key}")).collect::<Vec<_>>()).collect()
}

fn languages() -> BTreeMap<String, BTreeSet<String>> {
    let files = fs::read_dir(root().join("templates/languages")).unwrap().map(Result::unwrap);
    files
        .map(|file| (file.file_name().to_string_lossy().into_owned(), keys(&fs::read_to_string(file.path()).unwrap())))
        .collect()
}

/// The keys in the source code, with `{}` for what is filled in.
fn written() -> BTreeSet<String> {
    let mut written = BTreeSet::new();
    for (_, text) in sources() {
        let text = without_tests(&text);
        for literal in text.split('"') {
            let group = literal.split('.').next().unwrap_or_default();
            let is_key = literal
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'{' | b'}'));
            if is_key && literal.contains('.') && is_group(group) && !literal.ends_with('.') {
                written.insert(literal.to_owned());
            }
        }
        for rest in text.split("code(\"").skip(1) {
            written.insert(format!("{}.{{}}", rest.split('"').next().unwrap_or_default()));
        }
    }
    written
}

fn is_group(name: &str) -> bool {
    LOOKED_UP.contains(&name) || GROUPS.iter().any(|(group, _)| *group == name)
}

/// Whether a key matches a pattern from the source code.
fn fits(key: &str, written: &str) -> bool {
    let mut rest = key;
    let mut pieces = written.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after));
    let Some(first) = pieces.next().and_then(|first| rest.strip_prefix(first)) else { return false };
    rest = first;
    for piece in pieces {
        match rest.rfind(piece).filter(|_| !rest.is_empty()) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    rest.is_empty() || written.ends_with('}')
}

#[test]
fn every_language_has_the_same_keys() {
    let languages = languages();
    for (name, keys) in &languages {
        let differing: Vec<&String> = keys.symmetric_difference(&languages["en.toml"]).collect();
        assert!(differing.is_empty(), "{name}: {differing:?}");
    }
}

#[test]
fn every_key_that_the_program_looks_up_exists() {
    let keys = &languages()["en.toml"];
    for written in written() {
        assert!(keys.iter().any(|key| fits(key, &written)), "no language has `{written}`");
    }
}

#[test]
fn every_key_is_looked_up() {
    let written = written();
    // The name of a row is derived from that of its heading.
    let rows: BTreeSet<String> = written.iter().map(|key| key.replace("heading.", "row.")).collect();
    let written: BTreeSet<String> = written.union(&rows).cloned().collect();
    let keys = languages().remove("en.toml").unwrap();
    let units = keys.iter().filter(|key| key.starts_with("units."));
    assert_eq!(units.count(), 6, "minutes to years");
    // A sentence can have another form for a country: `say.criminal-dk`.
    let without_country =
        |key: &str| ["-dk", "-se"].iter().find_map(|country| Some(key.strip_suffix(country)?.to_owned()));
    let is_looked_up = |key: &str| written.iter().any(|written| fits(key, written));
    let unused: Vec<&String> = keys
        .iter()
        .filter(|key| !key.starts_with("units."))
        .filter(|key| !is_looked_up(key) && !without_country(key).is_some_and(|key| is_looked_up(&key)))
        .collect();
    assert!(unused.is_empty(), "nothing looks up {unused:?}");
}

/// The codes of an enumeration of the schema.
fn codes(schema: &Value, definition: &str) -> BTreeSet<String> {
    let all = schema["$defs"][definition]["oneOf"].as_array().unwrap();
    // A module can be written as a number too.
    let words = all.iter().filter(|form| form["enum"].is_null());
    words.map(|code| code["const"].as_str().unwrap().to_owned()).collect()
}

/// Keys without the variants of a code: `duty-when`, `archive-to`, `erasure.limited-objection`.
fn first_forms(keys: BTreeSet<String>, codes: &BTreeSet<String>) -> BTreeSet<String> {
    let is_form = |key: &str| codes.iter().any(|code| key.strip_prefix(code).is_some_and(|rest| rest.starts_with('-')));
    keys.into_iter().filter(|key| !is_form(key)).collect()
}

#[test]
fn every_code_has_its_words() {
    let schema = serde_json::from_str(&Workspace::empty().ropa(&["schema"]).out).unwrap();
    let keys = &languages()["en.toml"];
    let of = |group: &str| -> BTreeSet<String> {
        keys.iter().filter_map(|key| key.strip_prefix(&format!("{group}."))).map(str::to_owned).collect()
    };
    for (group, definition) in GROUPS {
        let mut codes = codes(&schema, definition);
        // A reader addressed as “you” needs no term.
        codes.remove("you");
        assert_eq!(first_forms(of(group), &codes), codes, "{group}");
    }
    let answers = ["limited", "no", "open", "yes"];
    assert!(of("status").iter().eq(answers.iter()), "{:?}", of("status"));
    let mut rights = codes(&schema, "Right");
    rights.remove("all");
    let expected: BTreeSet<String> =
        rights.iter().flat_map(|right| answers.map(|answer| format!("{right}.{answer}"))).collect();
    assert_eq!(first_forms(of("right"), &expected), expected);
}

#[test]
fn every_place_of_a_sentence_is_there_in_every_language() {
    let places = |text: &str| -> BTreeSet<String> {
        let places = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned());
        places.collect()
    };
    let texts = |name: &str| -> toml::Table {
        toml::from_str(&fs::read_to_string(root().join("templates/languages").join(name)).unwrap()).unwrap()
    };
    let english = texts("en.toml");
    for name in languages().into_keys() {
        let other = texts(&name);
        for group in ["say", "heading", "label"] {
            for (key, text) in english[group].as_table().unwrap() {
                let own = other[group][key].as_str().unwrap();
                assert_eq!(places(own), places(text.as_str().unwrap()), "{name}: {group}.{key}");
            }
        }
    }
}
