//! Processors and systems (Article 13(1)(e), Article 28).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::items::{Items, Unsettled};
use crate::document::scene::Scene;
use crate::document::sections::purpose::{open, system_names};
use crate::document::{Block, Item, Role, list};
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::flow::{ProcessorUse, SystemUse};
use crate::model::processor::{Processor, SubProcessor};
use crate::model::shared::System;
use crate::model::{Id, Known, Name};

/// The processors, then the systems.
pub(super) fn processors(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let processors = activity.processors.iter().map(|used| processor_item(scene, used, activity)).collect();
    let systems = activity.systems.iter().map(|used| system_item(scene, used, activity)).collect();
    let mut items = scene.items();
    items.extend(grouped(scene, ["say.processors-one", "say.processors"], processors)).gaps(&activity.processors);
    items.extend(grouped(scene, ["say.systems-one", "say.systems"], systems)).gaps(&activity.systems);
    let mut blocks = Vec::new();
    if activity.processors.none {
        blocks.push(Block::Paragraph(scene.say("say.processors-none", &[])));
    }
    blocks.extend(list(items.done()));
    blocks.extend(open(scene, activity, Listed::Processors));
    blocks
}

/// In running text, records of a kind are named after one lead; in a list, each is called what it is.
fn grouped(scene: &Scene, [one, several]: [&str; 2], items: Vec<Item>) -> Vec<Item> {
    let items: Vec<Item> = items.into_iter().filter(|item| !item.line.is_empty()).collect();
    let lead = if items.len() == 1 { one } else { several };
    match scene.is_prose() && !items.is_empty() {
        true => vec![Item::with(scene.say(lead, &[]), items).role(Role::Sentence)],
        false => items,
    }
}

/// The processors and systems that several activities use, whose details a notice lists once.
#[must_use]
pub(crate) fn of_several<'r>(activities: &[&'r Activity]) -> FxHashSet<&'r Id> {
    let mut uses: FxHashMap<&Id, usize> = FxHashMap::default();
    for activity in activities {
        let processors = activity.processors.iter().map(|used| &used.processor.id);
        let systems = activity.systems.iter().map(|used| &used.system.id);
        let own: FxHashSet<&Id> = processors.chain(systems).collect();
        own.into_iter().for_each(|id| *uses.entry(id).or_default() += 1);
    }
    uses.into_iter().filter(|(_, uses)| *uses > 1).map(|(id, _)| id).collect()
}

/// The details of the processors and systems that the document lists once, in the order of their use.
#[must_use]
pub(crate) fn listed(scene: &Scene, activities: &[&Activity]) -> Vec<Block> {
    let mut known: FxHashSet<&Id> = FxHashSet::default();
    let mut items = scene.items();
    for activity in activities {
        for id in activity.processors.iter().map(|used| &used.processor.id).filter(|id| scene.lists(id)) {
            let processor = scene.register.shared.processors.get(id).filter(|_| known.insert(id));
            processor.iter().for_each(|processor| add(&mut items, processor_record(scene, processor)));
        }
        for id in activity.systems.iter().map(|used| &used.system.id).filter(|id| scene.lists(id)) {
            let system = scene.register.shared.systems.get(id).filter(|_| known.insert(id));
            system.iter().for_each(|system| add(&mut items, system_record(scene, system, activity)));
        }
    }
    list(items.done())
}

/// Adds a record with details, or what is not settled about it.
fn add(items: &mut Items, (name, details): (Line, Vec<Item>)) {
    let (gaps, details): (Vec<Item>, Vec<Item>) = details.into_iter().partition(Item::is_gap);
    if !details.is_empty() {
        items.item(Item::with(name.clone(), details.into_iter().chain(gaps).collect()));
    } else if !gaps.is_empty() {
        items.extend(gaps.into_iter().map(|gap| gap.named(&name)).collect());
    }
}

