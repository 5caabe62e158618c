//! One text of an answer as a value of the register.

use super::not_parts;
use crate::ask::day::day;
use crate::ask::form::Kind;
use crate::ask::given::no_day;
use crate::draft::put::Wanted;
use crate::lexicon::answers;
use crate::model::period::Keep;
use crate::say;
use crate::say::Message;

/// The most choices that a message names.
const MOST: usize = 12;

/// The value that one text gives.
pub(super) fn one(kind: &Kind, text: &str) -> Result<Wanted, Message> {
    let scalar = |text: &str| Ok(Wanted::Scalar(text.to_owned()));
    match kind {
        Kind::Text => scalar(text),
        Kind::Date => match day(text) {
            Some(day) => scalar(&day.to_string()),
            None => Err(no_day(text)),
        },
        Kind::Number => match text.parse::<u32>() {
            Ok(number) => scalar(&number.to_string()),
            Err(_) => Err(say!(
                en: "“{text}” is no whole number",
                sv: "”{text}” är inget heltal",
                da: "»{text}« er ikke et helt tal",
            )),
        },
        Kind::Period => match Keep::spelled(text) {
            Some(period) => scalar(&period),
            None => Err(say!(
                en: "“{text}” is no period: write a number and a unit, such as 2 years",
                sv: "”{text}” är ingen tid: skriv ett tal och en enhet, till exempel 2 år",
                da: "»{text}« er ikke en frist: skriv et tal og en enhed, for eksempel 2 år",
            )),
        },
        Kind::YesNo => match yes_no(text) {
            Some(yes) => scalar(if yes { "yes" } else { "no" }),
            None => Err(say!(
                en: "“{text}” is neither yes nor no",
                sv: "”{text}” är varken ja eller nej",
                da: "»{text}« er hverken ja eller nej",
            )),
        },
        Kind::Choice { choices, is_open } => {
            let word = text.to_lowercase();
            let by_label = choices.iter().find(|choice| choice.label.to_lowercase() == word);
            match by_label.or_else(|| choices.iter().find(|choice| choice.code == text)) {
                Some(choice) => scalar(&choice.code),
                None if *is_open => scalar(text),
                None => {
                    let known: Vec<&str> = choices.iter().take(MOST).map(|choice| choice.label.as_str()).collect();
                    let more = if choices.len() > MOST { " …" } else { "" };
                    Err(say!(
                        en: "“{text}” is not one of the choices: {known}{more}",
                        sv: "”{text}” är inte ett av alternativen: {known}{more}",
                        da: "»{text}« er ikke en af mulighederne: {known}{more}",
                        known = known.join("; "),
                    ))
                }
            }
        }
        Kind::Parts(_) | Kind::Note => Err(not_parts()),
    }
}

fn yes_no(text: &str) -> Option<bool> {
    let word = text.trim().to_lowercase();
    match word.as_str() {
        "ja" | "yes" | "jo" => Some(true),
        "nej" | "no" => Some(false),
        word if answers().some.has(word) => Some(true),
        _ => None,
    }
}
