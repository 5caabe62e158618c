//! Consents, rights and automated decisions.

use super::draft::Draft;
use super::pen::{Pen, gap, note};
use super::yaml::Value;

/// The consents.
pub(crate) fn consent(pen: &mut Pen) -> Value {
    let mut who = vec![Value::from("guardian")];
    who.extend(pen.chance.some(&pen.topic.subjects, 1).into_iter().filter(|who| *who != "guardian").map(Value::from));
    let draft = pen.record("consent").must("covers").may("data", Pen::data_ids).set("who", Value::List(who));
    let draft = draft.texts("conditions").texts("form").text("asked").texts("how");
    draft.with("withdraw", withdrawal).may("notes", note).done()
}

fn withdrawal(pen: &mut Pen) -> Value {
    if pen.leaves_open(12) {
        return gap(pen);
    }
    pen.record("withdrawal").must("how").text("who").texts("effect").texts("exceptions").shortest()
}

/// Notes on some rights.
pub(crate) fn rights(pen: &mut Pen) -> Value {
    let count = 1 + pen.chance.below(2);
    let rights = ["access", "rectification", "erasure", "restriction", "all"];
    let rights = pen.chance.some(&rights, count);
    rights.into_iter().map(|right| right_note(pen, right)).collect()
}

fn right_note(pen: &mut Pen, right: &str) -> Value {
    let draft = pen.record("right").set("right", right);
    // A note on all rights says how to use them, not whether they apply.
    let draft = if right == "all" { draft } else { draft.together(limited) };
    draft.must("how").texts("limits").texts("remarks").done()
}

fn limited<'p, 't>(draft: Draft<'p, 't>) -> Draft<'p, 't> {
    draft.set("applies", "limited").must("because").must("law")
}

/// The automated decisions, or `none`.
pub(crate) fn automated(pen: &mut Pen) -> Value {
    if !pen.chance.once_in(3) {
        return Value::from("none");
    }
    let draft = pen.record("automated").must("decision").text("coverage").set("ground", "law").with("law", Pen::law);
    let draft = draft
        .with("inputs", |pen| pen.texts("automated", "inputs"))
        .may("from", |_| "data-subject")
        .must("logic")
        .texts("frequency")
        .must("significance");
    draft.texts("consequences").must("review").done()
}
