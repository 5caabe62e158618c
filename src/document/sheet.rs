//! The register as sheets for people: tables with one fact per row, of a controller or of the whole municipality.

mod activities;
pub(crate) mod carried;
mod cells;
mod cover;
mod gaps;
mod links;
mod measures;
mod named;
mod parties;
mod transfers;

use jiff::civil;
use rustc_hash::FxHashMap;

use crate::audience::Audience;
use crate::document::register::{self, Controlled, Entry};
use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::language::sheet::{Style, style_of};
use crate::model::Id;
use crate::model::activity::Activity;

use activities::Columns;
use carried::Carried;
use named::Named;

pub(crate) use cells::{Cell, Row};

/// The head of a column.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// Its name.
    pub name: String,
    /// How wide it is, in letters.
    pub width: u16,
    /// Whether it stays if all its cells are empty.
    pub stays: bool,
}

/// A table of a workbook.
pub(crate) struct Table<'t> {
    /// The name of its sheet.
    pub name: String,
    /// What a row is.
    pub about: String,
    /// The heads of the columns that are shown.
    pub heads: Vec<&'t Head>,
    /// The rows.
    pub rows: Vec<Vec<&'t Cell>>,
}

/// A workbook.
pub(crate) struct Book<'t> {
    /// Its path below the output folder, without extension.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The rows of the first sheet: what each is, and its value.
    pub cover: Vec<Row>,
    /// The name of the first sheet.
    pub cover_name: String,
    /// The tables.
    pub tables: Vec<Table<'t>>,
    /// The names for texts that are too long for a cell.
    pub long: Long,
    /// The sheet for programs.
    pub carried: Carried,
    /// How sheets of the country are written.
    pub style: &'static Style,
    /// Its day.
    pub day: civil::Date,
}

/// The sheet of texts that are too long for a cell: its name and heads, and what stands at the end of a cell that has only
/// the beginning of its text, with `#` for the cell where it goes on.
pub(crate) struct Long {
    /// The name of the sheet.
    pub name: String,
    /// The heads: sheet, cell, piece, text.
    pub heads: [String; 4],
    /// What stands at the end of the beginning of a text.
    pub continued: String,
}

/// The tables, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Activities,
    Data,
    Parties,
    Transfers,
    Measures,
    Gaps,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Activities, Self::Data, Self::Parties, Self::Transfers, Self::Measures, Self::Gaps];

    /// The key of its name in the language files.
    fn key(self) -> &'static str {
        match self {
            Self::Activities => "activities",
            Self::Data => "data",
            Self::Parties => "parties",
            Self::Transfers => "transfers",
            Self::Measures => "measures",
            Self::Gaps => "gaps",
        }
    }

    /// Whether an audience has it. Security measures are internal.
    fn is_for(self, audience: Audience) -> bool {
        self != Self::Measures || audience == Audience::Internal
    }
}

/// The rows of each table about one activity, in the order of [`Kind::ALL`].
type Told = [Vec<Row>; 6];

/// The tables of a municipality in one language, gathered activity by activity.
pub(crate) struct Tables<'s, 'r> {
    scene: &'s Scene<'r>,
    columns: Columns,
    heads: [Vec<Head>; 6],
    /// By the number of the activity.
    told: Vec<Option<Told>>,
    /// The gaps of each controller itself.
    open: FxHashMap<&'r Id, Vec<Row>>,
    fingerprint: &'s str,
}

impl<'s, 'r> Tables<'s, 'r> {
    /// Tables without activities. `fingerprint` is that of `register.json`.
    #[must_use]
    pub(crate) fn new(scene: &'s Scene<'r>, fingerprint: &'s str) -> Self {
        let columns = Columns::of(scene);
        let heads = [
            columns.heads(scene),
            links::heads(scene),
            parties::heads(scene),
            transfers::heads(scene),
            measures::heads(scene),
            gaps::heads(scene),
        ];
        let controllers = scene.register.municipality.controllers.0.iter();
        let open = controllers.map(|(id, controller)| (id, gaps::of_controller(scene, controller))).collect();
        let told = scene.register.activities.values().map(|_| None).collect();
        Self { scene, columns, heads, told, open, fingerprint }
    }

    /// The tables of all activities.
    #[must_use]
    pub(crate) fn full(scene: &'s Scene<'r>, fingerprint: &'s str) -> Self {
        let mut tables = Self::new(scene, fingerprint);
        for activity in scene.register.activities.values() {
            let entry = register::entry(scene, activity);
            tables.tell(&entry, &entry.cells(), &Controlled::of(scene, activity));
        }
        tables
    }

