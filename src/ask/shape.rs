//! The kind of value that a path leads to, read from the JSON Schema that the types give.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

use crate::draft::put::Step;
use crate::draft::schema::{self, Part};
use crate::kind::RefKind;
use crate::model::term::TermKind;
use crate::model::version::Version;
use crate::vocabulary::CountryCode;

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// A text.
    Text,
    /// A term.
    Term(TermKind),
    /// The id of a record.
    Reference(RefKind),
    /// A code of a closed list, by the name of the list.
    Code(String, Vec<String>),
    /// A period.
    Period,
    /// A day.
    Date,
    /// A country.
    Country,
    /// Yes or no.
    YesNo,
    /// A number.
    Number,
    /// A record, by its name.
    Record(String),
    /// Something that a form does not ask for.
    Other,
}

/// The shape of a value.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// What it is, or what each item of the list is.
    pub(super) form: Form,
    /// Whether it is a list.
    pub(super) is_list: bool,
    /// Whether it can be `none`.
    pub(super) takes_none: bool,
    /// Whether it can be a gap.
    pub(super) takes_gap: bool,
    /// The record that it is a field of, and the key.
    pub(super) field: Option<(String, String)>,
    /// For each step of the path, the keys of its record before it, in order.
    pub(super) before: Vec<Vec<String>>,
    /// The key that a lone value of that record is read as.
    pub(super) short: Option<String>,
}

/// The schemas of a municipality's files.
pub(super) struct Shapes {
    version: Version,
    country: Option<CountryCode>,
    parts: RefCell<HashMap<&'static str, Rc<Value>>>,
}

/// The kind of a file.
pub(super) fn part(inside: &str) -> Option<(&'static str, Part)> {
    match inside.split_once('/').map_or(inside, |(room, _)| room) {
        "municipality.yaml" | "municipality.yml" => Some(("municipality", Part::Municipality)),
        "shared" => Some(("shared", Part::Shared)),
        "activities" => Some(("activities", Part::Activity)),
        "notices" => Some(("notices", Part::Notice)),
        _ => None,
    }
}

impl Shapes {
    /// The schemas of a version of the format.
    pub(super) fn new(version: Version, country: Option<&str>) -> Self {
        Self { version, country: country.and_then(CountryCode::of), parts: RefCell::default() }
    }

