//! What the register says now, what can be chosen, and an example: a question in the words of its reader.

use crate::ask::form::{Choice, Kept, Kind, Part};
use crate::ask::path::{self, is_gap};
use crate::ask::shape::{Form, Shape, Shapes};
use crate::ask::table;
use crate::diff::report::{self, Municipality};
use crate::diff::value::Value;
use crate::diff::words::Speaker;
use crate::draft::page;
use crate::draft::schema::Part as File;
use crate::format::answer::GAP;
use crate::format::yaml::{self, Kind as NodeKind, Node};
use crate::kind::{RecordKind, RefKind};
use crate::language::alphabet::Alphabet;
use crate::language::language;
use crate::language::line::Line;
use crate::model::Text;
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::model::retention::Event;
use crate::model::term::{TermKind, with_age};
use crate::register::Register;
use crate::say::Tongue;
use crate::vocabulary::{self, Form as Label, ListName};

/// Puts the values of one register into the words of a form.
pub(super) struct Presenter<'r> {
    register: &'r Register,
    shapes: &'r Shapes,
    names: Municipality,
    tongue: Tongue,
    alphabet: Alphabet,
}

/// The kind of a file, with the name of its folder.
type Where = (&'static str, File);

impl<'r> Presenter<'r> {
    /// A presenter for a register.
    pub(super) fn new(register: &'r Register, shapes: &'r Shapes, tongue: Tongue) -> Self {
        let names = Municipality {
            main: register.municipality.main_language(),
            names: report::names(&[register]),
            ..Municipality::default()
        };
        Self { register, shapes, names, tongue, alphabet: Alphabet::of(tongue.code()) }
    }

    /// The kind of answer that a shape asks for, and whether it is a list.
    pub(super) fn kind(&self, file: Where, shape: &Shape, activity: Option<&Activity>) -> (Kind, bool) {
        let kind = match &shape.form {
            Form::Record(name) => match table::parts(name) {
                Some(parts) => {
                    let required = self.shapes.required(file, name);
                    let part = |part: &table::Part| {
                        let key = &part.key;
                        let shape = self.shapes.field(file, name, key)?;
                        let (kind, is_list) = self.simple(file, &shape, activity);
                        Some(Part {
                            key: key.clone(),
                            label: part.asked(self.tongue).to_owned(),
                            is_list,
                            is_required: part.needed || required.contains(key),
                            before: shape.before.concat(),
                            example: self.example(name, key, &kind),
                            kind,
                        })
                    };
                    Kind::Parts(parts.iter().filter_map(part).filter(|part| part.kind != Kind::Note).collect())
                }
                None => return self.simple(file, shape, activity),
            },
            _ => return self.simple(file, shape, activity),
        };
        (kind, shape.is_list)
    }

    /// The same for what is no record of several parts: such a record is asked for by its main key.
    fn simple(&self, file: Where, shape: &Shape, activity: Option<&Activity>) -> (Kind, bool) {
        let kind = match &shape.form {
            Form::Text => Kind::Text,
            Form::Period => Kind::Period,
            Form::Date => Kind::Date,
            Form::YesNo => Kind::YesNo,
            Form::Number => Kind::Number,
            Form::Country => Kind::Choice { choices: self.terms(&[ListName::Countries]), is_open: false },
            Form::Code(name, codes) => {
                let choice = |code: &String| Choice { code: code.clone(), label: self.code(name, code) };
                Kind::Choice { choices: distinct(codes.iter().map(choice).collect()), is_open: false }
            }
            Form::Term(kind) => Kind::Choice { choices: self.choices(*kind, activity), is_open: true },
            Form::Reference(kind) => {
                let choices = self.references(*kind, activity);
                if choices.is_empty() { Kind::Note } else { Kind::Choice { choices, is_open: false } }
            }
            Form::Record(name) => {
                let Some((short, _)) = self.shapes.short(file, name) else { return (Kind::Note, shape.is_list) };
                let (kind, is_list) = match short.form {
                    Form::Record(_) => (Kind::Note, false),
                    _ => self.simple(file, &short, activity),
                };
                return (kind, shape.is_list || is_list);
            }
            Form::Other => Kind::Note,
        };
        (kind, shape.is_list)
    }

    /// The choices for a term: the vocabulary, and the records of the register.
    fn choices(&self, kind: TermKind, activity: Option<&Activity>) -> Vec<Choice> {
        let mut choices = self.terms(kind.lists());
        let rooms: &[RecordKind] = match kind {
            TermKind::Parties => {
                &[RecordKind::Recipients, RecordKind::Sources, RecordKind::Processors, RecordKind::Systems]
            }
            TermKind::Measures => &[RecordKind::Measures],
            _ => &[],
        };
        let speaker = self.speaker();
        for ((room, id), _) in self.names.names.iter().filter(|((room, _), _)| rooms.contains(room)) {
            choices.push(Choice { code: id.clone(), label: speaker.title(*room, id) });
        }
        if matches!(kind, TermKind::DataTerms | TermKind::Records) {
            choices.extend(self.references(RefKind::DataIds, activity));
        }
        self.in_order(choices)
    }

    fn terms(&self, lists: &[ListName]) -> Vec<Choice> {
        let country = self.register.municipality.country_code();
        let mut choices: Vec<Choice> = Vec::new();
        for list in lists {
            for code in vocabulary::codes_of(*list, country) {
                let entry = vocabulary::entry(*list, code).zip(self.tongue.lang());
                let label = entry.and_then(|(entry, lang)| entry.label(lang, Label::Label)).unwrap_or(code);
                let is_known = choices.iter().any(|choice| choice.code == code);
                // A label with an age needs the age, which a form does not ask for.
                if !label.contains('{') && !is_known {
                    choices.push(Choice { code: code.to_owned(), label: with_age(label, None).into_owned() });
                }
            }
        }
        self.in_order(choices)
    }

    fn references(&self, kind: RefKind, activity: Option<&Activity>) -> Vec<Choice> {
        let speaker = self.speaker();
        let Some(room) = RecordKind::of(kind) else {
            let data = activity.into_iter().flat_map(|activity| activity.data.iter());
            let choice = |data: &crate::model::data::Data| {
                let id = data.id.as_ref()?.as_str().to_owned();
                let label = speaker.item(&Value::of(data, self.names.main));
                Some(Choice { code: id, label })
            };
            return distinct(data.filter_map(choice).collect());
        };
        let of_room = self.names.names.keys().filter(|(own, _)| *own == room);
        self.in_order(of_room.map(|(_, id)| Choice { code: id.clone(), label: speaker.title(room, id) }).collect())
    }

    fn in_order(&self, mut choices: Vec<Choice>) -> Vec<Choice> {
        choices.sort_by(|one, other| self.alphabet.compare(&one.label, &other.label));
        distinct(choices)
    }

    /// What a code of a closed list is called.
    fn code(&self, list: &str, code: &str) -> String {
        let group = match list {
            "BasisCode" => "basis",
            "ExceptionCode" => "exception",
            "ObligationKind" => "obligation-kind",
            "Right" => "right-code",
            "Duty" => "",
            other => other,
        };
        let key = format!("{}.{code}", group.to_lowercase());
        let said = self.tongue.lang().and_then(language).filter(|language| language.has(&key));
        let said = said
            .map(|language| language.say(&key, &[("archive", Line::words("…")), ("event", Line::words("…"))]).plain());
        let label = said.unwrap_or_else(|| page::code(self.tongue, list, code).unwrap_or_else(|| code.to_owned()));
        label.trim().trim_end_matches('.').to_owned()
    }

    /// An example of a field, in words. What can only be chosen needs none.
    pub(super) fn example(&self, record: &str, key: &str, kind: &Kind) -> Option<String> {
        if let Some(example) = table::example(record, key) {
            return Some(example.get(self.tongue).to_owned());
        }
        let is_open = match kind {
            Kind::Text | Kind::Period => false,
            Kind::Choice { is_open: true, .. } => true,
            _ => return None,
        };
        let example = page::example(self.tongue, record, key)?;
        let node = yaml::parse(0, &example, &mut Vec::new())?;
        let value = node.get(key)?;
        let mut words = Vec::new();
        self.example_words(value, &mut words);
        // A code or an id of another register says nothing to a unit.
        words.retain(|word: &String| !(is_open && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
        (!words.is_empty()).then(|| words.join("; "))
    }

    fn example_words(&self, node: &Node, words: &mut Vec<String>) {
        match &node.kind {
            NodeKind::Scalar { .. } => {
                let text = node.text().unwrap_or_default();
                let lists =
                    [ListName::Data, ListName::Subjects, ListName::Recipients, ListName::Events, ListName::Records];
                let lang = self.tongue.lang();
                let label = lists.iter().find_map(|list| vocabulary::entry(*list, text)?.label(lang?, Label::Label));
                words.push(label.unwrap_or(text).to_owned());
            }
            NodeKind::Seq(items) => items.iter().for_each(|item| self.example_words(item, words)),
            NodeKind::Map(entries) => {
                // A label has a place for the age that stands beside it.
                let age = node.get(field!(Event, age)).and_then(|age| age.text()?.parse().ok());
                let own = entries.iter().find(|(key, _)| key.text() == Some(self.tongue.code()));
                match own {
                    Some((_, text)) => self.example_words(text, words),
                    None => {
                        let told = |key: &Node| {
                            key.text() != Some(GAP) && (age.is_none() || key.text() != Some(field!(Event, age)))
                        };
                        let first = words.len();
                        for (_, value) in entries.iter().filter(|(key, _)| told(key)) {
                            self.example_words(value, words);
                        }
                        for word in words.iter_mut().skip(first) {
                            *word = with_age(word, age).into_owned();
                        }
                    }
                }
            }
        }
    }

    /// A value in words, line by line; the reason of a gap is told elsewhere.
    pub(super) fn now(&self, key: &str, value: &Value) -> Vec<String> {
        let speaker = self.speaker();
        let name = key.replace('-', "_");
        let lines = match value {
            Value::List(items) => items.iter().map(|item| speaker.value(&name, item)).collect(),
            other => speaker.lines(&name, other),
        };
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// The items of a list that are written, without gaps.
    pub(super) fn items(&self, key: &str, node: &Node, value: &Value) -> Vec<Kept> {
        let speaker = self.speaker();
        let name = key.replace('-', "_");
        let lone = std::slice::from_ref(node);
        let nodes: &[Node] = if let NodeKind::Seq(items) = &node.kind { items } else { lone };
        let written =
            nodes.iter().enumerate().filter(|(_, item)| !is_gap(item) && !matches!(item.text(), Some("none" | "None")));
        let known = value.items().iter().filter(|item| !matches!(item, Value::Gap(..) | Value::None));
        let kept = |((index, node), value): ((usize, &Node), &Value)| Kept {
            name: path::print(Some(node)),
            words: speaker.value(&name, value),
            index,
        };
        written.zip(known).map(kept).collect()
    }

    fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.names, self.tongue)
    }

    /// A text in the language of the form.
    pub(super) fn text(&self, text: &Text) -> String {
        let lang = self.tongue.lang().zip(self.names.main);
        let said = lang.and_then(|(lang, main)| text.say(lang, main));
        said.map_or_else(|| text.words().next().unwrap_or_default(), |said| said.words).to_owned()
    }

    /// The name of a record of the municipality, or its id.
    pub(super) fn title(&self, room: RecordKind, id: &str) -> String {
        self.speaker().title(room, id)
    }
}

/// Choices that are told apart by their words: a code stands behind words that another choice has.
fn distinct(mut choices: Vec<Choice>) -> Vec<Choice> {
    for index in 0..choices.len() {
        let label = choices.get(index).map(|choice| choice.label.to_lowercase()).unwrap_or_default();
        let is_taken = choices.iter().take(index).any(|other| other.label.to_lowercase() == label);
        if let Some(choice) = choices.get_mut(index).filter(|_| is_taken) {
            choice.label = format!("{} ({})", choice.label, choice.code);
        }
    }
    choices
}
