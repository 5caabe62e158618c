//! The table of processors and systems: a row for each that an activity uses, and for each sub-processor of it.

use crate::audience::Audience;
use crate::document::scene::Scene;
use crate::document::sections::purpose::system_names;
use crate::document::sheet::Head;
use crate::document::sheet::cells::{Cell, Row, day, known, known_text, label, lines, text, texts, word};
use crate::document::sheet::named::{Named, heads as around};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::country::Country;
use crate::model::flow::{ProcessorUse, SystemUse};
use crate::model::processor::{Agreement, Processor, SubProcessor};
use crate::model::reference::Ref;
use crate::model::{Gap, Known, List, Text};

/// What the register says of a party that an activity uses.
#[derive(Default)]
struct Party {
    role: Cell,
    name: Cell,
    number: Cell,
    does: Cell,
    receives: Cell,
    when: Cell,
    country: Cell,
    owner_country: Cell,
    systems: Cell,
    provider: Cell,
    agreement: [Cell; 4],
    approved: Cell,
}

impl Party {
    fn row(self, scene: &Scene, named: &Named) -> Row {
        let Self { role, name, number, does, receives, when, country, owner_country, systems, provider, .. } = self;
        let internal = self.agreement.into_iter().chain([self.approved]);
        let internal = internal.filter(|_| scene.audience() == Audience::Internal);
        let own = [role, name, number, does, receives, when, country, owner_country, systems, provider];
        named.row(own.into_iter().chain(internal))
    }
}

pub(super) fn heads(scene: &Scene) -> Vec<Head> {
    let label = |key: &str| label(scene, key);
    let own = [
        (word(scene, "role"), 22),
        (word(scene, "name"), 32),
        (label("label.number"), 18),
        (label("label.does"), 40),
        (word(scene, "receives"), 32),
        (label("label.when"), 28),
        (label("label.country"), 20),
        (label("label.owner-country"), 20),
        (label("label.systems"), 28),
        (label("label.provider"), 28),
    ];
    let internal = [
        ("agreement-date", 14),
        ("agreement-reference", 20),
        ("agreement-ends", 14),
        ("followed-up", 14),
        ("approved", 14),
    ];
    let internal = internal.into_iter().filter(|_| scene.audience() == Audience::Internal);
    around(scene, own.into_iter().chain(internal.map(|(key, width)| (word(scene, key), width))))
}

pub(super) fn rows(scene: &Scene, activity: &Activity, named: &Named) -> Vec<Row> {
    let mut parties = Vec::new();
    activity.processors.iter().for_each(|used| of_processor(scene, used, activity, &mut parties));
    parties.extend(activity.systems.iter().filter_map(|used| of_system(scene, used)));
    parties.into_iter().map(|party| party.row(scene, named)).collect()
}

fn of_processor(scene: &Scene, used: &ProcessorUse, activity: &Activity, parties: &mut Vec<Party>) {
    let ProcessorUse { processor: reference, systems, does, data, when, at: _ } = used;
    let Some(processor) = scene.register.shared.processors.get(&reference.id) else { return };
    let gaps = |gaps: &[Gap]| gaps.iter().map(|gap| scene.gap_value(gap)).collect::<Vec<Line>>();
    parties.push(Party {
        role: text(word(scene, "processor")),
        name: lines([scene.proper(&processor.name, &processor.formerly)]),
        number: text(processor.number.clone().unwrap_or_default()),
        does: tasks(scene, &processor.does, does),
        receives: lines(scene.terms(data, activity).into_iter().chain(gaps(&data.gaps))),
        when: known_text(scene, when),
        country: country(scene, &processor.country),
        owner_country: lines(processor.owner_country.iter().map(|country| scene.country_name(&country.code))),
        systems: lines(std::iter::once(system_names(scene, systems)).chain(gaps(&systems.gaps))),
        agreement: agreement(scene, &processor.agreement),
        ..Party::default()
    });
    parties.extend(processor.sub_processors.iter().map(|sub| of_sub_processor(scene, sub, processor)));
    for gap in &processor.sub_processors.gaps {
        let name = lines([scene.gap_value(gap)]);
        parties.push(Party { name, ..sub_processor(scene, processor) });
    }
}

fn of_sub_processor(scene: &Scene, sub: &SubProcessor, processor: &Processor) -> Party {
    let SubProcessor { name, country: place, does, approved, at: _ } = sub;
    Party {
        name: known(scene, name, |name| scene.name(name)),
        does: known_text(scene, does),
        country: country(scene, place),
        approved: day(*approved),
        ..sub_processor(scene, processor)
    }
}

/// A sub-processor of which nothing is known yet.
fn sub_processor(scene: &Scene, of: &Processor) -> Party {
    let of = scene.name(&of.name).plain();
    Party { role: text(label(scene, "label.sub-processor")), provider: text(of), ..Party::default() }
}

fn of_system(scene: &Scene, used: &SystemUse) -> Option<Party> {
    let SystemUse { system: reference, does, at: _ } = used;
    let system = scene.register.shared.systems.get(&reference.id)?;
    let provider = |id: &Ref<_>| {
        let provider = scene.register.shared.processors.get(&id.id);
        provider.map(|provider| scene.proper(&provider.name, &provider.formerly)).unwrap_or_default()
    };
    let own = system.own.0.then(|| scene.say("say.own-system", &[]));
    Some(Party {
        role: text(word(scene, "system")),
        name: lines([scene.proper(&system.name, &system.formerly)]),
        does: tasks(scene, &system.does, does),
        country: country(scene, &system.hosted_in),
        provider: lines([scene.known(&system.processor, provider)].into_iter().chain(own)),
        ..Party::default()
    })
}

/// What a party does everywhere, and in this activity.
fn tasks(scene: &Scene, everywhere: &List<Text>, here: &Known<Text>) -> Cell {
    match (texts(scene, everywhere), known_text(scene, here)) {
        (Cell::Text(everywhere), Cell::Text(here)) => Cell::Text(format!("{here}\n{everywhere}")),
        (Cell::Empty, here) => here,
        (everywhere, _) => everywhere,
    }
}

fn country(scene: &Scene, place: &Known<Country>) -> Cell {
    known(scene, place, |country| scene.country_name(&country.code))
}

fn agreement(scene: &Scene, agreed: &Known<Agreement>) -> [Cell; 4] {
    match agreed {
        Known::Unwritten => [const { Cell::Empty }; 4],
        Known::Gap(gap) => [Cell::Empty, lines([scene.gap_value(gap)]), Cell::Empty, Cell::Empty],
        Known::Value(Agreement { date, reference, ends, followed_up, at: _ }) => {
            let reference = text(reference.clone().unwrap_or_default());
            [day(*date), reference, day(*ends), day(*followed_up)]
        }
    }
}
