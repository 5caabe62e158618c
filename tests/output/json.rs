//! `register.json`: codes with their labels, references with the names of their records, and its own schema.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::support::{DAY, Workspace, folders, root};

fn validator() -> Validator {
    let printed = Workspace::empty().ropa(&["schema", "register"]).is(0).out;
    jsonschema::validator_for(&serde_json::from_str(&printed).unwrap()).unwrap()
}

/// Both registers of every municipality of a compiled workspace.
fn registers(build: &Path) -> Vec<Value> {
    let sides = ["public", "internal"].map(|side| build.join(side));
    let read = |file: &Path| serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let of = |side: &Path| {
        folders(side).into_iter().map(|name| read(&side.join(name).join("register.json"))).collect::<Vec<_>>()
    };
    sides.iter().flat_map(|side| of(side)).collect()
}

fn all() -> Vec<Value> {
    let mut workspaces = [Workspace::copy_of(&root().join("examples/full")), Workspace::complete(), Workspace::empty()];
    workspaces[2].lay("registers", &root().join("registers"));
    let build = |workspace: &mut Workspace| {
        workspace.build(&[]).is(0);
        registers(&workspace.path("build"))
    };
    workspaces.iter_mut().flat_map(build).collect()
}

/// Every object of a value, with the key that it stands under.
fn objects<'v>(key: &'v str, value: &'v Value, found: &mut Vec<(&'v str, &'v Value)>) {
    match value {
        Value::Object(entries) => {
            found.push((key, value));
            entries.iter().for_each(|(key, value)| objects(key, value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| objects(key, item, found)),
        _ => {}
    }
}

#[test]
fn every_register_fits_its_schema_and_a_changed_one_does_not() {
    let validator = validator();
    let all = all();
    assert!(all.len() >= 18, "{}", all.len());
    for register in &all {
        let fault = validator.iter_errors(register).next().map(|fault| format!("{}: {fault}", fault.instance_path()));
        assert!(fault.is_none(), "{}: {fault:?}", register["id"]);
    }
    let changes: [(&str, Value); 11] = [
        ("/date", json!("yesterday's")),
        ("/fingerprint", json!(1)),
        ("/format", json!(2)),
        ("/municipality/country", json!({})),
        ("/activities/0/controller", json!("board")),
        ("/activities/0/controller", json!({ "id": "board" })),
        ("/activities/0/controller", json!({ "id": "board", "name": "The board", "items": ["name"] })),
        ("/activities/0/data/0/items/0", json!({ "code": "no-such-code", "label": {} })),
        ("/activities/0/basis/0/code", json!("consent")),
        ("/activities/0/title", json!(5)),
        ("/controllers/0", json!({})),
    ];
    for (path, value) in changes {
        let mut register = all[0].clone();
        *register.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value;
        assert!(!validator.is_valid(&register), "{path} can be anything");
    }
    let mut more = all[0].clone();
    more["activities"][0]["colour"] = json!("red");
    assert!(!validator.is_valid(&more));
}

#[test]
fn codes_have_labels_and_references_names() {
    let (mut articles, mut names) = (0, 0);
    for register in all() {
        let mut found = Vec::new();
        objects("", &register, &mut found);
        for (key, object) in found {
            if object["code"].is_string() && key != "accept" {
                let label = object["label"].as_object().unwrap_or_else(|| panic!("{key}: {object}"));
                assert!(["da", "en", "sv"].iter().all(|lang| label.contains_key(*lang)), "{object}");
            }
            if let Some(article) = object["article"].as_str() {
                let label = object["label"]["en"].as_str().unwrap();
                assert!(label.ends_with(&format!("(Article {article})")), "{object}");
                articles += 1;
            }
            let is_reference =
                matches!(key, "controller" | "unit" | "officer" | "processor" | "system" | "to" | "from");
            if is_reference && object["id"].is_string() && object.as_object().unwrap().len() < 4 {
                assert!(
                    object["name"].is_string() || object["name"].is_object() || key == "officer",
                    "{key}: {object}"
                );
                names += 1;
            }
        }
    }
    assert!(articles > 100 && names > 100, "{articles} {names}");
}

/// The Article of a code is read from its English label: each of these lists has one for every code.
#[test]
fn every_code_of_the_articles_has_its_article() {
    let text = fs::read_to_string(root().join("templates/languages/en.toml")).unwrap();
    let labels: toml::Table = text.parse().unwrap();
    for list in ["basis", "exception", "tool", "ground"] {
        for (code, label) in labels["code"][list].as_table().unwrap() {
            let article = label.as_str().unwrap().rsplit_once(" (Article ");
            assert!(article.is_some_and(|(_, article)| article.ends_with(')')), "{list}: {code}: {label}");
        }
    }
}

#[test]
fn a_register_says_when_and_by_what_it_was_made_and_is_verified_as_of_that_day() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let text = workspace.read("build/public/one-language/register.json");
    let register: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(register["date"], DAY);
    assert_eq!(register["generator"], concat!("ropa ", env!("CARGO_PKG_VERSION")));
    let lines = workspace.read("build/public/register.jsonl");
    let own: String = lines
        .lines()
        .take_while(|line| !line.contains("\"id\":\"two-languages\""))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(register["fingerprint"], ropa::internals::source::sha256(own.as_bytes()));
    workspace.ropa(&["verify", "build"]).is(0);
    workspace.ropa(&["build", "--check"]).is(0);
    workspace.ropa(&["build", "-m", "two-languages", "--date", "2027-01-01"]).is(0);
    workspace.ropa(&["build", "--check", "-m", "two-languages"]).is(0);
    workspace.ropa(&["build", "--check", "-m", "one-language"]).is(0);
    workspace.write("build/public/other/register.json", "{\n\"date\": \"1999-01-01\",\n}");
    workspace.ropa(&["build", "--check", "-m", "one-language"]).is(0);
    workspace.ropa(&["verify", "build", "--date", "2027-01-01"]).is(1);
    workspace.ropa(&["build", "--check", "--date", "2027-01-01"]).is(1);
}
