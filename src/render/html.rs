//! Renders HTML pages. All pages of an output folder share one style sheet.

use std::collections::BTreeMap;

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context, value::Serde};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::assets;
use crate::document::anchor::Anchor;
use crate::document::frame::Home;
use crate::document::{Block, Document};
use crate::error::Error;
use crate::language::language;
use crate::language::line::Line;
use crate::model::Lang;
use crate::render::base64::base64;
use crate::render::{Artifact, Format, contents, elements, fragment, from_root, to_root};

/// Settings shared by all pages.
#[derive(Debug, Clone)]
pub struct Look {
    /// The colour of links and rules on a light page, as `#rrggbb`.
    pub colour: String,
    /// The same on a dark page.
    pub colour_dark: String,
    /// The name in the header; without it, that of the municipality.
    pub name: Option<String>,
    /// The logo: its media type and bytes.
    pub logo: Option<(&'static str, Vec<u8>)>,
    /// A line at the foot.
    pub footer: Option<String>,
    /// The address of the accessibility statement.
    pub accessibility: Option<String>,
    /// The e-mail address or web page for what is wrong or missing.
    pub report: Option<String>,
    /// The address at which the public output is published, for links from other sites.
    pub site: Option<String>,
    /// Whether there is one municipality, so that pages need not lead to a list of them.
    pub is_alone: bool,
}

impl Default for Look {
    fn default() -> Self {
        let [colour, colour_dark] = ["#14508c", "#8ab8e8"].map(str::to_owned);
        let [name, footer, accessibility, report, site] = [None, None, None, None, None];
        Self { colour, colour_dark, name, logo: None, footer, accessibility, report, site, is_alone: false }
    }
}

/// The template of a page.
const PAGE: &str = "page.html.j2";

/// The style sheet among the templates.
const CSS: &str = "page.css";

/// The script among the templates.
const JS: &str = "page.js";

/// The paths of the style sheet and the script in the output folder.
pub(crate) const SHARED: [&str; 2] = ["style.css", "script.js"];

/// Stands for the body while the page around it is rendered. No value contains it, because its `<` is escaped.
const BODY: &str = "<!-- body -->";

/// Stands for the fingerprint of the content, which is known last.
pub(crate) const CONTENT: &str = "<!-- content -->";

/// The most letters of a description, of which search engines show the first.
const DESCRIBED: usize = 300;

/// The words around the content of a page.
const WORDS: [&str; 10] =
    ["skip", "languages", "crumbs", "internal", "register", "accessibility", "report", "turns", "previous", "next"];

/// The words of the search in the header.
const SEARCH: [&str; 2] = ["label", "button"];

/// Renders pages with one look.
#[derive(Debug)]
pub struct Pages {
    templates: Environment<'static>,
    style: String,
    script: String,
    logo: Option<String>,
    look: Look,
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
        let Look { colour, colour_dark, .. } = look;
        let css = assets::text(CSS)?.replace('\r', "");
        let script = assets::text(JS)?.replace('\r', "");
        let style = format!(":root {{ --colour: {colour}; --colour-dark: {colour_dark}; }}\n{css}");
        let logo = look.logo.as_ref().map(|(media, bytes)| format!("data:{media};base64,{}", base64(bytes)));
        Ok(Self { templates, style, script, logo, look: look.clone() })
    }

    /// The files that pages link to: the style sheet and the script.
    #[must_use]
    pub fn shared(&self) -> [Artifact; 2] {
        let [style, script] = SHARED;
        [(style, &self.style), (script, &self.script)]
            .map(|(path, text)| Artifact { path: path.to_owned(), bytes: text.clone().into_bytes() })
    }

    /// The body of the notice `name` with the blocks `after` it, for a page of another site.
    ///
    /// # Errors
    /// When the embedded style sheet is missing.
    pub(crate) fn fragment(&self, document: &Document, after: &[Block], name: &str) -> Result<String, Error> {
        fragment::fragment(document, after, (name, self.look.site.as_deref()))
    }

