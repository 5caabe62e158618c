//! Our YAML parser against another one: the same values from every file in the repository.

use ropa::internals::format::yaml::{self, Kind, Node};
use serde_json::{Map, Value};

use crate::support::{root, tree};

/// A value with scalars in a form that is equal for both parsers.
fn ours(node: &Node) -> Value {
    match &node.kind {
        _ if node.is_null() => Value::Null,
        Kind::Scalar { text, plain: true } => Value::String(as_written(text)),
        Kind::Scalar { text, .. } => Value::String(text.to_string()),
        Kind::Seq(items) => items.iter().map(ours).collect(),
        Kind::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.text().unwrap_or_default().to_owned(), ours(value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

/// Numbers as the other parser formats them.
fn as_written(text: &str) -> String {
    let other: Result<serde_yaml::Value, _> = serde_yaml::from_str(text);
    match other {
        Ok(value @ (serde_yaml::Value::Number(_) | serde_yaml::Value::Bool(_))) => scalar(&value),
        _ => text.to_owned(),
    }
}

fn scalar(value: &serde_yaml::Value) -> String {
    serde_yaml::to_string(value).unwrap().trim_end().to_owned()
}

fn theirs(value: &serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Null => Value::Null,
        serde_yaml::Value::String(text) => Value::String(text.clone()),
        serde_yaml::Value::Sequence(items) => items.iter().map(theirs).collect(),
        serde_yaml::Value::Mapping(entries) => {
            let entries =
                entries.iter().map(|(key, value)| (key.as_str().unwrap_or_default().to_owned(), theirs(value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        other => Value::String(scalar(other)),
    }
}

#[test]
fn every_register_file_is_read_as_another_reader_reads_it() {
    let mut count = 0;
    for folder in ["registers", "examples", "tests/laws/complete"] {
        for (path, bytes) in tree(&root().join(folder)).into_iter().filter(|(path, _)| path.ends_with(".yaml")) {
            let text = String::from_utf8(bytes).unwrap();
            let node = yaml::parse(0, &text, &mut Vec::new()).unwrap_or_else(|| panic!("{folder}/{path}"));
            let value: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
            assert_eq!(ours(&node), theirs(&value), "{folder}/{path}");
            count += 1;
        }
    }
    assert!(count > 80, "only {count} files");
}
