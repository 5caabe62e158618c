//! The notice in brief: the same questions in the same order in every notice (Article 12(1) and (7), WP260 rev.01).
//!
//! A row is derived from the register. It is never milder than its worst part: every third country, special category,
//! automated decision and gap is named.

mod contact;
mod rows;
mod told;

use indexmap::IndexSet;
use rustc_hash::FxHashSet;

use crate::document::anchor::Anchor;
use crate::document::body::{Asked, Covered};
use crate::document::scene::Scene;
use crate::document::{Block, Fact};
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::notice::Brief;
use crate::model::{Id, Text};
use crate::register::facts::covered::only_grouping;

pub(crate) use contact::contact;

/// The most names that a row lists.
const MOST: usize = 8;

/// What the rows are derived from.
#[derive(Clone, Copy)]
struct Source<'a, 's> {
    scene: &'a Scene<'s>,
    covered: &'a Covered<'s>,
    asked: &'a [Asked<'s>],
}

/// Where a part is not settled.
enum Unsettled {
    /// It is settled everywhere.
    Nothing,
    /// In the activities with these numbers.
    Of(Vec<usize>),
    /// In no activity.
    Whole,
}

/// A row: what is derived, and what no words of the municipality may leave out: a third country, a special category, an
/// automated decision or a gap.
#[derive(Default)]
struct Row {
    said: Vec<Line>,
    worst: Vec<Line>,
}

impl Row {
    fn of(said: impl IntoIterator<Item = Line>) -> Self {
        Self { said: said.into_iter().collect(), worst: Vec::new() }
    }

    /// Adds what is always told.
    fn and(mut self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.worst.extend(lines);
        self
    }

    /// The sentences of the row, or what is written in the place of what is derived.
    fn lines(self, written: Option<Line>) -> Vec<Line> {
        let said = written.map_or(self.said, |written| vec![written.capital().stopped()]);
        said.into_iter().chain(self.worst).collect()
    }
}

/// The table, with its heading. Rows of `written` stand in the place of derived ones.
#[must_use]
pub(crate) fn brief<'s>(
    scene: &Scene<'s>,
    covered: &Covered<'s>,
    asked: &[Asked<'s>],
    written: Option<&Brief>,
) -> Vec<Block> {
    let source = Source { scene, covered, asked };
    let usual = Brief::default();
    let Brief { controller, why, special, sources, recipients, transfers, retention, obligation, rights, at: _ } =
        written.unwrap_or(&usual);
    let rows = [
        ("controller", rows::controller(source), controller),
        ("why", rows::why(source), why),
        ("special", rows::special(source), special),
        ("sources", rows::sources(source), sources),
        ("recipients", rows::recipients(source), recipients),
        ("transfers", rows::transfers(source), transfers),
        ("retention", told::retention(source), retention),
        ("obligation", told::obligation(source), obligation),
        ("rights", contact::rights(source), rights),
    ];
    let fact = |(key, row, written): (&str, Row, &Option<Text>)| {
        let written = written.as_ref().map(|text| scene.text(text)).filter(|line| !line.is_empty());
        let mut answer = row.lines(written);
        if answer.is_empty() {
            answer.push(scene.say("say.unstated", &[]));
        }
        let fact = Fact::new(scene.language.code("brief", key), vec![Line::join(answer, " ", " ")], Anchor::default());
        Fact { more: more(key), ..fact }
    };
    let heading = Block::Heading(2, scene.say("heading.brief", &[]), Anchor::of("brief"));
    vec![heading, Block::Facts(rows.into_iter().map(fact).collect())]
}

/// Where the notice tells more than a row: by activity, or under the question or heading of the part.
fn more(key: &str) -> &'static [&'static str] {
    match key {
        "controller" => &["controller"],
        "why" => &["one-by-one", "purposes"],
        "special" => &["one-by-one", "data"],
        "sources" => &["one-by-one", "sources"],
        "recipients" => &["one-by-one", "recipients"],
        "transfers" => &["one-by-one", "transfers"],
        "retention" => &["one-by-one", "retention"],
        "obligation" => &["one-by-one", "obligation"],
        "rights" => &["rights"],
        _ => &[],
    }
}

