//! Retention periods (Article 13(2)(a), Article 30(1)(f)).

mod span;

use crate::document::items::Unsettled;
use crate::document::scene::Scene;
use crate::document::sections::purpose::{data_names, open};
use crate::document::{Block, Item, Role, list};
use crate::language::line::Line;
use crate::model::List;
use crate::model::activity::{Activity, Listed};
use crate::model::period::{Keep, Period};
use crate::model::retention::{End, Except, Retention, Then};

use span::{Ends, closed, limits, stages};

/// The retention rules, one per line.
pub(super) fn retention(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for rule in &activity.retention {
        items.extend(rule_items(scene, rule, activity));
    }
    items.gaps(&activity.retention);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Retention));
    blocks
}

/// A rule, with its details.
pub(in crate::document) fn rule_items(scene: &Scene, rule: &Retention, activity: &Activity) -> Vec<Item> {
    let Retention {
        of,
        data,
        keep: _,
        at_most: _,
        from,
        until,
        first_of,
        last_of,
        stages,
        criterion: _,
        reviewed,
        then,
        appraisal,
        archive,
        except,
        law,
        decision,
        because,
        when,
        access,
        unknown: _,
        remarks,
        notes: _,
        at: _,
    } = rule;
    let mut items = scene.items();
    items.text("label.when", when);
    items.labelled_gaps("label.retention-of", of).labelled_gaps("label.retention-of", data);
    items.labelled_gaps("label.retention-end", until);
    items.labelled_gaps("label.retention-end", first_of).labelled_gaps("label.retention-end", last_of);
    items.labelled_gaps("label.retention-stage", stages).labelled_gaps("label.retention-then", then);
    if appraisal.0 {
        items.line(scene.say("say.appraised", &[]));
    }
    for except in except {
        items.item(except_item(scene, except, activity));
    }
    items.gaps(except);
    items.text("label.reviewed", reviewed);
    if !rule.then.items.contains(&Then::Archive) || archive.gap().is_some() {
        items.text("label.archive", archive);
    }
    items.laws(law);
    items.list("label.decision-on-records", decision);
    items.reason("label.because", because);
    items.text("label.access", access);
    if let Some(gap) = from.gap() {
        items.gap("label.from-when", gap);
    }
    match (rule.gap(), sentence(scene, rule, activity).map(Line::capital)) {
        (Some(gap), None) => {
            let records = records(scene, rule, activity);
            let places = [("records", records.clone()), ("gap", scene.gap_value(gap)), ("then", then_of(scene, rule))];
            let inside = items.sentences_about("more", remarks).done();
            let key = if scene.is_prose() { "say.keep-open" } else { "say.keep-gap" };
            let line = scene.say(key, &places).capital();
            let unsettled = Unsettled { key: "retention", of: records, in_place: true };
            items.gap_line(line, unsettled, gap, inside).done()
        }
        (Some(gap), Some(line)) => {
            items.sentences_about("more", remarks);
            // A criterion stands in the place of a period (Article 13(2)(a)).
            if rule.keep.value().is_some() || !scene.is_prose() {
                let unsettled = Unsettled { key: "retention-more", of: Line::default(), in_place: false };
                items.gap_line(scene.gap(gap), unsettled, gap, Vec::new());
            }
            vec![Item::with(line, items.done()).role(Role::Statement(records(scene, rule, activity)))]
        }
        (None, line) => {
            let inside = items.sentences_about("more", remarks).done();
            let role = Role::Statement(records(scene, rule, activity));
            items.item(Item::with(line.unwrap_or_default(), inside).role(role)).done()
        }
    }
}

/// What a rule does not hold for, and what holds instead.
fn except_item(scene: &Scene, except: &Except, activity: &Activity) -> Item {
    let Except { of, born_on, when, keep: _, from: _, until, then, archive, law, at: _ } = except;
    let mut items = scene.items();
    items.text("label.when", when);
    items.labelled_gaps("label.retention-of", of).labelled_gaps("label.retention-end", until);
    items.labelled_gaps("label.retention-then", then);
    if !then.items.contains(&Then::Archive) || archive.gap().is_some() {
        items.text("label.archive", archive);
    }
    items.laws(law);
    let named = scene.language.list(scene.terms(of, activity));
    let named = if named.is_empty() { scene.say("say.all-data", &[]) } else { named };
    let day = |day: &u32| scene.say("say.born-on-day", &[("day", Line::words(&day.to_string()))]);
    let days = scene.language.either(born_on.iter().map(day).collect());
    let records = if days.is_empty() { named } else { scene.say("say.born-on", &[("records", named), ("days", days)]) };
    let said = then_words(scene, then, archive.value().map(|archive| scene.text(archive)), false);
    let said = (records.clone(), said, then.items.contains(&Then::Archive));
    let places = [("records", records.clone()), ("then", said.1.clone())];
    let line = end_sentence(scene, End::from(except), Line::default(), said, activity);
    // Without an end, an exception says what happens to its records, or only which they are.
    let line = line
        .unwrap_or_else(|| if then.items.is_empty() { records.clone() } else { scene.say("say.keep-then", &places) });
    let name = if of.items.is_empty() { Line::default() } else { records };
    let line = scene.say("label.except", &[("value", line)]);
    Item::with(line, items.done()).role(Role::Sentence).named(&name)
}

