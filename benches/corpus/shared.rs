//! The files of `shared/`: systems, processors, recipients, sources, texts, measures.

use super::organisation::link;
use super::pen::{Pen, gap, note};
use super::town::Party;
use super::words::Passage;
use super::yaml::Value;

/// The name of a file and its generator.
type File = (&'static str, fn(&mut Pen) -> Value);

/// The files.
pub(crate) const FILES: [File; 4] =
    [("systems", systems), ("processors", processors), ("parties", parties), ("texts", texts)];

/// The index of the public source in the list of sources.
const PUBLIC_SOURCE: usize = 2;

fn things(pen: &mut Pen, parties: &[Party], write: fn(&mut Pen, &Party) -> Value) -> Value {
    Value::Map(parties.iter().map(|party| (party.id.clone(), write(pen, party))).collect())
}

fn systems(pen: &mut Pen) -> Value {
    Value::one("systems", things(pen, &pen.town.systems, system))
}

fn system(pen: &mut Pen, party: &Party) -> Value {
    let systems = &pen.town.systems;
    let is_own = pen.chance.once_in(4);
    let draft = pen.record("system").set("name", &party.name).text("kind");
    let draft = if is_own {
        draft.set("own", "yes")
    } else {
        draft.with("processor", |pen| pen.id_of(&pen.town.processors[..5]))
    };
    let others: Vec<Party> = systems.iter().filter(|other| other.id != party.id).cloned().collect();
    let draft = draft.may("feeds", |pen| pen.id_of(&others)).texts("does");
    let draft = draft
        .may("hosted-in", |pen| if pen.leaves_open(6) { gap(pen) } else { Value::from(pen.town.tongue.country()) });
    draft.text("formerly").texts("remarks").may("notes", note).done()
}

fn processors(pen: &mut Pen) -> Value {
    Value::one("processors", things(pen, &pen.town.processors, processor))
}

fn processor(pen: &mut Pen, party: &Party) -> Value {
    let draft = pen.record("processor").set("name", &party.name).set("country", party.country);
    let draft = draft.may("owner-country", |pen| pen.word(&["DE", "NL", "NO"])).with("agreement", agreement);
    let draft = draft.texts("does").with("sub-processors", sub_processors).text("formerly").texts("remarks");
    draft.may("notes", note).done()
}

fn agreement(pen: &mut Pen) -> Value {
    if pen.leaves_open(8) {
        return gap(pen);
    }
    let draft = pen.record("agreement").with("date", Pen::long_past).must("reference").may("ends", Pen::ahead);
    draft.may("followed-up", Pen::past).done()
}

fn sub_processors(pen: &mut Pen) -> Value {
    if pen.chance.once_in(2) { Value::from("none") } else { sub_processor(pen) }
}

fn sub_processor(pen: &mut Pen) -> Value {
    let draft = pen.record("sub-processor").must("name").set("country", "IE").text("does");
    draft.with("approved", Pen::past).done()
}

fn parties(pen: &mut Pen) -> Value {
    let recipients = things(pen, &pen.town.recipients, recipient);
    let sources = things(pen, &pen.town.sources, source);
    let measures = things(pen, &pen.town.measures, measure);
    let entries = [("recipients", recipients), ("sources", sources), ("measures", measures)];
    Value::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn recipient(pen: &mut Pen, party: &Party) -> Value {
    let is_abroad = party.country != pen.town.tongue.country();
    let draft = pen.record("recipient").set("name", &party.name);
    let draft = if is_abroad {
        draft.set("kind", "authority").set("country", party.country)
    } else {
        draft.may("kind", |pen| pen.word(&["authority", "municipality", "company"]))
    };
    draft.text("formerly").may("notes", note).done()
}

fn source(pen: &mut Pen, party: &Party) -> Value {
    let is_public = party.id == pen.town.sources[PUBLIC_SOURCE].id;
    let draft = pen.record("source").set("name", &party.name).may("public", |_| if is_public { "yes" } else { "no" });
    draft.text("formerly").may("notes", note).done()
}

fn measure(pen: &mut Pen, party: &Party) -> Value {
    pen.record("measure").set("what", &party.name).done()
}

fn texts(pen: &mut Pen) -> Value {
    let words = pen.town.words();
    let texts = words.passages.iter().zip(&pen.town.texts);
    Value::one("texts", Value::Map(texts.map(|(passage, id)| (id.clone(), text(pen, passage))).collect()))
}

fn text(pen: &mut Pen, passage: &Passage) -> Value {
    let body: Vec<String> = passage.body.iter().map(|paragraph| pen.fill(paragraph)).collect();
    let draft = pen.record("text").set("title", &passage.title).set("part", &passage.part);
    let draft = draft.set("body", body.into_iter().collect::<Value>()).texts("points").may("links", link);
    draft.text("law").may("notes", note).done()
}
