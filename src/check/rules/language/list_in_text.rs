//! `list-in-text`: several items of a list are written as one text.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::passage::{Kind, Passage};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::lexicon::{changes, texts};
use crate::model::term::TermKind;
use crate::model::visit::TextKind;
use crate::say;
use crate::say::Words;
use crate::vocabulary;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "list-in-text",
    aliases: &[],
    title: Words {
        en: "Several items of a list are one text",
        sv: "Flera punkter i en lista står som en enda text",
        da: "Flere punkter på en liste står som én tekst",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "The text is published as one item, and no rule sees what it names.",
        sv: "Texten publiceras som en enda punkt, och ingen regel ser vad den nämner.",
        da: "Teksten offentliggøres som ét punkt, og ingen regel ser, hvad den nævner.",
    },
    bad: "subjects: 'elever, vårdnadshavare'",
    good: "subjects: [elever, vårdnadshavare]",
    check,
};

/// The longest item that is told apart, in words. Longer ones may be clauses.
const LONGEST: usize = 4;

fn check(case: &Case, findings: &mut Findings) {
    let country = case.register.municipality.country_code();
    for passage in case.passages.iter().filter(|passage| passage.is_told) {
        let Some((items, is_certain)) = items(passage, country) else { continue };
        let shown = items.iter().map(|item| format!("`{item}`")).collect::<Vec<_>>().join(", ");
        let message = say!(
            en: "this text is a list of {count} items",
            sv: "den här texten är en lista med {count} punkter",
            da: "denne tekst er en liste med {count} punkter",
            count = items.len(),
        );
        let finding = RULE.found(passage.at, message).help(say!(
            en: "write each as an item of its own: {shown}",
            sv: "skriv varje punkt för sig: {shown}",
            da: "skriv hvert punkt for sig: {shown}",
        ));
        findings.push(if is_certain { finding.in_items(passage.words, items) } else { finding });
    }
}

/// The items of a text that is a list, and whether they are certain.
fn items(passage: &Passage, country: Option<&str>) -> Option<(Vec<String>, bool)> {
    match passage.kind {
        Kind::Term(kind) if kind != TermKind::Events => {
            bulleted(passage.words).map(|items| (items, true)).or_else(|| divided(passage.words, kind, country))
        }
        Kind::Text(TextKind::Text) => bulleted(passage.words).map(|items| (items, true)),
        _ => None,
    }
}

/// The signs of items inside a text, and numbers at the beginning of lines: “1. och 2. klass” is no list.
static BULLET: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|\s)[•·▪◦‣]\s*|(?:^|\n)\s*\d{1,2}[.)]\s+").ok());

/// The items of a text in which each has a sign or a number before it.
pub(super) fn bulleted(text: &str) -> Option<Vec<String>> {
    let bullet = BULLET.as_ref()?;
    let signs: Vec<&str> = bullet.find_iter(text).map(|found| found.as_str().trim()).collect();
    let is_number = |sign: &str| sign.starts_with(|letter: char| letter.is_ascii_digit());
    let is_counted = || {
        let numbers = signs.iter().map(|sign| sign.trim_end_matches(['.', ')']).parse::<usize>().unwrap_or_default());
        numbers.eq(1..=signs.len())
    };
    let all_numbers = signs.iter().all(|sign| is_number(sign));
    if signs.len() < 2 || signs.iter().any(|sign| is_number(sign)) && !(all_numbers && is_counted()) {
        return None;
    }
    let items: Vec<String> =
        bullet.split(text).map(|item| item.trim().trim_end_matches([',', ';']).to_owned()).collect();
    let [first, rest @ ..] = &items[..] else { return None };
    (first.is_empty() && rest.iter().all(|item| !item.is_empty())).then(|| rest.to_vec())
}

/// The items of a term that commas divide, and whether they are certain: then the vocabulary knows each of them. Names such
/// as “Barn, Utbildning och Kultur” have commas too.
fn divided(text: &str, kind: TermKind, country: Option<&str>) -> Option<(Vec<String>, bool)> {
    let mut parts: Vec<&str> = outside_brackets(text)?.into_iter().map(str::trim).collect();
    if parts.len() < 2 || parts.iter().any(|part| !is_item(part)) {
        return None;
    }
    let last = parts.pop()?;
    match changes().and.iter().find_map(|and| last.split_once(&format!(" {and} "))) {
        Some((one, other)) if is_word(one) && is_word(other) => parts.extend([one, other]),
        _ => parts.push(last),
    }
    let means = |part: &&str| {
        let mut lists = kind.lists().iter();
        lists.any(|list| vocabulary::meaning(*list, part, country, |_| true).is_some())
    };
    let known = parts.iter().filter(|part| means(part)).count();
    let is_certain = known == parts.len() && !phrase::is_anywhere(phrase::Kind::OpenList, text);
    let is_likely = parts.len() > 2 && known * 2 > parts.len() && kind != TermKind::Parties;
    (is_certain || is_likely).then(|| (parts.into_iter().map(str::to_owned).collect(), is_certain))
}

/// A single word that is whole: not the first part of “för- och efternamn”.
fn is_word(part: &str) -> bool {
    !part.contains(' ') && !part.ends_with('-')
}

/// Whether a part is an item: a few words that neither continue a sentence nor give examples.
fn is_item(part: &str) -> bool {
    let texts = texts();
    let is_clause = |word: &str| texts.middle.has(&word.to_lowercase()) && !changes().and.has(&word.to_lowercase());
    let is_short = (1..=LONGEST).contains(&part.split_whitespace().count());
    let is_example = texts.example.iter().any(|example| part.to_lowercase().starts_with(example));
    is_short
        && part.starts_with(char::is_alphabetic)
        && !part.split_whitespace().any(is_clause)
        && !is_example
        && !part.ends_with('-')
        && !part.contains([':', ';', '§', '.'])
}

/// The parts between commas that are followed by a space; `None` if a comma is inside brackets.
fn outside_brackets(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split(", ").collect();
    let is_closed = |part: &&str| part.matches('(').count() == part.matches(')').count();
    parts.iter().all(is_closed).then_some(parts)
}
