//! Generates the notices, each for some of the activities.

use super::names;
use super::organisation::link;
use super::pen::{Pen, note};
use super::yaml::Value;

/// The maximum number of activities in a notice; a parent includes its children.
const ACTIVITIES: usize = 15;

/// The notices for these activities, with their ids.
pub(crate) fn all(pen: &mut Pen, activities: &[String]) -> Vec<(String, Value)> {
    let notices = activities.chunks(ACTIVITIES).enumerate();
    let mut all: Vec<(String, Value)> = notices.map(|(number, activities)| one(pen, number, activities)).collect();
    all.extend(activities.first().map(|activity| for_children(pen, activity)));
    all
}

/// The notice for children.
fn for_children(pen: &mut Pen, activity: &str) -> (String, Value) {
    let title = pen.text("notice", "for-children");
    let id = names::id(&title);
    let audience: Value = ["pupil"].into_iter().collect();
    let draft = pen.record("notice").set("id", &id).set("title", title).set("audience", audience);
    (id, draft.set("activities", [activity].into_iter().collect::<Value>()).with("updated", Pen::recent).done())
}

fn version(pen: &mut Pen) -> Value {
    pen.record("notice-version").with("day", Pen::long_past).texts("changed").done()
}

/// Some rows of the notice in brief.
fn brief(pen: &mut Pen) -> Value {
    let rows =
        ["controller", "why", "special", "sources", "recipients", "transfers", "retention", "obligation", "rights"];
    rows.into_iter().fold(pen.record("brief"), |draft, row| draft.text(row)).done()
}

fn one(pen: &mut Pen, number: usize, activities: &[String]) -> (String, Value) {
    let titles = pen.town.words().list("notice", "title");
    let first = pen.fill(&titles[number % titles.len()]);
    let title = if number < titles.len() { first } else { format!("{first} ({})", number / titles.len() + 1) };
    let id = names::id(&title);
    let lang = pen.town.tongue.code();
    let (left_out, shown) = pen.town.texts.split_at(1);
    pen.topic = pen.chance.pick(&pen.town.words().topics);
    pen.area = &pen.topic.area;
    let audience = pen.codes(&pen.topic.subjects, 3);
    let draft = pen.record("notice").set("id", &id).set("title", title).set("audience", audience);
    let draft = draft.may("addressee", |pen| pen.word(&["you", "child", "both"])).texts("scope");
    let draft = draft.set("activities", activities.iter().collect::<Value>()).may("texts", |pen| pen.codes(shown, 2));
    let draft = draft.may("without-texts", |_| &left_out[0]).may("unit", |pen| pen.town.unit(pen.area));
    let draft = draft.may("languages", |_| [lang].into_iter().collect::<Value>()).with("valid-from", Pen::long_past);
    let draft = draft.with("updated", Pen::recent).text("version").may("links", link).texts("remarks");
    let draft = draft.may("versions", version).may("brief", brief);
    (id, draft.may("notes", note).done())
}
