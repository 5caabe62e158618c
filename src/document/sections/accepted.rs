//! Accepted findings: rule, message, reason, last day. Never published.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Checked;
use crate::check::accept::Accepted;
use crate::check::rules;
use crate::document::scene::Scene;
use crate::document::{Block, Item, list};
use crate::language::line::Line;
use crate::model::Said;
use crate::model::activity::Activity;
use crate::say::{Message, Tongue};

/// The accepted findings in the file of an activity.
#[must_use]
pub(crate) fn of_activity(scene: &Scene, checked: &Checked, activity: &Activity) -> Vec<Item> {
    let own = checked.accepted().iter().filter(|accepted| accepted.finding.place.file == activity.at.file);
    let mut items: Vec<Item> = own.map(|accepted| accepted_item(scene, accepted)).collect();
    items.dedup();
    items
}

/// The accepted findings outside the files of activities, by record.
#[must_use]
pub(crate) fn shared(scene: &Scene, checked: &Checked) -> Vec<Block> {
    let activities: BTreeSet<u32> = scene.register.activities.values().map(|activity| activity.at.file).collect();
    let mut records: BTreeMap<&str, Vec<Item>> = BTreeMap::new();
    for accepted in checked.accepted().iter().filter(|accepted| !activities.contains(&accepted.finding.place.file)) {
        let record = accepted.record.as_deref().unwrap_or("municipality");
        records.entry(record).or_default().push(accepted_item(scene, accepted));
    }
    let item = |(record, mut inside): (&str, Vec<Item>)| {
        inside.dedup();
        Item::with(Line::words(record), inside)
    };
    list(records.into_iter().map(item).collect())
}

fn accepted_item(scene: &Scene, accepted: &Accepted) -> Item {
    let Accepted { finding, record: _, because, until } = accepted;
    let until = until.map(|until| scene.language.date(until)).unwrap_or_default();
    let mut inside = scene.items();
    inside.value("label.about", said(scene, &finding.message));
    inside.value("label.because", scene.text(because)).value("label.until", until);
    Item::with(scene.say("label.accepted", &[("value", rule_name(scene, finding.code))]), inside.done())
}

/// The title of a rule, with its code; the code alone of a finding that no rule has made.
#[must_use]
pub(crate) fn rule_name(scene: &Scene, code: &'static str) -> Line {
    let code_line = Line::words(code);
    match rules::find(code) {
        Some(rule) => scene.say("say.rule", &[("title", said(scene, &rule.title.into())), ("code", code_line)]),
        None => code_line,
    }
}

/// A message of the program in the language of the document; if the program does not have it, in English, marked as
/// such.
#[must_use]
pub(crate) fn said(scene: &Scene, message: &Message) -> Line {
    let tongue = Tongue::ALL.into_iter().find(|tongue| tongue.lang() == Some(scene.lang())).unwrap_or_default();
    let lang = tongue.lang().unwrap_or_else(|| scene.lang());
    Line::said(Said { words: message.get(tongue), lang }, scene.lang())
}
