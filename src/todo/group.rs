//! Groups entries into items: equal questions are merged.

use std::cmp::Ordering;
use std::collections::HashSet;

use indexmap::IndexMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::draft::locate::Locator;
use crate::language::alphabet::Alphabet;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::register::Register;
use crate::register::facts::responsible::{controller_ids_of, unit_id_of};
use crate::say::{Message, Tongue};
use crate::todo::gather::Entry;
use crate::todo::names::Names;
use crate::todo::owner::{Owner, Thing};
use crate::todo::usage::Usage;
use crate::todo::{Cause, Filter, Group, Item, Matter, lines};

/// The input of the list.
pub(super) struct Grouping<'g, 'r> {
    pub(super) register: &'r Register,
    pub(super) locator: Locator<'r>,
    pub(super) names: &'g Names<'r>,
    pub(super) filter: &'g Filter,
    pub(super) tongue: Tongue,
}

/// The sort key of a matter: rank of the group, names of controller and unit, own name, and key of the owner.
type Seat = (u8, [String; 2], String, String);

impl<'r> Grouping<'_, 'r> {
    /// The items in their groups.
    pub(super) fn groups(&self, entries: Vec<Entry<'r>>) -> Vec<Group> {
        let usage = Usage::of(self.register);
        let mut matters: IndexMap<Seat, Vec<Entry>> = IndexMap::new();
        for entry in entries.into_iter().filter(|entry| self.is_wanted(&entry.owner, &usage)) {
            matters.entry(self.seat(&entry.owner)).or_default().push(entry);
        }
        let alphabet = Alphabet::of(self.tongue.code());
        matters.sort_by(|one, _, other, _| compare(&alphabet, one, other));
        let mut groups: Vec<Group> = Vec::new();
        for ((rank, [controller, unit], name, _), entries) in matters {
            let items = self.items(entries, &usage, &alphabet);
            if items.is_empty() {
                continue;
            }
            let heading = lines::group(rank, &controller, &unit, self.tongue);
            let matter = Matter { heading: Some(name).filter(|name| !name.is_empty()), items };
            match groups.last_mut().filter(|last| last.heading == heading) {
                Some(group) => group.matters.push(matter),
                None => groups.push(Group { heading, matters: vec![matter] }),
            }
        }
        groups
    }

    fn said(&self, message: &Message) -> String {
        message.get(self.tongue).to_owned()
    }

    fn seat(&self, owner: &Owner) -> Seat {
        let none = || [String::new(), String::new()];
        let key = owner.key();
        match owner {
            Owner::Municipality => (0, none(), String::new(), key),
            Owner::Shared(thing) => {
                (1, none(), lines::thing(thing.kind, &self.said(&self.names.thing(thing)), self.tongue), key)
            }
            Owner::Notice(notice) => (2, none(), self.said(&self.names.text(&notice.title)), key),
            Owner::Activity(activity) => {
                let belongs = [self.names.controller(activity), self.names.unit(activity)];
                (3, belongs.map(|name| self.said(&name)), self.said(&self.names.text(&activity.title)), key)
            }
        }
    }

    /// Whether an item passes the filter. A shared record passes if an activity that uses it does.
    fn is_wanted(&self, owner: &Owner, usage: &Usage) -> bool {
        let is_all = self.filter.units.is_empty() && self.filter.activities.is_empty();
        let by_id = |id: &Id| self.register.activities.get(id).is_some_and(|activity| self.is_chosen(activity));
        match owner {
            Owner::Activity(activity) => self.is_chosen(activity),
            Owner::Shared(thing) => is_all || usage.users(thing).into_iter().any(by_id),
            Owner::Municipality | Owner::Notice(_) => is_all,
        }
    }

    fn is_chosen(&self, activity: &Activity) -> bool {
        let Filter { units, activities, from: _ } = self.filter;
        let unit = unit_id_of(self.register, activity).map(Id::as_str);
        let controllers = controller_ids_of(self.register, activity);
        let is_there = |id: &String| Some(id.as_str()) == unit || controllers.iter().any(|own| own.as_str() == id);
        let is_named = |id: &String| activity.id.as_str() == id || activity.id.whole() == Some(id);
        (units.is_empty() || units.iter().any(is_there)) && (activities.is_empty() || activities.iter().any(is_named))
    }

    /// The items of one matter. Entries with the same question to the same role are merged.
    fn items(&self, entries: Vec<Entry>, usage: &Usage, alphabet: &Alphabet) -> Vec<Item> {
        let mut merged: IndexMap<[String; 2], Vec<Entry>> = IndexMap::new();
        for entry in entries {
            let question = entry.question.put(&entry.thing).en;
            merged.entry([question, entry.question.ask.clone()]).or_default().push(entry);
        }
        let mut items: Vec<Item> = merged.values().filter_map(|entries| self.item(entries, usage, alphabet)).collect();
        items.retain(|item| item.weight <= self.filter.from);
        items.sort_by_key(|item| item.weight);
        items
    }

    fn item(&self, entries: &[Entry], usage: &Usage, alphabet: &Alphabet) -> Option<Item> {
        let first = entries.first()?;
        let (unit, owner) = match first.owner {
            Owner::Activity(activity) => (self.names.unit(activity), self.names.owner(activity)),
            Owner::Municipality => (self.names.unit_at(first.place), Message::default()),
            Owner::Shared(_) | Owner::Notice(_) => (Message::default(), Message::default()),
        };
        Some(Item {
            key: self.key(entries),
            weight: entries.iter().map(|entry| entry.weight).min()?,
            question: self.said(&first.question.put(&first.thing)),
            whom: self.said(&first.question.whom(&unit, &owner)),
            causes: self.causes(entries),
            users: match first.owner {
                Owner::Shared(thing) => self.users(&thing, usage, alphabet),
                Owner::Municipality | Owner::Notice(_) | Owner::Activity(_) => Vec::new(),
            },
        })
    }

    fn users(&self, thing: &Thing, usage: &Usage, alphabet: &Alphabet) -> Vec<String> {
        let mut titles: Vec<String> =
            usage.users(thing).into_iter().map(|id| self.said(&self.names.title(id))).collect();
        titles.sort_by(|one, other| alphabet.compare(one, other));
        titles
    }

    /// The causes, the most severe first; equal ones are merged with all their places.
    fn causes(&self, entries: &[Entry]) -> Vec<Cause> {
        let mut causes: IndexMap<_, Cause> = IndexMap::new();
        let mut known = HashSet::new();
        for entry in entries {
            let (line, _) = self.locator.line_and_column(entry.place);
            let path = self.locator.sources().file(entry.place).map_or("", |file| file.path.as_str());
            let cause = Cause {
                weight: entry.weight,
                law: entry.question.law().filter(|_| entry.code.is_none()).map(|law| self.said(&law)),
                code: entry.code,
                inside: self.said(&entry.inside),
                words: self.said(&entry.words),
                places: Vec::new(),
            };
            let place = format!("{path}:{line}");
            let Cause { weight, law, code, inside, words, .. } = &cause;
            let key = (*weight, law.clone(), *code, inside.clone(), words.clone());
            if known.insert((key.clone(), place.clone())) {
                causes.entry(key).or_insert(cause).places.push(place);
            }
        }
        let mut causes: Vec<Cause> = causes.into_values().collect();
        causes.sort_by_key(|cause| cause.weight);
        causes
    }

    /// The identity of an item: municipality, owner, question, and what is missing or wrong, but not its place in the
    /// file.
    fn key(&self, entries: &[Entry]) -> String {
        let mut pieces = vec![self.register.id.clone()];
        pieces.extend(entries.iter().take(1).map(|entry| entry.owner.key()));
        pieces.extend(entries.iter().take(1).map(|entry| entry.question.put(&entry.thing).en));
        let mut causes: Vec<String> = entries
            .iter()
            .map(|entry| format!("{} {} {}", entry.code.unwrap_or_default(), entry.inside.en, entry.words.en))
            .collect();
        causes.sort_unstable();
        pieces.append(&mut causes);
        format!("{:016x}", xxh3_64(pieces.join("\u{1F}").as_bytes()))
    }
}

fn compare(alphabet: &Alphabet, one: &Seat, other: &Seat) -> Ordering {
    let (rank, [controller, unit], name, key) = one;
    rank.cmp(&other.0)
        .then_with(|| alphabet.compare(controller, &other.1[0]))
        .then_with(|| alphabet.compare(unit, &other.1[1]))
        .then_with(|| alphabet.compare(name, &other.2))
        .then_with(|| key.cmp(&other.3))
}
