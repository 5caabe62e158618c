//! The boxes of processors and systems.

use indexmap::IndexSet;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::drawing::abroad::Party;
use crate::document::drawing::boxes::{lead, more, sometimes, unsettled};
use crate::document::drawing::{Column, Node, cut};
use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::{Activity, Listed};
use crate::model::flow::{ProcessorUse, SystemUse};

/// What the controllers use.
pub(super) struct Inside {
    /// The processors with their systems.
    pub processors: Vec<Party>,
    /// The systems that are in the box of no processor.
    pub systems: Vec<Party>,
}

/// The processors, each with the systems that it is used for or that it provides here, and the other systems.
#[must_use]
pub(super) fn inside(scene: &Scene, activity: &Activity) -> Inside {
    let mut provided: FxHashMap<&Id, Vec<&Id>> = FxHashMap::default();
    for id in activity.systems.iter().map(|used| &used.system.id) {
        let record = scene.register.shared.systems.get(id);
        let provider = record.and_then(|record| record.processor.value());
        provider.iter().for_each(|provider| provided.entry(&provider.id).or_default().push(id));
    }
    let mut drawn: FxHashSet<&Id> = FxHashSet::default();
    let mut processors = Vec::new();
    for used in &activity.processors {
        let own = used.systems.iter().map(|system| &system.id);
        let systems: IndexSet<&Id> = own.chain(provided.remove(&used.processor.id).into_iter().flatten()).collect();
        drawn.extend(&systems);
        processors.extend(processor(scene, used, &systems, activity));
    }
    let others = activity.systems.iter().filter(|used| !drawn.contains(&used.system.id));
    Inside { processors, systems: others.filter_map(|used| system(scene, used, activity)).collect() }
}

/// The columns of processors and systems, with what is not settled and not used.
#[must_use]
pub(super) fn columns(
    scene: &Scene,
    activity: &Activity,
    [mut processors, mut systems]: [Vec<Node>; 2],
) -> Vec<Column> {
    let gap = |is_open: bool| is_open.then(|| unsettled(scene));
    let none = activity.processors.none.then(|| Node::named(scene.say("say.processors-none", &[]).unstopped()));
    processors.extend(none);
    processors.extend(gap(!activity.processors.gaps.is_empty()));
    processors.extend(more(scene, activity, Listed::Processors));
    systems.extend(gap(!activity.systems.gaps.is_empty()));
    let column = |nodes: Vec<Node>, [one, several]: [&str; 2]| {
        let head = lead(scene.say(if nodes.len() == 1 { one } else { several }, &[]));
        (!nodes.is_empty()).then(|| Column { head, nodes: cut(scene, nodes) })
    };
    let processors = column(processors, ["say.processors-one", "say.processors"]);
    let systems = column(systems, ["say.systems-one", "say.systems"]);
    processors.into_iter().chain(systems).collect()
}

fn processor(scene: &Scene, used: &ProcessorUse, systems: &IndexSet<&Id>, activity: &Activity) -> Option<Party> {
    let record = scene.register.shared.processors.get(&used.processor.id)?;
    let name = scene.proper(&record.name, &record.formerly);
    let mut party = Party::new(Node::named(scene.name(&record.name)));
    party.known_as(&name, &Line::default());
    party.processor(scene, record, &Line::default());
    let mut names = Vec::new();
    let mut feeds = Vec::new();
    let mut are_feeds_open = false;
    for id in systems {
        let Some(system) = scene.register.shared.systems.get(id) else { continue };
        let name = scene.name(&system.name);
        party.known_as(&name, &name);
        party.known_as(&scene.proper(&system.name, &system.formerly), &name);
        party.country(scene, &system.hosted_in, &name);
        let other = system.processor.value().filter(|other| other.id != used.processor.id);
        if let Some(other) = other.and_then(|other| scene.register.shared.processors.get(&other.id)) {
            party.processor(scene, other, &scene.name(&other.name));
        }
        feeds.extend(scene.terms(&system.feeds, activity));
        are_feeds_open |= !system.feeds.gaps.is_empty();
        names.push(name);
    }
    let node = &mut party.node;
    node.details.extend(labelled(scene, "label.systems", names));
    node.gap(scene, "label.systems", !used.systems.gaps.is_empty());
    node.details.extend(labelled(scene, "label.feeds", feeds));
    node.gap(scene, "label.feeds", are_feeds_open);
    node.gap(scene, "label.sub-processor", !record.sub_processors.gaps.is_empty());
    node.details.extend(sometimes(scene, !used.when.is_unwritten()));
    Some(party)
}

fn system(scene: &Scene, used: &SystemUse, activity: &Activity) -> Option<Party> {
    let record = scene.register.shared.systems.get(&used.system.id)?;
    let name = scene.proper(&record.name, &record.formerly);
    let mut party = Party::new(Node::named(scene.name(&record.name)));
    party.known_as(&name, &Line::default());
    party.country(scene, &record.hosted_in, &Line::default());
    let provider = record.processor.value().and_then(|id| scene.register.shared.processors.get(&id.id));
    let by = provider.map(|provider| scene.name(&provider.name));
    if let Some((provider, by)) = provider.zip(by.as_ref()) {
        party.processor(scene, provider, by);
    }
    let node = &mut party.node;
    node.details.extend(labelled(scene, "label.provider", by.into_iter().collect()));
    node.gap(scene, "label.provider", record.processor.gap().is_some());
    node.details.extend(record.own.0.then(|| scene.say("say.own-system", &[]).unstopped()));
    node.details.extend(labelled(scene, "label.feeds", scene.terms(&record.feeds, activity)));
    node.gap(scene, "label.feeds", !record.feeds.gaps.is_empty());
    Some(party)
}

/// A detail `Label: a, b and c`, each once, if there is something.
fn labelled(scene: &Scene, key: &str, values: Vec<Line>) -> Option<Line> {
    let values: IndexSet<Line> = values.into_iter().filter(|value| !value.is_empty()).collect();
    let value = || scene.language.list(values.iter().cloned().collect());
    (!values.is_empty()).then(|| scene.say(key, &[("value", value())]))
}
