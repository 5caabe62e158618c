//! The bodies of notices for pages of other sites.

use std::collections::BTreeSet;

use regex::Regex;

use crate::support::html::tags;
use crate::support::{DAY, Tree, Workspace, assert_same, root};

/// Notices whose fragments are looked at, in both forms of a notice.
const NOTICES: [&str; 2] = ["public/storkoping/sv", "public/lilleby/da"];

fn full(settings: &str) -> Workspace {
    let workspace = Workspace::copy_of(&root().join("examples/full"));
    let own = workspace.read("ropa.toml");
    workspace.write("ropa.toml", format!("{own}\n{settings}"));
    workspace
}

fn built(workspace: &Workspace) -> Tree {
    workspace.build(&["--fragments"]).is(0);
    workspace.pages()
}

/// Each notice of a tree: its path, its page and its fragment.
fn notices(tree: &Tree) -> Vec<(String, String, String)> {
    let text = |path: &str| String::from_utf8(tree[path].clone()).unwrap();
    let pages = tree.keys().filter(|path| path.starts_with("public/") && path.ends_with(".html"));
    let pages = pages.filter(|path| path.split('/').nth(3) == Some("notices"));
    pages.map(|path| (path.clone(), text(path), text(&path.replace("/notices/", "/fragments/")))).collect()
}

/// The text without its tags.
fn text_of(html: &str) -> String {
    Regex::new("(?s)<style>.*?</style>|<[^>]*>").unwrap().replace_all(html, "").trim().to_owned()
}

#[test]
fn a_fragment_says_what_its_notice_says() {
    let tree = built(&full(""));
    let notices = notices(&tree);
    for folder in NOTICES {
        assert!(notices.iter().any(|(path, ..)| path.starts_with(folder)), "no notice in {folder}");
    }
    for (path, page, fragment) in &notices {
        let main = page.split_once("</h1>").and_then(|(_, rest)| rest.split_once("</main>")).unwrap().0;
        assert_eq!(text_of(main), text_of(fragment), "{path}");
        let lang = path.split('/').nth(2).unwrap();
        assert!(fragment.starts_with(&format!("<div class=\"ropa\" lang=\"{lang}\">\n<style>\n")), "{path}");
        assert!(fragment.ends_with("</div>\n"), "{path}");
    }
    let count = tree.keys().filter(|path| path.contains("/fragments/")).count();
    assert_eq!(count, notices.len(), "a fragment without a notice, or in another format");
}

#[test]
fn nothing_of_a_fragment_meets_the_page_around_it() {
    let mut leading = 0;
    for (path, _, fragment) in notices(&built(&full(""))) {
        let name = path.rsplit_once('/').and_then(|(_, file)| file.strip_suffix(".html")).unwrap();
        let own = format!("ropa-{name}.");
        let tags = tags(&fragment);
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{path}");
        assert!(ids.len() > 5 && ids.iter().all(|id| id.starts_with(&own)), "{path}: {ids:?}");
        for tag in &tags {
            let is_ours =
                !["html", "head", "body", "main", "h1", "script", "link", "meta"].contains(&tag.name.as_str());
            assert!(is_ours, "{path} holds <{}>", tag.name);
            let class = tag.get("class");
            assert!(class.is_none_or(|class| ["ropa", "ropa-apart", "ropa-contents"].contains(&class)), "{class:?}");
            if let Some(link) = tag.get("href") {
                let inside = link.strip_prefix('#');
                assert!(inside.is_none_or(|id| once.contains(id)), "{path} leads to {link}");
                let is_out = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme));
                assert!(inside.is_some() || is_out, "{path} leads to {link}");
                leading += usize::from(inside.is_some());
            }
        }
    }
    assert!(leading > 10, "{leading} links within fragments");
}

#[test]
fn every_selector_of_the_style_is_scoped() {
    let notices = notices(&built(&full("")));
    let style = notices[0].2.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).unwrap().0;
    let rules: Vec<&str> = style.split('}').map(str::trim).filter(|rule| !rule.is_empty()).collect();
    assert!(rules.len() > 5 && !style.contains(['@', '<']), "{style}");
    for rule in rules {
        let (selectors, _) = rule.split_once('{').unwrap();
        for selector in selectors.split(',').map(str::trim) {
            assert!(selector == ".ropa" || selector.starts_with(".ropa "), "{selector}");
        }
    }
}

/// What the fragment of the notice says of the page of another activity, to which its page links.
fn seen(site: &str) -> String {
    let workspace = Workspace::complete();
    workspace.write("ropa.toml", site);
    let activity = "registers/one-language/activities/skolskjuts.yaml";
    let text = workspace.read(activity);
    let linking = "sources: [{from: guardian, see: elevhalsa}]";
    let line = text.lines().find(|line| line.starts_with("sources:")).unwrap();
    workspace.write(activity, text.replacen(line, linking, 1));
    let notices = notices(&built(&workspace));
    let (_, page, fragment) = notices.into_iter().find(|(path, ..)| path.ends_with("/skola.html")).unwrap();
    assert!(page.contains("Se <a href=\"../../../one-language/sv/activities/elevhalsa.html\">"), "{page}");
    assert!(!fragment.contains("../"), "{fragment}");
    let (_, said) = fragment.split_once("vårdnadshavare. Se ").unwrap();
    said.split_once(".</p>").map_or(said, |(said, _)| said).to_owned()
}

#[test]
fn links_to_other_pages_need_the_address_of_the_site() {
    assert_eq!(seen(""), "Elevhälsa");
    let linked = "<a href=\"https://integritet.example/gdpr/one-language/sv/activities/elevhalsa.html\">Elevhälsa</a>";
    for site in ["https://integritet.example/gdpr", "https://integritet.example/gdpr/"] {
        assert_eq!(seen(&format!("[brand]\nsite = \"{site}\"\n")), linked);
    }
}

#[test]
fn fragments_are_made_only_when_asked_for() {
    let workspace = Workspace::complete();
    let without = workspace.built();
    workspace.build(&["--fragments", "--check"]).is(1);
    let with = built(&workspace);
    workspace.build(&["--fragments", "--check"]).is(0);
    workspace.build(&["--check"]).is(1);
    let is_fragment = |path: &String| path.contains("/fragments/");
    let fragment = "public/one-language/sv/fragments/skola.html".to_owned();
    assert!(with.contains_key(&fragment));
    assert!(!with.keys().any(|path| path.starts_with("internal/") && is_fragment(path)));
    assert_same(&without, &with.into_iter().filter(|(path, _)| !is_fragment(path)).collect());
    assert_same(&without, &workspace.built());
    assert!(!workspace.path("build/public/one-language/sv/fragments").exists());
    workspace.build(&["--fragments", "--internal"]).is(2);
}

#[test]
fn a_published_folder_with_fragments_is_verified_with_them() {
    let workspace = Workspace::complete();
    built(&workspace);
    for folder in ["build", "build/public"] {
        workspace.ropa(&["verify", folder, "--date", DAY]).is(0);
    }
    let path = "build/public/one-language/sv/fragments/skola.html";
    workspace.write(path, workspace.read(path).replace("<p>", "<p>Inte "));
    let run = workspace.ropa(&["verify", "build", "--date", DAY]).is(1);
    assert!(run.out.contains("differs: public/one-language/sv/fragments/skola.html"), "{}", run.out);
}
