//! The cells of an activity in the table.

use indexmap::IndexSet;

use crate::document::page::named_reference;
use crate::document::scene::Scene;
use crate::document::topics::{retention, special};
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::retention::Retention;
use crate::register::facts::responsible::controllers_of;
use crate::register::facts::special::data_of;
use crate::register::facts::third::{has_unknown_country, parties_abroad};

/// What an activity says in a column.
#[derive(Default)]
struct Cell {
    /// What it says, each once.
    said: Vec<Line>,
    /// What limits it.
    added: Option<Line>,
    /// Whether a part of it is not settled.
    is_open: bool,
    /// The statement that there is nothing.
    none: Option<Line>,
    /// What orders it before the alphabet does.
    order: u64,
}

/// The cells of an activity, in the order of the columns, each with what orders it before the alphabet does.
#[must_use]
pub(super) fn cells(scene: &Scene, activity: &Activity) -> Vec<(Line, u64)> {
    let controllers = controllers_of(scene.register, activity);
    let controllers = controllers.into_iter().map(|controller| scene.text(&controller.name)).collect();
    let cells = [
        Cell { said: vec![named_reference(scene, activity)], ..Cell::default() },
        Cell { said: controllers, ..Cell::default() },
        subjects(scene, activity),
        special(scene, activity),
        recipients(scene, activity),
        transfers(scene, activity),
        kept(scene, activity),
    ];
    let placed = |cell: Cell| {
        let order = cell.order;
        (cell.line(scene, activity), order)
    };
    cells.into_iter().map(placed).collect()
}

impl Cell {
    fn line(self, scene: &Scene, activity: &Activity) -> Line {
        let said: IndexSet<Line> = self.said.into_iter().filter(|line| !line.is_empty()).collect();
        let said = scene.language.list(said.into_iter().collect());
        let open = self.is_open.then(|| scene.say("say.unsettled", &[]));
        let all = [said].into_iter().chain(self.added).chain(open).filter(|line| !line.is_empty());
        let line = Line::join(all.collect(), "; ", "; ").capital();
        let has_parts = || scene.register.parts_of(activity).next().is_some();
        match (line.is_empty(), self.none) {
            (false, _) => line,
            (true, Some(none)) => none,
            (true, None) if has_parts() => scene.language.code("drawing", "parts").capital(),
            (true, None) => scene.language.code("table", "unstated"),
        }
    }
}

/// That a list may have more.
fn unfinished(scene: &Scene, activity: &Activity, listed: Listed) -> Option<Line> {
    activity.may_have_more(listed).then(|| scene.say("say.unfinished", &[]).unstopped().small())
}

fn subjects(scene: &Scene, activity: &Activity) -> Cell {
    Cell {
        said: activity.subjects.iter().map(|subject| scene.term(&subject.who, activity)).collect(),
        added: unfinished(scene, activity, Listed::Subjects),
        is_open: !activity.subjects.gaps.is_empty(),
        ..Cell::default()
    }
}

fn special(scene: &Scene, activity: &Activity) -> Cell {
    let all = data_of(scene.register, activity);
    let mut kinds: Vec<_> = all.iter().flat_map(|(_, data)| special::kinds(scene, data)).collect();
    kinds.sort_by_key(|(order, _, _)| *order);
    Cell {
        said: kinds.into_iter().map(|(_, _, name)| name).collect(),
        is_open: special::is_open(scene, activity),
        ..Cell::default()
    }
}

fn recipients(scene: &Scene, activity: &Activity) -> Cell {
    Cell {
        said: activity.recipients.iter().map(|disclosure| scene.term(&disclosure.to, activity)).collect(),
        added: unfinished(scene, activity, Listed::Recipients),
        is_open: !activity.recipients.gaps.is_empty(),
        none: activity.recipients.none.then(|| scene.say("brief-say.recipients-none", &[]).unstopped()),
        ..Cell::default()
    }
}

/// Where data go, then where they may go.
fn transfers(scene: &Scene, activity: &Activity) -> Cell {
    let mut places: [Vec<Line>; 2] = [Vec::new(), Vec::new()];
    for transfer in &activity.transfers {
        let country = transfer.country.value().map(|country| scene.country_name(&country.code));
        let place = country.unwrap_or_else(|| scene.term(&transfer.to, activity));
        places[usize::from(transfer.possible.0)].push(place);
    }
    let abroad = parties_abroad(scene.register, activity).into_iter();
    places[1].extend(abroad.map(|(_, country)| scene.country_name(&country.code)));
    let [said, possible] = places;
    let possible: IndexSet<Line> = possible.into_iter().filter(|place| !said.contains(place)).collect();
    let maybe = |places: Line| scene.say("brief-say.transfers-possible", &[("places", places)]).unstopped();
    let is_open = activity.transfers.iter().any(|transfer| transfer.country.gap().is_some());
    Cell {
        said,
        added: (!possible.is_empty()).then(|| maybe(scene.language.list(possible.into_iter().collect()))),
        is_open: is_open || !activity.transfers.gaps.is_empty() || has_unknown_country(scene.register, activity),
        none: activity.transfers.none.then(|| scene.say("brief-say.transfers-none", &[]).unstopped()),
        ..Cell::default()
    }
}

/// How long data are kept, the shortest first; ordered by the longest.
fn kept(scene: &Scene, activity: &Activity) -> Cell {
    let mut kept: Vec<(u64, Line)> = activity
        .retention
        .iter()
        .map(|rule| (retention::group(scene, rule).0, retention::bounded(scene, rule)))
        .collect();
    kept.sort_by_key(|(order, _)| *order);
    Cell {
        order: kept.last().map_or(0, |(order, _)| *order),
        said: kept.into_iter().map(|(_, name)| name).collect(),
        added: unfinished(scene, activity, Listed::Retention),
        is_open: !activity.retention.gaps.is_empty() || activity.retention.iter().any(Retention::is_open),
        ..Cell::default()
    }
}
