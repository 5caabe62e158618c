//! Where a change is written: the file and the line of its value.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use serde::Serialize;

use crate::diff::report::{Seen, Version};
use crate::diff::value::Value;
use crate::diff::{Change, RecordKind, Step};
use crate::draft::locate::Locator;
use crate::finding::Place;
use crate::format::key::Key;
use crate::format::yaml::{self, Kind, Node};
use crate::model::{ById, Id};
use crate::register::Register;
use crate::source::Sources;
use crate::steps;

/// How many texts of an item are looked up in a list.
const TEXTS: usize = 24;

/// The place where a change is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Site {
    /// The path of the file, below the workspace of its version.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Whether it is written in the version before only.
    pub is_before: bool,
}

/// Finds the places of changes in both versions.
pub(super) struct Sites<'v> {
    before: Texts<'v>,
    after: Texts<'v>,
}

impl<'v> Sites<'v> {
    pub(super) fn new<S: Seen>(before: &'v Version<S>, after: &'v Version<S>) -> Self {
        Self { before: Texts::of(before), after: Texts::of(after) }
    }

    /// Where the value after is written, or else the value before.
    pub(super) fn of(&self, change: &Change) -> Option<Site> {
        let subject = &change.subject;
        let is_before = change.after.is_none();
        let (texts, id) = match is_before {
            true => (&self.before, subject.before.as_deref()),
            false => (&self.after, subject.after.as_deref()),
        };
        let (file, line) = texts.find(subject.room, id?, change)?;
        Some(Site { file, line, is_before })
    }

    /// Where a record of the version after begins.
    pub(super) fn of_record(&self, room: RecordKind, id: &str) -> Option<Site> {
        let place = self.after.records.get(&(room, id))?;
        let (file, line) = self.after.told(*place)?;
        Some(Site { file, line, is_before: false })
    }
}

/// The texts that each item of a list holds: the indices of the items by text.
type Index = Rc<HashMap<String, Vec<usize>>>;

/// The texts of one version.
struct Texts<'v> {
    sources: &'v Sources,
    locator: Locator<'v>,
    records: HashMap<(RecordKind, &'v str), Place>,
    roots: RefCell<HashMap<u32, Option<Node>>>,
    nodes: RefCell<HashMap<(u32, u32), Option<Node>>>,
    lists: RefCell<HashMap<(u32, u32), Index>>,
}

impl<'v> Texts<'v> {
    fn of<S: Seen>(version: &'v Version<S>) -> Self {
        Self {
            sources: &version.sources,
            locator: Locator::new(&version.sources),
            records: places(version.written.register()),
            roots: RefCell::default(),
            nodes: RefCell::default(),
            lists: RefCell::default(),
        }
    }

    fn find(&self, room: RecordKind, id: &str, change: &Change) -> Option<(String, usize)> {
        let begin = *self.records.get(&(room, id))?;
        let place = self.record(begin).and_then(|node| self.place(&node, change)).unwrap_or(begin);
        self.told(place)
    }

    fn told(&self, place: Place) -> Option<(String, usize)> {
        Some((self.sources.file(place)?.path.clone(), self.locator.line_of(place).1))
    }

    /// The mapping of a record.
    fn record(&self, begin: Place) -> Option<Node> {
        let mut nodes = self.nodes.borrow_mut();
        let find = || {
            let mut roots = self.roots.borrow_mut();
            let root = roots.entry(begin.file).or_insert_with(|| {
                let text = &self.sources.file(begin)?.text;
                yaml::parse(begin.file, text, &mut Vec::new())
            });
            root.as_ref().and_then(|root| mapping_at(root, begin.start))
        };
        nodes.entry((begin.file, begin.start)).or_insert_with(find).clone()
    }

    /// The place of the last step of a path that the file has.
    fn place(&self, record: &Node, change: &Change) -> Option<Place> {
        let is_before = change.after.is_none();
        let mut node = record.clone();
        let mut place = None;
        for step in &change.path {
            let next = match step {
                // A record that is written as its main value alone has no key for it.
                Step::Field(field) => match node.entry(&Key::named(field).written()) {
                    Some((key, value)) => {
                        place = Some(key.place);
                        Some(value.clone())
                    }
                    None => place.map(|_| node.clone()),
                },
                Step::Key(id) => node.entry(id).map(|(key, value)| {
                    place = Some(key.place);
                    value.clone()
                }),
                Step::Lang(lang) => match node.entry(&lang.to_string()) {
                    Some((key, value)) => {
                        place = Some(key.place);
                        Some(value.clone())
                    }
                    None => Some(node.clone()),
                },
                Step::Item(before, after) => {
                    let item = self.item(&node, if is_before { before } else { after });
                    item.iter().for_each(|item| place = Some(item.place));
                    item
                }
            };
            node = next?.clone();
        }
        let value = change.after.as_ref().or(change.before.as_ref());
        let item = value.and_then(|value| self.item(&node, value));
        item.map(|item| item.place).or(place)
    }

