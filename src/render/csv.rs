//! CSV for machines and spreadsheets (RFC 4180): one activity to a row, the same columns in every language.

use crate::document::form::Part;
use crate::document::line::Line;
use crate::document::register::as_processor;
use crate::document::scene::Scene;
use crate::document::sections::controller::controller_of;
use crate::document::sections::{internal, section};
use crate::document::{Block, Item};
use crate::model::activity::Activity;

/// The columns that every register has.
const COLUMNS: [(&str, Part); 15] = [
    ("purposes", Part::Purposes),
    ("bases", Part::Bases),
    ("subjects", Part::Subjects),
    ("data", Part::Data),
    ("sources", Part::Sources),
    ("recipients", Part::Recipients),
    ("processors", Part::Processors),
    ("transfers", Part::Transfers),
    ("retention", Part::Retention),
    ("obligation", Part::Obligation),
    ("automated", Part::Automated),
    ("consent", Part::Consent),
    ("procedure", Part::Procedure),
    ("officer", Part::Officer),
    ("controller-contact", Part::Controller),
];

/// The columns that only the internal register has.
const INTERNAL: [&str; 4] = ["measures", "agreements", "administration", "notes"];

/// The first row.
#[must_use]
pub fn header(is_internal: bool) -> Vec<u8> {
    let first =
        ["municipality", "controller", "activity", "part-of", "record", "status", "title", "on-behalf-of", "contact"];
    let rest = COLUMNS.iter().map(|(name, _)| *name);
    let internal = INTERNAL.iter().copied().filter(|_| is_internal);
    row(first.into_iter().chain(rest).chain(internal).map(str::to_owned))
}

/// The rows of some activities.
#[must_use]
pub fn rows(scene: &Scene, activities: &[&Activity]) -> Vec<u8> {
    activities.iter().flat_map(|activity| row(cells(scene, activity).into_iter())).collect()
}

fn cells(scene: &Scene, activity: &Activity) -> Vec<String> {
    let controller = controller_of(scene.register, activity).map(|controller| scene.text(&controller.name).plain());
    let mut cells = vec![
        scene.register.id.clone(),
        controller.unwrap_or_default(),
        activity.id.to_string(),
        activity.part_of.as_ref().map(|whole| whole.id.to_string()).unwrap_or_default(),
        activity.record.map_or("controller", crate::model::activity::Record::key).to_owned(),
        activity.status.map_or("active", crate::model::administration::Status::key).to_owned(),
        scene.text(&activity.title).plain(),
    ];
    cells.push(cell(&as_processor(scene, activity)));
    cells.push(cell(&section(scene, Part::Contact, activity)));
    cells.extend(COLUMNS.iter().map(|(_, part)| cell(&section(scene, *part, activity))));
    if scene.internal {
        cells.push(cell(&internal::measures(scene, activity)));
        cells.push(cell(&internal::agreements(scene, activity)));
        cells.push(cell(&internal::administration(scene, activity)));
        cells.push(cell(&internal::notes(scene, activity)));
    }
    cells
}

fn row(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().from_writer(Vec::new());
    let written = writer.write_record(cells.map(inert));
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// Blocks as lines of one cell.
fn cell(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    blocks.iter().for_each(|block| block_lines(block, &mut lines));
    lines.join("\n")
}

fn block_lines(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Heading(_, line) | Block::Paragraph(line) => lines.push(Line::plain(line)),
        Block::List(items) => items.iter().for_each(|item| item_lines(item, 0, lines)),
        Block::Apart(inside) | Block::In(_, inside) => inside.iter().for_each(|block| block_lines(block, lines)),
    }
}

fn item_lines(item: &Item, depth: usize, lines: &mut Vec<String>) {
    lines.push(format!("{}{}", "  ".repeat(depth), item.line.plain()));
    item.inside.iter().for_each(|inside| item_lines(inside, depth + 1, lines));
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn a_formula_is_a_text() {
        assert_eq!(inert("=1+1".into()), "'=1+1");
        assert_eq!(inert("namn".into()), "namn");
    }
}
