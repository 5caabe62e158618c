//! Values for cells that were empty, for lines that were added to a cell, and for new rows: the key follows from the head of
//! the column.

use serde_json::Value;

use super::edits::{Edit, Moved};
use super::propose::{set, set_wanted, walk, words};
use super::readings::Reader;
use super::view::Kind;
use crate::draft::put::{Change, Put, Step, Wanted, at};
use crate::format::yaml::{Kind as Shape, Node};
use crate::import::periods;

/// Keys of an activity by the head of their column, and whether they hold a list.
const OF_ACTIVITY: [(&str, &[&str], bool); 14] = [
    ("label.owner", &["administration", "owner"], false),
    ("label.changed", &["administration", "changed"], false),
    ("label.review-date", &["administration", "review"], false),
    ("label.status", &["status"], false),
    ("label.kle", &["kle"], true),
    ("row.summary", &["summary"], false),
    ("row.purposes", &["purposes"], true),
    ("row.subjects", &["subjects"], true),
    ("row.data", &["data"], true),
    ("row.sources", &["sources"], true),
    ("row.recipients", &["recipients"], true),
    ("row.bases", &["basis"], true),
    ("heading.security", &["measures"], true),
    ("sheet.measure", &["measures"], true),
];

/// Lists of an activity, each with the key that a lone value is read as.
type Lists = &'static [(&'static str, &'static str)];

/// Keys of a record in a list of an activity by the head of their column: the head, the key, and the lists, each with the key
/// that a lone value is read as.
const OF_ITEM: [(&str, &str, Lists); 14] = [
    (
        "label.when",
        "when",
        &[
            ("subjects", "who"),
            ("sources", "from"),
            ("recipients", "to"),
            ("processors", "processor"),
            ("transfers", "to"),
        ],
    ),
    ("label.does", "does", &[("processors", "processor"), ("systems", "system")]),
    ("label.law", "law", &[("recipients", "to"), ("transfers", "to")]),
    ("sheet.receives", "data", &[("processors", "processor"), ("transfers", "to")]),
    ("label.country", "country", &[("transfers", "to")]),
    ("label.tool", "tool", &[("transfers", "to")]),
    ("label.module", "module", &[("transfers", "to")]),
    ("sheet.derogation", "derogation", &[("transfers", "to")]),
    ("label.decision", "decision", &[("transfers", "to")]),
    ("label.supplementary", "supplementary", &[("transfers", "to")]),
    ("label.copy", "copy", &[("transfers", "to")]),
    ("label.assessed", "assessed", &[("transfers", "to")]),
    ("label.certified", "certified", &[("transfers", "to")]),
    ("label.documentation", "documentation", &[("transfers", "to")]),
];

/// Keys of a shared processor or system by the head of their column.
const OF_PARTY: [(&str, &str, &[&str]); 9] = [
    ("label.number", "processors", &["number"]),
    ("label.country", "processors", &["country"]),
    ("label.country", "systems", &["hosted-in"]),
    ("label.owner-country", "processors", &["owner-country"]),
    ("label.provider", "systems", &["processor"]),
    ("sheet.agreement-date", "processors", &["agreement", "date"]),
    ("sheet.agreement-reference", "processors", &["agreement", "reference"]),
    ("sheet.agreement-ends", "processors", &["agreement", "ends"]),
    ("sheet.followed-up", "processors", &["agreement", "followed-up"]),
];

/// The heads whose cells say the same of a party wherever it stands.
pub(super) fn is_of_party(head: &str, reader: Reader) -> bool {
    OF_PARTY.iter().any(|(key, ..)| is_head(head, key, reader))
}

fn is_head(head: &str, key: &str, reader: Reader) -> bool {
    reader.language.say(key, &[]).plain().trim_end_matches([':', ' ']) == head
}

fn keys(path: &[&str]) -> Vec<Step> {
    path.iter().map(|key| Step::Key((*key).to_owned())).collect()
}

/// Whether there is nothing at a path.
fn is_absent(root: &Node, path: &[Step]) -> bool {
    at(root, path).is_none_or(Node::is_null)
}

