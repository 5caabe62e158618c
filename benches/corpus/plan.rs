//! Which activities a municipality has: their kinds, topics, ids and titles.

use super::names;
use super::town::Town;
use super::words::Topic;

/// What kind of activity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One that stands for itself and rests on a public task or a duty.
    Ordinary,
    /// One with parts.
    Whole,
    /// A part, which takes over what it does not write.
    Part,
    /// One for other controllers.
    Processor,
    /// One that rests on consent.
    Consent,
    /// One of the municipal company.
    Company,
}

/// One activity before it is written.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// Its number in the municipality.
    pub(crate) number: usize,
    /// Its kind.
    pub(crate) kind: Kind,
    /// What it is about.
    pub(crate) topic: &'static Topic,
    /// Its id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
}

/// How many activities stand together: a whole, its two parts, and others.
const GROUP: usize = 12;
/// How many parts a whole has.
const PARTS: usize = 2;

/// The activities of a municipality, a part behind its whole.
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

/// The title by the kind.
fn titled(town: &Town, topic: &Topic, kind: Kind) -> String {
    let key = match kind {
        Kind::Consent => "consent",
        Kind::Processor => "processor",
        Kind::Company => "company",
        Kind::Ordinary | Kind::Whole | Kind::Part => return topic.title.clone(),
    };
    town.words().list("title", key)[0].replace("{about}", &topic.about)
}

/// The part of the municipality, where the topic comes again.
fn district(town: &Town, round: usize) -> String {
    let districts = town.words().list("district", "where");
    match round {
        0 => String::new(),
        round if round <= districts.len() => format!(" {}", districts[round - 1]),
        round => format!(" i distrikt {round}"),
    }
}

/// The kind by the number, so that a small municipality has every kind.
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
