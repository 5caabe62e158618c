//! A form as a page: one file, which asks for nothing from anywhere.

use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::ask::form::{Choice, Form, Kind, Part, Question};
use crate::ask::words::{self, Words};
use crate::assets;
use crate::error::Error;
use crate::render::base64::base64;

const PAGE: &str = "ask/form.html.j2";
const STYLE: &str = "ask/form.css";
const SCRIPT: &str = "ask/form.js";

/// The most choices that are boxes to tick; more are suggested while one writes.
const BOXES: usize = 12;
/// How many lines a list has at first.
const LINES: usize = 3;
/// How many records of a list can be given at once.
const RECORDS: usize = 3;

/// The words that the script says.
const SAID: [&str; 15] = [
    "cleared",
    "clear-sure",
    "draft-back",
    "draft-kept",
    "draft-not-kept",
    "error-because",
    "error-by",
    "error-choice",
    "error-date",
    "error-empty",
    "error-html",
    "error-nothing",
    "error-required",
    "errors",
    "progress",
];

#[derive(Serialize)]
struct Shown<'f> {
    key: String,
    id: &'f str,
    was: &'f str,
    number: String,
    words: &'f str,
    about: &'f str,
    why: String,
    now: Vec<String>,
    example: Option<&'f str>,
    says: Vec<Says<'f>>,
    items: Vec<Item<'f>>,
    records: Vec<Vec<Control>>,
    takes_gap: bool,
}

#[derive(Serialize)]
struct Says<'f> {
    value: &'static str,
    label: &'f str,
}

#[derive(Serialize)]
struct Item<'f> {
    name: &'f str,
    words: &'f str,
}

#[derive(Serialize)]
struct Section<'f> {
    heading: &'f str,
    questions: Vec<Shown<'f>>,
}

/// A field of the page, or several for a list.
#[derive(Serialize, Default)]
struct Control {
    kind: &'static str,
    id: String,
    key: String,
    label: String,
    help: String,
    required: bool,
    input: &'static str,
    mode: Option<&'static str>,
    list: Option<String>,
    closed: bool,
    options: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
}

#[derive(Serialize)]
struct List {
    id: String,
    labels: Vec<String>,
}

/// The choices that fields suggest; the same choices are written once.
#[derive(Default)]
struct Lists(Vec<Vec<String>>);

impl Lists {
    fn of(&mut self, choices: &[Choice]) -> String {
        let labels: Vec<String> = choices.iter().map(|choice| choice.label.clone()).collect();
        let known = self.0.iter().position(|list| *list == labels);
        let index = known.unwrap_or_else(|| {
            self.0.push(labels);
            self.0.len() - 1
        });
        format!("list-{index}")
    }
}

/// The page of a form.
///
/// # Errors
/// When an embedded file is missing or damaged.
pub(crate) fn page(form: &Form) -> Result<String, Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let added = templates.add_template(PAGE, assets::text(PAGE)?);
    added.map_err(|cause| assets::damaged_template(PAGE, cause))?;
    let words = words::of(form.tongue);
    let word = |key: &str| words.get(key).map_or("", String::as_str);
    let (style, script) = (assets::text(STYLE)?.replace('\r', ""), assets::text(SCRIPT)?.replace('\r', ""));
    let hash = |text: &str| base64(&Sha256::digest(text.as_bytes()));
    let count = form.questions().count();
    let mut lists = Lists::default();
    let mut number = 0;
    let mut matters = Vec::new();
    for matter in &form.matters {
        let mut questions = Vec::new();
        for question in &matter.questions {
            number += 1;
            questions.push(shown(question, (number, count), &words, &mut lists));
        }
        matters.push(Section { heading: &matter.heading, questions });
    }
    let lists: Vec<List> =
        lists.0.into_iter().enumerate().map(|(index, labels)| List { id: format!("list-{index}"), labels }).collect();
    let (title, intro) = match form.is_review {
        true => (word("review-title"), word("review-intro")),
        false => (word("title"), word("intro")),
    };
    let mut script_words: BTreeMap<&str, &str> = SAID.iter().map(|key| (*key, word(key))).collect();
    script_words.insert("saved", word("saved"));
    let values = context! {
        words => Serde(&words),
        title, intro, matters => Serde(matters), lists => Serde(lists),
        script_words => Serde(script_words),
        style_hash => hash(&style), script_hash => hash(&script), style, script,
        name => &form.name, unit => &form.unit, unit_name => &form.unit_name, day => &form.day,
        municipality => &form.municipality, print => form.print(),
        file => format!("{}-answers.json", form.file_name()),
    };
    let rendered = templates.get_template(PAGE).and_then(|template| template.render(values));
    rendered.map(|page| page + "\n").map_err(|cause| assets::damaged_template(PAGE, cause))
}

