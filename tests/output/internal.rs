//! What is never published: the public side is the same, byte for byte, whatever internal fields contain.
//!
//! The fields come from the schema, which is derived from the model, so a new internal field is tested at once.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::sheets::EVERY;
use super::walk::{Change, Walk, compiled, definition, example, forms, is_internal, names, public_definitions, schema};
use crate::support::fuzz::base::Files;
use crate::support::{DAY, Workspace, assert_same, fixture};

/// An activity whose gaps have reasons, which are internal in format 2.
const GAPS: &str = "\
id: luckor
title: Luckor
controller: board
subjects: [pupil]
purposes: [{what: ge stöd}]
basis: [public-interest]
law: {unknown: zqGapLaw}
data: [name, {unknown: zqGapData}]
sources: [guardian, {unknown: zqGapSource, say: Källan anges senare.}]
recipients: {unknown: zqGapRecipients}
processors: {unknown: zqGapProcessors}
systems: {unknown: zqGapSystems}
transfers: none
retention: [{of: [other-records], unknown: zqGapRetention}]
consent: [{covers: bilder, who: [guardian], withdraw: {unknown: zqGapWithdraw}}]
obligation: voluntary
automated: none
no-notice: {law: artikel 14.5 c, because: zqUntoldBecause, review: 2027-11-30}
administration: {reviewed: {on: 2026-01-15, role: zqReviewedRole, about: [retention]}}
";

/// The definition of a gap in the schema. Its reason is internal in format 2.
const GAP: &str = "Gap";

/// A format in which registers are written.
#[derive(Clone, Copy, PartialEq)]
enum Format {
    First,
    Second,
}

impl Format {
    const ALL: [Self; 2] = [Self::First, Self::Second];

    fn number(self) -> u64 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    /// The complete registers in this format.
    fn complete(self) -> Workspace {
        self.of(Workspace::complete())
    }

    /// The complete registers with everything that is internal in this format.
    fn filled(self) -> Workspace {
        let workspace = Workspace::complete();
        workspace.lay("registers/one-language", &fixture("output/internal"));
        let workspace = self.of(workspace);
        if self == Self::Second {
            workspace.write("registers/one-language/activities/luckor.yaml", GAPS);
        }
        workspace
    }

    fn of(self, workspace: Workspace) -> Workspace {
        if self == Self::Second {
            workspace.ropa(&["migrate"]).is(0);
        }
        workspace
    }
}

/// The complete register with every record changed.
fn changed(format: Format, change: Change) -> Files {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let mut files = format.filled().tree("registers/one-language");
    files.retain(|path, _| path != "accept.yaml");
    let file = |(path, bytes): (String, Vec<u8>)| {
        let mut value: Value = serde_yaml::from_slice(&bytes).unwrap();
        Walk { definitions, change: &mut *change }.value(
            &mut value,
            definition(&path),
            &definitions[definition(&path)],
        );
        (path, value.to_string())
    };
    files.into_iter().map(file).collect()
}

#[test]
fn what_internal_fields_hold_changes_nothing_in_public() {
    Format::ALL.into_iter().for_each(nothing_changes);
}

fn nothing_changes(format: Format) {
    let mut filled_in = BTreeSet::new();
    let mut filled = changed(format, &mut |name, fields, properties| {
        for (key, schema) in properties.iter().filter(|(_, schema)| is_internal(schema)) {
            let is_first = filled_in.insert((name.to_owned(), key.clone()));
            // A part does not write what it has from its parent. The examples of shared files have the same ids, which
            // must be unique.
            let is_taken = fields.get("same-as-parent").is_some_and(|keys| names(keys).any(|taken| taken == key));
            if !is_taken && (is_first || name != "Shared") {
                fields.entry(key.clone()).or_insert_with(|| example(key, schema));
            }
        }
    });
    let accept = fs::read_to_string(fixture("output/internal/accept.yaml")).unwrap();
    filled.insert("accept.yaml".to_owned(), accept);
    let emptied = changed(format, &mut |name, fields, properties| match name {
        // A gap cannot be without a reason.
        GAP if format == Format::Second => _ = fields.insert("unknown".to_owned(), "ett annat skäl".into()),
        GAP => {}
        _ => fields.retain(|key, value| match properties.get(key).filter(|schema| is_internal(schema)) {
            Some(schema) if is_required(name, key) => {
                *value = example(key, schema);
                true
            }
            found => found.is_none(),
        }),
    });
    let [[public, internal], [public_without, internal_without]] = [compiled(&filled), compiled(&emptied)];
    assert_same(&public, &public_without);
    assert_ne!(internal, internal_without);
    for (name, key) in internal_fields().into_iter().filter(|(name, _)| name != GAP || format == Format::Second) {
        let is_inside_another = !public_definitions(format.number()).contains(&name);
        assert!(
            is_inside_another || filled_in.contains(&(name.clone(), key.clone())),
            "no {name} has room for `{key}`"
        );
    }
}

