//! Random edits of the published registers: no edit is without a word, and every public page that differs is on one of the
//! two lists.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{DAY, Tree, Workspace, folders, root};

/// How many edits of each register are compared, and how many are tried at most.
const EDITS: usize = 10;
const MOST: usize = 400;

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// Edits one line of a file. `None` if the line has nothing that this edit can change.
fn edited(text: &str, numbers: &mut Numbers) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = numbers.below(lines.len());
    let line = lines[at].clone();
    let (key, value) = line.split_once(": ").unwrap_or(("", &line));
    if key.trim_start().starts_with('#') || ["id", "- id", "format", "part-of"].contains(&key.trim()) {
        return None;
    }
    let is_list = value.starts_with('[') && value.ends_with(']') && !value.contains(['{', '"']);
    let items: Vec<&str> = value.trim_matches(['[', ']']).split(", ").collect();
    match numbers.below(4) {
        0 if is_list && items.len() > 1 => {
            let mut items = items;
            items.remove(numbers.below(items.len()));
            lines[at] = format!("{key}: [{}]", items.join(", "));
        }
        1 if is_list && items.len() > 1 => {
            lines[at] = format!("{key}: [{}]", items.iter().rev().copied().collect::<Vec<_>>().join(", "));
        }
        2 if value.trim_start_matches([' ', '-']).chars().next().is_some_and(char::is_alphabetic)
            && value.contains(' ')
            && !value.contains('{') =>
        {
            lines[at] = format!("{line} och mer");
        }
        3 if line.contains("keep: ") && line.contains(" year") => {
            let (head, rest) = line.split_once("keep: ")?;
            lines[at] = format!("{head}keep: 1{rest}");
        }
        _ if !key.trim().is_empty() && !value.contains(['>', '|', '[', '{']) => _ = lines.remove(at),
        _ => return None,
    }
    Some(lines.join("\n") + "\n")
}

fn pages(workspace: &Workspace) -> Option<Tree> {
    let run = workspace.ropa(&["build", "--quiet", "--date", DAY, "--out", "site"]);
    if run.code != Some(0) {
        return None;
    }
    let mut pages = workspace.tree("site/public");
    pages.retain(|path, _| path.ends_with(".html") && path.split('/').count() > 2);
    Some(pages)
}

/// The pages without what every edit changes.
fn differing(old: &Tree, new: &Tree, municipality: &str) -> BTreeSet<String> {
    let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differing = paths.into_iter().filter(|path| old.get(*path) != new.get(*path));
    differing.filter_map(|path| path.strip_prefix(&format!("{municipality}/")).map(str::to_owned)).collect()
}

/// A workspace with one register.
fn with(municipality: &str) -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("ropa.toml", "");
    workspace.lay(&format!("registers/{municipality}"), &root().join("registers").join(municipality));
    workspace
}

#[test]
fn no_random_edit_is_silent_and_each_page_that_differs_is_listed() {
    let municipalities = folders(&root().join("registers"));
    assert_eq!(municipalities.len(), 5);
    std::thread::scope(|scope| {
        let halves = municipalities.chunks(3);
        halves.for_each(|some| _ = scope.spawn(move || some.iter().for_each(|name| try_edits(name))));
    });
}

fn try_edits(municipality: &str) {
    let before = with(municipality);
    let old = pages(&before).unwrap();
    let files: Vec<String> = before.tree("registers").into_keys().filter(|path| path.ends_with(".yaml")).collect();
    let seed = municipality.bytes().fold(17, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    let mut numbers = Numbers(seed);
    let (mut compared, mut listed) = (0, 0);
    for _ in 0..MOST {
        if compared == EDITS {
            break;
        }
        let file = format!("registers/{}", files[numbers.below(files.len())]);
        let Some(text) = edited(&before.read(&file), &mut numbers) else { continue };
        let after = with(municipality);
        after.write(&file, &text);
        let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
        let run = Workspace::empty().ropa(&["diff", &path(&before), &path(&after), "--date", DAY, "--format", "json"]);
        let json: Value = serde_json::from_str(&run.out).unwrap();
        let told = format!("{file}: {}", changed_line(&before.read(&file), &text));
        let Some(one) = json["municipalities"].get(0) else {
            // Nothing is told only where the pages are the same and only the order of a list changed.
            let new = pages(&after).unwrap();
            assert_eq!(differing(&old, &new, municipality), BTreeSet::new(), "{told}");
            assert!(is_reordered(&before.read(&file), &text), "nothing is told of {told}");
            continue;
        };
        compared += 1;
        let list = |name: &str| -> BTreeSet<String> {
            let all = one["pages"][name].as_array().into_iter().flatten();
            all.map(|page| page.as_str().unwrap().to_owned()).collect()
        };
        let (tell, change) = (list("tell"), list("change"));
        assert!(tell.is_disjoint(&change), "{told}");
        if one["changes"].as_array().unwrap().is_empty() && one["not-compared"].as_array().unwrap().is_empty() {
            assert!(is_reordered(&before.read(&file), &text), "no change for {told}");
        }
        if let Some(new) = pages(&after) {
            let all: BTreeSet<String> = tell.union(&change).cloned().collect();
            assert_eq!(all, differing(&old, &new, municipality), "{told}");
            listed += usize::from(!all.is_empty());
        } else {
            assert!(one["pages"].is_null(), "{told}");
        }
    }
    assert!(compared == EDITS && listed >= 2, "{municipality}: {compared} compared, {listed} with pages");
}

/// Whether two texts have the same words in another order.
fn is_reordered(before: &str, after: &str) -> bool {
    let words = |text: &str| {
        let mut words: Vec<String> = text.split([' ', ',', '[', ']', '\n']).map(str::to_owned).collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words
    };
    words(before) == words(after)
}

fn changed_line(before: &str, after: &str) -> String {
    let differing = before.lines().zip(after.lines()).find(|(one, other)| one != other);
    differing.map(|(one, other)| format!("`{one}` / `{other}`")).unwrap_or_default()
}
