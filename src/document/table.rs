//! The register as a table: one row for each activity. It repeats the register, so it is a page only.

use indexmap::IndexSet;

use crate::document::frame::frame;
use crate::document::page::{other_languages, reference, trail};
use crate::document::scene::Scene;
use crate::document::topics::{retention, special};
use crate::document::{Block, Document};
use crate::language::alphabet::Alphabet;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::register::facts::responsible::controllers_of;
use crate::register::facts::third::{has_unknown_country, parties_abroad};

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
        scene.register.activities.values().map(|activity| cells(scene, activity)).collect();
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

/// The cells of an activity, each with what orders it before the alphabet does.
fn cells(scene: &Scene, activity: &Activity) -> Vec<(Line, u64)> {
    let language = scene.language;
    let distinct = |lines: Vec<Line>| {
        let distinct: IndexSet<Line> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        language.list(distinct.into_iter().collect()).capital()
    };
    let controllers = controllers_of(scene.register, activity);
    let controllers = controllers.into_iter().map(|controller| scene.text(&controller.name)).collect();
    let subjects = activity.subjects.iter().map(|subject| scene.term(&subject.who, activity)).collect();
    let mut special: Vec<_> = activity.data.iter().flat_map(|data| special::kinds(scene, data)).collect();
    special.sort_by_key(|(order, _, _)| *order);
    let special = special.into_iter().map(|(_, _, name)| name).collect();
    let recipients = activity.recipients.iter().map(|disclosure| scene.term(&disclosure.to, activity)).collect();
    let transfers = activity.transfers.iter().map(|transfer| match transfer.country.value() {
        Some(country) => scene.country_name(&country.code),
        None => scene.term(&transfer.to, activity),
    });
    let parties = parties_abroad(scene.register, activity).into_iter();
    let transfers = transfers.chain(parties.map(|(_, country)| scene.country_name(&country.code))).collect();
    let mut kept: Vec<(u64, Line)> = activity
        .retention
        .iter()
        .map(|rule| retention::group(scene, rule))
        .map(|(order, _, name)| (order, name))
        .collect();
    kept.sort_by_key(|(order, _)| *order);
    let longest = kept.last().map_or(0, |(order, _)| *order);
    let kept = kept.into_iter().map(|(_, name)| name).collect();
    let is_open_data = !activity.data.gaps.is_empty() || activity.data.iter().any(|data| !data.special.gaps.is_empty());
    let has_unknown_place = has_unknown_country(scene.register, activity);
    let none = |key: &str, is_none: bool| is_none.then(|| scene.say(key, &[]).unstopped());
    let cells = [
        (vec![reference(scene, activity)], None, false),
        (controllers, None, false),
        (subjects, None, !activity.subjects.gaps.is_empty()),
        (special, None, is_open_data),
        (recipients, none("brief-say.recipients-none", activity.recipients.none), !activity.recipients.gaps.is_empty()),
        (
            transfers,
            none("brief-say.transfers-none", activity.transfers.none),
            !activity.transfers.gaps.is_empty() || has_unknown_place,
        ),
        (kept, None, !activity.retention.gaps.is_empty()),
    ];
    let said = |(lines, none, is_open): (Vec<Line>, Option<Line>, bool)| {
        let open = is_open.then(|| scene.say("say.unsettled", &[]));
        let said = [distinct(lines)].into_iter().chain(open).filter(|line| !line.is_empty());
        let said = Line::join(said.collect(), "; ", "; ").capital();
        if said.is_empty() { none.unwrap_or_else(|| language.code("table", "unstated")) } else { said }
    };
    let last = cells.len() - 1;
    let placed = |(number, cell)| (said(cell), if number == last { longest } else { 0 });
    cells.into_iter().enumerate().map(placed).collect()
}