/// Whether a record cannot be without a key.
fn is_required(name: &str, key: &str) -> bool {
    let definition = &schema()["$defs"][name];
    let mut required = forms(definition).chain([definition]).filter_map(|form| form["required"].as_array()).flatten();
    required.any(|required| required == key)
}

/// The internal fields of the model, each with its definition.
fn internal_fields() -> Vec<(String, String)> {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let fields = |(name, definition): (&String, &Value)| {
        let all = forms(definition).chain([definition]).filter_map(|form| form["properties"].as_object());
        let internal = all.flatten().filter(|(_, schema)| is_internal(schema));
        internal.map(|(key, _)| (name.clone(), key.clone())).collect::<Vec<_>>()
    };
    definitions.iter().flat_map(fields).collect()
}

/// The words of the fixture: every one begins with `zq`, and no other word does.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| word.starts_with("zq")).map(str::to_owned).collect()
}

/// All canaries of a workspace.
fn canaries(workspace: &Workspace) -> BTreeSet<String> {
    let texts = workspace.tree("registers").into_values().map(|bytes| String::from_utf8(bytes).unwrap());
    texts.flat_map(|text| words(&text)).collect()
}

#[test]
fn internal_words_are_in_the_internal_register_and_nowhere_else() {
    for format in Format::ALL {
        let workspace = format.filled();
        workspace.write("ropa.toml", EVERY);
        let all = canaries(&workspace);
        assert!(all.len() >= 50, "only {} words", all.len());
        let mut told = BTreeSet::new();
        let built = workspace.built();
        for (path, bytes) in &built {
            let words = words(&String::from_utf8_lossy(bytes));
            assert!(path.starts_with("internal/") || words.is_empty(), "{path} publishes {words:?}");
            told.extend(words);
        }
        for side in ["public", "internal"] {
            for file in
                ["register.jsonl", "register.csv", "index.md", "index.html", "one-language/sv/register.xlsx.txt"]
            {
                assert!(built.contains_key(&format!("{side}/{file}")), "there is no {side}/{file}");
            }
        }
        let lost: Vec<&String> = all.difference(&told).collect();
        assert!(lost.is_empty(), "the internal register does not tell {lost:?}");
    }
}

#[test]
fn internal_words_are_in_no_public_comparison() {
    for format in Format::ALL {
        let (without, with) = (format.complete(), format.filled());
        let all = canaries(&with);
        for sides in [[&without, &with], [&with, &without]] {
            let folders = sides.map(|workspace| workspace.path("").to_string_lossy().into_owned());
            for form in ["text", "markdown", "html", "json"] {
                let compare = ["diff", &folders[0], &folders[1], "--date", DAY, "--format", form];
                let run = with.ropa(&[&compare[..], &["--public"]].concat()).is(0);
                assert!(run.out.contains("Luckor") == (format == Format::Second), "{form}: {}", run.out);
                let public = words(&(run.out + &run.err));
                assert!(public.is_empty(), "{form} publishes {public:?}");
            }
            let whole =
                words(&with.ropa(&["diff", &folders[0], &folders[1], "--date", DAY, "--format", "json"]).is(0).out);
            assert!(!whole.is_disjoint(&all), "the internal comparison shows nothing internal");
        }
    }
}
