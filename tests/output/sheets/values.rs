//! Each table, value by value, against `register.json` and the CSV file for programs.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use regex::Regex;
use serde_json::Value;

use super::said::{Langs, items, reasons, said};
use super::{BUILT, Table};
use crate::support::fuzz::harmless::rows;
use crate::support::fuzz::workbook::{sheets, text};
use crate::support::{Tree, root};

/// A cell without the apostrophes that keep spreadsheets from taking it for a formula.
pub(super) fn unguarded(cell: &str) -> String {
    let guard = Regex::new("(?m)(^|[,;\"\n])([\\s\"]*)'('*[=+\\-@＝＋－＠−])").unwrap();
    guard.replace_all(cell, "$1$2$3").into_owned()
}

/// A municipality of one side, in its first language.
struct Side<'t> {
    path: String,
    tree: &'t Tree,
    json: Value,
    langs: [String; 2],
    tables: Vec<(String, Table)>,
}

impl Side<'_> {
    fn langs(&self) -> Langs<'_> {
        [&self.langs[0], &self.langs[1]]
    }

    fn activities(&self) -> impl Iterator<Item = (&Value, &str)> {
        let all = self.json["activities"].as_array().unwrap();
        all.iter().map(|activity| (activity, activity["id"].as_str().unwrap()))
    }

    fn word(&self, key: &str) -> String {
        let file = root().join(format!("templates/languages/{}.toml", self.langs[0]));
        let table: toml::Table = toml::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let (group, key) = key.split_once('.').unwrap();
        let inside = table.get(group).or_else(|| table["code"].get(group)).unwrap();
        inside[key].as_str().unwrap().trim_end_matches("{value}").trim_end_matches(": ").to_owned()
    }

    fn table(&self, key: &str) -> &Table {
        let name = self.word(&format!("sheet.{key}"));
        let found = self.tables.iter().find(|(known, _)| *known == name);
        &found.unwrap_or_else(|| panic!("{} has no {name}", self.path)).1
    }

    fn is_internal(&self) -> bool {
        self.path.starts_with("internal/")
    }

    /// The names that `item` gives of the items of a list of an activity.
    fn names(&self, activity: &Value, list: &str, key: &str) -> BTreeSet<String> {
        items(activity, list).filter_map(|item| said(&item[key], self.langs())).collect()
    }
}

fn each(check: impl Fn(&Side)) {
    let mut count = 0;
    for tree in BUILT.iter() {
        for (path, bytes) in tree.iter().filter(|(path, _)| path.ends_with("/register.json")) {
            let json: Value = serde_json::from_slice(bytes).unwrap();
            let main = json["municipality"]["languages"][0].as_str().unwrap().to_owned();
            let folder = path.trim_end_matches("register.json");
            let book = format!("{folder}{main}/register.xlsx");
            let tables = sheets(&book, &tree[&book]);
            let tables = tables.iter().skip(1).map(|(name, rows)| (name.clone(), Table::of(rows))).collect();
            check(&Side { path: folder.to_owned(), tree, json, langs: [main.clone(), main], tables });
            count += 1;
        }
    }
    assert!(count >= 2 * 9, "only {count}");
}

#[test]
fn each_activity_has_a_row_with_what_the_file_for_programs_says() {
    each(|side| {
        let file = rows(&side.tree[&format!("{}register.csv", side.path)]);
        let mut file = file.into_iter().map(Result::unwrap);
        let heads: Vec<String> = file.next().unwrap().iter().map(str::to_owned).collect();
        let by_id: BTreeMap<String, BTreeMap<String, String>> = file
            .map(|row| heads.iter().cloned().zip(row.iter().map(unguarded)).collect::<BTreeMap<_, _>>())
            .map(|row| (row["activity"].clone(), row))
            .collect();
        let table = side.table("activities");
        let ids: Vec<&str> = table.0.iter().map(|row| row["Id"].as_str()).collect();
        assert_eq!(ids, side.activities().map(|(_, id)| id).collect::<Vec<_>>(), "{}", side.path);
        let columns = [
            ("row.contact", "contact"),
            ("row.purposes", "purposes"),
            ("row.subjects", "subjects"),
            ("row.data", "data"),
            ("row.recipients", "recipients"),
            ("row.processors", "processors"),
            ("row.transfers", "transfers"),
            ("row.retention", "retention"),
            ("row.summary", "summary"),
            ("row.bases", "bases"),
            ("row.sources", "sources"),
            ("row.obligation", "obligation"),
            ("row.automated", "automated"),
            ("row.consent", "consent"),
            ("row.procedure", "procedure"),
            ("row.officer", "officer"),
            ("table.controller", "controller-contact"),
            ("heading.on-behalf-of", "on-behalf-of"),
            ("heading.services", "services"),
            ("heading.security", "measures"),
            ("heading.agreements", "agreements"),
            ("heading.administration", "administration"),
            ("heading.notes", "notes"),
        ];
        for row in &table.0 {
            let other = &by_id[&row["Id"]];
            assert_eq!(row[&side.word("table.activity")], other["title"]);
            for (head, column) in columns {
                let Some(expected) = other.get(column) else {
                    assert!(!side.is_internal() && !row.contains_key(&side.word(head)), "{head} in {}", side.path);
                    continue;
                };
                let cell = row.get(&side.word(head)).map_or("", String::as_str);
                let is_unstated = expected.is_empty() && cell == side.word("table.unstated");
                assert!(cell == expected || is_unstated, "{} {}: {head}\n{cell}\n\n{expected}", side.path, row["Id"]);
            }
        }
    });
}

