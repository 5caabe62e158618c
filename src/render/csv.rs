//! CSV (RFC 4180) for programs and spreadsheets: one activity per row, the same columns in every language.

use crate::audience::Audience;
use crate::document::register::{AS_PROCESSOR, Entry, INTERNAL, OWN, ROWS};
use crate::document::scene::Scene;
use crate::document::sections::section;
use crate::document::{Block, Item};
use crate::error::Error;
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::activity::{Activity, Record};
use crate::model::administration::Status;
use crate::register::facts::responsible::controller_ids_of;
use crate::render::fault::unwritable;
use crate::render::{Format, SHAPE};

/// The columns before those of the entry.
const FIRST: [&str; 9] =
    ["municipality", "controller", "controller-contact", "officer", "activity", "part-of", "record", "status", "title"];

fn columns(audience: Audience) -> impl Iterator<Item = &'static str> {
    let internal = INTERNAL.into_iter().filter(move |_| audience == Audience::Internal);
    OWN.into_iter().chain(AS_PROCESSOR).chain(ROWS.into_iter().map(|(key, _)| key)).chain(internal)
}

/// The header row.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn header(audience: Audience) -> Result<Vec<u8>, Error> {
    row(FIRST.into_iter().chain(columns(audience)).chain(["format"]).map(str::to_owned))
}

/// The cells about a controller, equal for all its activities.
#[derive(Debug, Clone, Default)]
pub(crate) struct Controlled {
    cells: [String; 3],
}

impl Controlled {
    /// The cells about the controller of an activity.
    #[must_use]
    pub(crate) fn of(scene: &Scene, activity: &Activity) -> Self {
        let ids = controller_ids_of(scene.register, activity).into_iter();
        let controllers = ids.filter_map(|id| scene.register.municipality.controllers.get(id));
        let names: Vec<String> = controllers.map(|controller| scene.text(&controller.name).plain()).collect();
        let say = |part| cell(&section(scene, part, activity));
        Self { cells: [names.join("; "), say(Part::Controller), say(Part::Officer)] }
    }
}

/// The row of an activity.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn entry(scene: &Scene, entry: &Entry, controlled: &Controlled) -> Result<Vec<u8>, Error> {
    let activity = entry.activity;
    let own = [
        activity.id.to_string(),
        activity.part_of.as_ref().map(|whole| whole.id.to_string()).unwrap_or_default(),
        activity.record.unwrap_or(Record::Controller).key().to_owned(),
        activity.status.unwrap_or(Status::Active).key().to_owned(),
        scene.text(&activity.title).plain(),
    ];
    let find = |key| entry.rows.iter().find(|row| row.key == key).map(|row| cell(&row.blocks)).unwrap_or_default();
    let first = std::iter::once(scene.register.id.clone()).chain(controlled.cells.iter().cloned()).chain(own);
    row(first.chain(columns(scene.audience()).map(find)).chain([SHAPE.to_string()]))
}

fn row(cells: impl Iterator<Item = String>) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut writer = ::csv::WriterBuilder::new().from_writer(&mut bytes);
    let written = writer.write_record(cells.map(|cell| inert(&cell))).and_then(|()| Ok(writer.flush()?));
    drop(writer);
    written.map(|()| bytes).map_err(|cause| unwritable(Format::Csv, cause))
}

/// Escapes a cell so that no spreadsheet takes it for a formula, even if it splits the file at `;`, tabs or quotation
/// marks: an apostrophe is put before what could begin one. Removing it gives the original cell.
fn inert(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for (index, letter) in cell.char_indices() {
        if begins && is_formula(&cell[index..]) {
            safe.push('\'');
        }
        begins = matches!(letter, ',' | ';' | '"')
            || begins && letter.is_whitespace()
            || matches!(letter, '\n' | '\r' | '\t');
        safe.push(if matches!(letter, '\r' | '\t') { ' ' } else { letter });
    }
    safe
}

/// Whether a text begins like a formula, or like one with an apostrophe before it.
fn is_formula(piece: &str) -> bool {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];
    piece.trim_start_matches('\'').starts_with(signs)
}

/// Blocks as lines of one cell.
fn cell(blocks: &[Block]) -> String {
    let mut cell = String::new();
    blocks.iter().for_each(|block| block_lines(block, &mut cell));
    cell
}

fn block_lines(block: &Block, cell: &mut String) {
    match block {
        Block::Heading(_, line, _) | Block::Paragraph(line) => push_line(0, line, cell),
        Block::List(items) => items.iter().for_each(|item| item_lines(item, 0, cell)),
        Block::Facts(facts) => facts.iter().for_each(|fact| {
            push_line(0, &fact.question, cell);
            fact.answer.iter().for_each(|line| push_line(1, line, cell));
        }),
        Block::Apart(inside) | Block::Fold(inside) => inside.iter().for_each(|block| block_lines(block, cell)),
        Block::Drawing(flow) => flow.text().iter().for_each(|line| push_line(0, line, cell)),
        Block::Contents(_) => {}
    }
}

fn item_lines(item: &Item, depth: usize, cell: &mut String) {
    push_line(depth, &item.line, cell);
    item.inside.iter().for_each(|inside| item_lines(inside, depth + 1, cell));
}

fn push_line(depth: usize, line: &Line, cell: &mut String) {
    begin_line(cell);
    (0..depth).for_each(|_| cell.push_str("  "));
    line.runs.iter().for_each(|run| cell.push_str(&run.words));
}

fn begin_line(cell: &mut String) {
    if !cell.is_empty() {
        cell.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn a_formula_is_a_text() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert("namn, 50-60 + 1"), "namn, 50-60 + 1");
        assert_eq!(inert("+46 157 43 00 00"), "'+46 157 43 00 00");
        assert_eq!(inert("a;=1, @b \"-c\n  ＝d"), "a;'=1, '@b \"'-c\n  '＝d");
        assert_eq!(inert("\t=1"), " '=1");
    }

    #[test]
    fn the_guard_can_be_taken_away() {
        assert_eq!(inert("'=1"), "''=1");
        assert_eq!(inert("'ord'"), "'ord'");
    }
}
