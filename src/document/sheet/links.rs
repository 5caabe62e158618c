//! The table of links that the register states between data or records and what else it says of them. A row is one link, so
//! that nothing is joined that the register does not join.

use crate::document::lines::cell_of;
use crate::document::scene::Scene;
use crate::document::sections::flow::source_name;
use crate::document::sections::retention::{records, rule_items};
use crate::document::sheet::Head;
use crate::document::sheet::cells::{Cell, Row, known_text, label, laws, lines, text, word};
use crate::document::sheet::named::{Named, heads as around};
use crate::finding::Place;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::data::{Data, Sensitivity, Special};
use crate::model::flow::Origin;
use crate::model::retention::Retention;
use crate::model::term::{DataTerms, Refers, Term};
use crate::model::{Id, List};
use crate::vocabulary::{self, Entry, ListName};

/// One link: what the register says in each column.
#[derive(Default)]
struct Link {
    data: Cell,
    category: Cell,
    kind: Cell,
    subject: Cell,
    source: Cell,
    recipient: Cell,
    retention: Cell,
    law: Cell,
    when: Cell,
}

impl Link {
    fn row(self, named: &Named) -> Row {
        let Self { data, category, kind, subject, source, recipient, retention, law, when } = self;
        named.row([data, category, kind, subject, source, recipient, retention, law, when])
    }
}

pub(super) fn heads(scene: &Scene) -> Vec<Head> {
    let columns = [("datum", 32), ("category", 24), ("kind", 24), ("subject", 28), ("source", 28), ("recipient", 28)];
    let columns = columns.into_iter().map(|(key, width)| (word(scene, key), width));
    let rest = [(word(scene, "retention"), 56), (label(scene, "label.law"), 40), (label(scene, "label.when"), 32)];
    let mut heads = around(scene, columns.chain(rest));
    heads.iter_mut().for_each(|head| head.stays = true);
    heads
}

pub(super) fn rows(scene: &Scene, activity: &Activity, named: &Named) -> Vec<Row> {
    let mut links = Vec::new();
    for subject in &activity.subjects {
        let which =
            scene.texts(&subject.which).into_iter().chain([scene.known(&subject.when, |when| scene.text(when))]);
        let (who, when) = (lines([scene.term(&subject.who, activity)]), lines(which));
        links.push(Link { subject: who, when, ..Link::default() });
    }
    activity.data.iter().for_each(|data| of_data(scene, data, activity, &mut links));
    activity.sources.iter().for_each(|origin| of_origin(scene, origin, activity, &mut links));
    for disclosure in &activity.recipients {
        for data in each(named_data(scene, &disclosure.data, activity)) {
            links.push(Link {
                data,
                recipient: lines([scene.term(&disclosure.to, activity)]),
                law: laws(scene, &disclosure.law),
                when: known_text(scene, &disclosure.when),
                ..Link::default()
            });
        }
    }
    activity.retention.iter().for_each(|rule| of_rule(scene, rule, activity, &mut links));
    links.into_iter().map(|link| link.row(named)).collect()
}

/// The data of a category, each with the data subjects that it names, its sources, and the law on it.
fn of_data(scene: &Scene, data: &Data, activity: &Activity, links: &mut Vec<Link>) {
    let title = data.title.as_ref().filter(|_| !data.items.items.is_empty());
    let category = || lines(title.map(|title| scene.text(title)));
    let law = lines(data.law.iter().map(|law| scene.text(&law.cite.0)).chain(exceptions(scene, data)));
    for (name, kind) in data_and_kinds(scene, data, activity) {
        let base =
            || Link { data: text(name.clone()), category: category(), kind: text(kind.clone()), ..Link::default() };
        let when = || known_text(scene, &data.when);
        for subject in each(data.about.iter().map(|subject| lines([scene.term(subject, activity)]))) {
            links.push(Link { subject, law: law.clone(), when: when(), ..base() });
        }
        for origin in &data.from {
            let source = lines([source_name(scene, origin, activity)]);
            links.push(Link { source, when: known_text(scene, &origin.when), ..base() });
        }
    }
}

/// What allows processing of special data, each exception with its law.
fn exceptions(scene: &Scene, data: &Data) -> Vec<Line> {
    let mut all = Vec::new();
    for exception in &data.exception {
        all.extend(exception.code.map(|code| scene.language.code("exception", code.key())));
        all.extend(exception.law.iter().map(|law| scene.text(&law.cite.0)));
        all.extend(exception.law.gaps.iter().map(|gap| scene.gap_value(gap)));
    }
    all.extend(data.exception.gaps.iter().map(|gap| scene.gap_value(gap)));
    all
}

fn of_origin(scene: &Scene, origin: &Origin, activity: &Activity, links: &mut Vec<Link>) {
    for data in each(named_data(scene, &origin.data, activity)) {
        links.push(Link {
            data,
            source: lines([source_name(scene, origin, activity)]),
            when: known_text(scene, &origin.when),
            ..Link::default()
        });
    }
}

