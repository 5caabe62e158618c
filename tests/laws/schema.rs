//! The keys of the format: each has an example that the reader accepts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ropa::internals::draft::schema::all;
use ropa::internals::finding::Findings;
use ropa::internals::format::read::Read;
use ropa::internals::format::yaml;
use ropa::internals::model::{
    acceptance, activity, administration, consent, data, decision, flow, law, municipality, notice, organisation,
    processor, purpose, retention, rights, section, shared, untold,
};
use serde_json::Value;

use crate::support::{Workspace, assert_kept, root};

/// Reads a record of one type and returns the findings.
pub(super) type Reader = fn(&str) -> Findings;

fn read<T: Read>(text: &str) -> Findings {
    let mut findings = Findings::new();
    if let Some(node) = yaml::parse(0, text, &mut findings) {
        _ = T::read(&node, &mut findings);
    }
    findings
}

macro_rules! readers {
    ($($room:ident::$name:ident,)*) => {
        [$((stringify!($name), read::<$room::$name> as Reader)),*]
    };
}

/// The readers of every record, by schema name.
pub(super) fn readers() -> BTreeMap<&'static str, Reader> {
    let readers = readers![
        acceptance::Acceptance,
        acceptance::AcceptedFinding,
        activity::Activity,
        administration::Administration,
        administration::Assessment,
        administration::Camera,
        administration::InformationClass,
        administration::InformationGiven,
        administration::Reviewed,
        consent::Consent,
        consent::Obligation,
        consent::Withdrawal,
        data::Data,
        data::Exception,
        data::Subject,
        decision::Automated,
        flow::Disclosure,
        flow::Origin,
        flow::ProcessorUse,
        flow::SystemUse,
        flow::Transfer,
        law::Law,
        municipality::Municipality,
        notice::Brief,
        notice::Notice,
        notice::NoticeVersion,
        organisation::Arrangement,
        organisation::Contact,
        organisation::Controller,
        organisation::Delegation,
        organisation::Note,
        organisation::Officer,
        organisation::SeparateController,
        organisation::Unit,
        processor::Agreement,
        processor::Client,
        processor::Processor,
        processor::SubProcessor,
        purpose::Basis,
        purpose::Purpose,
        retention::Event,
        retention::Except,
        retention::Limit,
        retention::Retention,
        retention::Stage,
        rights::RightNote,
        section::Link,
        section::Section,
        shared::Measure,
        shared::Recipient,
        shared::Shared,
        shared::SourceRegister,
        shared::System,
        untold::Untold,
    ];
    readers.into_iter().collect()
}

/// The schema of all files, with the keys of every version of the format.
pub(super) fn schema() -> Value {
    serde_json::to_value(all()).unwrap()
}

/// The keys of every record with their descriptions. A gap is not a record: its only key is in every list.
fn records() -> BTreeMap<String, BTreeMap<String, String>> {
    let schema = schema();
    let mut records = BTreeMap::new();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let forms = definition["anyOf"].as_array().into_iter().flatten().chain([definition]);
        let keys = forms.filter_map(|form| form["properties"].as_object()).flatten();
        let keys: BTreeMap<String, String> = keys
            .map(|(key, property)| (key.clone(), property["description"].as_str().unwrap_or_default().to_owned()))
            .collect();
        if !keys.is_empty() && name != "Gap" {
            records.insert(name.clone(), keys);
        }
    }
    records
}

#[test]
fn every_record_of_the_schema_has_its_reader() {
    assert!(records().keys().map(String::as_str).eq(readers().into_keys()), "{:?}", records().keys());
}

