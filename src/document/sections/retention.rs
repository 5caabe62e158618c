//! Retention periods (Article 13(2)(a), Article 30(1)(f)).

use crate::document::scene::Scene;
use crate::document::sections::purpose::{data_names, open};
use crate::document::{Block, Item, list};
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::period::Keep;
use crate::model::retention::{Event, Retention, Then};
use crate::model::term::with_age;
use crate::vocabulary::Form;

/// The retention rules, one per line.
pub(super) fn retention(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for rule in &activity.retention {
        items.item(rule_item(scene, rule, activity));
    }
    items.gaps(&activity.retention);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Retention));
    blocks
}

fn rule_item(scene: &Scene, rule: &Retention, activity: &Activity) -> Item {
    let Retention {
        of: _,
        data: _,
        keep: _,
        at_most: _,
        from: _,
        until: _,
        criterion: _,
        reviewed,
        then: _,
        archive,
        law,
        decision,
        because,
        when,
        access,
        unknown,
        remarks,
        notes: _,
        at: _,
    } = rule;
    let mut items = scene.items();
    items.text("label.when", when.as_ref());
    items.text("label.reviewed", reviewed.as_ref());
    if !rule.then.items.contains(&Then::Archive) {
        items.text("label.archive", archive.as_ref());
    }
    items.laws(law);
    items.list("label.decision-on-records", decision);
    items.text("label.because", because.as_ref());
    items.text("label.access", access.as_ref());
    let line = sentence(scene, rule, activity);
    match (unknown.as_ref(), line) {
        (Some(reason), None) => Item::with(
            scene.say("say.keep-gap", &[("records", records(scene, rule, activity)), ("gap", scene.gap_value(reason))]),
            items.sentences(remarks).done(),
        ),
        (Some(reason), Some(line)) => Item::with(line, items.sentences(remarks).line(scene.gap(reason)).done()),
        (None, line) => Item::with(line.unwrap_or_default(), items.sentences(remarks).done()),
    }
}

/// What a rule applies to: its records, else its data, else all data.
fn records(scene: &Scene, rule: &Retention, activity: &Activity) -> Line {
    let of = scene.language.list(scene.terms(&rule.of, activity));
    let named = if of.is_empty() { data_names(scene, &rule.data, activity) } else { of };
    if named.is_empty() { scene.say("say.all-data", &[]) } else { named }
}

/// The sentence of a rule, by its period, end or action.
fn sentence(scene: &Scene, rule: &Retention, activity: &Activity) -> Option<Line> {
    let then = then(scene, rule);
    let places = |more: Vec<(&'static str, Line)>| {
        let mut places = vec![("records", records(scene, rule, activity)), ("then", then.clone())];
        places.extend(more);
        places
    };
    let until: Vec<Line> = rule.until.iter().map(|until| event(scene, until, Form::Until, activity)).collect();
    let until = scene.language.either(until);
    let criterion = rule.criterion.as_ref().map(|criterion| scene.text(criterion).unstopped()).unwrap_or_default();
    match &rule.keep {
        Some(Keep::Permanent { .. }) => Some(scene.say("say.keep-permanent", &places(vec![]))),
        Some(keep) => {
            let from = rule.from.as_ref().map(|from| event(scene, from, Form::From, activity)).unwrap_or_default();
            let from = if then.is_empty() { from } else { closed(from) };
            let key = if rule.at_most.0 { "say.keep-at-most" } else { "say.keep-period" };
            Some(scene.say(key, &places(vec![("period", scene.language.period(keep)), ("from", from)])))
        }
        None if !until.is_empty() || !criterion.is_empty() => {
            let end = scene.language.either(vec![until, criterion]);
            let is_rounded =
                rule.until.items.last().is_some_and(|until| until.rounding.is_some()) && rule.criterion.is_none();
            let key = if is_rounded { "say.keep-until-end" } else { "say.keep-until" };
            Some(scene.say(key, &places(vec![("until", end)])))
        }
        None if !rule.then.items.is_empty() => Some(scene.say("say.keep-then", &places(vec![]))),
        None => None,
    }
}

/// Adds a closing comma to a clause that contains one.
fn closed(clause: Line) -> Line {
    if clause.plain().contains(", ") { clause.and(",") } else { clause }
}

/// An event in the given form, with its age and rounding.
fn event(scene: &Scene, event: &Event, form: Form, activity: &Activity) -> Line {
    let Event { event, age, rounding, at: _ } = event;
    let form = if rounding.is_some() { Form::Until } else { form };
    let mut line = scene.word(&event.word, form, Some(activity));
    line.runs.iter_mut().for_each(|run| run.words = with_age(&run.words, *age).into_owned());
    match rounding {
        Some(rounding) => scene.say(&format!("rounding.{}", rounding.key()), &[("event", line.unstopped())]),
        None => line.unstopped(),
    }
}

fn then(scene: &Scene, rule: &Retention) -> Line {
    let word = |then: &Then| match &rule.archive {
        Some(archive) if *then == Then::Archive => scene.say("then.archive-to", &[("archive", scene.text(archive))]),
        _ => scene.language.code("then", then.key()),
    };
    scene.language.list(rule.then.iter().map(word).collect())
}
