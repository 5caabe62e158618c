//! The pages that repeat what others say: topics, the table, the search.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use crate::support::{Tree, Workspace, root};

static TREE: LazyLock<Tree> = LazyLock::new(|| Workspace::copy_of(&root().join("examples/full")).built());

/// The folders of municipality and language of the example.
const FOLDERS: [&str; 2] = ["public/storkoping/sv", "public/lilleby/da"];

fn text(path: &str) -> &'static str {
    std::str::from_utf8(&TREE[path]).unwrap()
}

fn json(path: &str) -> Value {
    serde_json::from_slice(&TREE[path]).unwrap()
}

/// The activities of a municipality.
fn activities(folder: &str) -> Vec<Value> {
    let (municipality, _) = folder.rsplit_once('/').unwrap();
    json(&format!("{municipality}/register.json"))["activities"].as_array().unwrap().clone()
}

/// The activities to which a page links.
fn linked(page: &str) -> BTreeSet<String> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| Regex::new("/activities/([a-z0-9/-]+)[.]html").unwrap());
    LINK.captures_iter(main_of(page)).map(|link| link[1].to_owned()).collect()
}

fn main_of(page: &str) -> &str {
    let from = page.find("<main").unwrap();
    &page[from..from + page[from..].find("</main>").unwrap()]
}

