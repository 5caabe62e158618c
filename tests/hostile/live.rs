//! Text that GitHub, GitLab or a spreadsheet would interpret, read by independent parsers.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use regex::Regex;
use ropa::internals::finding::{Findings, Level};

use super::words::made_hostile;
use crate::support::fuzz::harmless::{dead, rows, table};
use crate::support::{DAY, Tree, Workspace, fixture};

/// The end of every text, by which it is found.
const END: &str = "qzslut";

/// Text that must not be interpreted, each with another beginning.
const LIVE: [&str; 10] = [
    "Fråga @kommun/it, a@kommun eller se #12, GH-12, GL-12, a/b#3, a/b@0123abc, !4, &5, %6, %\"sju\", ~hinder och ^alert#8 qzslut",
    "Se https://ond.example/x, www.ond.example, http://ond.example, x@ond.example, mailto:x@ond.example, ftp://ond.example qzslut",
    "/close @kommun qzslut",
    "::add-mask::x ##[add-path]y ##vso[task.setvariable]z qzslut",
    "=1+1;=2, +3 \"-4\" @SUM(A1); ＝5 qzslut",
    "[x](https://ond.example) ![y](https://ond.example/y.png) [^1] [[_TOC_]] [TOC] [!NOTE] [vulnerability:1] [ ] z qzslut",
    "$1 $`x`$ $$y$$ :smile: :::x {+n+} {-n-} *iteration:\"a\" <b onclick=\"x\">b</b> <!-- c --> &amp; qzslut",
    "- [ ] punkt | cell | ```mermaid ~~struken~~ **stark** \\ qzslut",
    "1) 0123abcdef, 20261129 och ffffffffffffffffffffffffffffffffffffffff qzslut",
    "'=1, ''=2 \"><script>alert(1)</script> <http://ond.example> qzslut",
];

/// The output of a register in which every text is hostile, except where that would be an error.
struct Made {
    built: Tree,
    diff: String,
    todo: String,
}

static MADE: LazyLock<Made> = LazyLock::new(|| {
    let (workspace, before) = (sound(), sound());
    let no_errors: fn(&Findings) -> bool = |findings| findings.iter().all(|finding| finding.level < Level::Error);
    let count = ["one-language", "two-languages"].map(|name| made_hostile(&workspace, name, (&LIVE, no_errors)));
    assert!(count.iter().sum::<usize>() > 200, "only {count:?} texts");
    workspace.write("ropa.toml", format!("title = '{}'\n", LIVE[5]));
    let before = before.path("");
    let diff = ["diff", before.to_str().unwrap(), ".", "--date", DAY, "--format", "markdown"];
    let diff = workspace.ropa(&diff).is(0).out;
    let todo = workspace.ropa(&["todo", "--markdown", "--date", DAY]).is(0).out;
    Made { built: built(&workspace), diff, todo }
});

/// A register with every key, including internal ones.
fn sound() -> Workspace {
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &fixture("output/internal"));
    workspace
}

/// The output of a workspace, with fragments.
fn built(workspace: &Workspace) -> Tree {
    workspace.build(&["--fragments"]).is(0);
    workspace.pages()
}

fn of(tree: &Tree, ending: &str) -> Vec<(String, String)> {
    let files = tree.iter().filter(|(path, _)| path.ends_with(ending));
    files.map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap())).collect()
}

/// Every text with our ending is one of ours, unchanged.
fn assert_unchanged(path: &str, text: &str) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (at, _) in text.match_indices(END) {
        let until = &text[..at + END.len()];
        assert!(
            LIVE.iter().any(|live| until.ends_with(live)),
            "{path}: {}",
            &until[until.floor_char_boundary(at.saturating_sub(150))..]
        );
    }
}

/// The content of a page: its text, the names of its elements and attributes, its link targets.
#[derive(Default)]
struct Page {
    text: String,
    names: BTreeSet<String>,
    links: BTreeSet<String>,
}

fn page(html: &str) -> Page {
    let mut page = Page::default();
    look(&parse_document(RcDom::default(), ParseOpts::default()).one(html).document, &mut page, false);
    page
}

fn text_of(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => panic!("no text"),
    }
}

/// Appends every text of a JSON value, each on its own.
fn strings(value: &serde_json::Value, text: &mut String) {
    match value {
        serde_json::Value::String(own) => {
            text.push_str(own);
            text.push_str(" | ");
        }
        serde_json::Value::Array(all) => all.iter().for_each(|own| strings(own, text)),
        serde_json::Value::Object(all) => all.values().for_each(|own| strings(own, text)),
        _ => {}
    }
}

fn look(node: &Handle, page: &mut Page, is_drawing: bool) {
    let mut is_drawing = is_drawing;
    match &node.data {
        // A drawing breaks its texts in lines; the same texts are before it.
        NodeData::Text { .. } if is_drawing => {}
        NodeData::Text { contents } => page.text.push_str(&contents.borrow()),
        NodeData::Comment { contents } => panic!("a comment: {contents}"),
        // The index of the search is data.
        NodeData::Element { attrs, .. } if attrs.borrow().iter().any(|own| &*own.value == "application/json") => {
            let index: Vec<String> = node.children.borrow().iter().map(text_of).collect();
            let index: serde_json::Value = serde_json::from_str(&index.concat()).unwrap();
            strings(&index, &mut page.text);
            return;
        }
        NodeData::Element { name, attrs, .. } => {
            page.names.insert(format!("<{}>", name.local));
            is_drawing |= &*name.local == "svg";
            for attribute in attrs.borrow().iter() {
                page.names.insert(attribute.name.local.to_string());
                if ["href", "src"].contains(&&*attribute.name.local) {
                    page.links.insert(attribute.value.to_string());
                }
            }
        }
        _ => {}
    }
    node.children.borrow().iter().for_each(|child| look(child, page, is_drawing));
    page.text.push(' ');
}

