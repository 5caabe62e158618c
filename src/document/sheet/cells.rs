//! The cells of the tables.

use jiff::civil;

use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::law::Law;
use crate::model::period::Date;
use crate::model::{Known, List, Text};

/// The content of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, one fact per line.
    Text(String),
    /// A text that leads to a page: the text, and the path of the page below the output folder, without extension.
    Link(Box<(String, String)>),
    /// A text that leads to a sheet of the workbook, by its number.
    Sheet(Box<(String, usize)>),
    /// A day.
    Day(civil::Date),
}

/// The cells of a row.
pub(crate) type Row = Vec<Cell>;

/// A word of the sheets.
pub(super) fn word(scene: &Scene, key: &str) -> String {
    scene.language.code("sheet", key).plain()
}

/// The word of a label `Word: value`.
pub(super) fn label(scene: &Scene, key: &str) -> String {
    let label = scene.say(key, &[]).plain();
    label.trim_end_matches([':', ' ']).to_owned()
}

/// A text as a cell.
pub(super) fn text(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// Lines as a cell, one below the other.
pub(super) fn lines(lines: impl IntoIterator<Item = Line>) -> Cell {
    let lines: Vec<String> = lines.into_iter().map(|line| line.plain()).filter(|line| !line.is_empty()).collect();
    text(lines.join("\n"))
}

/// A value, or its gap.
pub(super) fn known<T>(scene: &Scene, known: &Known<T>, say: impl Fn(&T) -> Line) -> Cell {
    lines([scene.known(known, say)])
}

/// A text, or its gap.
pub(super) fn known_text(scene: &Scene, value: &Known<Text>) -> Cell {
    known(scene, value, |value| scene.text(value))
}

/// Texts and their gaps.
pub(super) fn texts(scene: &Scene, all: &List<Text>) -> Cell {
    lines(scene.texts(all).into_iter().chain(all.gaps.iter().map(|gap| scene.gap_value(gap))))
}

/// Provisions and their gaps.
pub(super) fn laws(scene: &Scene, all: &List<Law>) -> Cell {
    let cited = all.iter().map(|law| scene.text(&law.cite.0));
    lines(cited.chain(all.gaps.iter().map(|gap| scene.gap_value(gap))))
}

/// A day as a cell.
pub(super) fn day(date: Option<Date>) -> Cell {
    date.map(|date| Cell::Day(date.day)).unwrap_or_default()
}
