//! Generates `municipality.yaml`: controllers, units, officers, and the defaults of activities.

use super::consent::rights;
use super::organisation::{contact, link, officer_contact};
use super::pen::{Pen, note};
use super::town::{AREAS, COMPANY, OFFICER};
use super::yaml::Value;

/// Generates the municipality.
pub(crate) fn write(pen: &mut Pen) -> Value {
    let town = pen.town;
    let texts: Value = town.texts.iter().take(2).collect();
    let draft =
        pen.record("municipality").set("format", "2").set("name", &town.name).set("country", town.tongue.country());
    let draft = draft.set("languages", [town.tongue.code()].into_iter().collect::<Value>()).with("contact", contact);
    let draft = draft.may("authority", |pen| if pen.town.has_boards() { "se-imy" } else { "dk-datatilsynet" });
    let draft = draft.with("controllers", controllers).set("controller", town.usual_controller());
    let draft =
        draft.with("units", units).set("unit", town.unit("usual")).with("officers", officers).set("officer", OFFICER);
    let draft = draft.with("rights", rights).texts("complaint").set("texts", texts);
    let draft = draft.may("addressee", |pen| pen.word(&["you", "child", "both"])).may("links", link);
    draft.may("notes", note).done()
}

fn controllers(pen: &mut Pen) -> Value {
    let usual = if pen.town.has_boards() { "executive-board" } else { "municipality" };
    let mut controllers = vec![(pen.town.usual_controller(), controller(pen, "usual", usual))];
    for area in AREAS.into_iter().filter(|_| pen.town.has_boards()) {
        controllers.push((pen.town.controller(area), controller(pen, area, "board")));
    }
    controllers.push((COMPANY.to_owned(), controller(pen, "company", "company")));
    Value::Map(controllers)
}

fn controller(pen: &mut Pen, area: &str, form: &str) -> Value {
    let name = pen.text("controller-name", area);
    let area = pen.text("controller-area", area);
    let draft = pen.record("controller").set("name", name).set("form", form).set("area", area).with("contact", contact);
    draft.may("officer", |_| OFFICER).may("notes", note).done()
}

fn units(pen: &mut Pen) -> Value {
    Value::Map(["usual"].into_iter().chain(AREAS).map(|area| unit(pen, area)).collect())
}

fn unit(pen: &mut Pen, area: &str) -> (String, Value) {
    let (id, controller) = (pen.town.unit(area), pen.town.controller(area));
    let name = pen.text("unit-name", area);
    let draft = pen.record("unit").set("name", name).set("controller", controller).with("contact", contact);
    (id, draft.may("notes", note).done())
}

fn officers(pen: &mut Pen) -> Value {
    let draft = pen.record("officer").text("name").with("contact", officer_contact).texts("tasks").texts("limits");
    let officer = draft.may("notes", note).done();
    Value::one(OFFICER, officer)
}
