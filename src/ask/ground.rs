//! What questions are made from: the register, its files as trees, and the shapes of their values.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::ask::form::{self, Question, Target};
use crate::ask::gather::{NO_UNIT, Placed};
use crate::ask::path::{self, Trees, is_gap, value_at};
use crate::ask::present::Presenter;
use crate::ask::shape::{self, Shapes};
use crate::ask::table;
use crate::ask::words::word;
use crate::check::rules;
use crate::diff::value::Value;
use crate::draft::put::{Step, at};
use crate::format::key::Key;
use crate::format::yaml::{Kind as NodeKind, Node};
use crate::kind::RecordKind;
use crate::model::activity::Activity;
use crate::model::{Id, keys};
use crate::register::Register;
use crate::register::facts::responsible::{controller_ids_of, unit_id_of};
use crate::register::phase::Complete;
use crate::say::Tongue;
use crate::source::Sources;
use crate::todo::gather::Entry;
use crate::todo::owner::Owner;
use crate::todo::usage::Usage;

/// What questions are made from.
pub(super) struct Ground<'r> {
    pub(super) complete: &'r Complete,
    pub(super) register: &'r Register,
    pub(super) sources: &'r Sources,
    pub(super) shapes: &'r Shapes,
    pub(super) presenter: Presenter<'r>,
    pub(super) tongue: Tongue,
    activities: HashMap<u32, &'r Activity>,
    trees: RefCell<Trees>,
    municipality: Rc<Value>,
    shared: Rc<Value>,
}

impl<'r> Ground<'r> {
    pub(super) fn of(complete: &'r Complete, sources: &'r Sources, shapes: &'r Shapes, tongue: Tongue) -> Self {
        let register = complete.register();
        let main = register.municipality.main_language();
        Self {
            complete,
            register,
            sources,
            shapes,
            presenter: Presenter::new(register, shapes, tongue),
            tongue,
            activities: register.activities.values().map(|activity| (activity.at.file, activity)).collect(),
            trees: RefCell::default(),
            municipality: Rc::new(Value::of(&register.municipality, main)),
            shared: Rc::new(Value::of(&register.shared, main)),
        }
    }

    /// Runs `show` on the tree of a file.
    pub(super) fn with_root<T>(&self, file: u32, show: impl FnOnce(&Node) -> T) -> Option<T> {
        let text = &self.sources.files.get(file as usize)?.text;
        self.trees.borrow_mut().root(file, text).map(show)
    }