    fn schema(&self, (name, part): (&'static str, Part)) -> Rc<Value> {
        let make = || Rc::new(schema::of(Some(part), self.version, self.country).to_value());
        Rc::clone(self.parts.borrow_mut().entry(name).or_insert_with(make))
    }

    /// The shape of the value at a path of a file. `None` if the file cannot have such a value.
    pub(super) fn at(&self, file: (&'static str, Part), path: &[Step]) -> Option<Shape> {
        let whole = self.schema(file);
        let mut here: &Value = &whole;
        let mut field = None;
        let mut before = Vec::with_capacity(path.len());
        let mut short = None;
        for step in path {
            let leaves = leaves(&whole, here);
            match step {
                Step::Item(_) => {
                    let items = leaves.iter().find_map(|leaf| leaf.value.get("items"));
                    here = items.unwrap_or(here);
                    before.push(Vec::new());
                }
                Step::Key(key) => {
                    let of_record = leaves.iter().find_map(|leaf| {
                        let record = record(&whole, leaf)?;
                        record.get("properties")?.get(key).map(|property| (leaf.name, record, property))
                    });
                    if let Some((name, record, property)) = of_record {
                        let name = name.or(record.get("title").and_then(Value::as_str)).unwrap_or_default();
                        let keys = record.get("properties").and_then(Value::as_object).into_iter().flatten();
                        before.push(keys.map(|(key, _)| key.clone()).take_while(|other| other != key).collect());
                        short = short_of(&whole, name, record);
                        field = Some((name.to_owned(), key.clone()));
                        here = property;
                    } else {
                        here = leaves.iter().find_map(|leaf| {
                            leaf.value.get("additionalProperties").filter(|inside| inside.is_object())
                        })?;
                        (field, short) = (None, None);
                        before.push(Vec::new());
                    }
                }
            }
        }
        let is_item = matches!(path.last(), Some(Step::Item(_)));
        Some(Shape { field: field.filter(|_| !is_item), before, short, ..shape(&whole, here) })
    }

    /// The shape of a field of a record.
    pub(super) fn field(&self, file: (&'static str, Part), record_name: &str, key: &str) -> Option<Shape> {
        let whole = self.schema(file);
        let definition = whole.get("$defs")?.get(record_name)?;
        let record = long_form(&whole, definition)?;
        let properties = record.get("properties")?.as_object()?;
        let before = vec![properties.keys().take_while(|other| *other != key).cloned().collect()];
        let field = Some((record_name.to_owned(), key.to_owned()));
        Some(Shape { field, before, ..shape(&whole, properties.get(key)?) })
    }

    /// The shape of the lone value that a record can be written as, and its key.
    pub(super) fn short(&self, file: (&'static str, Part), record_name: &str) -> Option<(Shape, String)> {
        let whole = self.schema(file);
        let definition = whole.get("$defs")?.get(record_name)?;
        let key = short_of(&whole, record_name, long_form(&whole, definition)?)?;
        self.field(file, record_name, &key).map(|shape| (shape, key))
    }

    /// The keys that a record needs.
    pub(super) fn required(&self, file: (&'static str, Part), record_name: &str) -> Vec<String> {
        let whole = self.schema(file);
        let definition = whole.get("$defs").and_then(|all| all.get(record_name));
        let required =
            definition.and_then(|definition| long_form(&whole, definition)?.get("required")?.as_array().cloned());
        required.into_iter().flatten().filter_map(|key| key.as_str().map(str::to_owned)).collect()
    }
}

/// A form of a value without alternatives, with the name of its definition.
struct Leaf<'v> {
    name: Option<&'v str>,
    value: &'v Value,
}

/// The forms that a value can have. Definitions with a name are not taken apart.
fn leaves<'v>(whole: &'v Value, schema: &'v Value) -> Vec<Leaf<'v>> {
    let mut found = Vec::new();
    gather(whole, schema, &mut found);
    found
}

fn gather<'v>(whole: &'v Value, schema: &'v Value, found: &mut Vec<Leaf<'v>>) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
        let value = whole.get("$defs").and_then(|all| all.get(name)).unwrap_or(&Value::Null);
        found.push(Leaf { name: Some(name), value });
        return;
    }
    let mut is_leaf = true;
    for key in ["anyOf", "allOf"] {
        for form in schema.get(key).and_then(Value::as_array).into_iter().flatten() {
            is_leaf = false;
            gather(whole, form, found);
        }
    }
    if is_leaf && schema.get("not").is_none_or(|_| schema.get("type").is_some() || schema.get("enum").is_some()) {
        found.push(Leaf { name: None, value: schema });
    }
}

/// The record behind a form, if it is one.
fn record<'v>(whole: &'v Value, leaf: &Leaf<'v>) -> Option<&'v Value> {
    long_form(whole, leaf.value)
}

/// The form of a record that has keys.
fn long_form<'v>(_: &'v Value, definition: &'v Value) -> Option<&'v Value> {
    if definition.get("properties").is_some() {
        return Some(definition);
    }
    let forms = definition.get("anyOf").and_then(Value::as_array)?;
    forms.iter().find(|form| form.get("properties").is_some())
}

/// The key that a lone value of a record is read as: the one whose schema is the short form.
fn short_of(whole: &Value, name: &str, record: &Value) -> Option<String> {
    let forms = whole.get("$defs")?.get(name)?.get("anyOf")?.as_array()?;
    let short = forms.iter().find(|form| form.get("properties").is_none())?;
    let own = shape(whole, short);
    let fields = record.get("properties")?.as_object()?;
    let required: Vec<&str> =
        record.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let same = |(_, property): &(&String, &Value)| {
        let other = shape(whole, property);
        other.form == own.form && other.is_list == own.is_list
    };
    let mut fitting: Vec<&String> = fields.iter().filter(same).map(|(key, _)| key).collect();
    fitting.sort_by_key(|key| !required.contains(&key.as_str()));
    fitting.first().map(|key| (*key).clone())
}

fn shape(whole: &Value, schema: &Value) -> Shape {
    let own = leaves(whole, schema);
    let is_list = own.iter().any(|leaf| leaf.name.is_none() && leaf.value.get("items").is_some());
    let is_none = |leaf: &&Leaf| {
        leaf.name.is_none()
            && leaf
                .value
                .get("enum")
                .and_then(Value::as_array)
                .is_some_and(|words| words.iter().any(|word| word == "none"))
    };
    let form = own.iter().find_map(|leaf| form(leaf)).unwrap_or(Form::Other);
    Shape {
        form,
        is_list,
        takes_none: own.iter().any(|leaf| is_none(&leaf)),
        takes_gap: own.iter().any(|leaf| leaf.name == Some("Gap")),
        field: None,
        before: Vec::new(),
        short: None,
    }
}

fn form(leaf: &Leaf) -> Option<Form> {
    let Some(name) = leaf.name else {
        let is = |kind: &str| match leaf.value.get("type") {
            Some(Value::String(only)) => only == kind,
            Some(Value::Array(all)) => all.iter().any(|one| one == kind),
            _ => false,
        };
        return if is("integer") { Some(Form::Number) } else { (is("string") && !is("array")).then_some(Form::Text) };
    };
    let of_term = || {
        let kinds = [
            TermKind::Subjects,
            TermKind::DataTerms,
            TermKind::Parties,
            TermKind::Events,
            TermKind::Records,
            TermKind::Measures,
        ];
        let kind = name.strip_prefix("TermFor")?;
        kinds.into_iter().find(|own| format!("{own:?}") == kind).map(Form::Term)
    };
    let codes = || {
        let codes = leaf.value.get("oneOf")?.as_array()?.iter();
        let codes: Option<Vec<String>> = codes.map(|code| Some(code.get("const")?.as_str()?.to_owned())).collect();
        codes.map(|codes| Form::Code(name.to_owned(), codes))
    };
    let form = match name {
        "Gap" => return None,
        "Text" => Form::Text,
        "Period" => Form::Period,
        "Date" => Form::Date,
        "Country" => Form::Country,
        "YesNo" => Form::YesNo,
        "Email" | "Url" => Form::Text,
        _ => {
            let reference = || name.strip_prefix("RefTo").and_then(RefKind::of_name).map(Form::Reference);
            let record = || long_form(leaf.value, leaf.value).map(|_| Form::Record(name.to_owned()));
            return of_term().or_else(reference).or_else(codes).or_else(record).or(Some(Form::Other));
        }
    };
    Some(form)
}
