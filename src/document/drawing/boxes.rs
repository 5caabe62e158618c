//! The boxes of sources, controllers and recipients.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxHashSet;

use crate::document::drawing::abroad::{self, Party};
use crate::document::drawing::inside::{self, Inside, inside};
use crate::document::drawing::{Column, Mark, Node, Sign, code};
use crate::document::scene::Scene;
use crate::document::sections::controller::name;
use crate::document::sections::flow::source_name;
use crate::document::topics::special;
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::flow::{Disclosure, Duty};
use crate::register::facts::origin;
use crate::register::facts::parties::is_inside;
use crate::register::facts::responsible::controllers_of;
use crate::register::facts::special::{Protected, protected_of};
use crate::register::facts::third::country_of_party;

/// The boxes that depend on transfers.
pub(super) struct Boxes {
    /// The processors, and other systems.
    pub inside: Vec<Column>,
    /// The recipients.
    pub to: Vec<Node>,
    /// What is said below the drawing.
    pub notes: Vec<Node>,
}

/// The boxes that depend on transfers.
#[must_use]
pub(super) fn boxes(scene: &Scene, activity: &Activity) -> Boxes {
    let Inside { mut processors, mut systems } = inside(scene, activity);
    let mut others = recipients(scene, activity);
    let is_named = !others.is_empty();
    abroad::transfers(scene, activity, [&mut processors, &mut systems, &mut others]);
    let has_parts = scene.register.parts_of(activity).next().is_some();
    let note = abroad::note(scene, activity, &[&processors, &systems, &others]);
    let note = note.filter(|_| !has_parts || !activity.transfers.is_unwritten());
    let notes = note.into_iter().chain(abroad::parts(scene, activity)).collect();
    let done = |parties: Vec<Party>| parties.into_iter().map(|party| party.done(scene)).collect::<Vec<Node>>();
    let mut to = done(others);
    match &activity.recipients {
        recipients if recipients.none && !is_named => to.insert(0, recipients_none(scene)),
        recipients if recipients.is_unwritten() => {
            to.insert(0, abroad::missing(scene, activity, |part| !part.recipients.is_unwritten()))
        }
        recipients => to.extend((!recipients.gaps.is_empty()).then(|| unsettled(scene))),
    }
    to.extend(more(scene, activity, Listed::Recipients));
    let inside = inside::columns(scene, activity, [done(processors), done(systems)]);
    Boxes { inside, to, notes }
}

fn recipients_none(scene: &Scene) -> Node {
    Node::named(scene.say("brief-say.recipients-none", &[]).unstopped())
}

/// That something is not settled.
pub(super) fn unsettled(scene: &Scene) -> Node {
    Node::open(scene.say("say.unsettled", &[]))
}

/// That a list may name only some.
#[must_use]
pub(super) fn more(scene: &Scene, activity: &Activity, listed: Listed) -> Option<Node> {
    let is_partial = activity.may_have_more(listed);
    is_partial.then(|| Node::open(scene.say("say.unfinished", &[])))
}

/// A lead without its colon.
#[must_use]
pub(super) fn lead(lead: Line) -> Line {
    Line::words(lead.plain().trim_end_matches([':', ' ']))
}

/// The detail of what is used in some cases only.
#[must_use]
pub(super) fn sometimes(scene: &Scene, is_sometimes: bool) -> Vec<Line> {
    Vec::from_iter(is_sometimes.then(|| code(scene, "sometimes")))
}

/// The sources, each once, and what is not settled of them.
#[must_use]
pub(super) fn sources(scene: &Scene, activity: &Activity) -> Vec<Node> {
    let mut known: IndexMap<Line, (bool, bool)> = IndexMap::new();
    for origin in origin::of(activity) {
        let is_sometimes = !origin.when.is_unwritten();
        let source = known.entry(source_name(scene, origin, activity)).or_insert((is_sometimes, false));
        source.0 &= is_sometimes;
        source.1 |= !origin.via.gaps.is_empty();
    }
    let node = |(name, (is_sometimes, has_gap)): (Line, (bool, bool))| {
        let mut node = Node::named(name);
        node.gap(scene, "label.via", has_gap);
        node.details.extend(sometimes(scene, is_sometimes));
        node
    };
    let mut nodes: Vec<Node> = known.into_iter().map(node).collect();
    let open = activity.data.iter().filter(|data| !data.from.gaps.is_empty());
    let open: Vec<Line> = open.map(|data| scene.data_name(data, activity)).collect();
    if !activity.sources.gaps.is_empty() {
        nodes.push(unsettled(scene));
    }
    if !open.is_empty() {
        let gap = scene.say("say.unsettled", &[]);
        nodes.push(Node::open(scene.say("say.source-gap", &[("data", scene.language.list(open)), ("gap", gap)])));
    }
    if nodes.is_empty() {
        nodes.push(abroad::missing(scene, activity, |part| origin::of(part).next().is_some()));
    }
    nodes.extend(more(scene, activity, Listed::Sources));
    nodes
}

