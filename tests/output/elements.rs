//! A page equals its Markdown: its elements are those of a Markdown parser.

use comrak::{Options, markdown_to_html};

use crate::support::{Tree, Workspace, fixture, root};

/// The body of a page, after its heading.
fn body(page: &str) -> &str {
    let (_, body) = page.split_once("</h1>\n").unwrap();
    let end = body.find("</main>").unwrap();
    body[..end].trim()
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

fn assert_alike(built: &Tree) -> usize {
    let pages = built.iter().filter_map(|(path, page)| Some((path.strip_suffix(".html")?, page)));
    let alike = pages.map(|(path, page)| {
        let markdown = String::from_utf8(built[&format!("{path}.md")].clone()).unwrap();
        let page = String::from_utf8(page.clone()).unwrap();
        let (page, read) = (body(&page).to_owned(), read(&markdown));
        let differing = page.lines().zip(read.lines()).find(|(one, other)| one != other);
        assert!(page == read, "{path}: {differing:#?}");
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
