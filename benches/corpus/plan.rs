//! Plans the activities of a municipality: their kinds, topics, ids and titles.

use super::names;
use super::town::Town;
use super::words::Topic;

/// A kind of activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Without parent or children, based on a public task or a legal obligation.
    Ordinary,
    /// A parent.
    Whole,
    /// A child, which inherits what it does not write.
    Part,
    /// Processing on behalf of other controllers.
    Processor,
    /// Based on consent.
    Consent,
    /// Of the municipal company.
    Company,
}

/// A planned activity.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// Its number in the municipality.
    pub(crate) number: usize,
    /// Its kind.
    pub(crate) kind: Kind,
    /// Its topic.
    pub(crate) topic: &'static Topic,
    /// Its id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
}

/// The period after which the kinds repeat: a parent, its two children, and others.
const GROUP: usize = 12;
/// The number of children of a parent.
const PARTS: usize = 2;

/// The activities of a municipality, children after their parent.
pub(crate) fn activities(town: &Town, count: usize) -> Vec<Plan> {
    (0..count).map(|number| one(town, number, count)).collect()
}

fn one(town: &Town, number: usize, count: usize) -> Plan {
    let words = town.words();
    let kind = kind(number, count);
    let of = if kind == Kind::Part { number - number % GROUP } else { number };
    let (topic, round) = match kind {
        Kind::Company => (words.let_by_the_company(), number / (2 * GROUP)),
        _ => (&words.topics[(of + 5 * town.index) % words.topics.len()], of / words.topics.len()),
    };
    let title = titled(town, topic, kind) + &district(town, round);
    let id = names::id(&title);
    if kind != Kind::Part {
        return Plan { number, kind, topic, id, title };
    }
    let part = &words.list("title", "part")[number % GROUP - 1];
    Plan { number, kind, topic, id: format!("{id}/{}", names::id(part)), title: format!("{title}: {part}") }
}

/// The title for a kind.
fn titled(town: &Town, topic: &Topic, kind: Kind) -> String {
    let key = match kind {
        Kind::Consent => "consent",
        Kind::Processor => "processor",
        Kind::Company => "company",
        Kind::Ordinary | Kind::Whole | Kind::Part => return topic.title.clone(),
    };
    town.words().list("title", key)[0].replace("{about}", &topic.about)
}

/// The district, which tells apart activities of the same topic.
fn district(town: &Town, round: usize) -> String {
    let districts = town.words().list("district", "where");
    match round {
        0 => String::new(),
        round if round <= districts.len() => format!(" {}", districts[round - 1]),
        round => format!(" i distrikt {round}"),
    }
}

/// The kind by number, so that a small municipality has every kind.
fn kind(number: usize, count: usize) -> Kind {
    match number % GROUP {
        0 if number + PARTS < count => Kind::Whole,
        1 | 2 if number - number % GROUP + PARTS < count => Kind::Part,
        3 => Kind::Consent,
        5 if number % (2 * GROUP) == 5 => Kind::Company,
        7 if number % (2 * GROUP) == 7 => Kind::Processor,
        _ => Kind::Ordinary,
    }
}