    pub(super) fn activity(&self, file: u32) -> Option<&'r Activity> {
        self.activities.get(&file).copied()
    }

    /// The file and path of the value that an entry asks for.
    pub(super) fn target(&self, entry: &Entry) -> Option<(u32, Vec<Step>)> {
        let file = entry.at.file;
        let find = |root: &Node| {
            let Some(code) = entry.code else { return path::of_gap(root, entry.at) };
            let mut path = path::to_place(root, entry.at);
            if matches!(path.last(), Some(Step::Key(key)) if key == keys::ID) {
                path.pop();
            }
            if let Some(field) = entry.field {
                let is_record = at(root, &path).is_some_and(|node| !matches!(node.kind, NodeKind::Seq(_)));
                path.push(Step::Key(Key::named(field).written()));
                let is_missing = at(root, &path).is_none_or(|node| node.is_null() || is_gap(node));
                return (is_record && (is_missing || is_about_words(code))).then_some(path);
            }
            if let Some(missing) = table::missing(code) {
                let first = Step::Key((*missing.first()?).to_owned());
                let rest = match path.iter().rposition(|step| *step == first) {
                    Some(_) => missing.get(1..)?,
                    None => &missing,
                };
                path.extend(rest.iter().map(|key| Step::Key((*key).to_owned())));
                return Some(path);
            }
            let is_scalar = at(root, &path).is_some_and(|node| node.text().is_some());
            (is_scalar && !path.is_empty() && is_about_words(code)).then_some(path)
        };
        let path = self.with_root(file, find).flatten()?;
        Some((file, path))
    }

    /// The question on a value, without its words. `None` if a form cannot ask for it.
    pub(super) fn question(&self, file: u32, path: &[Step]) -> Option<Question> {
        let inside = &self.sources.files.get(file as usize)?.inside;
        let part = shape::part(inside)?;
        let shape = self.shapes.at(part, path)?;
        // A record that is written with keys is asked for by its main key, so that the others stay.
        if let (shape::Form::Record(name), false) = (&shape.form, shape.is_list)
            && table::parts(name).is_none()
        {
            let is_map = |node: &Node| matches!(node.kind, NodeKind::Map(_)) && !is_gap(node);
            if self.with_root(file, |root| at(root, path).is_some_and(is_map)) == Some(true) {
                let (_, key) = self.shapes.short(part, name)?;
                let below: Vec<Step> = path.iter().cloned().chain([Step::Key(key)]).collect();
                return self.question(file, &below);
            }
        }
        let activity = self.activity(file);
        let (kind, is_list) = self.presenter.kind(part, &shape, activity);
        if matches!(&kind, form::Kind::Note) || matches!(&kind, form::Kind::Parts(parts) if parts.is_empty()) {
            return None;
        }
        let key =
            path.iter().rev().find_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None })?;
        let value = self.value(file, part.0);
        let built = |root: &Node| {
            let node = at(root, path);
            let value = value.as_deref().and_then(|value| value_at(value, path, root));
            let is_written = node.is_some_and(|node| !is_gap(node) && !node.is_null());
            let is_needed = shape.field.as_ref().is_some_and(|(record, key)| table::is_needed(record, key));
            let says_none = node.is_some_and(|node| matches!(node.text(), Some("none" | "None")));
            let has_gap = node.is_some_and(|node| {
                is_gap(node) || matches!(&node.kind, NodeKind::Seq(items) if items.iter().any(is_gap))
            });
            Question {
                id: format!("{}:{}", self.room(file, part.0), path::spelled(root, path)),
                words: String::new(),
                about: String::new(),
                law: None,
                why: Vec::new(),
                now: value.filter(|_| is_written).map(|value| self.presenter.now(key, value)).unwrap_or_default(),
                example: shape.field.as_ref().and_then(|(record, key)| self.presenter.example(record, key, &kind)),
                is_list,
                takes_none: shape.takes_none && !is_needed && !says_none,
                takes_gap: shape.takes_gap,
                is_written,
                has_gap: has_gap && is_list,
                items: node
                    .zip(value)
                    .filter(|_| is_written && is_list)
                    .map(|(node, value)| self.presenter.items(key, node, value))
                    .unwrap_or_default(),
                print: path::print(node),
                target: Target { file, path: path.to_vec(), short: shape.short.clone(), before: shape.before.clone() },
                kind,
            }
        };
        self.with_root(file, built)
    }

    /// How the ids of the questions on a file begin.
    pub(super) fn room(&self, file: u32, part: &str) -> String {
        let activity = self.activity(file).map(|activity| &activity.id);
        let notice = || self.register.notices.values().find(|notice| notice.at.file == file).map(|notice| &notice.id);
        let record = activity.or_else(notice).map(|id| format!("/{id}")).unwrap_or_default();
        format!("{}:{part}{record}", self.register.id)
    }

    /// A question whose answer is more than a value: it is answered in words.
    pub(super) fn in_words(&self, entry: &Entry) -> Option<(u32, Vec<Step>, Question)> {
        let file = entry.at.file;
        let (room, _) = shape::part(&self.sources.files.get(file as usize)?.inside)?;
        let code = entry.code.unwrap_or("gap");
        let record = self.activity(file).map(|activity| format!("/{}", activity.id)).unwrap_or_default();
        let (path, spelled, print) = self.with_root(file, |root| {
            let path = path::to_place(root, entry.at);
            let spelled = path::spelled(root, &path);
            let print = path::print(at(root, &path));
            (path, spelled, print)
        })?;
        let question = Question {
            id: format!("{}:{room}{record}:{code}:{spelled}", self.register.id),
            words: String::new(),
            about: String::new(),
            law: None,
            why: Vec::new(),
            now: Vec::new(),
            example: None,
            kind: form::Kind::Note,
            is_list: false,
            takes_none: false,
            takes_gap: false,
            is_written: false,
            has_gap: false,
            items: Vec::new(),
            print,
            target: Target { file, path: path.clone(), short: None, before: Vec::new() },
        };
        Some((file, path, question))
    }

    fn value(&self, file: u32, room: &str) -> Option<Rc<Value>> {
        let main = self.register.municipality.main_language();
        match room {
            "municipality" => Some(Rc::clone(&self.municipality)),
            "shared" => Some(Rc::clone(&self.shared)),
            "activities" => {
                self.activity(file).map(|activity| Rc::new(Value::of(self.complete.as_written(activity), main)))
            }
            _ => {
                let notice = self.register.notices.values().find(|notice| notice.at.file == file)?;
                Some(Rc::new(Value::of(notice, main)))
            }
        }
    }

    /// Why a question is asked: what is missing, or what a finding says, without the marks of the format.
    pub(super) fn why(&self, entry: &Entry) -> String {
        let words = entry.words.get(self.tongue);
        match entry.code {
            None => format!("{}: {words}", word(self.tongue, "missing")),
            Some(code) if table::missing(code).is_some() => word(self.tongue, "absent").to_owned(),
            Some(_) => words.replace('`', ""),
        }
    }

    /// A question with its matter and its units.
    pub(super) fn place(
        &self,
        question: Question,
        role: &str,
        (file, path): (u32, &[Step]),
        entry: Option<(&Entry<'r>, &Usage<'r>)>,
    ) -> Placed {
        let mut users: Vec<&Activity> = Vec::new();
        let matter = match (self.activity(file), path) {
            (Some(activity), _) => {
                users.push(activity);
                (0, self.presenter.text(&activity.title), activity.id.to_string())
            }
            (None, [Step::Key(room), Step::Key(id), ..]) => {
                let kind = RecordKind::ALL.into_iter().find(|kind| kind.key() == room);
                let title = kind.map_or_else(|| id.clone(), |kind| self.presenter.title(kind, id));
                (1, title, format!("{room}/{id}"))
            }
            _ => (2, self.presenter.text(&self.register.municipality.name), String::new()),
        };
        if let (None, Some((entry, usage))) = (self.activity(file), entry)
            && let Owner::Shared(thing) = &entry.owner
        {
            users.extend(usage.users(thing).into_iter().filter_map(|id| self.register.activities.get(id)));
        }
        let mut units: BTreeSet<String> = users.iter().filter_map(|activity| self.unit(activity)).collect();
        if let [Step::Key(room), Step::Key(id), ..] = path
            && ["units", "controllers"].contains(&room.as_str())
            && self.activity(file).is_none()
        {
            units.insert(id.clone());
        }
        if units.is_empty() {
            units.insert(NO_UNIT.to_owned());
        }
        let mut chosen_by = BTreeSet::new();
        for activity in users {
            chosen_by.insert(activity.id.to_string());
            chosen_by.extend(activity.id.whole().map(str::to_owned));
            chosen_by.extend(controller_ids_of(self.register, activity).into_iter().map(Id::to_string));
        }
        Placed { question, role: role.to_owned(), matter, units, chosen_by }
    }

    /// The unit of an activity, or its controller where it has none.
    fn unit(&self, activity: &Activity) -> Option<String> {
        let controller = || controller_ids_of(self.register, activity).first().map(|id| id.to_string());
        unit_id_of(self.register, activity).map(Id::to_string).or_else(controller)
    }
}

/// Whether a rule is about how something is written, so that other words settle it.
fn is_about_words(code: &str) -> bool {
    rules::group_of(code).is_some_and(|group| ["language", "privacy"].contains(&group))
}
