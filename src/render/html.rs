//! HTML: the Markdown of the same document through comrak, inside a page that needs nothing from elsewhere.

use std::cell::RefCell;
use std::sync::{Arc, LazyLock};

use comrak::{Options, markdown_to_html};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context, value::Serde};
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::assets;
use crate::document::language::language;
use crate::document::{Block, Document};
use crate::model::Lang;
use crate::render::{GUARD, leads_out, markdown, target, to_root};

/// What every page shares.
#[derive(Debug, Clone)]
pub struct Look {
    /// The colour of links and rules, as `#rrggbb`.
    pub colour: String,
}

/// The page could not be made: a fault of the program's own template.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The template is missing.
    #[error(transparent)]
    Missing(#[from] assets::Missing),
    /// The template is wrong.
    #[error("the page template cannot be used")]
    Template(#[from] minijinja::Error),
}

/// Stands for the body while the page around it is made.
const BODY: &str = "<!-- body -->";

/// Pages of one look.
#[derive(Debug)]
pub struct Pages {
    templates: Environment<'static>,
    style: String,
    colour: String,
}

/// A link of the page around a document.
#[derive(Debug, Serialize)]
struct Link<'l> {
    address: String,
    words: &'l str,
    lang: Option<String>,
}

static OPTIONS: LazyLock<Options> = LazyLock::new(|| {
    let mut options = Options::default();
    // Only `markdown` writes HTML into Markdown: the language of a run. Every `<` of a value is escaped there.
    options.render.r#unsafe = true;
    options.extension.link_url_rewriter = Some(Arc::new(to_page as fn(&str) -> String));
    options
});

/// Where a link of our own Markdown leads among pages: `a.md` is `a.html`.
fn to_page(link: &str) -> String {
    match link.strip_suffix(".md").filter(|link| !leads_out(link)) {
        Some(document) => format!("{document}.html"),
        None => link.to_owned(),
    }
}

/// Markdown as a piece of HTML.
#[must_use]
pub fn fragment(markdown: &str) -> String {
    let html = markdown_to_html(markdown, &OPTIONS);
    if html.contains(GUARD) { html.replace(GUARD, "") } else { html }
}

/// Blocks as a piece of HTML.
#[must_use]
pub fn blocks(blocks: &[Block]) -> String {
    let known = |block: &Block| if let Block::Rendered(known) = block { known.html.len() } else { 256 };
    let mut html = String::with_capacity(blocks.iter().map(known).sum());
    for group in blocks.chunk_by(|one, next| !is_wrapped(one) && !is_wrapped(next)) {
        match group {
            [Block::Apart(inside)] => wrap("<div class=\"apart\">", inside, &mut html),
            [Block::Rendered(known)] => html.push_str(&known.html),
            plain => {
                let mut text = String::new();
                markdown::blocks(plain, &mut text);
                push_fragment(text, &mut html);
            }
        }
    }
    html
}

/// The longest Markdown, in bytes, and the most pieces of it, that are remembered: headings come again and again.
const REMEMBERED: (usize, usize) = (160, 4096);

thread_local! {
    static SHORT: RefCell<FxHashMap<String, String>> = RefCell::default();
}

/// Adds Markdown as HTML; short pieces are remembered.
fn push_fragment(markdown: String, html: &mut String) {
    if markdown.len() > REMEMBERED.0 {
        html.push_str(&fragment(&markdown));
        return;
    }
    SHORT.with_borrow_mut(|known| match known.get(&markdown) {
        Some(piece) => html.push_str(piece),
        None => {
            let piece = fragment(&markdown);
            html.push_str(&piece);
            if known.len() < REMEMBERED.1 {
                known.insert(markdown, piece);
            }
        }
    });
}

/// Whether a block has an element of its own around it, which Markdown does not know.
fn is_wrapped(block: &Block) -> bool {
    matches!(block, Block::Apart(_) | Block::Rendered(_))
}

fn wrap(open: &str, inside: &[Block], html: &mut String) {
    html.push_str(open);
    html.push('\n');
    html.push_str(&blocks(inside));
    html.push_str("</div>\n");
}

impl Pages {
    /// Pages in a look.
    ///
    /// # Errors
    /// When the program's own template is missing or wrong.
    pub fn new(look: &Look) -> Result<Self, Error> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_auto_escape_callback(|_| AutoEscape::Html);
        templates.add_template("page.html", assets::text("page.html.j2")?)?;
        Ok(Self { templates, style: assets::text("page.css")?.to_owned(), colour: look.colour.clone() })
    }

    /// What stands before and after the body of a page.
    ///
    /// # Errors
    /// When the template fails.
    pub fn around(&self, document: &Document) -> Result<(String, String), Error> {
        let root = to_root(&document.path);
        let link = |address: &str| target(&format!("{root}{address}"), "html");
        let trail: Vec<Link> =
            document.trail.iter().map(|(address, words)| Link { address: link(address), words, lang: None }).collect();
        let name = |lang: Lang| language(lang).map_or("", |language| language.name.as_str());
        let others: Vec<Link> = document
            .other_languages
            .iter()
            .map(|(lang, address)| Link { address: link(address), words: name(*lang), lang: Some(lang.to_string()) })
            .collect();
        let mut title = String::new();
        markdown::blocks(&[Block::Heading(1, document.title.clone())], &mut title);
        let page = self.templates.get_template("page.html")?;
        let whole = page.render(context! {
            lang => document.lang.code(),
            title => document.title.plain(),
            heading => fragment(&title),
            style => self.style.as_str(),
            colour => self.colour.as_str(),
            trail => Value::from(Serde(trail)),
            others => Value::from(Serde(others)),
            body => BODY,
        })?;
        let (head, foot) = whole.split_once(BODY).unwrap_or((&whole, ""));
        Ok((head.to_owned(), foot.to_owned()))
    }
}
