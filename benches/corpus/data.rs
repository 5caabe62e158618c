//! The categories of data, and the exceptions for special ones.

use super::draft::Draft;
use super::flow::origin;
use super::pen::{Pen, gap, note};
use super::plan::Kind;
use super::yaml::Value;

/// Data of special categories, each with its category.
const SPECIAL: [(&str, &str); 6] = [
    ("health-data", "health"),
    ("disability", "health"),
    ("allergy", "health"),
    ("medication", "health"),
    ("religious-belief", "beliefs"),
    ("trade-union", "trade-union"),
];

/// Indices of the ids of data in the list of phrases.
const IDENTITY: usize = 0;
const ORDINARY: usize = 1;
const SENSITIVE: usize = 2;
const ADDED: usize = 3;

/// The ids of data that an activity can refer to: its own, or its parent's.
pub(crate) fn ids(pen: &mut Pen) -> Vec<String> {
    let count = match pen.kind {
        Kind::Processor => 0,
        Kind::Part => SENSITIVE,
        _ if pen.chance.once_in(3) => ADDED,
        _ => SENSITIVE,
    };
    pen.town.words().list("data", "id")[..count].to_vec()
}

fn id(pen: &Pen, place: usize) -> &'static str {
    &pen.town.words().list("data", "id")[place]
}

/// The categories of data. Those of a child are added to its parent's.
pub(crate) fn data(pen: &mut Pen) -> Value {
    let mut data = match pen.kind {
        Kind::Part => vec![ordinary(pen, ADDED)],
        _ => vec![identity(pen), national_id(pen), ordinary(pen, ORDINARY)],
    };
    if pen.data.len() > SENSITIVE {
        data.push(special(pen));
    }
    if pen.leaves_open(12) {
        data.push(gap(pen));
    }
    Value::List(data)
}

fn identity(pen: &mut Pen) -> Value {
    let items: Value = pen
        .chance
        .some(&["name", "address", "phone", "email-address", "date-of-birth"], 4)
        .into_iter()
        .copied()
        .collect();
    let id = id(pen, IDENTITY);
    details(pen.record("data").set("id", id).set("items", items).may("sensitivity", |_| "ordinary"))
}

fn national_id(pen: &mut Pen) -> Value {
    pen.record("data").set("items", "national-id").may("sensitivity", |_| "confidential").must("justification").done()
}

fn ordinary(pen: &mut Pen, place: usize) -> Value {
    let count = 2 + pen.chance.below(4);
    let mut items: Vec<Value> = pen.chance.some(&pen.topic.data, count).into_iter().map(Value::from).collect();
    if pen.chance.once_in(2) {
        items.push(Value::from(pen.text("data", "items")));
    }
    let id = id(pen, place);
    let about = pen.codes(&pen.topic.subjects, 2);
    let draft = pen.record("data").set("id", id).set("items", Value::List(items)).text("title").set("about", about);
    more(draft.may("open", |_| "yes"))
}

fn special(pen: &mut Pen) -> Value {
    let (item, special) = *pen.chance.pick(&SPECIAL);
    let id = id(pen, SENSITIVE);
    let draft = pen.record("data").set("id", id).set("items", item).may("special", |_| special);
    details(draft.may("sensitivity", |_| "special").with("exception", |pen| exception(pen, special == "health")))
}

/// Optional details of a category of data.
fn details(draft: Draft) -> Value {
    more(draft.may("about", |pen| pen.codes(&pen.topic.subjects, 2)))
}

fn more(draft: Draft) -> Value {
    let draft = draft.may("from", origin).text("when");
    let draft =
        draft.texts("examples").text("because").may("law", Pen::law).some("same-as", Pen::earlier_one).texts("remarks");
    draft.may("notes", note).done()
}

fn exception(pen: &mut Pen, is_about_health: bool) -> Value {
    if pen.kind == Kind::Consent {
        return Value::from("explicit-consent");
    }
    let draft = if is_about_health && pen.chance.once_in(2) {
        let law = pen.text("exception", "law-on-care");
        pen.record("exception").set("code", "care").set("law", law).must("safeguard")
    } else {
        pen.record("exception").set("code", "substantial-public-interest").must("law").text("safeguard")
    };
    draft.texts("covers").done()
}