#[test]
fn every_key_has_an_example_that_can_be_read() {
    let readers = readers();
    for (record, keys) in records() {
        for (key, description) in keys {
            let example = description.rsplit_once("\n\n").map(|(_, example)| example);
            let example = example.and_then(|line| line.strip_prefix('`')?.strip_suffix('`'));
            let example = example.unwrap_or_else(|| panic!("{record}: `{key}` has no example"));
            assert!(example.starts_with(&format!("{key}: ")), "{record}: the example of `{key}` is `{example}`");
            let mut findings = readers[record.as_str()](&format!("{example}\n"));
            findings.retain(|finding| finding.code != "key-missing" && finding.only_in.is_none());
            assert!(findings.is_empty(), "{record}: `{example}`: {findings:?}");
        }
    }
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_program() {
    let printed = |args: &[&str]| Workspace::empty().ropa(&[&["schema"], args].concat()).is(0).out;
    for kind in ["accept", "activity", "municipality", "notice", "shared"] {
        for format in ["1", "2"] {
            assert_kept(&format!("schemas/{format}/{kind}.schema.json"), &printed(&[kind, "--in-format", format]));
        }
    }
    assert_kept("schemas/findings-2.schema.json", &printed(&["findings"]));
    assert_kept("schemas/diff-2.schema.json", &printed(&["diff"]));
    assert_kept("schemas/register-5.schema.json", &printed(&["register"]));
}

#[test]
fn a_schema_of_a_country_offers_no_code_of_another() {
    let printed = |args: &[&str]| Workspace::empty().ropa(&[&["schema", "activity"], args].concat()).is(0).out;
    let has = |text: &str, code: &str| text.contains(&format!("\"{code}\""));
    let all = printed(&[]);
    assert!(has(&all, "tax-agency") && has(&all, "skattestyrelsen"));
    for (country, own, foreign) in [("SE", "tax-agency", "skattestyrelsen"), ("dk", "skattestyrelsen", "tax-agency")] {
        let text = printed(&["--country", country]);
        assert!(has(&text, own) && has(&text, "courts") && !has(&text, foreign), "{country}");
    }
    Workspace::empty().ropa(&["schema", "activity", "--country", "Sweden"]).is(2);
}

/// The languages of the page of the format, and its files.
const LANGUAGES: [(&str, &str); 3] = [("en", "FORMAT.md"), ("sv", "FORMAT.sv.md"), ("da", "FORMAT.da.md")];

#[test]
fn the_page_in_each_language_says_what_every_key_is_with_an_example_that_can_be_read() {
    let english = Workspace::empty().ropa(&["format"]).is(0).out;
    let readers = readers();
    for (lang, _) in &LANGUAGES[1..] {
        let page = Workspace::empty().ropa(&["format", "--lang", lang]).is(0).out;
        let mut record = "";
        let own: BTreeSet<&str> = english.lines().collect();
        for line in page.lines() {
            if let Some(name) = line.strip_prefix("## ") {
                record = name;
            } else if line.starts_with("- `") || line.starts_with("- **`") {
                assert!(!own.contains(line), "{lang}: {record} says in English: {line}");
            }
            let Some((_, example)) = line.strip_suffix('`').and_then(|line| line.rsplit_once(": `")) else { continue };
            let Some(read) = readers.get(record) else { continue };
            let mut findings = read(&format!("{example}\n"));
            findings.retain(|finding| finding.code != "key-missing" && finding.only_in.is_none());
            assert!(findings.is_empty(), "{lang}: {record}: `{example}`: {findings:?}");
        }
        assert_eq!(page.matches("\n- ").count(), english.matches("\n- ").count());
    }
}

#[test]
fn a_text_of_the_page_is_of_a_key() {
    let definitions = schema()["$defs"].clone();
    for lang in ["sv", "da"] {
        let texts = fs::read_to_string(root().join(format!("templates/format/{lang}.toml"))).unwrap();
        let texts: toml::Table = toml::from_str(&texts).unwrap();
        for (name, record) in texts["records"].as_table().unwrap() {
            let forms = definitions[name]["anyOf"].as_array().into_iter().flatten().chain([&definitions[name]]);
            let known: BTreeSet<&String> =
                forms.filter_map(|form| form["properties"].as_object()).flat_map(|keys| keys.keys()).collect();
            let told: BTreeSet<&String> = record["keys"].as_table().unwrap().keys().collect();
            assert_eq!(told, known, "{lang}: {name}");
        }
        for (name, codes) in texts["codes"].as_table().unwrap() {
            let known = definitions[name]["oneOf"].as_array().into_iter().flatten();
            let known: BTreeSet<&str> = known.filter_map(|code| code["const"].as_str()).collect();
            let told: BTreeSet<&str> = codes["values"].as_table().unwrap().keys().map(String::as_str).collect();
            assert_eq!(told, known, "{lang}: {name}");
        }
    }
}

#[test]
fn the_format_page_is_that_of_the_program() {
    for (lang, file) in LANGUAGES {
        assert_kept(file, &Workspace::empty().ropa(&["format", "--lang", lang]).is(0).out);
    }
}
