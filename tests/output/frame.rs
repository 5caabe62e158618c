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

#[test]
fn a_page_loads_nothing_from_elsewhere() {
    let tree = Workspace::copy_of(&root().join("examples/full")).built();
    let mut with_script = 0;
    for (path, page) in pages(&tree) {
        let runs = ["/search.html", "/table.html"].iter().any(|end| path.ends_with(end));
        with_script += usize::from(runs);
        let script = if runs { " script-src 'self';" } else { "" };
        let is_internal = path.starts_with("internal/");
        let is_index_of_all = path == "public/index.html";
        let form =
            if is_internal || path.ends_with("/search.html") || is_index_of_all { "'none'" } else { "'self' file:" };
        let policy = format!(
            "content=\"default-src 'none'; style-src 'self';{script} img-src data:; base-uri 'none'; form-action {form}\""
        );
        assert!(page.contains(&policy), "{path} has another policy than {policy}");
        let up = "../".repeat(path.matches('/').count() - 1);
        assert!(page.contains(&format!("<link rel=\"stylesheet\" href=\"{up}style.css\">")), "{path}");
        assert_eq!(page.contains(&format!("<script src=\"{up}script.js\"></script>")), runs, "{path}");
        for loaded in ["url(", "@import", "<iframe", " onload", " style=\"", "<style"] {
            assert!(!page.contains(loaded), "{path} holds {loaded}");
        }
        assert_eq!(page.matches("<script").count(), usize::from(runs) + usize::from(path.ends_with("/search.html")));
    }
    assert!(with_script > 2);
    for file in ["public/style.css", "internal/style.css", "public/script.js"] {
        let text = text(&tree, file);
        for loaded in ["http", "url(", "@import", "fetch(", "import(", "eval(", "innerHTML"] {
            assert!(!text.contains(loaded), "{file} holds {loaded}");
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

static DIGITS: LazyLock<Regex> = LazyLock::new(|| Regex::new("%0D%0A[0-9a-f]{16}\">").unwrap());

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
        ] {
            assert!(page.contains(held), "{path} lacks {held}");
        }
        assert!(!page.contains("<!--"), "{path}");
        // The fingerprint is that of the Markdown file, if there is one.
        let Some(markdown) = tree.get(&path.replace(".html", ".md")) else {
            assert!(DIGITS.is_match(&page), "{path} lacks a fingerprint");
            continue;
        };
        let markdown = Sha256::digest(markdown);
        let digits: String = markdown.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert!(page.contains(&format!("%0D%0A{digits}\">")), "{path} lacks {digits}");
    }
    for side in ["public", "internal"] {
        let style = text(&tree, &format!("{side}/style.css"));
        assert!(style.starts_with(":root { --colour: #7a1f5c; --colour-dark: #"), "{style}");
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
