//! Renders the body of a notice for a page of another site, into which a person pastes it: no title, no script, and
//! nothing that the style or the ids of that page can meet.

use crate::assets;
use crate::document::{Block, Document, Fact, Item};
use crate::error::Error;
use crate::language::line::{Line, Run};
use crate::render::{Format, elements, from_root, leads_out};

/// The style sheet among the templates. Each of its selectors begins with `.ropa`.
const CSS: &str = "fragment.css";

/// The body of a document with the blocks `after` it. `name` is the id of the notice. Links to other pages of the
/// output lead to `site`, where it is published; without it they are plain text.
///
/// # Errors
/// If the style sheet is missing.
pub(crate) fn fragment(
    document: &Document,
    after: &[Block],
    (name, site): (&str, Option<&str>),
) -> Result<String, Error> {
    let blocks = leading([&document.blocks[..], after].concat(), site);
    let mut body = String::new();
    elements::blocks(&blocks, "", &mut body);
    let style = assets::text(CSS)?.replace('\r', "");
    let body = own_names(&body, name);
    Ok(format!("<div class=\"ropa\" lang=\"{}\">\n<style>\n{style}</style>\n{body}</div>\n", document.lang.code()))
}

/// Rendered elements with the ids, the links to them and the classes of a fragment. A notice has an id without a dot, so
/// that ids of two notices on one page differ. In rendered elements a quotation mark of a text is `&quot;`, so only
/// attributes are changed.
fn own_names(body: &str, name: &str) -> String {
    body.replace(" id=\"", &format!(" id=\"ropa-{name}."))
        .replace(" href=\"#", &format!(" href=\"#ropa-{name}."))
        .replace(" class=\"contents narrow\"", " class=\"ropa-contents\"")
        .replace(" class=\"apart\"", " class=\"ropa-apart\"")
}

/// Blocks whose links lead out of the site on which they are. A notice has no drawing.
fn leading(blocks: Vec<Block>, site: Option<&str>) -> Vec<Block> {
    let block = |block: Block| match block {
        Block::Heading(level, text, anchor) => Block::Heading(level, line(text, site), anchor),
        Block::Paragraph(text) => Block::Paragraph(line(text, site)),
        Block::List(items) => Block::List(items.into_iter().map(|one| item(one, site)).collect()),
        Block::Facts(facts) => Block::Facts(facts.into_iter().map(|one| fact(one, site)).collect()),
        Block::Apart(inside) => Block::Apart(leading(inside, site)),
        Block::Fold(inside) => Block::Fold(leading(inside, site)),
        Block::Drawing(_) | Block::Contents(_) => block,
    };
    blocks.into_iter().map(block).collect()
}

fn item(item: Item, site: Option<&str>) -> Item {
    let inside = item.inside.into_iter().map(|one| self::item(one, site)).collect();
    Item { line: line(item.line, site), inside, role: item.role }
}

fn fact(fact: Fact, site: Option<&str>) -> Fact {
    let answer = fact.answer.into_iter().map(|one| line(one, site)).collect();
    Fact { question: line(fact.question, site), answer, ..fact }
}

fn line(line: Line, site: Option<&str>) -> Line {
    let run = |run: Run| Run { link: run.link.and_then(|link| address(link, site)), ..run };
    Line { runs: line.runs.into_iter().map(run).collect() }
}

/// The address of a link from another site; `None` if there is none.
fn address(link: String, site: Option<&str>) -> Option<String> {
    if leads_out(&link) {
        return Some(link);
    }
    site.map(|site| format!("{}/{}", site.trim_end_matches('/'), from_root(&link, "", Format::Html)))
}