fn processor_item(scene: &Scene, used: &ProcessorUse, activity: &Activity) -> Item {
    let ProcessorUse { processor: reference, systems, does, data, when, at: _ } = used;
    let Some(processor) = scene.register.shared.processors.get(&reference.id) else { return Item::default() };
    let mut items = scene.items();
    items.value("label.systems", system_names(scene, systems)).labelled_gaps("label.systems", systems);
    items.text("label.does", does);
    items.terms("label.gets", data, activity);
    items.text("label.when", when);
    let (name, details) = processor_record(scene, processor);
    if !scene.lists(&reference.id) {
        items.extend(details);
    }
    let line = if scene.is_prose() { name } else { scene.say("say.processor", &[("processor", name)]) };
    Item::with(line, items.done())
}

/// The name of a processor, and what the register says of it.
pub(in crate::document) fn processor_record(scene: &Scene, processor: &Processor) -> (Line, Vec<Item>) {
    let Processor {
        name,
        number,
        country,
        owner_country,
        agreement: _,
        does,
        sub_processors,
        formerly,
        remarks,
        notes: _,
        at: _,
    } = processor;
    let mut items = scene.items();
    items.value("label.number", number.as_ref().map(|number| Line::words(number)).unwrap_or_default());
    items.known("label.country", country, |country| scene.country_name(&country.code));
    items.value(
        "label.owner-country",
        owner_country.as_ref().map(|country| scene.country_name(&country.code)).unwrap_or_default(),
    );
    items.list("label.does", does);
    for sub in sub_processors {
        items.extend(sub_processor_items(scene, sub, processor));
    }
    items.labelled_gaps("label.sub-processor", sub_processors);
    items.sentences_about("more", remarks);
    (scene.proper(name, formerly), items.done())
}

fn sub_processor_items(scene: &Scene, sub: &SubProcessor, of: &Processor) -> Vec<Item> {
    let SubProcessor { name, country, does, approved: _, at: _ } = sub;
    let mut items = scene.items();
    items.known("label.country", country, |country| scene.country_name(&country.code));
    items.text("label.does", does);
    let name_of = |name: &Name| scene.name(name);
    let unnamed = || scene.say("say.sub-processor-of", &[("processor", scene.name(&of.name))]);
    let called = name.value().map_or_else(unnamed, name_of);
    let inside = items.done().into_iter().map(|item| item.named(&called)).collect();
    match name {
        Known::Gap(gap) => {
            let unsettled = Unsettled { key: "sub-processor", of: Line::default(), in_place: false };
            let line = scene.say("label.sub-processor", &[("value", scene.gap_value(gap))]);
            items.gap_line(line, unsettled, gap, inside);
        }
        name => {
            let name = name.value().map(name_of).unwrap_or_default();
            items.item(Item::with(scene.detail("label.sub-processor", name), inside).role(Role::Detail));
        }
    }
    items.done()
}

fn system_item(scene: &Scene, used: &SystemUse, activity: &Activity) -> Item {
    let SystemUse { system: reference, does, at: _ } = used;
    let Some(system) = scene.register.shared.systems.get(&reference.id) else { return Item::default() };
    let mut items = scene.items();
    items.text("label.does", does);
    let (name, details) = system_record(scene, system, activity);
    if !scene.lists(&reference.id) {
        items.extend(details);
    }
    let line = if scene.is_prose() { name } else { scene.say("say.system", &[("system", name)]) };
    Item::with(line, items.done())
}

/// The name of a system, and what the register says of it.
pub(in crate::document) fn system_record(scene: &Scene, system: &System, activity: &Activity) -> (Line, Vec<Item>) {
    let System { name, kind, processor, own, feeds, does, hosted_in, formerly, remarks, notes: _, at: _ } = system;
    let mut items = scene.items();
    items.text("label.kind", kind);
    items.list("label.does", does);
    let provider = processor.value().and_then(|id| scene.register.shared.processors.get(&id.id));
    items.value(
        "label.provider",
        provider.map(|provider| scene.proper(&provider.name, &provider.formerly)).unwrap_or_default(),
    );
    if let Known::Gap(gap) = processor {
        items.gap("label.provider", gap);
    }
    if own.0 {
        items.detail(scene.say("say.own-system", &[]));
    }
    items.terms("label.feeds", feeds, activity);
    items.known("label.hosted-in", hosted_in, |country| scene.country_name(&country.code));
    items.sentences_about("more", remarks);
    (scene.proper(name, formerly), items.done())
}
