//! Links and headings of every page of every example.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::html::tags;
use crate::support::{Tree, Workspace, folders, root};

/// The output of the complete register and of every example.
fn built() -> Vec<Tree> {
    let examples = root().join("examples");
    let compiled = folders(&examples).into_iter().filter(|name| examples.join(name).join("compiled").is_dir());
    let examples = compiled.map(|name| Workspace::copy_of(&examples.join(name)));
    examples.chain([Workspace::complete()]).map(|workspace| workspace.built()).collect()
}

fn texts<'t>(tree: &'t Tree, ending: &str) -> Vec<(&'t str, &'t str)> {
    let texts = tree.iter().filter(|(path, _)| path.ends_with(ending));
    texts.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect()
}

/// The target of a relative link: the path below the root.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{link} in {from} leaves the folder"),
            "." => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The addresses of the links of a Markdown file: `](<address>)`.
fn markdown_links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](<").skip(1).filter_map(|rest| rest.split_once(">)").map(|(address, _)| address))
}

fn assert_leads(tree: &Tree, from: &str, link: &str) {
    if ["https://", "http://", "mailto:", "data:image/svg+xml,"].iter().any(|outside| link.starts_with(outside)) {
        return;
    }
    let (file, id) = link.split_once('#').map_or((link, None), |(file, id)| (file, Some(id)));
    let target = if file.is_empty() { from.to_owned() } else { resolve(from, file) };
    // What a workbook says stands in its place.
    let target = if target.ends_with(".xlsx") { format!("{target}.txt") } else { target };
    assert!(tree.contains_key(&target), "{from} leads to {link}, which is not there");
    let has = |id: &str| String::from_utf8_lossy(&tree[&target]).contains(&format!(" id=\"{id}\""));
    assert!(id.is_none_or(has), "{from} leads to {link}, an id that is not there");
    assert_eq!(from.split('/').next(), target.split('/').next(), "{from} leads to {link}");
}

#[test]
fn every_link_leads_somewhere() {
    let mut count = 0;
    for tree in built() {
        for (path, text) in texts(&tree, ".md") {
            for link in markdown_links(text) {
                assert_leads(&tree, path, link);
                count += 1;
            }
        }
        for (path, page) in texts(&tree, ".html") {
            for link in tags(page).iter().filter_map(|tag| tag.get("href")) {
                assert_leads(&tree, path, link);
                count += 1;
            }
        }
    }
    assert!(count > 100, "only {count} links");
}

#[test]
fn every_page_can_be_reached_from_the_index() {
    for tree in built() {
        for side in ["public", "internal"] {
            let mut reached = BTreeSet::from([format!("{side}/index.html")]);
            let mut next: Vec<String> = reached.iter().cloned().collect();
            while let Some(path) = next.pop() {
                let page = std::str::from_utf8(&tree[&path]).unwrap();
                let tags = tags(page);
                let links = tags.iter().filter_map(|tag| tag.get("href")).filter(|link| !link.contains(':'));
                for target in links.map(|link| resolve(&path, link)) {
                    if target.ends_with(".html") && reached.insert(target.clone()) {
                        next.push(target);
                    }
                }
            }
            let all = tree.keys().filter(|path| path.starts_with(side) && path.ends_with(".html"));
            let lost: Vec<&String> = all.filter(|path| !reached.contains(*path)).collect();
            assert!(lost.is_empty(), "no link leads to {lost:?}");
        }
    }
}

#[test]
fn every_page_has_a_language_one_title_and_no_skipped_heading() {
    for tree in built() {
        for (path, page) in texts(&tree, ".html") {
            let tags = tags(page);
            let lang = tags.iter().find(|tag| tag.name == "html").and_then(|tag| tag.get("lang"));
            assert!(lang.is_some_and(|lang| lang.len() == 2), "{path} has no language");
            assert!(page.starts_with("<!DOCTYPE html>"), "{path}");
            let levels: Vec<u32> = tags.iter().filter_map(|tag| tag.heading()).collect();
            assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
            assert_eq!(levels.first(), Some(&1), "{path}");
            for pair in levels.windows(2) {
                assert!(pair[1] <= pair[0] + 1, "{path}: h{} follows h{}", pair[1], pair[0]);
            }
        }
    }
}

#[test]
fn every_page_stands_in_the_folder_of_its_language() {
    for tree in built() {
        for (path, page) in texts(&tree, ".html") {
            let parts: Vec<&str> = path.split('/').collect();
            if let [_, _, lang, ..] = parts.as_slice()
                && lang.len() == 2
            {
                assert!(page.contains(&format!("<html lang=\"{lang}\">")), "{path}");
            }
        }
    }
}

#[test]
fn no_page_needs_anything_from_elsewhere() {
    for tree in built() {
        for (path, page) in texts(&tree, ".html") {
            for tag in tags(page) {
                let is_link = |rel: &str| tag.name == "link" && tag.get("rel") == Some(rel);
                let is_icon = is_link("icon") && tag.get("href").is_some_and(|icon| icon.starts_with("data:"));
                let is_index = tag.name == "script" && tag.get("type") == Some("application/json");
                if is_icon || is_link("alternate") || is_index {
                    continue;
                }
                // The style sheet, the script and the search are files of the same folder.
                let own = match tag.name.as_str() {
                    "link" if is_link("stylesheet") => tag.get("href"),
                    "script" => tag.get("src"),
                    "form" => tag.get("action").or(Some("search.html").filter(|_| path.ends_with("/search.html"))),
                    _ => None,
                };
                if let Some(own) = own {
                    assert!(tree.contains_key(&resolve(path, own)), "{path}: {tag:?}");
                    continue;
                }
                let loads = ["script", "link", "img", "iframe", "object", "embed", "form"].contains(&tag.name.as_str());
                assert!(!loads && tag.get("src").is_none() && tag.get("style").is_none(), "{path}: {tag:?}");
                assert!(tag.attributes.iter().all(|(name, _)| !name.starts_with("on")), "{path}: {tag:?}");
            }
            assert!(!page.contains("@import") && !page.contains("url("), "{path}");
        }
    }
}

#[test]
fn no_text_is_left_with_a_place_to_be_filled() {
    for tree in built() {
        for (path, text) in texts(&tree, ".md") {
            assert!(!text.contains('{') && !text.contains('}'), "{path}");
            assert!(!text.lines().any(|line| line.ends_with(' ') || line.contains("  , ")), "{path}");
            assert!(!text.contains("\n\n\n") && text.ends_with('\n') && !text.ends_with("\n\n"), "{path}");
            assert!(Path::new(path).is_relative());
        }
    }
}
