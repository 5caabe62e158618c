//! What the check, the comparison and the pages declare that they do with each field of an activity.

use std::fs;

use ropa::internals::model::uses::Use;
use ropa::internals::{check, diff, document};

use crate::support::root;

const STAGES: [(&str, &[(&str, Use)]); 3] =
    [("check", check::uses::ACTIVITY), ("diff", diff::uses::ACTIVITY), ("document", document::uses::ACTIVITY)];

#[test]
fn each_stage_names_or_reaches_the_fields_that_it_uses() {
    for (stage, uses) in STAGES {
        for (field, answer) in uses {
            let (file, wanted) = match answer {
                Use::In(file) if file.ends_with(".toml") => {
                    (file, vec![format!("activities.{}", dashed(field)), format!("**.{}", dashed(field))])
                }
                Use::In(file) => (file, vec![(*field).to_owned(), method(field).to_owned()]),
                Use::Visited(file) => (file, vec![".visit(".to_owned()]),
                Use::LeftOut(_) => continue,
            };
            let text = fs::read_to_string(root().join(file)).unwrap();
            let words = |wanted: &String| {
                text.match_indices(wanted.as_str()).any(|(at, _)| {
                    !text[at + wanted.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
                })
            };
            assert!(wanted.iter().any(words), "{stage}: {file} does not name `{field}`");
        }
    }
}

/// Fields that a stage leaves out are listed here again, so that a change is noticed.
#[test]
fn what_a_stage_leaves_out_is_listed() {
    let mut told = String::new();
    for (stage, uses) in STAGES {
        for (field, answer) in uses {
            if let Use::LeftOut(reason) = answer {
                told.push_str(&format!("{stage} {field}: {reason}\n"));
            }
        }
    }
    insta::assert_snapshot!(told);
}

/// The method of an activity that reads a field, if no file names the field.
fn method(field: &str) -> &str {
    if field == "record" { "is_processing_for_others" } else { field }
}

fn dashed(field: &str) -> String {
    field.replace('_', "-")
}