/// What a rule applies to: its records with the data that they hold, else its data, else all data.
pub(in crate::document) fn records(scene: &Scene, rule: &Retention, activity: &Activity) -> Line {
    let of = scene.language.list(scene.terms(&rule.of, activity));
    let data = data_names(scene, &rule.data, activity);
    match (of.is_empty(), data.is_empty()) {
        (false, false) => scene.say("say.records-data", &[("records", of), ("data", data)]),
        (false, true) => of,
        (true, false) => data,
        (true, true) if !rule.of.gaps.is_empty() || !rule.data.gaps.is_empty() => scene.say("say.some-data", &[]),
        (true, true) => scene.say("say.all-data", &[]),
    }
}

/// What happens at the end of a rule.
fn then_of(scene: &Scene, rule: &Retention) -> Line {
    then_words(scene, &rule.then, rule.archive.value().map(|archive| scene.text(archive)), rule.appraisal.0)
}

/// The sentence of a rule, by its period, end or action.
fn sentence(scene: &Scene, rule: &Retention, activity: &Activity) -> Option<Line> {
    let then = then_of(scene, rule);
    let records = records(scene, rule, activity);
    let is_archived = rule.then.items.contains(&Then::Archive);
    let say = |key: &'static str, span: Line| Some(said(scene, key, span, (&records, &then, is_archived)));
    let ends = Ends { scene, activity };
    if !rule.stages.items.is_empty() {
        return say("say.keep-stages", stages(ends, &rule.stages));
    }
    if !rule.first_of.items.is_empty() {
        return say("say.keep-first", limits(ends, &rule.first_of));
    }
    if !rule.last_of.items.is_empty() {
        return say("say.keep-last", limits(ends, &rule.last_of));
    }
    let own = End::from(rule);
    let criterion = rule.criterion.value().map(|criterion| scene.text(criterion).unstopped()).unwrap_or_default();
    let line = end_sentence(scene, own, criterion, (records.clone(), then.clone(), is_archived), activity);
    line.or_else(|| if then.is_empty() || rule.gap().is_some() { None } else { say("say.keep-then", Line::default()) })
}

/// The sentence of a period, or of the events until which data are kept.
fn end_sentence(
    scene: &Scene,
    end: End,
    criterion: Line,
    (records, then, is_archived): (Line, Line, bool),
    activity: &Activity,
) -> Option<Line> {
    let ends = Ends { scene, activity };
    let say = |key: &'static str, span: Line| Some(said(scene, key, span, (&records, &then, is_archived)));
    match end.keep {
        Some(Keep::Permanent { .. }) => say("say.keep-permanent", Line::default()),
        Some(Keep::NotStored { .. }) => say("say.keep-not-stored", Line::default()),
        Some(Keep::For(period)) => {
            let key = if is_at_most(period) { "say.keep-at-most" } else { "say.keep-period" };
            say(key, ends.period(period, end.from))
        }
        None if end.until.is_empty() && criterion.is_empty() => None,
        None => {
            let is_rounded = criterion.is_empty()
                && end.until.last().is_some_and(|until| until.rounding.is_some() || until.day.is_some());
            say(if is_rounded { "say.keep-until-end" } else { "say.keep-until" }, ends.until(end.until, criterion))
        }
    }
}

/// The sentence of a key. A phrase with a comma is closed by another one, unless the sentence has its own.
fn said(scene: &Scene, key: &'static str, span: Line, (records, then, is_archived): (&Line, &Line, bool)) -> Line {
    let form = of_then(key, is_archived);
    let is_closed = form == key && ["say.keep-stages", "say.keep-period", "say.keep-at-most"].contains(&key);
    let span = if is_closed { closed(scene, span, then) } else { span };
    scene.say(form, &[("records", records.clone()), ("then", then.clone()), ("span", span)])
}

/// The key of a sentence, of another form where the data go to an archive.
fn of_then(key: &'static str, is_archived: bool) -> &'static str {
    match key {
        "say.keep-period" if is_archived => "say.keep-period-archive",
        "say.keep-until" if is_archived => "say.keep-until-archive",
        "say.keep-until-end" if is_archived => "say.keep-until-end-archive",
        "say.keep-first" if is_archived => "say.keep-first-archive",
        "say.keep-last" if is_archived => "say.keep-last-archive",
        "say.keep-stages" if is_archived => "say.keep-stages-archive",
        _ => key,
    }
}

/// Whether data may go earlier than the period says.
fn is_at_most(period: &Period) -> bool {
    period.least.is_none()
}

fn then_words(scene: &Scene, then: &List<Then>, archive: Option<Line>, is_choice: bool) -> Line {
    let word = |then: &Then| match &archive {
        Some(archive) if *then == Then::Archive => scene.say("then.archive-to", &[("archive", archive.clone())]),
        _ => scene.language.code("then", then.key()),
    };
    let words = then.iter().map(word).collect();
    if is_choice { scene.language.either(words) } else { scene.language.list(words) }
}
