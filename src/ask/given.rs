//! An answer file: read strictly, for whoever sends one can write anything in it.

mod messages;

use std::collections::BTreeMap;

use jiff::civil;
use serde::Deserialize;

use crate::ask::clean::clean;
use crate::ask::day::day;
use crate::error::Error;
use crate::say;
use crate::say::Message;
use messages::{in_head, too_many, without_head};

pub(super) use messages::{no_day, not_ours, of_wrong_form};

/// The largest answer file, in bytes.
pub(crate) const LARGEST: u64 = 4 << 20;

/// The most answers of a file, and the most items of one answer.
const ANSWERS: usize = 5_000;
const ITEMS: usize = 200;

/// What stands in the field `ropa` of an answer file, and the version of its form.
pub(super) const KIND: &str = "answers";
pub(super) const VERSION: u32 = 1;

/// The answers of a unit.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    /// The file.
    pub file: String,
    /// The folder of the municipality.
    pub municipality: String,
    /// The unit that was asked.
    pub unit: String,
    /// Who answered, as a role.
    pub by: String,
    /// The day of the answers; the first of all days if nothing is answered.
    pub on: civil::Date,
    /// Words to the data protection officer.
    pub comment: String,
    /// The answers.
    pub answers: Vec<Answer>,
    /// Answers that could not be read, with the id of the question if it is known.
    pub refused: Vec<(String, Message)>,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The id of the question.
    pub id: String,
    /// The fingerprint of what the register said.
    pub was: String,
    /// What is answered.
    pub says: Says,
    /// What stands beside the answer.
    pub remark: String,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Says {
    /// What is written is still right.
    Right,
    /// There is none.
    None,
    /// It is not known, for this reason.
    Unknown(String),
    /// This.
    Value(Value),
}

/// The value of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Value {
    /// Texts, codes or labels: one, or the new items of a list.
    pub texts: Vec<String>,
    /// Records, by the keys of their parts.
    pub records: Vec<BTreeMap<String, Vec<String>>>,
    /// The items that are wrong, by their fingerprints.
    pub without: Vec<String>,
    /// Whether something is still missing from the list.
    pub is_partial: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ropa: String,
    version: u32,
    municipality: String,
    unit: String,
    by: String,
    on: String,
    #[serde(default)]
    comment: String,
    answers: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "says", rename_all = "kebab-case")]
enum Written {
    Right {
        id: String,
        was: String,
    },
    None {
        id: String,
        was: String,
    },
    Unknown {
        id: String,
        was: String,
        because: String,
    },
    Value {
        id: String,
        was: String,
        #[serde(default)]
        texts: Vec<String>,
        #[serde(default)]
        records: Vec<BTreeMap<String, Vec<String>>>,
        #[serde(default)]
        without: Vec<String>,
        #[serde(default)]
        partial: bool,
    },
}

/// Reads an answer file in JSON.
///
/// # Errors
/// When the file as a whole is no answer file.
pub(crate) fn json(name: &str, bytes: &[u8]) -> Result<Given, Error> {
    let file: File = serde_json::from_slice(bytes).map_err(|fault| not_ours(name).because(fault))?;
    if file.ropa != KIND || file.version != VERSION {
        return Err(not_ours(name));
    }
    let mut raw = Raw {
        name,
        municipality: file.municipality,
        unit: file.unit,
        by: file.by,
        on: file.on,
        comment: file.comment,
        answers: Vec::new(),
        refused: Vec::new(),
    };
    if file.answers.len() > ANSWERS {
        return Err(too_many(name));
    }
    for value in file.answers {
        let id = value.get("id").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        match serde_json::from_value::<Written>(value) {
            Ok(written) => raw.answers.push(answer(written)),
            Err(fault) => raw.refused.push((id, of_wrong_form(&fault.to_string()))),
        }
    }
    raw.read()
}

fn answer(written: Written) -> Answer {
    let (id, was, says) = match written {
        Written::Right { id, was } => (id, was, Says::Right),
        Written::None { id, was } => (id, was, Says::None),
        Written::Unknown { id, was, because } => (id, was, Says::Unknown(because)),
        Written::Value { id, was, texts, records, without, partial } => {
            (id, was, Says::Value(Value { texts, records, without, is_partial: partial }))
        }
    };
    Answer { id, was, says, remark: String::new() }
}

/// An answer file whose texts have not been looked at.
pub(super) struct Raw<'n> {
    pub(super) name: &'n str,
    pub(super) municipality: String,
    pub(super) unit: String,
    pub(super) by: String,
    pub(super) on: String,
    pub(super) comment: String,
    pub(super) answers: Vec<Answer>,
    pub(super) refused: Vec<(String, Message)>,
}

impl Raw<'_> {
    /// Looks at every text. What is no text of an answer is refused, question by question.
    pub(super) fn read(self) -> Result<Given, Error> {
        let Self { name, municipality, unit, by, on, comment, answers, mut refused } = self;
        if answers.len() > ANSWERS {
            return Err(too_many(name));
        }
        let by = clean(&by).map_err(|why| in_head(name, &why))?;
        let comment = clean(&comment).map_err(|why| in_head(name, &why))?;
        // A form that nobody has filled in says neither who answers nor when.
        let is_answered = !answers.is_empty() || !refused.is_empty();
        let day = day(&on);
        if day.is_none() && !on.trim().is_empty() {
            return Err(in_head(name, &no_day(on.trim())));
        }
        if let Some(why) = without_head(name, by.is_empty() && is_answered, day.is_none() && is_answered) {
            return Err(why);
        }
        let on = day.unwrap_or(civil::Date::MIN);
        let mut good = Vec::with_capacity(answers.len());
        for answer in answers {
            let id = answer.id.clone();
            match cleaned(answer) {
                Ok(answer) => good.push(answer),
                Err(why) => refused.push((id, why)),
            }
        }
        Ok(Given { file: name.to_owned(), municipality, unit, by, on, comment, answers: good, refused })
    }
}

fn cleaned(answer: Answer) -> Result<Answer, Message> {
    let Answer { id, was, says, remark } = answer;
    let remark = clean(&remark)?;
    let says = match says {
        Says::Right | Says::None => says,
        Says::Unknown(because) => Says::Unknown(clean(&because)?),
        Says::Value(Value { texts, records, without, is_partial }) => {
            if texts.len() > ITEMS
                || records.len() > ITEMS
                || without.len() > ITEMS
                || records.iter().any(|record| record.len() > ITEMS)
            {
                return Err(say!(
                    en: "the answer has more than {ITEMS} items",
                    sv: "svaret har fler än {ITEMS} poster",
                    da: "svaret har flere end {ITEMS} punkter",
                ));
            }
            let records = records.into_iter().map(|record| {
                record
                    .into_iter()
                    .map(|(key, texts)| Ok((key, all_clean(texts)?)))
                    .collect::<Result<BTreeMap<_, _>, Message>>()
            });
            let records: Vec<BTreeMap<String, Vec<String>>> = records.collect::<Result<_, Message>>()?;
            let records = records.into_iter().filter(|record| record.values().any(|texts| !texts.is_empty())).collect();
            Says::Value(Value { texts: all_clean(texts)?, records, without, is_partial })
        }
    };
    Ok(Answer { id, was, says, remark })
}

/// The texts that say something.
fn all_clean(texts: Vec<String>) -> Result<Vec<String>, Message> {
    if texts.len() > ITEMS {
        return Err(of_wrong_form(""));
    }
    let texts: Vec<String> = texts.iter().map(|text| clean(text)).collect::<Result<_, _>>()?;
    Ok(texts.into_iter().filter(|text| !text.is_empty()).collect())
}