impl<'s> Source<'_, 's> {
    /// A sentence of the brief.
    fn say(self, key: &str, places: &[(&str, Line)]) -> Line {
        self.scene.say(&format!("brief-say.{key}"), places)
    }

    /// The activities.
    fn activities(&self) -> &[&'s Activity] {
        &self.covered.activities
    }

    /// The numbers of the activities for which something holds.
    fn numbers(&self, holds: impl Fn(&Activity) -> bool) -> Vec<usize> {
        self.activities().iter().enumerate().filter(|(_, activity)| holds(activity)).map(|(number, _)| number).collect()
    }

    /// Which activities have something: nothing if all of them, else their titles or how many they are.
    fn share(self, holders: &[usize]) -> Line {
        let groups = only_grouping(self.activities());
        let is_part = |number: &usize| !groups.contains(&self.activities()[*number].id);
        let all = self.activities().len() - groups.len();
        // A parent that only groups is counted where no part has it.
        let parts: Vec<usize> = holders.iter().copied().filter(is_part).collect();
        let holders = if parts.is_empty() { holders } else { &parts };
        let titles = || holders.iter().map(|number| self.scene.text(&self.activities()[*number].title)).collect();
        match holders.len() {
            holders if holders == all => Line::default(),
            1..=2 => Line::join(titles(), "; ", "; "),
            count => {
                let words = |number: usize| Line::words(&number.to_string());
                self.say("share", &[("count", words(count)), ("all", words(all))])
            }
        }
    }

    /// The sentence for the activities for which something holds; empty if there are none.
    fn for_those(self, key: &str, holders: &[usize]) -> Option<Line> {
        let line = || self.say(key, &[("activities", self.share(holders))]);
        (!holders.is_empty()).then(line)
    }

    /// That a part is not settled, and for which activities: those with a gap in its place.
    fn unsettled(self, parts: &[Part]) -> Option<Line> {
        self.unsettled_with(parts, |_| false)
    }

    /// That a part is not settled, for the activities with a gap in its place and for `others`.
    fn unsettled_with(self, parts: &[Part], others: impl Fn(&Activity) -> bool) -> Option<Line> {
        match self.open(parts, others) {
            Unsettled::Nothing => None,
            Unsettled::Whole => Some(self.say("unsettled", &[])),
            Unsettled::Of(holders) => self.for_those("unsettled", &holders),
        }
    }

    /// Where a part is not settled: in the activities with a gap in its place, and in `others`.
    fn open(self, parts: &[Part], others: impl Fn(&Activity) -> bool) -> Unsettled {
        let is_open = |asked: &&Asked| parts.contains(&asked.part) && asked.open.is_whole();
        let open: Vec<&Asked> = self.asked.iter().filter(is_open).collect();
        let ids: FxHashSet<&Id> = open.iter().flat_map(|asked| asked.activities()).collect();
        let holders = self.numbers(|activity| others(activity) || ids.contains(&activity.id));
        match holders.is_empty() {
            true if open.is_empty() => Unsettled::Nothing,
            true => Unsettled::Whole,
            false if self.share(&holders).is_empty() => Unsettled::Whole,
            false => Unsettled::Of(holders),
        }
    }

    /// Names, each once: all of them, or the first ones and that there are more.
    fn names(self, names: impl IntoIterator<Item = Line>) -> Option<Line> {
        let names: IndexSet<Line> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let mut all: Vec<Line> = names.into_iter().collect();
        let is_cut = self.activities().len() > 1 && all.len() > MOST + 1;
        if is_cut {
            all.truncate(MOST);
        }
        let has_comma = all.iter().any(|name| name.plain().contains(", "));
        let said = match (is_cut, has_comma) {
            (true, _) | (_, true) => Line::join(all, "; ", "; "),
            (false, false) => self.scene.language.list(all),
        };
        let (key, said) = if is_cut { ("names-and-more", said) } else { ("names", said.unstopped()) };
        (!said.is_empty()).then(|| self.say(key, &[("names", said)]).capital())
    }
}
