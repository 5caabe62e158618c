//! Renders self-contained HTML pages.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context, value::Serde};
use serde::Serialize;

use crate::assets;
use crate::document::anchor::Anchor;
use crate::document::{Block, Document};
use crate::error::Error;
use crate::language::language;
use crate::model::Lang;
use crate::render::{Format, contents, elements, from_root, to_root};

/// Settings shared by all pages.
#[derive(Debug, Clone)]
pub struct Look {
    /// The colour of links and rules, as `#rrggbb`.
    pub colour: String,
}

/// The template of a page.
const PAGE: &str = "page.html.j2";

/// Placeholder for the body while the page around it is rendered.
const BODY: &str = "<!-- body -->";

/// Renders pages with one look.
#[derive(Debug)]
pub struct Pages {
    templates: Environment<'static>,
    style: String,
    colour: String,
}

/// A link outside the body of a page.
#[derive(Debug, Serialize)]
struct Link<'l> {
    address: String,
    words: &'l str,
    lang: Option<String>,
}

impl Pages {
    /// Creates a renderer for a look.
    ///
    /// # Errors
    /// When the embedded template is missing or invalid.
    pub fn new(look: &Look) -> Result<Self, Error> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_auto_escape_callback(|_| AutoEscape::Html);
        let added = templates.add_template("page.html", assets::text(PAGE)?);
        added.map_err(|cause| assets::damaged_template(PAGE, cause))?;
        Ok(Self { templates, style: assets::text("page.css")?.to_owned(), colour: look.colour.clone() })
    }

    /// The parts of a page before and after the body.
    ///
    /// # Errors
    /// When the template fails.
    pub fn around(&self, document: &Document) -> Result<(String, String), Error> {
        let root = to_root(&document.path);
        let link = |address: &str| from_root(address, &root, Format::Html);
        let trail: Vec<Link> =
            document.trail.iter().map(|(address, words)| Link { address: link(address), words, lang: None }).collect();
        let name = |lang: Lang| language(lang).map_or("", |language| language.name.as_str());
        let others: Vec<Link> = document
            .other_languages
            .iter()
            .map(|(lang, address)| Link { address: link(address), words: name(*lang), lang: Some(lang.to_string()) })
            .collect();
        let mut title = String::new();
        elements::blocks(&[Block::Heading(1, document.title.clone(), Anchor::default())], &root, &mut title);
        let values = context! {
            lang => document.lang.code(),
            title => document.title.plain(),
            heading => title,
            contents => contents::beside(&document.blocks),
            style => self.style.as_str(),
            colour => self.colour.as_str(),
            trail => Value::from(Serde(trail)),
            others => Value::from(Serde(others)),
            body => BODY,
        };
        let whole = self.templates.get_template("page.html").and_then(|page| page.render(values));
        let whole = whole.map_err(|cause| assets::damaged_template(PAGE, cause))?;
        let (head, foot) = whole.split_once(BODY).unwrap_or((&whole, ""));
        Ok((head.to_owned(), foot.to_owned()))
    }
}