#[test]
fn a_topic_leads_to_each_activity_that_says_something_of_it() {
    let mut count = 0;
    for folder in FOLDERS {
        for (topic, key) in [("recipients", "recipients"), ("data", "data"), ("retention", "retention")] {
            let linked = linked(text(&format!("{folder}/topics/{topic}.html")));
            for activity in activities(folder) {
                let id = activity["id"].as_str().unwrap();
                let has_page = TREE.contains_key(&format!("{folder}/activities/{id}.html"));
                let is_said = activity[key].as_array().is_some_and(|all| !all.is_empty());
                let of_parent = id.split_once('/').is_some_and(|(whole, _)| linked.contains(whole));
                assert!(!is_said || !has_page || of_parent || linked.contains(id), "{folder} {topic}: {id}");
                count += usize::from(is_said && has_page);
            }
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn an_entry_can_be_led_to() {
    static ENTRY: LazyLock<Regex> = LazyLock::new(|| Regex::new("<div id=\"([^\"]+)\"><dt>").unwrap());
    let mut kinds = BTreeSet::new();
    for path in TREE.keys().filter(|path| path.contains("/topics/")) {
        let page = text(path);
        let ids: Vec<&str> = ENTRY.captures_iter(page).map(|id| id.get(1).unwrap().as_str()).collect();
        assert_eq!(ids.len(), page.matches("<dt>").count(), "{path}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        kinds.extend(ids.iter().map(|id| id.split('.').next().unwrap()));
    }
    assert!(["record", "code", "text", "open"].iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
}

#[test]
fn the_table_has_a_row_for_each_activity_in_alphabetical_order() {
    static ROW: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("<tr><th scope=\"row\" data-place=\"([0-9]+)\">").unwrap());
    for folder in FOLDERS {
        let page = text(&format!("{folder}/table.html"));
        let places: Vec<usize> = ROW.captures_iter(page).map(|row| row[1].parse().unwrap()).collect();
        assert_eq!(places.len(), activities(folder).len(), "{folder}");
        assert!(places.is_sorted() && places.first() == Some(&0), "{folder}: {places:?}");
        for row in page.split("<tr><th scope=\"row\"").skip(1) {
            assert_eq!(row.matches("<td data-place=").count(), 6, "{row}");
            assert!(!row.contains("\"></td>"), "an empty cell says nothing: {row}");
        }
    }
}

/// The name of an entry.
static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?s)<dt>(.*?)</dt>").unwrap());

/// The text of HTML.
fn plain(line: &str) -> String {
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").unwrap());
    let line = TAG.replace_all(line, "");
    line.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The lines of a page, without those that are the law alike everywhere.
fn lines(page: &str) -> Vec<String> {
    static FIGURE: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?s)<figure>.*?</figure>").unwrap());
    static LINE: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?s)<(p|dt)>(.*?)</(p|dt)>").unwrap());
    let before = main_of(page).split("<h2 id=\"rights\"").next().unwrap();
    let before = match before.split_once("<h2 id=\"objection\"") {
        Some((start, rest)) => [start, rest.split_once("<h2").map_or("", |(_, after)| after)].concat(),
        None => before.to_owned(),
    };
    // A drawing shows what the page says.
    let before = FIGURE.replace_all(&before, "");
    LINE.captures_iter(&before).map(|line| plain(&line[2])).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_search_finds_every_line_of_a_page() {
    static INDEX: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("(?s)<script type=\"application/json\" id=\"index\">(.*?)</script>").unwrap());
    static HEADING: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("<h2 id=\"(?:rights|objection|complaint)\">(.*?)</h2>").unwrap());
    let [mut count, mut headings] = [0, 0];
    for folder in FOLDERS {
        let page = text(&format!("{folder}/search.html"));
        let index: Value = serde_json::from_str(&INDEX.captures(page).unwrap()[1]).unwrap();
        let all: Vec<&str> = index["lines"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a line is there once");
        for entry in index["pages"].as_array().unwrap() {
            let address = entry[0].as_str().unwrap().strip_prefix("../../").unwrap();
            let numbers = entry[2].as_array().unwrap().iter();
            let own: BTreeSet<&str> = numbers.map(|number| all[number.as_u64().unwrap() as usize]).collect();
            let page = text(&format!("public/{address}"));
            let all_lines = lines(page);
            // A topic repeats what others say: only the names of its entries are searched.
            let names: BTreeSet<String> = NAME.captures_iter(page).map(|name| plain(&name[1])).collect();
            for line in all_lines.into_iter().filter(|line| !address.contains("/topics/") || names.contains(line)) {
                assert!(own.contains(line.as_str()), "{address}: {line}");
                count += 1;
            }
            // Who searches “complaint” finds the section on complaints, whose text is the law alike on every page.
            for heading in HEADING.captures_iter(page).map(|heading| plain(&heading[1])) {
                assert!(own.contains(heading.as_str()), "{address}: {heading}");
                headings += 1;
            }
        }
    }
    assert!(count > 300 && headings > 30, "{count} {headings}");
}

/// A row of the table, by a part of its address.
fn row(tree: &Tree, folder: &str, id: &str) -> String {
    let page = String::from_utf8(tree[&format!("{folder}/table.html")].clone()).unwrap();
    let row = page.split("<tr>").find(|row| row.contains(&format!("/{id}.html"))).unwrap();
    plain(row)
}

#[test]
fn data_of_another_activity_are_as_sensitive_here() {
    let row = row(&TREE, FOLDERS[0], "kuratorssamtal");
    assert!(row.contains("Hälsa"), "{row}");
    let special = text(&format!("{}/topics/special.html", FOLDERS[0]));
    assert!(linked(special).iter().any(|id| id.starts_with("elevhalsa")), "{special}");
}

/// The example with a changed activity.
fn changed(activity: &str, change: impl Fn(String) -> String) -> Workspace {
    let workspace = Workspace::copy_of(&root().join("examples/full"));
    let path = format!("registers/storkoping/activities/{activity}.yaml");
    let text = std::fs::read_to_string(workspace.path(&path)).unwrap();
    workspace.write(&path, change(text));
    workspace
}

#[test]
fn a_child_is_on_the_start_page_also_where_its_parent_has_no_page() {
    let untold = "\nno-notice: {law: GDPR Article 14(5)(c), because: told by law, review: 2030-01-01}\n";
    let workspace = changed("elevhalsa", |text| text + untold);
    workspace.edit("registers/storkoping/notices/skola.yaml", "[skolskjuts, elevhalsa, ", "[skolskjuts, ");
    let tree = workspace.built();
    assert!(!tree.contains_key("public/storkoping/sv/activities/elevhalsa.html"));
    let index = String::from_utf8(tree["public/storkoping/sv/index.html"].clone()).unwrap();
    for child in ["journal", "kuratorssamtal"] {
        assert!(tree.contains_key(&format!("public/storkoping/sv/activities/elevhalsa/{child}.html")), "{child}");
        assert!(index.contains(&format!("/activities/elevhalsa/{child}.html")), "{child}");
    }
}

#[test]
fn a_period_keeps_its_bound_and_a_list_that_is_not_closed_says_so() {
    let workspace = changed("skolskjuts", |text| text.replace("keep: 7 years", "keep: at least 7 years"));
    let said = row(&workspace.built(), FOLDERS[0], "skolskjuts");
    assert!(said.contains("minst 7 år") && said.contains("Högst 30 dagar"), "{said}");
    let workspace = changed("skolskjuts", |text| text + "\nopen: [recipients]\n");
    let said = row(&workspace.built(), FOLDERS[0], "skolskjuts");
    assert!(said.contains("fler kan finnas"), "{said}");
}
