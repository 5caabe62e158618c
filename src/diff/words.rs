//! Values, fields and subjects in words, in one language.

mod period;

use crate::diff::follow::PARTIES;
use crate::diff::grade::Graded;
use crate::diff::naming::NAMES;
use crate::diff::report::{Municipality, Names};
use crate::diff::value::{Value, Words};
use crate::diff::{Change, Recognised, RecordKind, Step};
use crate::fields::field;
use crate::language::line::Line;
use crate::language::{Language, language};
use crate::model::flow::Disclosure;
use crate::model::keys;
use crate::model::record::field;
use crate::model::retention::Event;
use crate::model::rights::RightNote;
use crate::model::term::{TermKind, with_age};
use crate::model::{Lang, Text};
use crate::say;
use crate::say::Tongue;
use crate::steps;
use crate::vocabulary::{self, Form, ListName};

/// Maximum number of characters shown of an item.
const ITEM: usize = 60;

/// Puts values into words in one language.
#[derive(Clone, Copy)]
pub(crate) struct Speaker<'s> {
    names: &'s Names,
    main: Option<Lang>,
    tongue: Tongue,
}

impl<'s> Speaker<'s> {
    /// A speaker for the changes of a municipality.
    #[must_use]
    pub(crate) fn new(municipality: &'s Municipality, tongue: Tongue) -> Self {
        Self { names: &municipality.names, main: municipality.main, tongue }
    }

