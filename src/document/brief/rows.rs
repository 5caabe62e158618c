//! Who, why, what is sensitive, from where, to whom, outside the EU/EEA (Article 13(1), Article 14(1) and (2)(f)).

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};

use crate::document::brief::{Row, Source, Unsettled};
use crate::document::sections::controller::name;
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::data::Special;
use crate::register::facts::origin;
use crate::register::facts::responsible::controllers_of;
use crate::register::facts::special::{Protected, data_of, lacks_exception, protected_of};
use crate::register::facts::third::{countries_of, has_unknown_country};

/// Who is responsible (Article 13(1)(a)).
pub(super) fn controller(source: Source) -> Row {
    let scene = source.scene;
    let mut names = Vec::new();
    for activity in source.activities() {
        names.extend(controllers_of(scene.register, activity).into_iter().map(|controller| name(scene, controller)));
        names.extend(activity.joint.iter().flat_map(|joint| scene.terms(&joint.with, activity)));
    }
    let mut seen = IndexSet::new();
    seen.extend(names);
    let names = scene.language.list(seen.into_iter().collect());
    let said = (!names.is_empty()).then(|| source.say("names", &[("names", names.unstopped())]).capital());
    Row::of(said).and(source.unsettled(&[Part::Controller]))
}

/// Why: the purposes of one activity, or the activities (Article 13(1)(c)), and automated decisions (13(2)(f)).
pub(super) fn why(source: Source) -> Row {
    let scene = source.scene;
    let said: Vec<Line> = match source.activities() {
        [activity] => activity.purposes.iter().map(|purpose| scene.text(&purpose.what)).collect(),
        several => several.iter().map(|activity| scene.text(&activity.title)).collect(),
    };
    let decides = source.numbers(|activity| !activity.automated.items.is_empty());
    let decides = source.for_those("automated", &decides);
    Row::of(source.names(said)).and(source.unsettled(&[Part::Purposes])).and(decides)
}

/// What is sensitive (Articles 9 and 10), by kind.
pub(super) fn special(source: Source) -> Row {
    let scene = source.scene;
    let all: Vec<Protected> =
        source.activities().iter().map(|activity| protected_of(scene.register, activity)).collect();
    let kinds: BTreeSet<Special> = all.iter().flat_map(|protected| protected.kinds.iter().copied()).collect();
    let mut others = Vec::new();
    others.extend(all.iter().any(|protected| protected.unnamed).then_some("special"));
    others.extend(all.iter().any(|protected| protected.offences).then_some("criminal"));
    let mut row = Row::default();
    let is_open = all.iter().any(|protected| protected.is_open);
    let likely = source.numbers(|activity| source.scene.is_likely_special(activity));
    if kinds.is_empty() && others.is_empty() && !is_open && likely.is_empty() {
        row.said.push(source.say("special-none", &[]));
    }
    if !kinds.is_empty() {
        let names: Vec<Line> = kinds.iter().map(|kind| scene.language.code("special", kind.key())).collect();
        row = row.and([source.say("kinds", &[("kinds", scene.language.list(names))])]);
    }
    let others = others.into_iter().map(|other| source.say(other, &[]));
    let open = |activity: &Activity| activity.data.iter().any(|data| !data.special.gaps.is_empty());
    let without = source.numbers(|activity| {
        data_of(source.scene.register, activity).into_iter().any(|(_, data)| lacks_exception(data))
    });
    let row = row.and(others).and(source.for_those("exception-unsettled", &without));
    row.and(source.for_those("special-unmarked", &likely)).and(source.unsettled_with(&[Part::Data], open))
}

/// Where the data come from (Article 14(2)(f)).
pub(super) fn sources(source: Source) -> Row {
    let scene = source.scene;
    let of = |activity: &Activity| {
        origin::of(activity).map(|origin| scene.term(&origin.from, activity)).collect::<Vec<Line>>()
    };
    let names = source.names(source.activities().iter().flat_map(|activity| of(activity)));
    Row::of(names).and(source.unsettled(&[Part::Sources]))
}

/// Who gets the data (Article 13(1)(e)), processors by number.
pub(super) fn recipients(source: Source) -> Row {
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
    let is_open = |activity: &Activity| !activity.recipients.gaps.is_empty();
    Row::of(lines).and(source.unsettled_with(&[Part::Recipients, Part::Processors], is_open))
}

/// Transfers outside the EU/EEA (Article 13(1)(f)): every country and every receiver without one.
pub(super) fn transfers(source: Source) -> Row {
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
        for country in countries_of(scene.register, activity).into_iter().filter(|country| country.is_third()) {
            places.entry(scene.country_name(&country.code)).or_insert(true);
        }
    }
    let mut row = Row::default();
    for (key, possible) in [("transfers", false), ("transfers-possible", true)] {
        let of = places.iter().filter(|(_, is_possible)| **is_possible == possible);
        let names: Vec<Line> = of.map(|(place, _)| place.clone()).collect();
        if !names.is_empty() {
            row = row.and([source.say(key, &[("places", scene.language.list(names).unstopped())])]);
        }
    }
    let open = source.open(&[Part::Transfers], |_| false);
    let unknown = source.numbers(|activity| has_unknown_country(scene.register, activity));
    let all = source.numbers(|activity| activity.transfers.none).len() == source.activities().len();
    if places.is_empty() && matches!(open, Unsettled::Nothing) && unknown.is_empty() && all {
        row.said.push(source.say("transfers-none", &[]));
    }
    // What is not settled for any activity is not said twice.
    let is_whole = matches!(open, Unsettled::Whole);
    let countries = if is_whole { None } else { source.for_those("countries-unsettled", &unknown) };
    row.and(source.unsettled(&[Part::Transfers])).and(countries)
}
