//! Questions that are not asked any more: an answer may be written already.

use std::collections::{BTreeMap, BTreeSet};

use crate::ask::form::Question;
use crate::ask::ground::Ground;
use crate::ask::path::{spelled, was_spelled};
use crate::ask::shape::{self, Shapes};
use crate::draft::put::Step;
use crate::fields::field;
use crate::format::yaml::{Kind, Node};
use crate::kind::RecordKind;
use crate::register::phase::Complete;
use crate::say::{Message, Tongue};
use crate::source::Sources;
use crate::todo::question;

/// The questions that these ids name, on values that are written.
#[must_use]
pub(crate) fn settled(
    complete: &Complete,
    sources: &Sources,
    ids: &BTreeSet<&str>,
    tongue: Tongue,
) -> BTreeMap<String, Question> {
    let municipality = &complete.register().municipality;
    let shapes = Shapes::new(municipality.version(), municipality.country_code());
    let ground = Ground::of(complete, sources, &shapes, tongue);
    let mut all = BTreeMap::new();
    for (file, source) in (0..).zip(&sources.files) {
        let Some((part, _)) = shape::part(&source.inside) else { continue };
        let room = format!("{}:", ground.room(file, part));
        let wanted: Vec<(&str, &str)> = ids.iter().filter_map(|id| Some((*id, id.strip_prefix(&room)?))).collect();
        if wanted.is_empty() {
            continue;
        }
        let find = |root: &Node| {
            let (mut exact, mut loose) = (Vec::new(), Vec::new());
            walk(root, &mut Vec::new(), &mut |path| {
                let name = spelled(root, path);
                for (id, wanted) in &wanted {
                    if name == *wanted {
                        exact.push((*id, path.to_vec()));
                    } else if was_spelled(root, path, wanted) {
                        loose.push((*id, path.to_vec()));
                    }
                }
            });
            exact.extend(loose);
            exact
        };
        for (id, path) in ground.with_root(file, find).unwrap_or_default() {
            let Some(mut question) = ground.question(file, &path) else { continue };
            question.words = words(&ground, &path).get(tongue).to_owned();
            all.entry(id.to_owned()).or_insert(question);
        }
    }
    all
}

/// What the to-do list asks about a value, or the name of its key.
fn words(ground: &Ground, path: &[Step]) -> Message {
    let keys: Vec<&str> =
        path.iter().filter_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None }).collect();
    let room = RecordKind::ALL.into_iter().find(|kind| Some(&kind.key()) == keys.first());
    let thing = room.zip(keys.get(1)).map(|(room, id)| Message::same(&ground.presenter.title(room, id)));
    let asked = question::of_gap(&keys).map(|asked| asked.put(&thing.unwrap_or_default()));
    asked.unwrap_or_else(|| field(keys.last().copied().unwrap_or_default()))
}

fn walk(node: &Node, path: &mut Vec<Step>, visit: &mut dyn FnMut(&[Step])) {
    let mut inside = |step: Step, node: &Node, path: &mut Vec<Step>| {
        path.push(step);
        visit(path);
        walk(node, path, visit);
        path.pop();
    };
    match &node.kind {
        Kind::Scalar { .. } => {}
        Kind::Seq(items) => items.iter().enumerate().for_each(|(at, item)| inside(Step::Item(at), item, path)),
        Kind::Map(entries) => {
            for (key, value) in entries.iter() {
                if let Some(key) = key.text() {
                    inside(Step::Key(key.to_owned()), value, path);
                }
            }
        }
    }
}
