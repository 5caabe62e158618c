//! Pages about all activities by topic: which systems are used, who gets data, what leaves the EU/EEA, and so on. They
//! repeat what activities say, so they are pages only, without Markdown.

mod abroad;
mod data;
mod entries;
mod recipients;
pub(crate) mod retention;
pub(crate) mod special;
mod systems;

use crate::document::frame::frame;
use crate::document::page::{other_languages, trail};
use crate::document::scene::Scene;
use crate::document::topics::entries::Entries;
use crate::document::{Block, Document};
use crate::language::line::Line;

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    /// Kinds of data.
    Data,
    /// Special categories of data and data about offences (Articles 9 and 10).
    Special,
    /// Recipients (Article 13(1)(e)).
    Recipients,
    /// Systems and processors (Article 28).
    Systems,
    /// Transfers outside the EU/EEA (Chapter V).
    Transfers,
    /// How long data are kept (Article 13(2)(a)).
    Retention,
}

impl Topic {
    const ALL: [Self; 6] =
        [Self::Data, Self::Special, Self::Recipients, Self::Systems, Self::Transfers, Self::Retention];

    fn key(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Special => "special",
            Self::Recipients => "recipients",
            Self::Systems => "systems",
            Self::Transfers => "transfers",
            Self::Retention => "retention",
        }
    }

    /// Its title.
    #[must_use]
    pub(crate) fn title(self, scene: &Scene) -> Line {
        scene.language.code("topic", self.key())
    }

    /// The address of its page, which Markdown links to as well.
    #[must_use]
    pub(crate) fn address(self, scene: &Scene) -> String {
        format!("{}.html", self.path(scene))
    }

    /// The path of its page, without extension.
    #[must_use]
    fn path(self, scene: &Scene) -> String {
        format!("{}/{}/{}", scene.register.id, scene.lang(), self.inside())
    }

    /// The path of its page below the folder of the language.
    fn inside(self) -> String {
        format!("topics/{}", self.key())
    }

    fn entries<'s, 'r>(self, scene: &'s Scene<'r>) -> Entries<'s, 'r> {
        match self {
            Self::Data => data::entries(scene),
            Self::Special => special::entries(scene),
            Self::Recipients => recipients::entries(scene),
            Self::Systems => systems::entries(scene),
            Self::Transfers => abroad::entries(scene),
            Self::Retention => retention::entries(scene),
        }
    }
}

/// The topics of which the municipality says something, each with its page.
#[must_use]
pub(crate) fn topics(scene: &Scene) -> Vec<(Topic, Document)> {
    let scene = &scene.in_prose();
    Topic::ALL.into_iter().filter_map(|topic| Some((topic, page(scene, topic)?))).collect()
}

/// The page of a topic; `None` if no activity says anything of it.
fn page(scene: &Scene, topic: Topic) -> Option<Document> {
    let facts = topic.entries(scene).facts();
    if facts.is_empty() {
        return None;
    }
    let about = scene.language.code("topic-about", topic.key());
    Some(Document {
        path: topic.path(scene),
        lang: scene.lang(),
        title: topic.title(scene),
        trail: trail(scene),
        other_languages: other_languages(scene, &topic.inside(), &scene.register.municipality.languages.items),
        frame: frame(scene),
        blocks: vec![Block::Paragraph(about), Block::Facts(facts)],
    })
}