    fn language(&self) -> Option<&'static Language> {
        self.tongue.lang().and_then(language)
    }

    /// The text in the language of the output, or else the municipality's, or else any.
    fn text<'w>(&self, words: &'w Words) -> &'w str {
        let wanted = self.tongue.lang().and_then(|lang| words.get(&lang));
        let main = self.main.and_then(|main| words.get(&main));
        wanted.or(main).or(words.values().next()).map_or("", String::as_str)
    }

    /// A text of the register in the language of the output, if it has it.
    #[must_use]
    pub(crate) fn words(&self, text: &Text) -> String {
        let words: Words = text.each_language(self.main).map(|(lang, words)| (lang, words.to_owned())).collect();
        self.text(&words).to_owned()
    }

    /// The name of a record, with its id.
    #[must_use]
    pub(crate) fn name(&self, room: RecordKind, id: &str) -> String {
        match self.names.get(&(room, id.to_owned())) {
            Some(words) => format!("{} ({id})", self.text(words)),
            None => id.to_owned(),
        }
    }

    /// The name of a record alone, or its id where it has none.
    #[must_use]
    pub(crate) fn title(&self, room: RecordKind, id: &str) -> String {
        self.names.get(&(room, id.to_owned())).map_or(id, |words| self.text(words)).to_owned()
    }

    /// The kind of a record: `activity`, `notice`.
    #[must_use]
    pub(crate) fn room(&self, room: RecordKind) -> String {
        room.words().get(self.tongue).to_owned()
    }

    /// A value of a field as lines; a record has one line per field.
    #[must_use]
    pub(crate) fn lines(&self, name: &str, value: &Value) -> Vec<String> {
        match value {
            Value::Record(fields) => {
                let age = match value.get(field!(Event, age)) {
                    Some(Value::Number(age)) => Some(*age),
                    _ => None,
                };
                let named = |(name, value): &(&str, Value)| match value {
                    Value::Term(kind, code) => self.labelled(name, with_age(self.term(*kind, code), age).into_owned()),
                    _ => self.named(name, value),
                };
                fields.iter().filter(|(field, _)| ![keys::ID, keys::NOTES].contains(field)).map(named).collect()
            }
            Value::List(items) => items.iter().map(|item| self.value(name, item)).collect(),
            _ => vec![self.value(name, value)],
        }
    }

    /// A field with its value. A gap has no label: it says that something is not known.
    fn named(&self, name: &str, value: &Value) -> String {
        self.labelled(name, self.value(name, value))
    }

    fn labelled(&self, name: &str, said: String) -> String {
        if name == keys::UNKNOWN { said } else { format!("{}: {said}", field(name).get(self.tongue)) }
    }

    /// A value of a field on one line.
    #[must_use]
    pub(crate) fn value(&self, name: &str, value: &Value) -> String {
        match value {
            Value::Nothing => String::new(),
            Value::Record(_) => self.lines(name, value).join("; "),
            Value::List(items) => items.iter().map(|item| self.value(name, item)).collect::<Vec<_>>().join(", "),
            Value::ById(things) => things.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>().join(", "),
            Value::None => say!(en: "none", sv: "finns inte", da: "ingen").get(self.tongue).to_owned(),
            Value::Gap(reason, say) => {
                let known = say!(en: "not known", sv: "inte känt", da: "ikke kendt").get(self.tongue).to_owned();
                match (self.text(reason), self.text(say)) {
                    ("", "") => known,
                    ("", say) => format!("{known}: “{say}”"),
                    (reason, "") => format!("{known}: {reason}"),
                    (reason, say) => format!("{known}: {reason}; “{say}”"),
                }
            }
            Value::Text(words) => self.text(words).to_owned(),
            Value::Free(kind, words) => self.thing(*kind, self.text(words)),
            Value::Term(kind, code) => with_age(self.term(*kind, code), None).into_owned(),
            Value::Plain(words) | Value::Id(words) => words.clone(),
            Value::Reference(kind, id) => RecordKind::of(*kind).map_or_else(|| id.clone(), |room| self.name(room, id)),
            Value::Code(code) => self.code(name, code),
            Value::Yes => say!(en: "yes", sv: "ja", da: "ja").get(self.tongue).to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Date(day) => day.to_string(),
            Value::Keep(keep) => self.keep(keep),
            Value::Country(code) => self.country(code),
            Value::Lang(lang) => language(*lang).map_or_else(|| lang.to_string(), |language| language.name.clone()),
        }
    }

    fn label(&self, list: ListName, code: &str) -> Option<&'static str> {
        vocabulary::entry(list, code)?.label(self.tongue.lang()?, Form::Label)
    }

    fn term<'c>(&self, kind: TermKind, code: &'c str) -> &'c str {
        kind.lists().iter().find_map(|list| self.label(*list, code)).unwrap_or(code)
    }

    fn thing(&self, kind: TermKind, id: &str) -> String {
        let rooms: &[RecordKind] = match kind {
            TermKind::Parties => &PARTIES,
            TermKind::Measures => &[RecordKind::Measures],
            _ => &[],
        };
        let room = rooms.iter().find(|room| self.names.contains_key(&(**room, id.to_owned())));
        room.map_or_else(|| id.to_owned(), |room| self.name(*room, id))
    }

    /// The name of a country, with its code.
    pub(crate) fn country(&self, code: &str) -> String {
        self.label(ListName::Countries, code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})"))
    }

    /// The word for a value of a closed list, by field.
    fn code(&self, name: &str, code: &str) -> String {
        const BY: &str = field!(Disclosure, by);
        const APPLIES: &str = field!(RightNote, applies);
        let groups: &[&str] = match name {
            keys::CODE => &["basis", "exception"],
            BY => &["disclosed-by"],
            keys::KIND => &["obligation"],
            APPLIES => &["answer"],
            _ => &[],
        };
        let keys = groups.iter().copied().chain([name]).map(|group| format!("{group}.{code}"));
        let found = self.language().and_then(|language| {
            let places = [("data", language.say("say.the-data", &[])), ("event", Line::words("…"))];
            keys.into_iter().find(|key| language.has(key)).map(|key| language.say(&key, &places).plain())
        });
        found.unwrap_or_else(|| code.to_owned())
    }

    /// A short name for an item of a list.
    #[must_use]
    pub(crate) fn item(&self, value: &Value) -> String {
        let telling = NAMES.iter().find_map(|name| Some((*name, value.get(name)?)));
        let words = match telling {
            Some((name, Value::List(items))) => self.beginning(name, items),
            Some((name, value)) => self.value(name, value),
            None => self.value("", value),
        };
        shortened(&words, ITEM)
    }

    /// The first items of a list, no more than are shown: this runs for each change inside the list.
    fn beginning(&self, name: &str, items: &[Value]) -> String {
        let mut words = String::new();
        for (index, item) in items.iter().enumerate() {
            // A character has at most four bytes.
            if words.len() > 4 * ITEM {
                break;
            }
            steps::count(1);
            words.push_str(if index > 0 { ", " } else { "" });
            words.push_str(&self.value(name, item));
        }
        words
    }

    /// The path to a value: `retention › decisions › period`.
    #[must_use]
    pub(crate) fn way(&self, change: &Change) -> String {
        let mut way: Vec<String> = Vec::new();
        for step in &change.path {
            match step {
                Step::Field(name) => way.push(field(name).get(self.tongue).to_owned()),
                Step::Item(before, after) => way.push(match self.item(after) {
                    empty if empty.is_empty() => self.item(before),
                    item => item,
                }),
                Step::Key(id) => way.push(id.clone()),
                Step::Lang(lang) if Some(*lang) == self.main => {}
                Step::Lang(lang) => way.push(lang.to_string()),
            }
        }
        if way.is_empty() {
            way.push(self.whole(change));
        }
        way.join(" › ")
    }

    /// A new or removed record.
    fn whole(&self, change: &Change) -> String {
        let room = self.room(change.subject.room);
        let message = match change.before {
            None => say!(en: "new {room}", sv: "ny: {room}", da: "ny: {room}", room = room),
            Some(_) => say!(en: "{room} removed", sv: "borttagen: {room}", da: "fjernet: {room}", room = room),
        };
        message.get(self.tongue).to_owned()
    }

    /// The note for a record that was matched under another id.
    #[must_use]
    pub(crate) fn recognised(&self, graded: &Graded) -> Option<String> {
        let subject = &graded.change.subject;
        let old = subject.before.as_ref().filter(|old| subject.after.as_ref().is_some_and(|new| new != *old))?;
        let message = match subject.recognised {
            Recognised::ByReplaces => {
                say!(
                    en: "was `{old}`, as `replaces` says",
                    sv: "hette `{old}`, enligt `replaces`",
                    da: "hed `{old}` ifølge `replaces`",
                    old = old,
                )
            }
            _ => {
                say!(
                    en: "was `{old}`, recognised by its content",
                    sv: "hette `{old}`, igenkänd på innehållet",
                    da: "hed `{old}`, genkendt på indholdet",
                    old = old,
                )
            }
        };
        Some(message.get(self.tongue).to_owned())
    }
}

/// Truncates words after `most` characters.
#[must_use]
pub(crate) fn shortened(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