/// The controllers, and what they have of protected data.
#[must_use]
pub(super) fn holder(scene: &Scene, activity: &Activity) -> Node {
    let own = controllers_of(scene.register, activity);
    let known: FxHashSet<Line> = own.iter().map(|controller| scene.text(&controller.name)).collect();
    let others = activity.joint.iter().flat_map(|joint| scene.terms(&joint.with, activity));
    let others = others.filter(|other| !known.contains(other));
    let names: IndexSet<Line> = own.iter().map(|controller| name(scene, controller)).chain(others).collect();
    let mut names: Vec<Line> = names.into_iter().collect();
    let is_open = names.is_empty();
    if is_open {
        names.push(scene.say("say.unstated", &[]).unstopped());
    }
    let key = match (&activity.joint, names.len()) {
        (Some(_), _) => "joint",
        (None, 0 | 1) => "controller",
        (None, _) => "controllers",
    };
    let is_joint_open = activity.joint.as_ref().is_some_and(|joint| !joint.with.gaps.is_empty());
    let marks = protected(scene, activity);
    let mut node = Node { kind: code(scene, key), names, marks, is_open, ..Node::default() };
    node.gap(scene, "label.joint-with", is_joint_open);
    node
}

/// The marks of special categories of data and of data about offences.
fn protected(scene: &Scene, activity: &Activity) -> Vec<Mark> {
    let Protected { kinds, unnamed, offences, is_open: _ } = protected_of(scene.register, activity);
    let names: Vec<Line> = kinds.iter().map(|kind| scene.language.code("special", kind.key())).collect();
    let of_kinds = |kinds: Line| scene.say("say.special", &[("kinds", kinds)]);
    let is_special = unnamed || !names.is_empty();
    let mark = |words, is_open| Mark { sign: Sign::Protected, words, is_open };
    let mut marks = Vec::new();
    marks.extend(is_special.then(|| mark(of_kinds(scene.language.list(names)), false)));
    marks.extend(offences.then(|| mark(scene.say("brief-say.criminal", &[]).unstopped(), false)));
    let has_parts = scene.register.parts_of(activity).next().is_some();
    let answer = if special::is_open(scene, activity) {
        scene.say("say.unsettled", &[])
    } else if activity.data.is_unwritten() && !has_parts {
        scene.say("say.unstated", &[]).unstopped().small()
    } else {
        return marks;
    };
    let words = if marks.is_empty() { of_kinds(answer) } else { scene.say("say.unfinished", &[]).unstopped() };
    marks.push(mark(words, true));
    marks
}

/// The recipients, each once.
fn recipients(scene: &Scene, activity: &Activity) -> Vec<Party> {
    let mut known: IndexMap<Line, (&Disclosure, bool)> = IndexMap::new();
    for disclosure in &activity.recipients {
        let by_consent = disclosure.by.value() == Some(&Duty::Consent);
        let is_sometimes = by_consent || !disclosure.when.is_unwritten();
        let recipient = known.entry(scene.term(&disclosure.to, activity)).or_insert((disclosure, is_sometimes));
        recipient.1 &= is_sometimes;
    }
    let party = |(name, (disclosure, is_sometimes)): (Line, (&Disclosure, bool))| {
        let inside = is_inside(scene.register, disclosure).then(|| lead(scene.say("say.recipients-inside", &[])));
        let details = sometimes(scene, is_sometimes);
        let mut party = Party::new(Node { kind: inside.unwrap_or_default(), details, ..Node::named(name) });
        let country = disclosure.to.word.key().and_then(|key| country_of_party(key, scene.register));
        country.iter().for_each(|country| party.established(scene, country, &Line::default()));
        party
    };
    known.into_iter().map(party).collect()
}
