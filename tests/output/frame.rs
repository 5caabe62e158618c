//! What is around the content of a page: its policy, whose it is, where it leads.

use std::sync::LazyLock;

use regex::Regex;
use sha2::{Digest, Sha256};

use crate::support::{Tree, Workspace, root};

/// The first bytes of a PNG picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nxyz";

fn text(tree: &Tree, path: &str) -> String {
    String::from_utf8(tree[path].clone()).unwrap()
}

fn pages(tree: &Tree) -> impl Iterator<Item = (&str, String)> {
    let pages = tree.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, page)| (path.as_str(), String::from_utf8(page.clone()).unwrap()))
}

/// Bytes as Base64, for comparison with the page.
fn base64(bytes: &[u8]) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let sextets = bits.as_bytes().chunks(6).map(|bits| format!("{:0<6}", std::str::from_utf8(bits).unwrap()));
    let mut text: String = sextets.map(|bits| letters[usize::from_str_radix(&bits, 2).unwrap()]).collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

static STYLE: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?s)<style>(.*?)</style>").unwrap());

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    let tree = Workspace::copy_of(&root().join("examples/full")).built();
    for (path, page) in pages(&tree) {
        let style = &STYLE.captures(&page).unwrap()[1];
        let hash = base64(&Sha256::digest(style.as_bytes()));
        let policy = format!(
            "content=\"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'\""
        );
        assert!(page.contains(&policy), "{path} has another policy than {policy}");
        for loaded in ["<script", "url(", "@import", "<iframe", "stylesheet", " onload", " style=\""] {
            assert!(!page.contains(loaded), "{path} holds {loaded}");
        }
    }
}

#[test]
fn an_internal_page_says_so() {
    let tree = Workspace::copy_of(&root().join("examples/full")).built();
    let mut count = [0, 0];
    for (path, page) in pages(&tree) {
        let is_internal = path.starts_with("internal/");
        count[usize::from(is_internal)] += 1;
        assert_eq!(page.contains("<p class=\"notice\">"), is_internal, "{path}");
        assert_eq!(page.contains(" internal\">") || page.contains("class=\"internal\""), is_internal, "{path}");
        assert_eq!(page.contains("<title>Intern"), is_internal, "{path}");
    }
    assert!(count.iter().all(|count| *count > 5), "{count:?}");
}

#[test]
fn a_workspace_with_one_municipality_has_no_list_of_them() {
    let tree = Workspace::copy_of(&root().join("examples/smallest")).built();
    for (path, page) in pages(&tree) {
        assert!(!page.contains("index.html\">All") && !page.contains("Alla kommuner"), "{path}");
    }
    let index = text(&tree, "public/index.html");
    assert!(index.contains("<html lang=\"sv\">"), "{index}");
    assert!(index.contains("/sv/notices/"), "{index}");
}

#[test]
fn the_settings_are_on_each_page() {
    let workspace = Workspace::copy_of(&root().join("examples/smallest"));
    workspace.write("brand/logo.png", PNG);
    let settings = r##"[brand]
name = "Dataskydd & <öppenhet>"
logo = "brand/logo.png"
colour = "#7a1f5c"
footer = "Frågor? Skriv till oss."
accessibility = "https://example.org/tillganglighet"
report = "webb@example.org"
"##;
    workspace.write("ropa.toml", settings);
    let tree = workspace.built();
    for (path, page) in pages(&tree) {
        for held in [
            "<span>Dataskydd &amp; &lt;öppenhet&gt;</span>",
            "src=\"data:image",
            "<p>Frågor? Skriv till oss.</p>",
            "tillganglighet\">",
            "href=\"mailto:webb@example.org?subject=",
            "--colour: #7a1f5c; --colour-dark: #",
        ] {
            assert!(page.contains(held), "{path} lacks {held}");
        }
        assert!(!page.contains("<!--"), "{path}");
        // The fingerprint is that of the Markdown file.
        let markdown = Sha256::digest(&tree[&path.replace(".html", ".md")]);
        let digits: String = markdown.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert!(page.contains(&format!("%0D%0A{digits}\">")), "{path} lacks {digits}");
    }
}

#[test]
fn a_logo_is_a_small_picture_without_scripts() {
    let workspace = Workspace::copy_of(&root().join("examples/smallest"));
    workspace.write("ropa.toml", "[brand]\nlogo = \"logo.png\"\n");
    let refused = || workspace.ropa(&["build"]).is(3).err;
    let said = refused();
    assert!(said.contains("ropa.toml:2:8: brand.logo: `logo.png` cannot be read"), "{said}");
    for bytes in
        [&b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"[..], b"", b"GIF89a", &[PNG, &[0; 40_000]].concat()]
    {
        workspace.write("logo.png", bytes);
        let said = refused();
        assert!(
            said.contains("brand.logo: `logo.png` is not a PNG, JPEG or WebP file of at most 32768 bytes"),
            "{said}"
        );
    }
    workspace.write("logo.png", PNG);
    workspace.build(&[]).is(0);
}

static TURN: LazyLock<Regex> = LazyLock::new(|| Regex::new("<a rel=\"(prev|next)\" href=\"([^\"]*)\">").unwrap());

/// The page to which a page leads with `rel`.
fn turn(page: &str, rel: &str) -> Option<String> {
    let mut turns = TURN.captures_iter(page).filter(|turn| &turn[1] == rel);
    turns.next().map(|turn| turn[2].replace("&#x2f;", "/").replace("../", ""))
}

#[test]
fn the_next_page_leads_back() {
    let tree = Workspace::copy_of(&root().join("examples/full")).built();
    let mut count = 0;
    for (path, page) in pages(&tree) {
        if let Some(next) = turn(&page, "next") {
            let (side, inside) = path.split_once('/').unwrap();
            let back = turn(&text(&tree, &format!("{side}/{next}")), "prev");
            assert_eq!(back.as_deref(), Some(inside), "{next}");
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}