fn shown<'f>(
    question: &'f Question,
    (number, count): (usize, usize),
    words: &'f Words,
    lists: &mut Lists,
) -> Shown<'f> {
    let word = |key: &str| words.get(key).map_or("", String::as_str);
    let key = format!("q{number}");
    let gap = question.is_list && question.has_gap;
    let mut says = vec![Says { value: "skip", label: word("says-skip") }];
    let mut offer = |is_offered: bool, value: &'static str, key: &str| {
        if is_offered {
            says.push(Says { value, label: words.get(key).map_or("", String::as_str) });
        }
    };
    let own = if question.is_written { "says-change" } else { "says-value" };
    offer(question.is_written, "right", "says-right");
    offer(true, "value", if gap { "says-all" } else { own });
    offer(gap, "partial", "says-partial");
    offer(question.takes_none, "none", "says-none");
    offer(question.takes_gap, "unknown", "says-unknown");
    let law = question.law.iter().map(|law| word("law").replace("{law}", law));
    let whys: Vec<String> = question.why.iter().map(|why| sentence(why)).chain(law).collect();
    let records = match &question.kind {
        Kind::Parts(parts) => {
            let count = if question.is_list { RECORDS } else { 1 };
            let record = |index: usize, lists: &mut Lists| -> Vec<Control> {
                parts
                    .iter()
                    .enumerate()
                    .map(|(part, of)| control(&format!("{key}-{index}-{part}"), of, words, lists))
                    .collect()
            };
            (0..count).map(|index| record(index, lists)).collect()
        }
        kind => {
            let part = Part {
                key: String::new(),
                label: word("answer").to_owned(),
                kind: kind.clone(),
                is_list: question.is_list,
                is_required: false,
                before: Vec::new(),
                example: None,
            };
            vec![vec![control(&format!("{key}-v"), &part, words, lists)]]
        }
    };
    Shown {
        id: &question.id,
        was: &question.print,
        number: word("question").replace("{number}", &number.to_string()).replace("{count}", &count.to_string()),
        words: &question.words,
        about: &question.about,
        why: whys.join(" "),
        now: question.now.clone(),
        example: question
            .example
            .as_deref()
            .filter(|_| !matches!(question.kind, Kind::Parts(_) | Kind::Date | Kind::YesNo)),
        says,
        items: question.items.iter().map(|item| Item { name: &item.name, words: &item.words }).collect(),
        records,
        takes_gap: question.takes_gap,
        key,
    }
}

/// A text that ends as a sentence.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!', '…']) { text.to_owned() } else { format!("{text}.") }
}

fn control(id: &str, part: &Part, words: &Words, lists: &mut Lists) -> Control {
    let word = |key: &str| words.get(key).cloned().unwrap_or_default();
    let example = part.example.as_ref().map(|example| format!("{}: {example}", word("example"))).unwrap_or_default();
    let own = Control {
        id: id.to_owned(),
        key: part.key.clone(),
        label: part.label.clone(),
        required: part.is_required,
        input: "text",
        help: example.clone(),
        ..Control::default()
    };
    let help = |key: &str| if example.is_empty() { word(key) } else { format!("{} {example}", word(key)) };
    let labels = |choices: &[Choice]| choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>();
    match &part.kind {
        Kind::Choice { choices, is_open } if part.is_list => match choices.len() <= BOXES && !is_open {
            true => Control { kind: "checks", options: labels(choices), ..own },
            false => Control {
                kind: "lines",
                rows: rows(id),
                help: help(if *is_open { "own-words" } else { "one-each" }),
                list: Some(lists.of(choices)),
                closed: !is_open,
                ..own
            },
        },
        _ if part.is_list => Control { kind: "lines", rows: rows(id), help: help("one-each"), ..own },
        Kind::Choice { choices, is_open: true } => {
            Control { kind: "input", help: help("own-words"), list: Some(lists.of(choices)), ..own }
        }
        Kind::Choice { choices, is_open: false } => {
            Control { kind: "select", options: labels(choices), help: String::new(), ..own }
        }
        Kind::YesNo => Control { kind: "select", options: vec![word("yes"), word("no")], help: String::new(), ..own },
        Kind::Date => Control { kind: "input", input: "date", help: word("date-help"), ..own },
        Kind::Period => Control { kind: "input", help: word("period-help"), ..own },
        Kind::Number => Control { kind: "input", mode: Some("numeric"), help: word("number-help"), ..own },
        Kind::Text | Kind::Parts(_) | Kind::Note => Control { kind: "textarea", ..own },
    }
}

fn rows(id: &str) -> Vec<Row> {
    (0..LINES).map(|row| Row { id: format!("{id}-{row}") }).collect()
}
