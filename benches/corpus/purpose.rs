//! The data subjects, purposes and legal bases of an activity.

use super::names;
use super::pen::{Pen, gap, note};
use super::plan::Kind;
use super::yaml::Value;

/// The data subjects.
pub(crate) fn subjects(pen: &mut Pen) -> Value {
    let count = 1 + pen.chance.below(3);
    let codes = pen.chance.some(&pen.topic.subjects, count);
    codes.into_iter().map(|who| pen.record("subject").set("who", who).texts("which").text("when").shortest()).collect()
}

/// The purposes.
pub(crate) fn purposes(pen: &mut Pen) -> Value {
    let count = 2 + pen.chance.below(2);
    let key = if pen.kind == Kind::Consent { "what-with-consent" } else { "what" };
    let phrases = pen.chance.some(pen.town.words().list("purpose", key), count);
    phrases.into_iter().map(|phrase| purpose(pen, phrase)).collect()
}

fn purpose(pen: &mut Pen, phrase: &str) -> Value {
    let what = pen.fill(phrase);
    let id = names::id(&what.split(' ').take(2).collect::<Vec<_>>().join(" "));
    let draft = pen.record("purpose").set("what", what).may("id", |_| id).text("when").texts("examples");
    let draft = draft.some("basis", own_basis).may("data", Pen::data_ids);
    let draft = draft.may("systems", |pen| pen.id_of(&pen.town.systems));
    let draft = draft.may("subjects", |pen| pen.codes(&pen.topic.subjects, 2)).texts("because");
    let draft = draft.together(|draft| draft.set("further", "yes").must("compatible"));
    draft.may("notes", note).shortest()
}

/// The legal basis of every purpose without an own one. There is only one, so that it is clear which purpose it is
/// for.
pub(crate) fn basis(pen: &mut Pen) -> Value {
    match pen.kind {
        Kind::Consent => {
            let because = pen.text("basis", "because-consent");
            pen.record("basis").set("code", "consent").set("because", because).text("when").done()
        }
        Kind::Company => pen.record("basis").set("code", "legitimate-interests").must("interest").done(),
        _ => public_basis(pen, &["legal-obligation", "public-interest", "official-authority", "public-task"]),
    }
}

/// An own basis for one purpose; never with consent or for the company.
fn own_basis(pen: &mut Pen) -> Option<Value> {
    match pen.kind {
        Kind::Consent | Kind::Company => None,
        _ if pen.chance.once_in(5) => {
            let when = pen.text("basis", "when-vital");
            Some(pen.record("basis").set("code", "vital-interests").set("when", when).done())
        }
        _ if pen.topic.area == "leisure" => Some(public_basis(pen, &["contract"])),
        _ => Some(public_basis(pen, &["legal-obligation", "official-authority"])),
    }
}

fn public_basis(pen: &mut Pen, codes: &[&str]) -> Value {
    let code = pen.word(codes);
    let draft = pen.record("basis").set("code", code).may("law", Pen::law);
    let draft = draft.together(|draft| draft.must("covers").with("covers-examples", |pen| pen.word(&["yes", "no"])));
    draft.texts("because").text("when").shortest()
}

/// The law of the whole activity.
pub(crate) fn law(pen: &mut Pen) -> Value {
    let first = pen.law();
    if !pen.chance.once_in(3) {
        return first;
    }
    let other = pen.text("law", "other");
    // The law of the topic may be one of the others.
    if other == pen.topic.law { first } else { [first, Value::from(other)].into_iter().collect() }
}

/// The accepted findings of an activity: that a gap is still open.
pub(crate) fn acceptance(pen: &mut Pen) -> Value {
    let draft = pen.record("acceptance").set("rule", "gap-open").must("because");
    draft.may("until", Pen::ahead).done()
}

/// Whether the data subject must provide the data.
pub(crate) fn obligation(pen: &mut Pen) -> Value {
    if pen.kind == Kind::Consent {
        return Value::from("voluntary");
    }
    match pen.chance.below(8) {
        0 if !pen.town.is_clean => gap(pen),
        1 => Value::from("voluntary"),
        2 => pen.record("obligation").set("kind", "contractual").must("consequence").done(),
        3 | 4 => {
            pen.record("obligation").set("kind", "statutory").may("data", Pen::data_ids).with("law", Pen::law).done()
        }
        _ => pen.record("obligation").set("kind", "needed").may("data", Pen::data_ids).must("consequence").done(),
    }
}
