//! The questions and the roles to ask, from `templates/todo/questions.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::check::rules;
use crate::error::Error;
use crate::language::Sentence;
use crate::language::line::Line;
use crate::law::provision::Provision;
use crate::say::{Message, Tongue};

/// A question for somebody in the municipality.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The role to ask, as in the file.
    pub ask: String,
    /// The provision of Article 13, 14 or 30 of the Regulation that requires the answer.
    pub article: Option<String>,
    en: String,
    sv: String,
    da: String,
}

/// A sentence in each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    en: String,
    sv: String,
    da: String,
}

/// The file as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    role: BTreeMap<String, Each>,
    gap: BTreeMap<String, Question>,
    alike: BTreeMap<String, String>,
    rule: BTreeMap<String, Question>,
    group: BTreeMap<String, Question>,
}

static FILE: Table<File> = Table::new(|files| {
    let file: File = files.read(QUESTIONS)?;
    file.leads().map_err(|(keys, what)| files.fault(QUESTIONS, &keys, what))?;
    Ok(file)
});
const QUESTIONS: &str = "todo/questions.toml";
static NOTHING: LazyLock<Question> = LazyLock::new(Question::default);

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    FILE.check(files)
}

impl File {
    /// Checks that every reference has a target; otherwise returns its keys and a message.
    fn leads(&self) -> Result<(), ([&str; 3], Message)> {
        for (kind, questions) in [("gap", &self.gap), ("rule", &self.rule), ("group", &self.group)] {
            for (key, question) in questions {
                let is_known = match kind {
                    "rule" => rules::find(key).is_some(),
                    "group" => key == "format" || rules::groups().any(|known| known == key),
                    _ => true,
                };
                if !is_known {
                    return Err(([kind, key, ""], unknown(key)));
                }
                if !self.role.contains_key(&question.ask) {
                    return Err(([kind, key, "ask"], unknown(&question.ask)));
                }
            }
        }
        self.alike.iter().try_for_each(|(rule, gap)| match (rules::find(rule), self.gap.get(gap)) {
            (None, _) => Err((["alike", rule, ""], unknown(rule))),
            (_, None) => Err((["alike", rule, ""], unknown(gap))),
            (Some(_), Some(_)) => Ok(()),
        })
    }
}

/// The question for a gap, by its key path in Rust spelling: for the whole path if the file has it, or else for its
/// last keys.
#[must_use]
pub fn of_gap(path: &[&str]) -> Option<&'static Question> {
    let written: Vec<String> = path.iter().map(|key| key.replace('_', "-")).collect();
    (0..written.len()).find_map(|from| FILE.get().gap.get(&written[from..].join(".")))
}

/// The question for a finding, by its code: its own, that of a similar gap, or that of the rule's group.
#[must_use]
pub fn of_finding(code: &str) -> &'static Question {
    let own = FILE.get().rule.get(code);
    let alike = || FILE.get().gap.get(FILE.get().alike.get(code)?);
    let group = || FILE.get().group.get(rules::group_of(code).unwrap_or("format"));
    own.or_else(alike).or_else(group).unwrap_or(&NOTHING)
}

/// The gap that a rule asks about, as its key path in YAML spelling: what its finding says is missing.
#[must_use]
pub(crate) fn gap_of(code: &str) -> Option<&'static str> {
    FILE.get().alike.get(code).map(String::as_str)
}

/// Whether a rule has only the question of its group, which does not name what is missing.
#[must_use]
pub(crate) fn is_general(code: &str) -> bool {
    !FILE.get().rule.contains_key(code) && !FILE.get().alike.contains_key(code)
}

impl Question {
    /// The question with its subject filled in.
    pub(crate) fn put(&self, thing: &Message) -> Message {
        let Self { en, sv, da, .. } = self;
        fill(en, sv, da, &[("thing", thing)])
    }

    /// The provision that requires the answer.
    pub(crate) fn law(&'static self) -> Option<Message> {
        let provision = Provision::Gdpr(self.article.as_deref()?);
        Some(Message::each(|tongue| provision.cite(tongue)))
    }

    /// Whom to ask, with the unit and the owner of the information if known.
    pub(crate) fn whom(&self, unit: &Message, owner: &Message) -> Message {
        let is_owned = self.ask == "manager" && !owner.is_empty();
        match FILE.get().role.get(if is_owned { "owner" } else { &self.ask }) {
            Some(Each { en, sv, da }) => fill(en, sv, da, &[("unit", unit), ("owner", owner)]),
            None => Message::default(),
        }
    }
}

fn fill(en: &str, sv: &str, da: &str, places: &[(&str, &Message)]) -> Message {
    Message::each(|tongue| {
        let sentence = match tongue {
            Tongue::English => en,
            Tongue::Swedish => sv,
            Tongue::Danish => da,
        };
        let places: Vec<(&str, Line)> =
            places.iter().map(|(name, words)| (*name, Line::words(words.get(tongue)))).collect();
        Sentence::parse(sentence).fill(&places).plain()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_one_in_every_language() {
        let file = FILE.get();
        let questions = file.gap.iter().chain(&file.rule).chain(&file.group);
        for (key, question) in questions {
            let said = [&question.en, &question.sv, &question.da];
            assert!(said.iter().all(|said| said.contains('?')), "{key} is no question in every language");
            let wants = |said: &&String| said.contains("{thing}");
            assert!(said.iter().all(wants) || !said.iter().any(wants), "{key} names its thing in some languages");
            let article = question.article.as_deref().map(|article| article.split('(').next().unwrap_or_default());
            assert!(article.is_none_or(|article| ["13", "14", "30"].contains(&article)), "{key}");
        }
        assert!(file.alike.keys().all(|code| !file.rule.contains_key(code)), "a rule has two questions");
    }

    #[test]
    fn a_question_asks_what_is_not_known_yet() {
        let put = |code: &str| of_finding(code).put(&Message::default()).en;
        assert!(put("class-missing").contains("information class"));
        assert!(put("adequacy-contested").contains("if the adequacy decision fell"));
    }

    #[test]
    fn the_longest_key_wins() {
        let put = |path: &[&str]| of_gap(path).map(|question| question.put(&Message::default()).en);
        assert_eq!(put(&["transfers", "country"]).as_deref(), Some("To which country are the data transferred?"));
        assert_eq!(put(&["country"]).as_deref(), Some("In which country is the processor established?"));
        assert_eq!(put(&["no_such_key"]), None);
    }
}
