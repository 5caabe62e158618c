//! A language: its headings, sentences and words, from `templates/languages/<xx>.toml`.

mod alike;
pub(crate) mod alphabet;
pub(crate) mod authority;
pub(crate) mod form;
pub(crate) mod line;
mod period;
pub(crate) mod sentences;
pub(crate) mod sheet;

use jiff::civil;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::assets::{Files, Folder, Table, unknown};
use crate::error::Error;
use crate::language::line::Line;
use crate::language::period::Units;
use crate::model::Lang;
use crate::say;

/// A language of the notices.
#[derive(Debug)]
pub(crate) struct Language {
    /// Its code.
    pub lang: Lang,
    /// Its name in the language itself.
    pub name: String,
    months: Vec<String>,
    date: Sentence,
    between: String,
    last: String,
    last_of_pairs: String,
    units: Units,
    sentences: FxHashMap<String, Sentence>,
}

/// The file as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    name: String,
    months: Vec<String>,
    date: String,
    between: String,
    last: String,
    last_of_pairs: String,
    units: Units,
    say: BTreeMap<String, String>,
    heading: BTreeMap<String, String>,
    label: BTreeMap<String, String>,
    code: BTreeMap<String, BTreeMap<String, String>>,
}

/// A sentence template: `Kontakta {channel}[ eller {other}].`
///
/// A bracketed piece is left out if one of its placeholders is empty.
#[derive(Debug)]
pub(crate) struct Sentence(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Words(String),
    Place(String),
    Optional(Vec<Piece>),
}

/// The languages by their codes.
static LANGUAGES: Folder<Language> = Folder::new("languages", |files, code| {
    let path = format!("languages/{code}.toml");
    let lang = Lang::parse(code).ok_or_else(|| files.fault(&path, &[], unknown(code)))?;
    let file: File = files.read(&path)?;
    match file.months.len() {
        12 => Ok(Language::of(lang, file)),
        count => {
            let what = say!(
                en: "a year has 12 months, not {count}",
                sv: "ett år har 12 månader, inte {count}",
                da: "et år har 12 måneder, ikke {count}",
            );
            Err(files.fault(&path, &["months"], what))
        }
    }
});

/// That all languages have the same keys.
static ALIKE: Table<()> = Table::new(|files| alike::check(files, &files.read_folder("languages")?));

/// Checks that the languages can be read, and that they have the same keys.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    ALIKE.check(files)?;
    LANGUAGES.check_with(files, |_| Ok(()))
}

/// The language of a code, if it has a file.
#[must_use]
pub(crate) fn language(lang: Lang) -> Option<&'static Language> {
    LANGUAGES.get(lang.code())
}

/// The codes of all languages, in order.
pub(crate) fn all() -> impl Iterator<Item = Lang> {
    LANGUAGES.names().filter_map(Lang::parse)
}

impl Language {
    fn of(lang: Lang, file: File) -> Self {
        let File { name, months, date, between, last, last_of_pairs, units, say, heading, label, code } = file;
        let mut sentences = FxHashMap::default();
        for (group, texts) in [("say", say), ("heading", heading), ("label", label)] {
            sentences.extend(texts.into_iter().map(|(key, text)| (format!("{group}.{key}"), Sentence::parse(&text))));
        }
        for (group, texts) in code {
            sentences.extend(texts.into_iter().map(|(key, text)| (format!("{group}.{key}"), Sentence::parse(&text))));
        }
        Self { lang, name, months, date: Sentence::parse(&date), between, last, last_of_pairs, units, sentences }
    }

    /// The sentence, heading, label or code word of `key`, with its placeholders filled.
    #[must_use]
    pub(crate) fn say(&self, key: &str, places: &[(&str, Line)]) -> Line {
        self.sentences.get(key).map(|sentence| sentence.fill(places)).unwrap_or_default()
    }

    /// The sentence of `key` in the form for a country, if there is one: `say.criminal-dk`.
    #[must_use]
    pub(crate) fn say_of(&self, key: &str, country: &str, places: &[(&str, Line)]) -> Line {
        let own = format!("{key}-{}", country.to_lowercase());
        self.say(if self.has(&own) { &own } else { key }, places)
    }

    /// The word for a code of an enumeration: `basis.consent`.
    #[must_use]
    pub(crate) fn code(&self, group: &str, code: &str) -> Line {
        self.say(&format!("{group}.{code}"), &[])
    }

    /// The codes of enumerations that a word is said for, each with its group.
    #[must_use]
    pub(crate) fn codes_said(&self, word: &str) -> Vec<(String, String)> {
        let is_it = |sentence: &Sentence| sentence.fill(&[]).plain() == word;
        let keys = self.sentences.iter().filter(|(_, sentence)| is_it(sentence)).map(|(key, _)| key.as_str());
        let mut all: Vec<_> = keys.filter_map(|key| key.split_once('.')).filter(|(group, _)| is_coded(group)).collect();
        all.sort_unstable();
        all.into_iter().map(|(group, code)| (group.to_owned(), code.to_owned())).collect()
    }

