//! `name-twice`: two records of one kind have the same name.

use crate::check::rule::{Case, Rule};
use crate::finding::Place;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::{Name, Text};
use crate::say;
use crate::say::Words;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "name-twice",
    aliases: &[],
    title: Words {
        en: "Two records have the same name",
        sv: "Två poster har samma namn",
        da: "To poster har samme navn",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(d)"), Provision::Gdpr("30(1)")],
    why: Words {
        en: "The reader takes them for one, and what is said of the first is looked for at the second.",
        sv: "Läsaren tror att de är en enda, och söker det som sägs om den första hos den andra.",
        da: "Læseren tror, at de er én, og leder hos den anden efter det, der siges om den første.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let (shared, municipality) = (&case.register.shared, &case.register.municipality);
    fn proper(Name(name): &Name) -> &Text {
        name
    }
    twice(shared.systems.0.values().map(|thing| proper(&thing.name)), findings);
    twice(shared.processors.0.values().map(|thing| proper(&thing.name)), findings);
    twice(shared.recipients.0.values().map(|thing| &thing.name), findings);
    twice(shared.sources.0.values().map(|thing| &thing.name), findings);
    twice(municipality.controllers.0.values().map(|thing| &thing.name), findings);
}

/// Reports names that come twice among records of one kind.
fn twice<'r>(names: impl Iterator<Item = &'r Text>, findings: &mut Findings) {
    let mut known: FxHashMap<String, Place> = FxHashMap::default();
    for name in names {
        let Some(words) = name.words().next() else { continue };
        match known.entry(words.to_lowercase()) {
            Entry::Vacant(free) => _ = free.insert(name.at),
            Entry::Occupied(first) => findings.push(
                RULE.found(
                    name.at,
                    say!(
                        en: "`{words}` is the name of another record too",
                        sv: "`{words}` är namnet även på en annan post",
                        da: "`{words}` er også navnet på en anden post",
                    ),
                )
                .label(say!(en: "the same name", sv: "samma namn", da: "samme navn"))
                .related(*first.get(), say!(en: "the other one", sv: "den andra", da: "den anden"))
                .help(say!(
                    en: "keep one of them and refer to it, or write what tells them apart",
                    sv: "behåll en av dem och hänvisa till den, eller skriv det som skiljer dem åt",
                    da: "behold en af dem og henvis til den, eller skriv det, der adskiller dem",
                )),
            ),
        }
    }
}
