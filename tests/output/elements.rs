//! A page equals its Markdown: its elements are those of a Markdown parser.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use comrak::{Options, markdown_to_html};
use regex::Regex;

use crate::support::{Tree, Workspace, fixture, root};

/// What only a page has: ids, folds, the list of its headings, and drawings.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    let own = r#"(?s)<nav class="contents narrow">.*?</nav>\n"#;
    let lines = r#"(?m)^(<details( open)?>|</?summary>|<div id="[^"]*">|</div></details>|</?dl>)\n"#;
    let drawing = r"(?s)</?figure>\n|<svg .*?</svg>\n";
    Regex::new(&format!("{own}|{drawing}|{lines}|(?-s: id=\"[^\"]*\")")).unwrap()
});
/// The link of a question to where the page tells more.
static MORE: LazyLock<Regex> = LazyLock::new(|| Regex::new("<dt><a href=\"#[^\"]*\">(.*?)</a></dt>").unwrap());

/// The id in a link to an entry of another page, which Markdown does not have.
static ENTRY: LazyLock<Regex> = LazyLock::new(|| Regex::new("href=\"([.][.]/[^\"#]*[.]html)#[^\"]*\"").unwrap());

/// The body of a page, after its heading. A question with its answer is a paragraph, as in Markdown.
fn body(page: &str) -> String {
    let (_, body) = page.split_once("</h1>\n").unwrap();
    let end = body.find("</main>").unwrap();
    let body = OWN.replace_all(&body[..end], "");
    let body = MORE.replace_all(&body, "<dt>$1</dt>");
    let body = ENTRY.replace_all(&body, "href=\"$1\"");
    let lines = body.trim().lines().map(|line| match line.strip_prefix("<div><dt>") {
        None => line.to_owned(),
        Some(fact) => {
            let (question, answer) = fact.split_once("</dt><dd><p>").unwrap();
            let answer = answer.strip_suffix("</p></dd></div>").unwrap().replace("</p><p>", "\n");
            format!("<p><strong>{question}</strong> {answer}</p>")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// An id of a page, and a link inside it.
static ID: LazyLock<Regex> = LazyLock::new(|| Regex::new(" id=\"([^\"]*)\"").unwrap());
static INSIDE: LazyLock<Regex> = LazyLock::new(|| Regex::new("href=\"#([^\"]*)\"").unwrap());
static HEADING: LazyLock<Regex> = LazyLock::new(|| Regex::new("<h[2-6]>").unwrap());

/// Each heading can be led to, each id is there once, and each link inside the page leads somewhere.
fn assert_led(path: &str, page: &str) {
    let ids: Vec<&str> = ID.captures_iter(page).map(|id| id.get(1).unwrap().as_str()).collect();
    let set: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), set.len(), "{path} has an id twice: {ids:?}");
    for link in INSIDE.captures_iter(page) {
        assert!(set.contains(&link[1]), "{path} leads to #{}", &link[1]);
    }
    // The id of a fold is that of its content.
    let without = HEADING.find_iter(page).count();
    assert_eq!(without, page.matches("<summary>\n<h").count(), "{path} has headings without an id");
}

/// The HTML of a file by a Markdown parser, after its heading. A block quote is a block set apart.
fn read(markdown: &str) -> String {
    let mut options = Options::default();
    options.render.r#unsafe = true;
    let html = markdown_to_html(markdown, &options).replace("<!-- -->", "");
    let (_, body) = html.split_once("</h1>\n").unwrap();
    let body = body.replace("<blockquote>", "<div class=\"apart\">").replace("</blockquote>", "</div>");
    let mut rest = body.as_str();
    let mut linked = String::new();
    while let Some((before, link)) = rest.split_once("href=\"") {
        let (address, after) = link.split_once('"').unwrap();
        let is_ours = !["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
        let address = address.strip_suffix(".md").filter(|_| is_ours).map(|address| format!("{address}.html"));
        linked.push_str(before);
        linked.push_str("href=\"");
        linked.push_str(address.as_deref().unwrap_or_else(|| link.split_once('"').unwrap().0));
        linked.push('"');
        rest = after;
    }
    linked.push_str(rest);
    linked.trim().to_owned()
}

/// Whether a page repeats what others say: a topic, the table, the search.
fn is_view(path: &str) -> bool {
    path.contains("/topics/") || ["/table", "/search"].iter().any(|end| path.ends_with(end))
}

fn assert_alike(built: &Tree) -> usize {
    let pages = built.iter().filter_map(|(path, page)| Some((path.strip_suffix(".html")?, page)));
    let alike = pages.filter_map(|(path, page)| {
        let page = String::from_utf8(page.clone()).unwrap();
        assert_led(path, &page);
        let Some(markdown) = built.get(&format!("{path}.md")) else {
            assert!(is_view(path), "{path} has no Markdown");
            return None;
        };
        assert!(!is_view(path), "{path} repeats what others say, and has Markdown");
        let markdown = String::from_utf8(markdown.clone()).unwrap();
        let (page, read) = (body(&page), read(&markdown));
        let differing = page.lines().zip(read.lines()).find(|(one, other)| one != other);
        assert!(page == read, "{path}: {differing:#?}");
        Some(())
    });
    alike.count()
}

#[test]
fn a_page_says_what_its_markdown_says() {
    for example in ["examples/full", "examples/smallest"] {
        assert!(assert_alike(&Workspace::copy_of(&root().join(example)).built()) >= 8);
    }
    let workspace = Workspace::empty();
    workspace.lay("registers", &root().join("registers"));
    assert!(assert_alike(&workspace.built()) > 100);
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &fixture("output/internal"));
    assert!(assert_alike(&workspace.built()) > 10);
}