/// Values for a cell that was empty.
pub(super) fn empty(root: &Node, edit: &Edit, new: &str, reader: Reader) -> Vec<Put> {
    let mut all = unstated(root, edit, new, reader);
    for (_, key, lists) in OF_ITEM.iter().filter(|(head, ..)| is_head(&edit.head, head, reader)) {
        for (list, short) in *lists {
            for number in 0..count(root, list) {
                let path = [keys(&[list]), vec![Step::Item(number)], keys(&[key])].concat();
                let values = reader.readings(new).into_iter().map(Wanted::Scalar);
                all.extend(
                    values.filter(|_| is_absent(root, &path)).map(|value| set_wanted(&path, value, Some(short))),
                );
            }
        }
    }
    for (_, list, below) in OF_PARTY.iter().filter(|(head, ..)| is_head(&edit.head, head, reader)) {
        let Some(Shape::Map(entries)) = root.get(list).map(|node| &node.kind) else { continue };
        for (id, _) in entries.iter() {
            let Some(id) = id.text() else { continue };
            let is_named = |names: &[String]| {
                names.iter().any(|name| edit.cells.cells.values().any(|cell| cell.starts_with(name.as_str())))
            };
            if !reader.records.named(id).any(|(names, _)| is_named(names)) {
                continue;
            }
            let path = [keys(&[list, id]), keys(below)].concat();
            let values = reader.readings(new);
            all.extend(values.iter().filter(|_| is_absent(root, &path)).map(|value| set(&path, value)));
        }
    }
    all
}

/// Whether a transfer happens or is possible.
pub(super) fn certainty(root: &Node, new: &str, reader: Reader) -> Vec<Put> {
    let said = [("happens", "no"), ("possible", "yes")];
    let answer = said.into_iter().find(|(key, _)| reader.language.code("sheet", key).plain() == new);
    let Some((_, answer)) = answer else { return Vec::new() };
    let path = |number| [keys(&["transfers"]), vec![Step::Item(number)], keys(&["possible"])].concat();
    (0..count(root, "transfers"))
        .map(|number| set_wanted(&path(number), Wanted::Scalar(answer.into()), Some("to")))
        .collect()
}

/// How many items a list of an activity has; a lone value is one.
fn count(root: &Node, list: &str) -> usize {
    match root.get(list).map(|node| &node.kind) {
        Some(Shape::Seq(items)) => items.len(),
        Some(_) => 1,
        None => 0,
    }
}

/// Values for a key of the activity that is not there, or is a gap.
pub(super) fn unstated(root: &Node, edit: &Edit, new: &str, reader: Reader) -> Vec<Put> {
    if root.get("id").and_then(Node::text) != Some(edit.group.as_str()) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (_, path, is_list) in OF_ACTIVITY.iter().filter(|(head, ..)| is_head(&edit.head, head, reader)) {
        let path = keys(path);
        if !is_absent(root, &path) {
            continue;
        }
        if *is_list {
            let lines: Vec<Vec<String>> = new.lines().map(|line| reader.readings(line)).collect();
            let first = lines.iter().filter_map(|readings| readings.first().cloned()).map(Wanted::Scalar).collect();
            let last = lines.iter().filter_map(|readings| readings.last().cloned()).map(Wanted::Scalar).collect();
            all.extend([first, last].map(|items| set_wanted(&path, Wanted::List(items), None)));
        } else {
            all.extend(reader.readings(new).iter().map(|value| set(&path, value)));
        }
    }
    if is_head(&edit.head, "row.retention", reader) && is_absent(root, &keys(&["retention"])) {
        let rules = periods(new).map(|rules| Wanted::List(rules.iter().filter_map(wanted).collect()));
        all.extend(rules.map(|rules| set_wanted(&keys(&["retention"]), rules, None)));
    }
    all
}