    /// The words for a code in the enumerations that have it.
    #[must_use]
    pub(crate) fn said_of(&self, code: &str) -> Vec<String> {
        let is_its = |key: &str| key.split_once('.').is_some_and(|(group, own)| own == code && is_coded(group));
        let mut all: Vec<_> = self.sentences.iter().filter(|(key, _)| is_its(key)).collect();
        all.sort_unstable_by_key(|(key, _)| *key);
        all.into_iter().map(|(_, sentence)| sentence.fill(&[]).plain()).collect()
    }

    /// The names of the months, the first one first.
    pub(crate) fn months(&self) -> &[String] {
        &self.months
    }

    /// Whether the language has a text for `key`.
    #[must_use]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.sentences.contains_key(key)
    }

    /// `a, b and c`. If an item itself contains the conjunction, the last one is joined differently.
    #[must_use]
    pub(crate) fn list(&self, lines: Vec<Line>) -> Line {
        let is_pair = |line: &Line| line.runs.iter().any(|run| run.words.contains(&self.last));
        let last = if lines.iter().any(is_pair) { &self.last_of_pairs } else { &self.last };
        Line::join(lines, &self.between, last)
    }

    /// `a, b or c`.
    #[must_use]
    pub(crate) fn either(&self, lines: Vec<Line>) -> Line {
        Line::join(lines, &self.between, &self.say("say.or", &[]).plain())
    }

    /// Phrases of which one holds.
    #[must_use]
    pub(crate) fn either_phrase(&self, phrases: Vec<Line>) -> Line {
        Line::join(phrases, &self.between, &self.say("say.or-span", &[]).plain())
    }

    /// A date in words.
    #[must_use]
    pub(crate) fn date(&self, day: civil::Date) -> Line {
        let month = usize::try_from(day.month() - 1).ok().and_then(|month| self.months.get(month));
        let places = [
            ("day", Line::words(&day.day().to_string())),
            ("month", Line::words(month.map_or("", String::as_str))),
            ("year", Line::words(&day.year().to_string())),
        ];
        self.date.fill(&places)
    }
}

impl Sentence {
    /// Parses a sentence template.
    pub(crate) fn parse(text: &str) -> Self {
        // Most texts are words alone.
        let has_pieces = ['{', '[', ']'].into_iter().any(|sign| text.contains(sign));
        match has_pieces || text.is_empty() {
            true => Self(pieces(&mut text.chars())),
            false => Self(vec![Piece::Words(text.to_owned())]),
        }
    }

    /// Fills the placeholders.
    pub(crate) fn fill(&self, places: &[(&str, Line)]) -> Line {
        let mut line = Line::default();
        fill(&self.0, places, &mut line);
        line
    }
}

/// Parses pieces up to the end of the text or the closing bracket.
fn pieces(letters: &mut std::str::Chars) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    while let Some(letter) = letters.next() {
        let piece = match letter {
            '{' => Piece::Place(letters.by_ref().take_while(|letter| *letter != '}').collect()),
            '[' => Piece::Optional(self::pieces(letters)),
            ']' => break,
            _ => {
                words.push(letter);
                continue;
            }
        };
        if !words.is_empty() {
            pieces.push(Piece::Words(std::mem::take(&mut words)));
        }
        pieces.push(piece);
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

fn place<'p>(name: &str, places: &'p [(&str, Line)]) -> Option<&'p Line> {
    places.iter().find(|(known, _)| *known == name).map(|(_, line)| line)
}

fn fill(pieces: &[Piece], places: &[(&str, Line)], line: &mut Line) {
    for piece in pieces {
        match piece {
            Piece::Words(words) => line.push_words(words),
            Piece::Place(name) => place(name, places).into_iter().for_each(|filling| line.push(filling)),
            Piece::Optional(inside) if is_filled(inside, places) => fill(inside, places, line),
            Piece::Optional(_) => {}
        }
    }
}

fn is_filled(pieces: &[Piece], places: &[(&str, Line)]) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Place(name) => place(name, places).is_some_and(|line| !line.is_empty()),
        Piece::Words(_) | Piece::Optional(_) => true,
    })
}

/// Whether a group of texts has the words of an enumeration of the format.
fn is_coded(group: &str) -> bool {
    !matches!(group, "say" | "heading" | "label" | "sheet" | "search" | "page" | "table" | "row")
}

#[cfg(test)]
mod tests {
    use super::Sentence;
    use crate::language::line::Line;

    #[test]
    fn what_stands_in_brackets_needs_its_places() {
        let sentence = Sentence::parse("Kontakta {a}[ eller {b}[ i {c}]].");
        let fill = |places: &[(&str, &str)]| {
            let places: Vec<(&str, Line)> = places.iter().map(|(name, words)| (*name, Line::words(words))).collect();
            sentence.fill(&places).plain()
        };
        assert_eq!(fill(&[("a", "x")]), "Kontakta x.");
        assert_eq!(fill(&[("a", "x"), ("b", "y")]), "Kontakta x eller y.");
        assert_eq!(fill(&[("a", "x"), ("b", "y"), ("c", "z")]), "Kontakta x eller y i z.");
    }
}
