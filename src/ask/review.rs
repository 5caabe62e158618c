//! The yearly question: is this still right?

use indexmap::IndexMap;

use crate::ask::gather::Placed;
use crate::ask::ground::Ground;
use crate::ask::path::is_gap;
use crate::ask::table;
use crate::ask::words::word;
use crate::draft::put::Step;
use crate::fields::field;
use crate::format::yaml::Node;
use crate::todo::question;

/// The role that a review asks.
const MANAGER: &str = "manager";

/// Adds a question for each key of each activity that a review is about, unless it is asked already.
pub(super) fn add(ground: &Ground, all: &mut IndexMap<String, Placed>) {
    let tongue = ground.tongue;
    for activity in ground.register.activities.values() {
        let file = activity.at.file;
        for key in table::reviewed() {
            let is_written = |root: &Node| root.get(key).is_some_and(|value| !is_gap(value) && !value.is_null());
            let path = [Step::Key(key.clone())];
            if ground.with_root(file, is_written) != Some(true) {
                continue;
            }
            let Some(mut question) = ground.question(file, &path) else { continue };
            if all.contains_key(&question.id) {
                continue;
            }
            let asked = question::of_gap(&[key]);
            let words = asked.map(|asked| asked.put(&crate::say::Message::default()));
            let words = words.or_else(|| table::question(key)).unwrap_or_else(|| field(key));
            words.get(tongue).clone_into(&mut question.words);
            question.law = asked.and_then(|asked| asked.law()).map(|law| law.get(tongue).to_owned());
            question.why = vec![word(tongue, "review-why").to_owned()];
            let id = question.id.clone();
            all.insert(id, ground.place(question, MANAGER, (file, &path), None));
        }
    }
}
