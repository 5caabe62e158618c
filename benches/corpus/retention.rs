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
    match pen.chance.below(8) {
        0 => permanent(pen, of),
        1 => until(pen, of),
        2 if !pen.town.is_clean => criterion(pen, of),
        _ => period(pen, of, is_first),
    }
}

fn period(pen: &mut Pen, of: &str, is_first: bool) -> Value {
    let keep = pen.word(&["30 days", "6 weeks", "3 months", "15 months", "2 years", "5 years", "10 years", "P3Y"]);
    let draft = pen.record("retention").set("of", of);
    let draft = if is_first { draft } else { draft.may("data", Pen::data_ids) };
    let draft = draft.set("keep", keep).may("at-most", |_| "yes");
    let draft = draft.with("from", event).with("then", then).may("law", Pen::law).must("decision");
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
