//! Retention.

use super::pen::{Pen, gap, note};
use super::plan::Kind;
use super::yaml::Value;

/// The events at which a period begins.
const EVENTS: [&str; 8] = [
    "decision",
    "case-closed",
    "created",
    "end-of-calendar-year",
    "leaves-service",
    "agreement-ends",
    "last-entry",
    "turns-age",
];

/// The retention rules, each for its own records.
pub(crate) fn retention(pen: &mut Pen) -> Value {
    let mut records: Vec<&String> = pen.topic.records.iter().collect();
    pen.chance.shuffle(&mut records);
    let count = (1 + pen.chance.below(3)).min(records.len());
    let mut rules: Vec<Value> =
        records.into_iter().take(count).enumerate().map(|(index, of)| rule(pen, of, index == 0)).collect();
    if pen.leaves_open(15) {
        rules.push(gap(pen));
    }
    Value::List(rules)
}

/// A rule. The first one is for all data, so that none is without a period.
fn rule(pen: &mut Pen, of: &str, is_first: bool) -> Value {
    match pen.chance.below(12) {
        0 => permanent(pen, of),
        1 => until(pen, of),
        8 => several(pen, of),
        9 => staged(pen, of),
        10 => excepted(pen, of),
        2 if !pen.town.is_clean => criterion(pen, of),
        _ => period(pen, of, is_first),
    }
}

fn period(pen: &mut Pen, of: &str, is_first: bool) -> Value {
    let keep =
        pen.word(&["30 days", "6 weeks", "at most 15 months", "about 2 years", "5 to 6 years", "10 years", "P3Y"]);
    let draft = pen.record("retention").set("of", of);
    let draft = if is_first { draft } else { draft.may("data", Pen::data_ids) };
    let draft = draft.set("keep", keep).with("from", event).with("then", then).may("law", Pen::law).must("decision");
    let draft = draft.text("because").text("when").text("access").some("unknown", unknown);
    draft.texts("remarks").may("notes", note).done()
}

fn permanent(pen: &mut Pen, of: &str) -> Value {
    let draft = pen.record("retention").set("of", of).set("keep", "permanent").set("then", "archive").must("archive");
    draft.must("law").must("decision").text("because").text("access").done()
}

fn until(pen: &mut Pen, of: &str) -> Value {
    let event = if pen.kind == Kind::Consent { "consent-withdrawn" } else { "account-closed" };
    let draft = pen.record("retention").set("of", of).set("until", event).with("then", then).must("decision");
    draft.text("when").some("unknown", unknown).texts("remarks").done()
}

/// Several ends, of which the first or the last counts.
fn several(pen: &mut Pen, of: &str) -> Value {
    let key = *pen.chance.pick(&["first-of", "last-of"]);
    let draft = pen.record("retention").set("of", of).with(key, |pen| {
        let period = pen.record("limit").set("keep", "2 years").with("from", event).done();
        let last = pen.record("limit").set("until", "account-closed").done();
        Value::List(vec![period, last])
    });
    draft.with("then", then).must("decision").texts("remarks").done()
}

/// In use, then locked; at the end the archive chooses.
fn staged(pen: &mut Pen, of: &str) -> Value {
    let draft = pen.record("retention").set("of", of).with("stages", |pen| {
        let used = pen.record("stage").set("state", "in-use").set("keep", "1 year").with("from", event).done();
        let locked = pen.record("stage").set("state", "locked").set("until", "decision-final").done();
        Value::List(vec![used, locked])
    });
    let choice = |pen: &mut Pen| Value::List(vec![then(pen), "archive".into()]);
    draft.with("then", choice).set("appraisal", "yes").must("archive").must("decision").done()
}

/// A rule with an exception, from a day or an event in words.
fn excepted(pen: &mut Pen, of: &str) -> Value {
    let draft = pen.record("retention").set("of", of).set("keep", "5 years").with("from", own_event).with("then", then);
    let draft = draft.must("decision").with("except", |pen| {
        let days = Value::List(["5", "15", "25"].map(Value::from).to_vec());
        let born =
            pen.record("except").set("of", of).set("born-on", days).set("keep", "permanent").set("then", "archive");
        let born = born.must("archive").must("law").done();
        let other =
            pen.record("except").text("when").set("keep", "10 years").with("from", event).with("then", then).done();
        let fixed = Value::List(vec![pen.record("event").set("day", "2039-12-31").done()]);
        let until = pen.record("except").text("when").set("until", fixed).with("then", then).done();
        Value::List(vec![born, other, until])
    });
    draft.done()
}

/// An event in words of its own, in the form of its sentence.
fn own_event(pen: &mut Pen) -> Value {
    match pen.chance.below(2) {
        0 => pen.record("event").must("from").done(),
        _ => pen.record("event").must("until").set("rounding", "end-of-year").done(),
    }
}

/// The gap of a rule, or `None` in a clean town.
fn unknown(pen: &mut Pen) -> Option<String> {
    (!pen.town.is_clean).then(|| pen.text("retention", "unknown"))
}

fn criterion(pen: &mut Pen, of: &str) -> Value {
    let draft =
        pen.record("retention").set("of", of).must("criterion").must("reviewed").with("then", then).must("decision");
    draft.must("unknown").may("notes", note).done()
}

fn event(pen: &mut Pen) -> Value {
    let event = *pen.chance.pick(&EVENTS);
    let draft = pen.record("event").set("event", event);
    let draft = if event == "turns-age" { draft.set("age", "18") } else { draft };
    draft
        .may("rounding", |pen| pen.word(&["end-of-month", "end-of-year", "end-of-school-year", "year-after"]))
        .shortest()
}

/// What happens afterwards: in Sweden public documents are weeded, in Denmark erased.
fn then(pen: &mut Pen) -> Value {
    if pen.town.has_boards() {
        pen.word(&["weed", "weed", "anonymise"])
    } else {
        pen.word(&["erase", "erase", "anonymise"])
    }
}