    /// Adds what the register says of an activity, unless it is there.
    pub(crate) fn tell(&mut self, entry: &Entry, cells: &[(&'static str, String)], controlled: &Controlled) {
        let scene = self.scene;
        let activity = entry.activity;
        let number = scene.register.activities.get_index_of(&activity.id);
        let Some(place) = number.and_then(|number| self.told.get_mut(number)).filter(|place| place.is_none()) else {
            return;
        };
        let named = Named::of(scene, activity);
        let internal = scene.audience() == Audience::Internal;
        let measures = if internal { measures::rows(scene, activity, &named) } else { Vec::new() };
        let unstated = self.columns.unstated(scene, activity, cells, controlled);
        *place = Some([
            vec![self.columns.row(scene, &named, activity, (cells, controlled, &unstated))],
            links::rows(scene, activity, &named),
            parties::rows(scene, activity, &named),
            transfers::rows(scene, activity, &named),
            measures,
            gaps::rows(scene, entry, &named, &self.columns.names(scene, &unstated)),
        ]);
    }

    /// The workbook of a controller, with these activities.
    #[must_use]
    pub(crate) fn of_controller(&self, id: &'r Id, activities: &[&Activity], day: civil::Date) -> Option<Book<'_>> {
        let controller = self.scene.register.municipality.controllers.get(id)?;
        let all = &self.scene.register.activities;
        let numbers = activities.iter().filter_map(|activity| all.get_index_of(&activity.id)).collect();
        let title = self.title(self.scene.text(&controller.name));
        let path = format!("{}/{}/registers/{id}", self.scene.register.id, self.scene.lang());
        let carried = Carried::of(self.scene, (Some(id.as_str()), day), &[]);
        Some(self.book(path, title, (&[id], numbers), (day, carried)))
    }

    /// The workbook of the municipality. `files` are those of the register, which it carries for programs.
    #[must_use]
    pub(crate) fn whole(&self, day: civil::Date, files: &[(String, String)]) -> Book<'_> {
        let municipality = &self.scene.register.municipality;
        let controllers: Vec<&Id> = municipality.controllers.0.keys().collect();
        let title = self.title(self.scene.text(&municipality.name));
        let carried = Carried::of(self.scene, (None, day), files);
        self.book(self.path(), title, (&controllers, (0..self.told.len()).collect()), (day, carried))
    }

    /// The path of the workbook of the municipality, and of its table of activities as a file, without extension.
    #[must_use]
    pub(crate) fn path(&self) -> String {
        path(self.scene)
    }

    /// The table of all activities.
    #[must_use]
    pub(crate) fn activities(&self) -> Table<'_> {
        self.table(Kind::Activities, &(0..self.told.len()).collect::<Vec<_>>(), &[])
    }

    fn title(&self, name: Line) -> String {
        let key = match self.scene.audience() {
            Audience::Public => "heading.register",
            Audience::Internal => "heading.register-internal",
        };
        self.scene.say(key, &[("name", name)]).plain()
    }

    fn book(
        &self,
        path: String,
        title: String,
        (controllers, numbers): (&[&Id], Vec<usize>),
        (day, carried): (civil::Date, Carried),
    ) -> Book<'_> {
        let scene = self.scene;
        let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_for(scene.audience()));
        let tables: Vec<Table> = kinds.map(|kind| self.table(kind, &numbers, controllers)).collect();
        let facts =
            cover::Facts { title: &title, controllers, day, fingerprint: self.fingerprint, count: numbers.len() };
        let word = |key: &str| scene.language.code("sheet", key).plain();
        let name = word("long");
        let places = [("sheet", Line::words(&name)), ("cell", Line::words("#"))];
        Book {
            cover: cover::rows(scene, &facts, (&tables, &carried)),
            cover_name: word("cover"),
            path,
            tables,
            long: Long {
                continued: scene.say("sheet.continued", &places).plain(),
                name,
                heads: ["sheet", "cell", "piece", "text"].map(word),
            },
            carried,
            title,
            style: style_of(scene.country()),
            day,
        }
    }

    fn table(&self, kind: Kind, numbers: &[usize], controllers: &[&Id]) -> Table<'_> {
        let number = Kind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
        let own = controllers.iter().filter(|_| kind == Kind::Gaps).filter_map(|id| self.open.get(*id)).flatten();
        let told = numbers.iter().filter_map(|number| self.told.get(*number)?.as_ref());
        let rows: Vec<&Row> = own.chain(told.flat_map(|told| &told[number])).collect();
        let heads = &self.heads[number];
        let is_shown = |column: usize| {
            heads[column].stays
                || rows.is_empty()
                || rows.iter().any(|row| row.get(column).is_some_and(|cell| *cell != Cell::Empty))
        };
        let shown: Vec<usize> = (0..heads.len()).filter(|column| is_shown(*column)).collect();
        let word = |key: &str| self.scene.language.code("sheet", key).plain();
        Table {
            name: word(kind.key()),
            about: word(&format!("about-{}", kind.key())),
            heads: shown.iter().map(|column| &heads[*column]).collect(),
            rows: rows.into_iter().map(|row| shown.iter().filter_map(|column| row.get(*column)).collect()).collect(),
        }
    }
}

/// The path of the workbook of a municipality, and of its table of activities as a file, without extension.
#[must_use]
pub(crate) fn path(scene: &Scene) -> String {
    format!("{}/{}/register", scene.register.id, scene.lang())
}
