//! The paths in documents exist.

use std::fs;

use crate::support::{Workspace, root, tree};

/// The documents; a missing one is skipped.
const DOCUMENTS: [&str; 5] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"];

/// The inline code of a document.
fn quoted(document: &str) -> impl Iterator<Item = &str> {
    document.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The targets of the links of a document.
fn links(document: &str) -> impl Iterator<Item = &str> {
    let targets = document.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.split('#').next().unwrap_or_default())
}

/// Whether inline code is meant as a path of the repository.
fn is_path(quoted: &str) -> bool {
    let is_plain = quoted.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-/".contains(&byte));
    let first = quoted.split('/').next().unwrap_or_default();
    let is_below = quoted.contains('/') && root().join(first).is_dir() && !["build", "target"].contains(&first);
    let is_file = [".md", ".toml", ".rs"].iter().any(|ending| quoted.ends_with(ending));
    is_plain && !quoted.starts_with(['-', '.', '/']) && (is_below || is_file && !quoted.contains('/'))
}

/// Whether a path exists in the repository below its root, `src/` or `tests/`, or in a reader's workspace.
fn exists(path: &str, reader: &Workspace) -> bool {
    let known = ["", "src", "tests"].iter().any(|above| root().join(above).join(path).exists());
    let of_reader = reader.path(path).exists() || reader.path("registers/exempelby").join(path).exists();
    let is_name = || ["src", "tests", "benches"].iter().any(|above| holds(above, path));
    known || of_reader || !path.contains('/') && is_name()
}

/// Whether a file of this name exists anywhere below a folder.
fn holds(above: &str, name: &str) -> bool {
    tree(&root().join(above)).keys().any(|path| path.rsplit('/').next() == Some(name))
}

#[test]
fn every_path_that_a_document_names_exists() {
    let reader = Workspace::empty();
    reader.ropa(&["new", "Exempelby kommun"]).is(0);
    reader.ropa(&["new", "Lilleby Kommune", "--country", "DK"]).is(0);
    reader.build(&[]).is(0);
    for name in DOCUMENTS {
        let Ok(document) = fs::read_to_string(root().join(name)) else { continue };
        for path in quoted(&document).filter(|quoted| is_path(quoted)) {
            assert!(exists(path, &reader), "{name} names `{path}`");
        }
        for target in links(&document).filter(|target| !target.is_empty() && !target.contains(':')) {
            assert!(root().join(target).exists(), "{name} links to {target}");
        }
    }
}

#[test]
fn every_link_inside_the_format_page_has_its_heading() {
    for file in ["FORMAT.md", "FORMAT.sv.md", "FORMAT.da.md"] {
        assert_links_lead_somewhere(file);
    }
}

fn assert_links_lead_somewhere(file: &str) {
    let page = fs::read_to_string(root().join(file)).unwrap();
    let headings = page.lines().filter_map(|line| line.strip_prefix('#'));
    let anchors: Vec<String> =
        headings.map(|line| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-")).collect();
    for (_, rest) in page.match_indices("](#").map(|(at, found)| (at, &page[at + found.len()..])) {
        let anchor = rest.split(')').next().unwrap_or_default();
        assert!(anchors.iter().any(|known| known == anchor), "{file} links to #{anchor}");
    }
}
