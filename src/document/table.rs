//! The register as a table: one row for each activity. It repeats the register, so it is a page only.

mod cells;

use crate::document::frame::frame;
use crate::document::page::{other_languages, trail};
use crate::document::scene::Scene;
use crate::document::{Block, Document};
use crate::language::alphabet::Alphabet;
use crate::language::line::Line;

/// The name of its page, below the folder of the language.
const PAGE: &str = "table";

/// The columns, by their keys in the language files.
const COLUMNS: [&str; 7] = ["activity", "controller", "subjects", "special", "recipients", "transfers", "retention"];

/// A table with rows that can be sorted and filtered.
pub(crate) struct Table {
    /// The names of the columns.
    pub columns: Vec<Line>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Its name.
    pub caption: Line,
    /// How to sort.
    pub sort: Line,
    /// What the field asks for by which rows are filtered.
    pub filter: Line,
    /// How many rows are shown, with `#` for their number and `##` for that of all rows.
    pub shown: Line,
}

/// A cell, with its place among the cells of its column.
pub(crate) struct Cell {
    /// The content.
    pub line: Line,
    /// The place in the order of the column, from 0. Equal cells have the same place.
    pub place: usize,
}

/// The address of the table, which Markdown links to as well.
#[must_use]
pub(crate) fn address(scene: &Scene) -> String {
    format!("{}.html", path(scene))
}

/// The path of the table, without extension.
fn path(scene: &Scene) -> String {
    format!("{}/{}/{PAGE}", scene.register.id, scene.lang())
}

/// The page, and the table that follows its blocks.
#[must_use]
pub(crate) fn table(scene: &Scene) -> (Document, Table) {
    let scene = &scene.in_prose();
    let word = |key: &str| scene.language.code("table", key);
    let own = [("count", Line::words("#")), ("all", Line::words("##"))];
    let table = Table {
        columns: COLUMNS.map(word).to_vec(),
        rows: rows(scene),
        caption: scene.say("heading.table", &[]),
        sort: word("sort"),
        filter: word("filter"),
        shown: scene.say("table.shown", &own),
    };
    let mut frame = frame(scene);
    frame.has_script = true;
    let document = Document {
        path: path(scene),
        lang: scene.lang(),
        title: scene.say("heading.table", &[]),
        trail: trail(scene),
        other_languages: other_languages(scene, PAGE, &scene.register.municipality.languages.items),
        frame,
        blocks: vec![Block::Paragraph(word("about"))],
    };
    (document, table)
}

fn rows(scene: &Scene) -> Vec<Vec<Cell>> {
    let alphabet = Alphabet::of(scene.lang().code());
    let mut rows: Vec<Vec<(Line, u64)>> =
        scene.register.activities.values().map(|activity| cells::cells(scene, activity)).collect();
    rows.sort_by(|one, other| match (one.first(), other.first()) {
        (Some((one, _)), Some((other, _))) => alphabet.compare(&one.plain(), &other.plain()),
        _ => one.len().cmp(&other.len()),
    });
    let places: Vec<Vec<usize>> = (0..COLUMNS.len()).map(|column| places(&rows, column, &alphabet)).collect();
    let placed = |(number, row): (usize, Vec<(Line, u64)>)| {
        let cells = row.into_iter().zip(&places);
        cells.map(|((line, _), places)| Cell { line, place: places[number] }).collect()
    };
    rows.into_iter().enumerate().map(placed).collect()
}

/// The place of each row by a column.
fn places(rows: &[Vec<(Line, u64)>], column: usize, alphabet: &Alphabet) -> Vec<usize> {
    let key = |row: &[(Line, u64)]| row.get(column).map(|(line, order)| (*order, line.plain()));
    let keys: Vec<_> = rows.iter().map(|row| key(row).unwrap_or_default()).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|one, other| {
        let ((one_order, one), (other_order, other)) = (&keys[*one], &keys[*other]);
        one_order.cmp(other_order).then_with(|| alphabet.compare(one, other))
    });
    let mut places = vec![0; rows.len()];
    let mut place = 0;
    for pair in order.windows(2) {
        place += usize::from(keys[pair[0]] != keys[pair[1]]);
        places[pair[1]] = place;
    }
    places
}