    /// The item of a list with most of the texts of a value. A lone value counts as a list.
    fn item(&self, list: &Node, value: &Value) -> Option<Node> {
        let Kind::Seq(items) = &list.kind else { return Some(list.clone()) };
        let mut lists = self.lists.borrow_mut();
        let index = lists.entry((list.place.file, list.place.start)).or_insert_with(|| Rc::new(index(items)));
        let mut hits: HashMap<usize, usize> = HashMap::new();
        for text in texts(value) {
            for at in index.get(&text).into_iter().flatten() {
                steps::count(1);
                *hits.entry(*at).or_default() += 1;
            }
        }
        let best = hits.into_iter().max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)));
        best.and_then(|(at, _)| items.get(at)).cloned()
    }
}

/// How many items of a list a text is kept for: one that nearly all items have tells none of them apart.
const MANY: usize = 32;

fn index(items: &[Node]) -> HashMap<String, Vec<usize>> {
    fn gather(node: &Node, at: usize, index: &mut HashMap<String, Vec<usize>>) {
        steps::count(1);
        match &node.kind {
            Kind::Scalar { text, .. } => {
                let held = index.entry(one_line(text)).or_default();
                if held.len() < MANY && held.last() != Some(&at) {
                    held.push(at);
                }
            }
            Kind::Seq(items) => items.iter().for_each(|item| gather(item, at, index)),
            Kind::Map(entries) => entries.iter().for_each(|(_, value)| gather(value, at, index)),
        }
    }
    let mut all = HashMap::new();
    items.iter().enumerate().for_each(|(at, item)| gather(item, at, &mut all));
    all
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first texts of a value, as they are written in a file.
fn texts(value: &Value) -> Vec<String> {
    fn gather(value: &Value, all: &mut Vec<String>) {
        if all.len() >= TEXTS {
            return;
        }
        match value {
            Value::Record(fields) => fields.iter().for_each(|(_, value)| gather(value, all)),
            Value::List(items) => items.iter().take(TEXTS).for_each(|value| gather(value, all)),
            Value::Code(code) => all.push((*code).to_owned()),
            Value::Plain(text) => all.push(one_line(text)),
            Value::Number(number) => all.push(number.to_string()),
            Value::Date(day) => all.push(day.to_string()),
            Value::Gap(reason, say) => all.extend(reason.values().chain(say.values()).cloned()),
            value => match (value.words(), value.key()) {
                (Some(words), _) => all.extend(words.values().cloned()),
                (None, Some(key)) => all.push(key.to_owned()),
                (None, None) => {}
            },
        }
    }
    let mut all = Vec::new();
    gather(value, &mut all);
    all.truncate(TEXTS);
    all
}

/// The mapping that begins at a byte.
fn mapping_at(node: &Node, start: u32) -> Option<Node> {
    let is_within = node.place.start <= start && start <= node.place.end;
    steps::count(1);
    match &node.kind {
        Kind::Map(_) if node.place.start == start => Some(node.clone()),
        Kind::Map(entries) if is_within => entries.iter().find_map(|(_, value)| mapping_at(value, start)),
        Kind::Seq(items) if is_within => items.iter().find_map(|item| mapping_at(item, start)),
        _ => None,
    }
}

/// The places of all records.
fn places(register: &Register) -> HashMap<(RecordKind, &str), Place> {
    type Places<'r> = HashMap<(RecordKind, &'r str), Place>;
    fn add<'r, T>(all: &mut Places<'r>, room: RecordKind, things: &'r ById<T>, at: fn(&T) -> Place) {
        all.extend(things.iter().map(|(id, thing)| ((room, id.as_str()), at(thing))));
    }
    let (municipality, shared) = (&register.municipality, &register.shared);
    let mut all = Places::new();
    all.insert((RecordKind::Municipality, register.id.as_str()), municipality.at);
    let activities =
        register.activities.iter().map(|(id, it): (&Id, _)| ((RecordKind::Activities, id.as_str()), it.at));
    all.extend(activities);
    all.extend(register.notices.iter().map(|(id, it): (&Id, _)| ((RecordKind::Notices, id.as_str()), it.at)));
    add(&mut all, RecordKind::Controllers, &municipality.controllers, |it| it.at);
    add(&mut all, RecordKind::Units, &municipality.units, |it| it.at);
    add(&mut all, RecordKind::Officers, &municipality.officers, |it| it.at);
    add(&mut all, RecordKind::Processors, &shared.processors, |it| it.at);
    add(&mut all, RecordKind::Systems, &shared.systems, |it| it.at);
    add(&mut all, RecordKind::Recipients, &shared.recipients, |it| it.at);
    add(&mut all, RecordKind::Sources, &shared.sources, |it| it.at);
    add(&mut all, RecordKind::Texts, &shared.texts, |it| it.at);
    add(&mut all, RecordKind::Measures, &shared.measures, |it| it.at);
    all
}
