//! Kinds of data (Article 14(1)(d), Article 30(1)(c)).

use crate::document::scene::Scene;
use crate::document::topics::entries::{Entries, Key};
use crate::language::line::Line;
use crate::model::activity::Listed;
use crate::model::data::{Data, Sensitivity};
use crate::model::term::{Refers, Word};
use crate::register::facts::special::{data_of, sensitivity_of, special_of};
use crate::vocabulary::{self, Entry, ListName};

/// Each kind of data, with the activities that use it.
pub(super) fn entries<'s, 'r>(scene: &'s Scene<'r>) -> Entries<'s, 'r> {
    let mut entries = Entries::new(scene);
    for activity in scene.register.activities.values() {
        for (owner, data) in data_of(scene.register, activity) {
            let mark = mark(scene, data);
            if let Some(title) = data.title.as_ref().filter(|_| data.items.items.is_empty()) {
                let title = scene.text(title);
                let entry = entries.entry(Key::Text(title.plain()), || title);
                entry.detail(mark.clone());
                entry.used(activity, Line::default());
            }
            for item in data.items.iter().filter(|item| item.word.refers != Refers::Register) {
                let entry = entries.term(item, owner);
                // A category of several kinds does not say which of them are sensitive; a code can.
                entry.detail(if data.items.items.len() == 1 { mark.clone() } else { of_code(scene, &item.word) });
                entry.used(activity, Line::default());
            }
        }
        let is_open = activity.may_have_more(Listed::Data)
            || !activity.data.gaps.is_empty()
            || activity.data.iter().any(|data| !data.items.gaps.is_empty());
        if is_open {
            entries.open(activity);
        }
    }
    entries
}

/// The special categories that a code is of.
fn of_code(scene: &Scene, word: &Word) -> Line {
    let entry = word.code().and_then(|code| vocabulary::entry(ListName::Data, code));
    let kinds = entry.into_iter().flat_map(Entry::special).map(|kind| scene.language.code("special", kind.key()));
    let kinds = scene.language.list(kinds.collect());
    if kinds.is_empty() { kinds } else { scene.say("say.special", &[("kinds", kinds)]).capital().stopped() }
}

/// What the register says of the sensitivity of data.
fn mark(scene: &Scene, data: &Data) -> Line {
    let kinds: Vec<Line> =
        special_of(data).into_iter().map(|kind| scene.language.code("special", kind.key())).collect();
    match sensitivity_of(data) {
        Some(Sensitivity::Criminal) => scene.of_country("say.criminal", &[]),
        Some(Sensitivity::Special) => scene.say("say.special", &[("kinds", scene.language.list(kinds))]),
        _ if !kinds.is_empty() => scene.say("say.special", &[("kinds", scene.language.list(kinds))]),
        _ => Line::default(),
    }
    .capital()
    .stopped()
}
