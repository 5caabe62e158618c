//! Responsible parties and their contact details.

use super::pen::{Pen, gap};
use super::yaml::Value;

/// Contact details.
pub(crate) fn contact(pen: &mut Pen) -> Value {
    channels(pen, "email")
}

/// Contact details of a data protection officer, with an own mailbox.
pub(crate) fn officer_contact(pen: &mut Pen) -> Value {
    channels(pen, "email-of-officer")
}

fn channels(pen: &mut Pen, email: &str) -> Value {
    if pen.leaves_open(15) {
        return Value::one("unknown", pen.text("contact", "unknown"));
    }
    let draft = pen.record("contact").text("post").text("visit").must("phone");
    draft.with("email", |pen| pen.text("contact", email)).text("channel").text("web").done()
}

/// The joint controllers.
pub(crate) fn joint(pen: &mut Pen) -> Value {
    let with = pen.id_of(&pen.town.recipients[..1]);
    let draft = pen.record("joint").set("with", [with].into_iter().collect::<Value>()).must("essence").text("contact");
    draft.may("law", Pen::law).done()
}

/// A task that another authority carries out.
pub(crate) fn delegated(pen: &mut Pen) -> Value {
    let to = pen.id_of(&pen.town.recipients[..2]);
    let draft = pen.record("delegation").set("to", to).must("what").may("law", Pen::law);
    let role = |pen: &mut Pen| {
        if pen.leaves_open(6) { gap(pen) } else { pen.word(&["processor", "joint-controller", "controller"]) }
    };
    draft.with("role", role).done()
}

/// The controllers on whose behalf data are processed.
pub(crate) fn clients(pen: &mut Pen) -> Value {
    let count = 2 + pen.chance.below(3);
    let names = pen.chance.some(pen.town.words().list("client", "name"), count);
    names.into_iter().map(|name| client(pen, name)).collect()
}

fn client(pen: &mut Pen, name: &str) -> Value {
    let draft = pen.record("client").set("name", name).with("contact", contact).with("officer", officer_contact);
    draft
        .may("representative", |pen| {
            if pen.chance.once_in(2) { "none".to_owned() } else { pen.text("client", "representative") }
        })
        .done()
}

/// Links for the reader.
pub(crate) fn link(pen: &mut Pen) -> Value {
    pen.record("link").must("label").must("url").done()
}