/// A retention rule, with each of its records or data. Where it names records and the data in them, they are one.
fn of_rule(scene: &Scene, rule: &Retention, activity: &Activity, links: &mut Vec<Link>) {
    let both = !rule.of.items.is_empty() && !rule.data.items.is_empty();
    let kept: Vec<Cell> = if both {
        vec![lines([records(scene, rule, activity)])]
    } else {
        let of = rule.of.iter().flat_map(|term| {
            names(scene, term.word.refers, term.word.key(), activity)
                .unwrap_or_else(|| vec![scene.term(term, activity).plain()])
        });
        let data = rule.data.iter().flat_map(|data| of_id(scene, &data.id, activity));
        of.chain(data).map(text).collect()
    };
    let retention = text(cell_of(&rule_items(scene, rule, activity)));
    let law = laws(scene, &rule.law);
    for data in each(kept) {
        links.push(Link { data, retention: retention.clone(), law: law.clone(), ..Link::default() });
    }
}

/// The cells, or one that is empty.
fn each(cells: impl IntoIterator<Item = Cell>) -> Vec<Cell> {
    let cells: Vec<Cell> = cells.into_iter().collect();
    if cells.is_empty() { vec![Cell::Empty] } else { cells }
}

/// The data that terms name, one by one.
fn named_data(scene: &Scene, terms: &List<Term<DataTerms>>, activity: &Activity) -> Vec<Cell> {
    let named = terms.iter().flat_map(|term| {
        let own = names(scene, term.word.refers, term.word.key(), activity);
        own.unwrap_or_else(|| vec![scene.term(term, activity).plain()])
    });
    named.map(text).chain(terms.gaps.iter().map(|gap| lines([scene.gap_value(gap)]))).collect()
}

/// The names of the data that an id of the activity stands for.
fn names(scene: &Scene, refers: Refers, key: Option<&str>, activity: &Activity) -> Option<Vec<String>> {
    let key = key.filter(|_| refers == Refers::Register)?;
    let id = Id::parse(key, Place::default())?;
    Some(of_id(scene, &id, activity)).filter(|names| !names.is_empty())
}

fn of_id(scene: &Scene, id: &Id, activity: &Activity) -> Vec<String> {
    let data = scene.register.data_of(activity, id);
    data.map(|data| data_and_kinds(scene, data, activity)).into_iter().flatten().map(|(name, _)| name).collect()
}

/// The names of the data of a category, each with what makes it sensitive: its items and gaps, or else its title, or the
/// activity that has the same data.
fn data_and_kinds(scene: &Scene, data: &Data, activity: &Activity) -> Vec<(String, String)> {
    let item = |item: &Term<DataTerms>| (scene.term(item, activity).plain(), kinds(scene, data, item.word.code()));
    let mut all: Vec<(String, String)> = data.items.iter().map(item).collect();
    all.extend(data.items.gaps.iter().map(|gap| (scene.gap_value(gap).plain(), kinds(scene, data, None))));
    if all.is_empty() {
        let same = || data.same_as.as_ref().and_then(|same| scene.register.activities.get(&same.id));
        let said = |other: &Activity| scene.say("say.same-data", &[("activity", scene.text(&other.title))]);
        let name = data.title.as_ref().map(|title| scene.text(title)).or_else(|| same().map(said));
        all.extend(name.map(|name| (name.plain(), kinds(scene, data, None))));
    }
    all
}

/// What makes data sensitive: what the category says, or else what the vocabulary knows of the code.
fn kinds(scene: &Scene, data: &Data, code: Option<&str>) -> String {
    let entry = code.and_then(|code| vocabulary::entry(ListName::Data, code));
    let is_written = !data.special.items.is_empty() || data.special.none;
    let special: Vec<Special> = match is_written {
        true => data.special.items.clone(),
        false => entry.into_iter().flat_map(Entry::special).collect(),
    };
    let known = entry.and_then(Entry::sensitivity);
    let known = known.filter(|known| match known {
        Sensitivity::Criminal => true,
        Sensitivity::Confidential => scene.country() == "DK",
        Sensitivity::Ordinary | Sensitivity::Special => false,
    });
    let sensitivity = data.sensitivity.or(known).filter(|sensitivity| match sensitivity {
        Sensitivity::Ordinary => false,
        Sensitivity::Special => special.is_empty(),
        Sensitivity::Confidential | Sensitivity::Criminal => true,
    });
    let mut all: Vec<String> = special.iter().map(|kind| scene.language.code("special", kind.key()).plain()).collect();
    all.extend(sensitivity.map(|sensitivity| scene.language.code("sensitivity", sensitivity.key()).plain()));
    all.extend(data.special.gaps.iter().map(|gap| scene.gap_value(gap).plain()));
    all.join("\n")
}