/// The text nodes of a Markdown file that a forge searches, and the whole text. Anything else is a failure.
fn stretches(path: &str, markdown: &str, links: &BTreeSet<String>) -> (Vec<String>, String) {
    let own = Regex::new(r#"^(<!-- -->|<!-- [0-9a-f]{16} -->|<span lang="[a-z]{2}">|</span>|<br>)$"#).unwrap();
    let folded = Regex::new(r"^(<details( open)?>|</details>|<summary>[a-z]+ \(\d+\)</summary>)\n$").unwrap();
    let (mut stretches, mut all) = (vec![String::new()], String::new());
    let mut linked = 0;
    for event in Parser::new_ext(
        markdown,
        Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_SUPERSCRIPT - Options::ENABLE_SUBSCRIPT,
    ) {
        match event {
            Event::Text(text) => {
                all.push_str(&text);
                if linked == 0 {
                    stretches.last_mut().unwrap().push_str(&text);
                }
                continue;
            }
            Event::Code(text) => all.push_str(&text),
            Event::InlineHtml(html) => assert!(own.is_match(&html), "{path}: {html}"),
            Event::Start(Tag::HtmlBlock) if path == "diff.md" => {}
            Event::Html(html) if path == "diff.md" => assert!(folded.is_match(&html), "{path}: {html}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(links.contains(&*dest_url) || OWN.is_match(&dest_url), "{path} leads to {dest_url}");
                linked += 1;
            }
            Event::End(TagEnd::Link) => linked -= 1,
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::BlockQuote(None),
            ) => {
                all.push_str(if matches!(event, Event::Start(Tag::Strong)) { "" } else { "\n" });
            }
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell) => all.push('\n'),
            Event::End(_) | Event::SoftBreak => {}
            Event::TaskListMarker(false) if path.ends_with("todo.md") || path.ends_with("diff.md") => {}
            other => panic!("{path}: {other:?}"),
        }
        stretches.push(String::new());
    }
    (stretches, all)
}

/// A link to the page of a topic, which exists if an activity says something of it, or to the entry of an activity, to
/// which the overview leads if something is missing there.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    let page = "(topics/[a-z]+[.]html|registers/[a-z-]+[.]html#[a-z/-]+)";
    Regex::new(&format!("^(../)*(one-language|two-languages)/[a-z]{{2}}/{page}$")).unwrap()
});

#[test]
fn nothing_of_a_text_is_live_in_a_page() {
    let sound: Vec<Page> = of(&built(&sound()), ".html").iter().map(|(_, html)| page(html)).collect();
    let names: BTreeSet<&String> = sound.iter().flat_map(|page| &page.names).collect();
    let links: BTreeSet<&String> = sound.iter().flat_map(|page| &page.links).collect();
    let mut told = 0;
    for (path, html) in of(&MADE.built, ".html") {
        let page = page(&html);
        let new: Vec<&String> = page.names.iter().filter(|name| !names.contains(name)).collect();
        assert!(new.iter().all(|name| ["<h5>", "<span>"].contains(&name.as_str())), "{path}: {new:?}");
        assert!(page.links.iter().all(|link| links.contains(link) || OWN.is_match(link)), "{path}: {:?}", page.links);
        assert_unchanged(&path, &page.text);
        told += page.text.matches(END).count();
    }
    assert!(told > 500, "{told}");
}

#[test]
fn nothing_of_a_text_is_live_in_markdown() {
    let of_sound = of(&built(&sound()), ".md");
    let links = of_sound.iter().flat_map(|(_, markdown)| {
        Parser::new(markdown).filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
    });
    let links: BTreeSet<String> = links.collect();
    let mut files = of(&MADE.built, ".md");
    files.extend([("diff.md".into(), MADE.diff.clone()), ("todo.md".into(), MADE.todo.clone())]);
    let command = Regex::new(r"^\s*/\w+(\s|$)").unwrap();
    let mut told = 0;
    for (path, markdown) in files {
        let (stretches, all) = stretches(&path, &markdown, &links);
        dead(&path, &stretches);
        if !["diff.md", "todo.md"].contains(&path.as_str()) {
            assert_unchanged(&path, &all);
        }
        assert!(!markdown.lines().any(|line| command.is_match(line)), "{path}");
        assert!(!markdown.lines().any(|line| line.trim_start().starts_with("::") || line.contains("##[")), "{path}");
        told += all.matches(END).count();
    }
    assert!(told > 500, "{told}");
}

#[test]
fn no_piece_of_a_row_is_a_formula() {
    let guard = Regex::new("(^|[,;\"\n])([\\s\"]*)'('*[=+\\-@＝＋－＠])").unwrap();
    let mut told = 0;
    for (path, text) in of(&MADE.built, ".csv") {
        table(&path, text.as_bytes());
        for row in rows(text.as_bytes()) {
            for cell in &row.unwrap() {
                assert_unchanged(&path, &guard.replace_all(cell, "$1$2$3"));
                told += cell.matches(END).count();
            }
        }
    }
    assert!(told > 100, "{told}");
}
