//! The index of the search page: each line of the pages once, and which pages have it.

use indexmap::IndexSet;
use serde::Serialize;

use crate::document::{Block, Document, each_line};
use crate::error::Error;
use crate::language::Language;
use crate::language::line::Line;
use crate::render::elements::escape;
use crate::render::fault::unwritable;
use crate::render::{Format, from_root};

/// The sections that are the law alike on every page, by the ids of their headings. Only the headings are searched.
const OF_LAW: [&str; 3] = ["rights", "objection", "complaint"];

/// The lines of pages, for the search.
#[derive(Debug, Default)]
pub(crate) struct Index {
    lines: IndexSet<String>,
    pages: Vec<(String, Line, Vec<usize>)>,
}

/// The index as the script reads it.
#[derive(Serialize)]
struct Written<'i> {
    lines: &'i IndexSet<String>,
    pages: Vec<Page>,
}

/// A page: its address from the search page, its title, and the numbers of its lines.
#[derive(Serialize)]
struct Page(String, String, Vec<usize>);

impl Index {
    /// Adds a page under a title.
    pub(crate) fn add(&mut self, document: &Document, title: Line) {
        let mut numbers = Vec::new();
        let mut is_law = false;
        for block in &document.blocks {
            let is_heading = matches!(block, Block::Heading(2, ..));
            if let Block::Heading(2, _, anchor) = block {
                is_law = OF_LAW.contains(&anchor.as_str());
            }
            if is_heading || !is_law {
                self.block(block, &mut numbers);
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        self.pages.push((document.path.clone(), title, numbers));
    }

    /// Adds a page that repeats what others say, by the names of its entries.
    pub(crate) fn add_names(&mut self, document: &Document, title: Line) {
        let mut numbers = Vec::new();
        for block in &document.blocks {
            match block {
                Block::Facts(facts) => facts.iter().for_each(|fact| self.line(&fact.question, &mut numbers)),
                other => self.block(other, &mut numbers),
            }
        }
        self.pages.push((document.path.clone(), title, numbers));
    }

    /// The pages: their paths without extension, and their titles.
    #[must_use]
    pub(crate) fn pages(&self) -> Vec<(String, Line)> {
        self.pages.iter().map(|(path, title, _)| (path.clone(), title.clone())).collect()
    }

    /// The form and the index as HTML. `root` is the relative path to the output root.
    ///
    /// # Errors
    /// If the index cannot be written as JSON.
    pub(crate) fn html(&self, language: &Language, root: &str) -> Result<String, Error> {
        let page = |(path, title, lines): &'_ (String, Line, Vec<usize>)| {
            Page(from_root(path, root, Format::Html), title.plain(), lines.clone())
        };
        let pages = self.pages.iter().map(page).collect();
        let written = serde_json::to_string(&Written { lines: &self.lines, pages })
            .map_err(|cause| unwritable(Format::Html, cause))?;
        let word = |key: &str| {
            let mut escaped = String::new();
            // The script puts the number there.
            let own = [("count", Line::words("#"))];
            escape(&language.say(&format!("search.{key}"), &own).plain(), &mut escaped);
            escaped
        };
        Ok(format!(
            "<form id=\"search\" role=\"search\" hidden data-found=\"{}\" data-one=\"{}\" data-none=\"{}\">\n\
             <label for=\"q\">{}</label>\n<input id=\"q\" name=\"q\" type=\"search\" autocomplete=\"off\">\n\
             <button>{}</button>\n</form>\n<p id=\"status\" role=\"status\"></p>\n<div id=\"found\"></div>\n\
             <script type=\"application/json\" id=\"index\">{}</script>\n",
            word("found"),
            word("one"),
            word("none"),
            word("label"),
            word("button"),
            // No end tag and no comment can begin in it.
            written.replace('<', "\\u003c"),
        ))
    }

    fn block(&mut self, block: &Block, numbers: &mut Vec<usize>) {
        each_line(std::slice::from_ref(block), &mut |line| self.line(line, numbers));
    }

    fn line(&mut self, line: &Line, numbers: &mut Vec<usize>) {
        let line = line.plain();
        if !line.is_empty() {
            numbers.push(self.lines.insert_full(line).0);
        }
    }
}
