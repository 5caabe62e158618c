//! The flow of data: sources, recipients, processors, systems, transfers.

use super::pen::{Pen, gap, note};
use super::plan::Kind;
use super::town::Party;
use super::yaml::Value;

/// The sources.
pub(crate) fn sources(pen: &mut Pen) -> Value {
    let count = 1 + pen.chance.below(2);
    let mut sources = vec![pen.record("origin").set("from", "data-subject").text("when").shortest()];
    sources.extend((0..count).map(|_| origin(pen)));
    sources.dedup();
    Value::List(sources)
}

/// A source: a code, a record of the register, or free text.
pub(crate) fn origin(pen: &mut Pen) -> Value {
    let lang = pen.town.tongue.code();
    let from = match pen.chance.below(12) {
        0..3 => pen.id_of(&pen.town.sources),
        3..6 => Value::one(lang, pen.text("origin", "from")),
        6 => {
            let open = Value::one(lang, pen.text("origin", "from-open"));
            return pen.record("origin").set("from", open).set("public", "yes").text("when").done();
        }
        _ => Value::from(pen.text("codes", "sources")),
    };
    let draft = pen.record("origin").set("from", from).may("via", |pen| pen.id_of(&pen.town.systems));
    let draft = draft.may("data", Pen::data_ids).text("when").texts("examples");
    draft.some("see", Pen::earlier_one).texts("remarks").shortest()
}

/// The recipients, or `none`.
pub(crate) fn recipients(pen: &mut Pen) -> Value {
    if pen.chance.once_in(10) {
        return Value::from("none");
    }
    let count = 1 + pen.chance.below(3);
    let mut codes: Vec<Value> =
        pen.chance.some(pen.town.words().list("codes", "recipients"), count).into_iter().map(Value::from).collect();
    let (home, abroad) = pen.town.recipients.split_at(pen.town.recipients.len() - 1);
    codes.push(if pen.kind != Kind::Part && pen.chance.once_in(8) {
        named_abroad(pen, abroad)
    } else {
        pen.id_of(home)
    });
    let mut recipients: Vec<Value> = codes.into_iter().map(|to| disclosure(pen, to)).collect();
    if pen.leaves_open(12) {
        recipients.push(gap(pen));
    }
    Value::List(recipients)
}

fn disclosure(pen: &mut Pen, to: Value) -> Value {
    let draft = pen.record("disclosure").set("to", to).may("data", Pen::data_ids).text("why").text("when");
    let draft = draft.may("by", |pen| pen.word(&["duty", "choice"])).may("law", Pen::law).texts("examples");
    draft.texts("remarks").may("notes", note).shortest()
}

/// The processors, or `none`.
pub(crate) fn processors(pen: &mut Pen) -> Value {
    pen.has_no_processor = pen.chance.once_in(8);
    if pen.has_no_processor {
        return Value::from("none");
    }
    let (home, abroad) = pen.town.processors.split_at(pen.town.processors.len() - 2);
    let count = 1 + pen.chance.below(2);
    let mut ids: Vec<Value> = pen.chance.some(home, count).into_iter().map(|party| Value::from(&party.id)).collect();
    if pen.kind != Kind::Part && pen.chance.once_in(4) {
        ids.push(named_abroad(pen, abroad));
    }
    ids.into_iter().map(|id| processor_use(pen, id)).collect()
}

fn processor_use(pen: &mut Pen, id: Value) -> Value {
    let draft = pen.record("processor-use").set("processor", id).may("systems", |pen| pen.id_of(&pen.town.systems));
    draft.text("does").may("data", Pen::data_ids).text("when").shortest()
}

fn named_abroad(pen: &mut Pen, parties: &[Party]) -> Value {
    let party = pen.chance.pick(parties).clone();
    let id = Value::from(&party.id);
    pen.abroad.push(party);
    id
}

/// The systems, or `none`. Without a processor there is none: some systems have one.
pub(crate) fn systems(pen: &mut Pen) -> Value {
    if pen.has_no_processor || pen.chance.once_in(12) {
        return Value::from("none");
    }
    let count = 1 + pen.chance.below(2);
    let systems = pen.chance.some(&pen.town.systems, count);
    systems
        .into_iter()
        .map(|system| pen.record("system-use").set("system", &system.id).text("does").shortest())
        .collect()
}

/// The transfers to the named parties in third countries, or `none`.
pub(crate) fn transfers(pen: &mut Pen) -> Value {
    if pen.abroad.is_empty() {
        return if pen.leaves_open(12) { gap(pen) } else { Value::from("none") };
    }
    let abroad = std::mem::take(&mut pen.abroad);
    abroad.iter().map(|party| transfer(pen, party)).collect()
}

fn transfer(pen: &mut Pen, party: &Party) -> Value {
    // The adequacy decision on the United States is contested, and a check reports that.
    let pen_is_clean = pen.town.is_clean;
    let draft = pen.record("transfer").set("to", &party.id).set("country", party.country);
    let draft = match party.country {
        "US" if !pen_is_clean => {
            draft.set("tool", "adequacy").set("decision", "(EU) 2023/1795").with("certified", Pen::past)
        }
        "US" | "IN" => draft
            .set("tool", "standard-clauses")
            .set("module", "2")
            .set("decision", "(EU) 2021/914")
            .with("assessed", Pen::past),
        _ => draft.set("tool", "derogation").set("derogation", "d").must("documentation"),
    };
    let draft = draft
        .may("possible", |_| "yes")
        .texts("supplementary")
        .must("copy")
        .may("data", Pen::data_ids)
        .text("when")
        .may("law", Pen::law);
    draft.texts("remarks").may("notes", note).done()
}