    /// The parts of a page before and after the body. In the second, [`CONTENT`] stands for the fingerprint of the
    /// content.
    ///
    /// # Errors
    /// When the template fails.
    pub fn around(&self, document: &Document) -> Result<(String, String), Error> {
        let root = to_root(&document.path);
        // Percent-encoded and escaped, as an attribute value.
        let link = |address: &str| {
            let mut written = String::new();
            elements::address(&from_root(address, &root, Format::Html), &mut written);
            written
        };
        let is_shown = |address: &str| !self.look.is_alone || address != "index";
        let trail = document.trail.iter().filter(|(address, _)| is_shown(address));
        let trail: Vec<Link> =
            trail.map(|(address, words)| Link { address: link(address), words, lang: None }).collect();
        let name = |lang: Lang| language(lang).map_or("", |language| language.name.as_str());
        let others: Vec<Link> = document
            .other_languages
            .iter()
            .map(|(lang, address)| Link { address: link(address), words: name(*lang), lang: Some(lang.to_string()) })
            .collect();
        let mut heading = String::new();
        elements::blocks(&[Block::Heading(1, document.title.clone(), Anchor::default())], &root, &mut heading);
        let home = document.frame.home.as_ref();
        let mut contact = String::new();
        home.iter().for_each(|home| elements::blocks(&home.contact, &root, &mut contact));
        let owner = home.map(|home| home.name.plain());
        let search = home.and_then(|home| home.search.as_deref()).filter(|path| *path != document.path);
        let contents = contents::beside(&document.blocks);
        let is_internal = document.frame.is_internal;
        let classes = [(!contents.is_empty(), "beside"), (is_internal, "internal")];
        let classes = classes.into_iter().filter_map(|(is_so, class)| is_so.then_some(class));
        let turns =
            document.frame.turns.iter().map(|turn| turn.as_ref().map(|(path, name)| (link(path), name.plain())));
        let turns: Vec<Option<(String, String)>> = turns.collect();
        let [style, script] = SHARED;
        let values = context! {
            turns => turns,
            lang => document.lang.code(),
            title => self.title(document, owner.as_deref()),
            description => description(&document.blocks),
            heading => heading,
            style => link(style),
            script => document.frame.has_script.then(|| link(script)),
            search => search.map(|path| (link(path), SEARCH.map(|key| search_word(document.lang, key)))),
            colour => self.look.colour.trim_start_matches('#'),
            classes => classes.collect::<Vec<_>>().join(" "),
            internal => is_internal,
            words => words(document.lang),
            name => self.look.name.as_deref().or(owner.as_deref()),
            home => link(home.map_or("index", |home| home.path.as_str())),
            logo => self.logo.as_deref(),
            trail => Value::from(Serde(trail)),
            others => Value::from(Serde(others)),
            contents => contents,
            owner => owner,
            contact => contact,
            footer => self.look.footer.as_deref(),
            register => home.map(|Home { path, .. }| format!("{}#registers", link(path))),
            accessibility => self.look.accessibility.as_deref(),
            report => self.report(document),
        };
        let whole = self.templates.get_template("page.html").and_then(|page| page.render(values));
        let whole = whole.map_err(|cause| assets::damaged_template(PAGE, cause))?;
        let (head, foot) = whole.split_once(BODY).unwrap_or((&whole, ""));
        Ok((head.to_owned(), foot.to_owned()))
    }

    /// The title of a page with the name of the municipality, and whether it is internal.
    fn title(&self, document: &Document, owner: Option<&str>) -> String {
        let title = document.title.plain();
        let name = owner.or(self.look.name.as_deref()).filter(|name| !title.contains(name));
        let name = name.map_or_else(String::new, |name| format!(" – {name}"));
        let internal = if document.frame.is_internal { word(document.lang, "internal-short") } else { String::new() };
        format!("{internal}{title}{name}")
    }

    /// The address for what is wrong or missing, with the page, up to where the fingerprint of its content follows.
    fn report(&self, document: &Document) -> Option<String> {
        let address = self.look.report.as_deref()?;
        let page = format!("{}.{}", document.path, Format::Html.ending());
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        Some(match address.contains("://") {
            true => format!("{address}?page={}&content=", encoded(&page)),
            false => {
                let subject = format!("{}: {}", word(document.lang, "report"), document.title.plain());
                format!(
                    "mailto:{address}?subject={}&body={}",
                    encoded(&subject),
                    encoded(&format!("\r\n\r\n{page}\r\n"))
                )
            }
        })
    }
}

/// A word around the content of a page.
fn word(lang: Lang, key: &str) -> String {
    language(lang).map(|language| language.code("page", key).plain()).unwrap_or_default()
}

/// A word of the search.
fn search_word(lang: Lang, key: &str) -> String {
    language(lang).map(|language| language.code("search", key).plain()).unwrap_or_default()
}

fn words(lang: Lang) -> BTreeMap<&'static str, String> {
    WORDS.into_iter().map(|key| (key, word(lang, key))).collect()
}

/// What a page is about: the first answers of its summary, as far as they are short.
fn description(blocks: &[Block]) -> String {
    let is_brief = |block: &Block| matches!(block, Block::Heading(_, _, anchor) if anchor.as_str() == "brief");
    let mut after = blocks.iter().skip_while(|block| !is_brief(block)).skip(1);
    let Some(Block::Facts(facts)) = after.next() else { return String::new() };
    let mut said = String::new();
    for line in facts.iter().flat_map(|fact| &fact.answer).map(Line::plain) {
        if said.chars().count() + line.chars().count() >= DESCRIBED {
            break;
        }
        said.push_str(if said.is_empty() { "" } else { " " });
        said.push_str(&line);
    }
    said
}
