//! The overview for the data protection officer: what is missing and what to look at, with links to the entries of the
//! internal registers. Never published.

mod findings;
mod gaps;
mod length;
mod parties;
mod reviews;

use rustc_hash::FxHashMap;

use crate::document::anchor::Anchor;
use crate::document::frame::frame;
use crate::document::page::{other_languages, trail};
use crate::document::scene::Scene;
use crate::document::{Block, Document, Item, list, register};
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;

/// The name of its page, below the folder of the language.
const PAGE: &str = "overview";

/// A link to the overview.
#[must_use]
pub(crate) fn link(scene: &Scene) -> Line {
    scene.say("heading.overview", &[]).linked(&path(scene))
}

fn path(scene: &Scene) -> String {
    format!("{}/{}/{PAGE}", scene.register.id, scene.lang())
}

/// The overview. `published` is the scene of the public side, whose notices are measured.
#[must_use]
pub(crate) fn overview(scene: &Scene, published: &Scene) -> Document {
    let boards = Boards::of(scene);
    let gaps = gaps::Gaps::of(scene.register);
    let mut blocks = vec![Block::Contents(scene.say("label.contents", &[]))];
    let mut section = |key: &str, inside: Vec<Block>| {
        let nothing = || vec![Block::Paragraph(scene.say("say.overview-nothing", &[]))];
        blocks.push(Block::Heading(2, scene.say(&format!("heading.overview-{key}"), &[]), Anchor::of(key)));
        blocks.extend(if inside.is_empty() { nothing() } else { inside });
    };
    section("figures", findings::figures(scene, gaps.total()));
    section("gaps", list(gaps.by_board(&boards)));
    section("findings", list(findings::by_activity(&boards)));
    section("reviews", list(reviews::reviews(&boards)));
    section("transfers", list(parties::transfers(&boards)));
    section("agreements", list(parties::agreements(&boards)));
    section("measures", list(gaps::measures(&boards)));
    section("notices", length::notices(published));
    Document {
        path: path(scene),
        lang: scene.lang(),
        title: scene.say("heading.overview", &[]),
        trail: trail(scene),
        other_languages: other_languages(scene, PAGE, &scene.register.municipality.languages.items),
        frame: frame(scene),
        blocks,
    }
}

/// A controller, with its activities. The last one of all is none, for the activities without a controller.
struct Board<'r> {
    /// Its name, which leads to its register.
    name: Line,
    activities: Vec<&'r Activity>,
}

/// The controllers of a municipality, and where the entries of activities are.
struct Boards<'s, 'r> {
    scene: &'s Scene<'r>,
    all: Vec<Board<'r>>,
    entries: FxHashMap<&'r Id, String>,
}

impl<'s, 'r> Boards<'s, 'r> {
    fn of(scene: &'s Scene<'r>) -> Self {
        let here = format!("{}/{}", scene.register.id, scene.lang());
        let mut entries = FxHashMap::default();
        let mut all = Vec::new();
        for (id, activities) in register::by_controller(scene) {
            let page = id.map_or_else(|| format!("{here}/index"), |id| format!("{here}/registers/{id}"));
            for activity in &activities {
                let entry = || format!("{page}#{}", Anchor::of_activity(scene, &activity.id));
                entries.entry(&activity.id).or_insert_with(entry);
            }
            let controller = id.and_then(|id| scene.register.municipality.controllers.get(id));
            let name = match controller {
                Some(controller) => scene.text(&controller.name).linked(&page),
                None => scene.say("heading.without-controller", &[]),
            };
            if controller.is_some() || !activities.is_empty() {
                all.push(Board { name, activities });
            }
        }
        Self { scene, all, entries }
    }

    /// The title of an activity, which leads to its entry.
    fn link(&self, activity: &Activity) -> Line {
        let title = self.scene.text(&activity.title);
        match self.entries.get(&activity.id) {
            Some(entry) => title.linked(entry),
            None => title,
        }
    }

    /// A line `what: value`.
    fn line(&self, what: Line, value: Line) -> Line {
        self.scene.say("say.overview-line", &[("what", what), ("value", value)])
    }

    /// A line `what: count`, with lines below it.
    fn counted(&self, what: Line, count: usize, inside: Vec<Item>) -> Item {
        Item::with(self.line(what, number(count)), inside)
    }

    /// The links to activities.
    fn links<'a>(&self, activities: impl IntoIterator<Item = &'a &'a Activity>) -> Vec<Item> {
        activities.into_iter().map(|activity| Item::new(self.link(activity))).collect()
    }
}

/// A number as a line.
fn number(number: usize) -> Line {
    Line::words(&number.to_string())
}
