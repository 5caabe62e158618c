//! Who, why, what is sensitive, from where, to whom, outside the EU/EEA (Article 13(1), Article 14(1) and (2)(f)).

use indexmap::{IndexMap, IndexSet};

use crate::document::brief::Source;
use crate::document::sections::controller::name;
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::data::{Sensitivity, Special};
use crate::register::facts::origin;
use crate::register::facts::responsible::controllers_of;
use crate::register::facts::special::{sensitivity_of, special_of};
use crate::register::facts::third::abroad;

/// Who is responsible (Article 13(1)(a)).
pub(super) fn controller(source: Source) -> Vec<Line> {
    let scene = source.scene;
    let mut names = Vec::new();
    for activity in source.activities() {
        names.extend(controllers_of(scene.register, activity).into_iter().map(|controller| name(scene, controller)));
        names.extend(activity.joint.iter().flat_map(|joint| scene.terms(&joint.with, activity)));
    }
    let mut seen = IndexSet::new();
    seen.extend(names);
    let names = scene.language.list(seen.into_iter().collect());
    let said = (!names.is_empty()).then(|| source.say("names", &[("names", names)]).capital());
    said.into_iter().chain(source.unsettled(&[Part::Controller])).collect()
}

/// Why: the purposes of one activity, or the activities (Article 13(1)(c)), and automated decisions (13(2)(f)).
pub(super) fn why(source: Source) -> Vec<Line> {
    let scene = source.scene;
    let said: Vec<Line> = match source.activities() {
        [activity] => activity.purposes.iter().map(|purpose| scene.text(&purpose.what)).collect(),
        several => several.iter().map(|activity| scene.text(&activity.title)).collect(),
    };
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(source.names(said));
    lines.extend(source.unsettled(&[Part::Purposes]));
    let decides = source.numbers(|activity| !activity.automated.items.is_empty());
    lines.extend(source.for_those("automated", &decides));
    lines
}

/// What is sensitive (Articles 9 and 10), by kind.
pub(super) fn special(source: Source) -> Vec<Line> {
    let language = source.scene.language;
    let mut kinds: IndexSet<Special> = IndexSet::new();
    let mut others: IndexSet<&str> = IndexSet::new();
    for data in source.activities().iter().flat_map(|activity| &activity.data) {
        let of = special_of(data);
        match sensitivity_of(data) {
            Some(Sensitivity::Special) if of.is_empty() => _ = others.insert("special"),
            Some(Sensitivity::Criminal) => _ = others.insert("criminal"),
            _ => {}
        }
        kinds.extend(of);
    }
    kinds.sort_unstable();
    let mut lines = Vec::new();
    if !kinds.is_empty() {
        let kinds = language.list(kinds.iter().map(|kind| language.code("special", kind.key())).collect());
        lines.push(source.say("kinds", &[("kinds", kinds)]));
    }
    lines.extend(others.into_iter().map(|other| source.say(other, &[])));
    if lines.is_empty() {
        lines.push(source.say("special-none", &[]));
    }
    lines.extend(source.unsettled(&[Part::Data]));
    lines
}

/// Where the data come from (Article 14(2)(f)).
pub(super) fn sources(source: Source) -> Vec<Line> {
    let scene = source.scene;
    let of = |activity: &Activity| {
        origin::of(activity).map(|origin| scene.term(&origin.from, activity)).collect::<Vec<Line>>()
    };
    let names = source.names(source.activities().iter().flat_map(|activity| of(activity)));
    names.into_iter().chain(source.unsettled(&[Part::Sources])).collect()
}

/// Who gets the data (Article 13(1)(e)), processors by number.
pub(super) fn recipients(source: Source) -> Vec<Line> {
    let scene = source.scene;
    let of = |activity: &Activity| -> Vec<Line> {
        activity.recipients.iter().map(|disclosure| scene.term(&disclosure.to, activity)).collect()
    };
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(source.names(source.activities().iter().flat_map(|activity| of(activity))));
    let none = source.numbers(|activity| activity.recipients.none);
    if lines.is_empty() {
        lines.extend(source.for_those("recipients-none", &none));
    }
    let processors: IndexSet<&str> = source
        .activities()
        .iter()
        .flat_map(|activity| activity.processors.iter().map(|used| used.processor.id.as_str()))
        .collect();
    if !processors.is_empty() {
        lines.push(source.say("processors", &[("count", Line::words(&processors.len().to_string()))]));
    }
    lines.extend(source.unsettled(&[Part::Recipients]));
    lines
}

/// Transfers outside the EU/EEA (Article 13(1)(f)): every country and every receiver without one.
pub(super) fn transfers(source: Source) -> Vec<Line> {
    let scene = source.scene;
    let mut places: IndexMap<Line, bool> = IndexMap::new();
    for activity in source.activities() {
        for transfer in &activity.transfers {
            let place = match transfer.country.value() {
                Some(country) => scene.country_name(&country.code),
                None => scene.term(&transfer.to, activity),
            };
            *places.entry(place).or_insert(true) &= transfer.possible.0;
        }
        for (_, country) in abroad(scene.register, activity) {
            places.entry(scene.country_name(&country.code)).or_insert(true);
        }
    }
    let those = |possible: bool| {
        let of = places.iter().filter(|(_, is_possible)| **is_possible == possible);
        scene.language.list(of.map(|(place, _)| place.clone()).collect())
    };
    let mut lines = Vec::new();
    for (key, places) in [("transfers", those(false)), ("transfers-possible", those(true))] {
        lines.extend((!places.is_empty()).then(|| source.say(key, &[("places", places)])));
    }
    let unsettled = source.unsettled(&[Part::Transfers]);
    let all = source.numbers(|activity| activity.transfers.none).len() == source.activities().len();
    if lines.is_empty() && unsettled.is_none() && all {
        lines.push(source.say("transfers-none", &[]));
    }
    lines.extend(unsettled);
    let unknown = source.numbers(|activity| has_unknown_country(source, activity));
    lines.extend(source.for_those("countries-unsettled", &unknown));
    lines
}

/// Whether it is not settled in which country a processor of an activity is.
fn has_unknown_country(source: Source, activity: &Activity) -> bool {
    let processors = activity.processors.iter();
    let mut known = processors.filter_map(|used| source.scene.register.shared.processors.get(&used.processor.id));
    known.any(|processor| processor.country.gap().is_some())
}