#[test]
fn a_link_is_one_that_the_register_states() {
    each(|side| {
        let table = side.table("data");
        let column = |id: &str, key: &str| -> BTreeSet<String> {
            table.of_activity(id, &side.word(key)).map(str::to_owned).collect()
        };
        for (activity, id) in side.activities() {
            let place = format!("{} {id}", side.path);
            let about = items(activity, "data").flat_map(|data| items(data, "about"));
            let mut subjects = side.names(activity, "subjects", "who");
            subjects.extend(about.filter_map(|subject| said(subject, side.langs())));
            assert_eq!(column(id, "sheet.subject"), subjects, "{place}");
            assert_eq!(column(id, "sheet.recipient").len(), side.names(activity, "recipients", "to").len(), "{place}");
            for recipient in side.names(activity, "recipients", "to") {
                assert!(
                    column(id, "sheet.recipient").iter().any(|cell| cell.starts_with(&recipient)),
                    "{place}: {recipient}"
                );
            }
            let data = column(id, "sheet.datum");
            for item in items(activity, "data").flat_map(|data| items(data, "items")) {
                let name = said(item, side.langs()).unwrap_or_default();
                assert!(data.iter().any(|cell| *cell == name) || item.get("id").is_some(), "{place}: {name}");
            }
            let origins =
                items(activity, "sources").chain(items(activity, "data").flat_map(|data| items(data, "from")));
            for origin in origins {
                let name = said(&origin["from"], side.langs()).unwrap_or_default();
                assert!(column(id, "sheet.source").iter().any(|cell| cell.starts_with(&name)), "{place}: {name}");
            }
            let rules = items(activity, "retention").count();
            let rows = table.of_activity(id, &side.word("sheet.retention")).count();
            assert!(rows >= rules && (rows > 0) == (rules > 0), "{place}: {rows} rows for {rules} rules");
            for law in items(activity, "recipients").flat_map(|to| items(to, "law")) {
                let cite = said(law, side.langs()).unwrap_or_default();
                assert!(column(id, "label.law").iter().any(|cell| cell.contains(&cite)), "{place}: {cite}");
            }
        }
    });
}

#[test]
fn every_processor_system_transfer_and_measure_has_a_row() {
    each(|side| {
        let names = |table: &Table, id: &str, key: &str| -> Vec<String> {
            table.of_activity(id, &side.word(key)).map(str::to_owned).collect()
        };
        for (activity, id) in side.activities() {
            let place = format!("{} {id}", side.path);
            let parties = names(side.table("parties"), id, "sheet.name");
            for (list, key) in [("processors", "processor"), ("systems", "system")] {
                for name in side.names(activity, list, key) {
                    assert!(parties.iter().any(|cell| cell.starts_with(&name)), "{place}: {name} in {parties:?}");
                }
            }
            let to = names(side.table("transfers"), id, "sheet.to");
            assert_eq!(to.len(), items(activity, "transfers").count(), "{place}");
            for name in side.names(activity, "transfers", "to") {
                assert!(to.iter().any(|cell| cell.starts_with(&name)), "{place}: {name} in {to:?}");
            }
            if side.is_internal() {
                let measures = names(side.table("measures"), id, "sheet.measure");
                let stated: Vec<String> =
                    items(activity, "measures").filter_map(|measure| said(measure, side.langs())).collect();
                if stated.is_empty() {
                    assert!(!measures.is_empty(), "{place}");
                } else {
                    assert!(stated.iter().all(|name| measures.contains(name)), "{place}: {stated:?} in {measures:?}");
                }
            }
        }
    });
}

#[test]
fn every_gap_of_an_activity_has_a_row() {
    let count = Cell::new(0);
    each(|side| {
        if !side.is_internal() {
            return;
        }
        let (table, column) = (side.table("gaps"), side.word("sheet.said"));
        for (activity, id) in side.activities() {
            let mut open = Vec::new();
            reasons(activity, side.langs(), &mut open);
            let rows: Vec<&str> = table.of_activity(id, &column).collect();
            for reason in &open {
                let reason = reason.trim_end_matches('.');
                assert!(rows.iter().any(|row| row.contains(reason)), "{} {id}: {reason} in {rows:?}", side.path);
                count.set(count.get() + 1);
            }
            let lacks_measures = activity.get("measures").is_none_or(Value::is_null);
            let unstated = side.word("say.measures-unstated");
            assert_eq!(lacks_measures, rows.iter().any(|row| *row == unstated), "{} {id}", side.path);
        }
    });
    assert!(count.get() > 200, "only {} gaps", count.get());
}

#[test]
fn the_cover_says_who_when_and_which_register() {
    each(|side| {
        let book = format!("{}{}/register.xlsx", side.path, side.langs[0]);
        let (_, cover) = sheets(&book, &side.tree[&book]).into_iter().next().unwrap();
        let cells: Vec<String> = cover.iter().flatten().map(text).collect();
        let has = |text: &str| cells.iter().any(|cell| cell.lines().next() == Some(text));
        for controller in side.json["controllers"].as_array().unwrap() {
            assert!(has(&said(&controller["name"], side.langs()).unwrap()), "{book}: {cells:?}");
        }
        assert!(has(side.json["fingerprint"].as_str().unwrap()) && has("2026-11-21"), "{book}: {cells:?}");
        assert!(has(&side.activities().count().to_string()), "{book}");
    });
}