/// An item more in the lists that a cell shows.
pub(super) fn longer(root: &Node, now: &str, line: &str, reader: Reader) -> Vec<Put> {
    let mut all = Vec::new();
    walk(root, &mut Vec::new(), &mut |path, node| {
        let Shape::Seq(items) = &node.kind else { return };
        let main = |item: &'_ Node| {
            let keys = ["what", "who", "to", "from", "name"];
            let own = words(item, reader).or_else(|| keys.iter().find_map(|key| words(item.get(key)?, reader)));
            own.map(str::to_owned)
        };
        let is_shown = items.iter().filter_map(main).any(|item| {
            let forms = reader.forms(item.trim());
            now.lines().any(|line| forms.iter().any(|form| form.shown == line.trim()))
        });
        if is_shown {
            let items = reader.readings(line).into_iter().map(Wanted::Scalar);
            all.extend(items.map(|item| Put { path: path.to_vec(), change: more(item) }));
        }
    });
    for (list, _) in [("purposes", ()), ("measures", ()), ("subjects", ()), ("data", ())] {
        let is_lone = root.get(list).is_some_and(|node| node.text().is_some_and(|text| now.contains(text)));
        if is_lone {
            all.extend(
                reader
                    .readings(line)
                    .into_iter()
                    .map(|item| Put { path: keys(&[list]), change: more(Wanted::Scalar(item)) }),
            );
        }
    }
    all
}

fn more(item: Wanted) -> Change {
    Change::Items { without: Vec::new(), with: vec![item] }
}

/// An item at the end of a list of an activity; a new list if there is none, or only a gap.
fn append(root: &Node, list: &str, item: Wanted) -> Put {
    let path = keys(&[list]);
    let node = at(root, &path);
    let is_gap = |node: &Node| node.get("unknown").is_some() || node.is_null() || node.text() == Some("none");
    match node.filter(|node| !is_gap(node)) {
        Some(_) => Put { path, change: more(item) },
        None => set_wanted(&path, Wanted::List(vec![item]), None),
    }
}

/// Items for a new row.
pub(super) fn row(root: &Node, moved: &Moved, reader: Reader) -> Vec<Put> {
    let text = |key: &str| {
        let found = moved.row.cells.iter().find(|(head, _)| is_head(head, key, reader));
        found.map(|(_, text)| text.as_str())
    };
    let readings = |key: &str| text(key).map(|text| reader.readings(text)).unwrap_or_default();
    let mut all = Vec::new();
    let mut list = |list: &str, main: &str, key: &str, others: &[(&str, &str)]| {
        for value in readings(main) {
            let mut record = vec![(key.to_owned(), Wanted::Scalar(value.clone()))];
            let others =
                others.iter().filter_map(|(head, key)| Some(((*key).to_owned(), readings(head).into_iter().next()?)));
            record.extend(others.map(|(key, value)| (key, Wanted::Scalar(value))));
            let item = if record.len() == 1 { Wanted::Scalar(value) } else { Wanted::Record(record) };
            all.push(append(root, list, item));
        }
    };
    match moved.kind {
        Kind::Measures => list("measures", "sheet.measure", "what", &[]),
        Kind::Transfers => {
            let others = [
                ("label.country", "country"),
                ("label.tool", "tool"),
                ("label.module", "module"),
                ("label.when", "when"),
                ("label.copy", "copy"),
            ];
            list("transfers", "sheet.to", "to", &others);
        }
        Kind::Parties => {
            let to = if text("sheet.role") == Some(&reader.language.code("sheet", "system").plain()) {
                ("systems", "system")
            } else {
                ("processors", "processor")
            };
            list(to.0, "sheet.name", to.1, &[("label.when", "when")]);
        }
        Kind::Data => {
            list(
                "recipients",
                "sheet.recipient",
                "to",
                &[("sheet.datum", "data"), ("label.when", "when"), ("label.law", "law")],
            );
            list("sources", "sheet.source", "from", &[("sheet.datum", "data"), ("label.when", "when")]);
            list("subjects", "sheet.subject", "who", &[("label.when", "when")]);
            list("data", "sheet.datum", "items", &[]);
            let rules = text("sheet.retention").and_then(periods).unwrap_or_default();
            all.extend(rules.iter().filter_map(wanted).map(|rule| append(root, "retention", rule)));
        }
        Kind::Cover | Kind::Activities | Kind::Gaps | Kind::Long => {}
    }
    all
}

/// A value of an import as one that is written.
fn wanted(value: &Value) -> Option<Wanted> {
    match value {
        Value::String(text) => Some(Wanted::Scalar(text.clone())),
        Value::Array(items) => items.iter().map(wanted).collect::<Option<_>>().map(Wanted::List),
        Value::Object(map) => {
            let fields = map.iter().map(|(key, value)| Some((key.clone(), wanted(value)?)));
            fields.collect::<Option<_>>().map(Wanted::Record)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
