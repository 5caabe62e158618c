//! The keys of the format: each has an example that the reader accepts.

use std::collections::BTreeMap;

use ropa::internals::finding::Findings;
use ropa::internals::format::read::Read;
use ropa::internals::format::yaml;
use ropa::internals::model::{
    acceptance, activity, administration, consent, data, decision, flow, law, municipality, notice, organisation,
    processor, purpose, retention, rights, section, shared,
};
use serde_json::Value;

use crate::support::{Workspace, assert_kept};

/// Reads a record of one type and returns the findings.
type Reader = fn(&str) -> Findings;

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
fn readers() -> BTreeMap<&'static str, Reader> {
    let readers = readers![
        acceptance::Acceptance,
        acceptance::AcceptedFinding,
        activity::Activity,
        administration::Administration,
        administration::Assessment,
        administration::Camera,
        administration::InformationClass,
        administration::InformationGiven,
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
        notice::Notice,
        organisation::Arrangement,
        organisation::Contact,
        organisation::Controller,
        organisation::Delegation,
        organisation::Note,
        organisation::Officer,
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
    ];
    readers.into_iter().collect()
}

pub(super) fn schema(args: &[&str]) -> Value {
    let run = Workspace::empty().ropa(&[&["schema"], args].concat()).is(0);
    serde_json::from_str(&run.out).unwrap()
}

/// The keys of every record with their descriptions. A gap is not a record: its only key is in every list.
fn records() -> BTreeMap<String, BTreeMap<String, String>> {
    let schema = schema(&[]);
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
            findings.retain(|finding| finding.code != "key-missing");
            assert!(findings.is_empty(), "{record}: `{example}`: {findings:?}");
        }
    }
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_program() {
    for kind in ["accept", "activity", "findings", "municipality", "notice", "shared"] {
        let printed = Workspace::empty().ropa(&["schema", kind]).is(0).out;
        assert_kept(&format!("schemas/{kind}.schema.json"), &printed);
    }
}

#[test]
fn the_format_page_is_that_of_the_program() {
    assert_kept("FORMAT.md", &Workspace::empty().ropa(&["format"]).is(0).out);
}
