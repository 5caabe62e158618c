//! Holds answers against the register as it is now, and makes the changes that stand.

mod desk;
mod judge;
mod messages;

use std::collections::{BTreeMap, HashMap};

use crate::ask::fit;
use crate::ask::form::Question;
use crate::ask::given::{Answer, Given};
use crate::ask::path::Trees;
use crate::ask::said::said;
use crate::draft::put::{Change, Put};
use crate::finding::{Finding, Findings, Level};
use crate::fix::{self, Fixed};
use crate::model::Lang;
use crate::say::{Message, Tongue};
use crate::source::{File, Read};
use desk::Desk;
use judge::{from, judged, settled};
use messages::{in_the_way, no_question};

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It changes the register.
    Changes,
    /// What is written stays, as the answer says.
    Stays,
    /// The register says already what the answer says.
    Already,
    /// What the register says has changed since the question was asked, or two files answer it differently.
    Conflict(Message),
    /// It does not fit the question, or the register would have an error.
    Refused(Message),
    /// It cannot be written without hands.
    Unplaced(Message),
}

/// An answer and what became of it.
#[derive(Debug, Clone)]
pub(crate) struct Settled {
    /// The id of the question.
    pub id: String,
    /// The question, if it is known.
    pub words: String,
    /// The file with the answer, and who answered.
    pub from: String,
    /// The answer in words; empty if it could not be read.
    pub said: String,
    /// What else stands beside the answer.
    pub remark: String,
    /// Whether another answer to the question counts.
    pub is_second: bool,
    /// Whether the text in other languages stays, and has to be translated.
    pub is_translated: bool,
    /// What became of the answer.
    pub fate: Fate,
}

/// The answers of a municipality, settled.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The changed files, in order of path.
    pub files: Vec<Fixed>,
    /// Each answer.
    pub answers: Vec<Settled>,
    /// Whether an answer stands, but the format has no key for who gave it.
    pub is_unrecorded: bool,
    /// The texts with the changes.
    pub after: Read,
}

/// What a municipality is checked by.
pub(crate) struct Court<'c> {
    /// The texts.
    pub read: &'c Read,
    /// Every question, by id.
    pub questions: &'c BTreeMap<String, Question>,
    /// What is not asked any more, of what the answers are about, by id.
    pub settled: &'c BTreeMap<String, Question>,
    /// The language of what is told.
    pub tongue: Tongue,
    /// The main language of the municipality, in which the units answer.
    pub main: Option<Lang>,
    /// Whether the format has the key that says who answered, and when.
    pub keeps_reviews: bool,
    /// Checks texts.
    pub check: &'c dyn Fn(&Read) -> Findings,
}

/// An answer with its changes.
struct Case<'c> {
    question: &'c Question,
    given: &'c Given,
    puts: Vec<Put>,
    /// Its index among the settled answers.
    index: usize,
}

/// Settles the answers of one municipality.
///
/// # Errors
/// When `bytes` cannot read a file.
pub(crate) fn settle<E>(
    court: &Court,
    given: &[Given],
    bytes: impl Fn(&File) -> Result<Vec<u8>, E>,
) -> Result<Outcome, E> {
    let mut refused: BTreeMap<usize, Fate> = BTreeMap::new();
    loop {
        let outcome = once(court, given, &refused, &bytes)?;
        // Where the first answer to a question cannot be written, the next one counts.
        let is_next = |id: &str| outcome.answers.iter().any(|other| other.id == id && other.is_second);
        let more = outcome.answers.iter().enumerate().filter(|(at, answer)| {
            let is_out = matches!(answer.fate, Fate::Refused(_) | Fate::Unplaced(_));
            is_out && !refused.contains_key(at) && is_next(&answer.id)
        });
        let more: Vec<(usize, Fate)> = more.map(|(at, answer)| (at, answer.fate.clone())).collect();
        if more.is_empty() {
            return Ok(outcome);
        }
        refused.extend(more);
    }
}

/// Settles all answers but those that are refused, by their index.
fn once<E>(
    court: &Court,
    given: &[Given],
    refused: &BTreeMap<usize, Fate>,
    bytes: impl Fn(&File) -> Result<Vec<u8>, E>,
) -> Result<Outcome, E> {
    let mut outcome = Outcome::default();
    let cases = cases(court, given, refused, &mut outcome);
    let before = (court.check)(court.read);
    let mut desk = Desk { read: court.read.clone(), files: BTreeMap::new() };
    let mut placed: Vec<&Case> = Vec::new();
    for case in &cases {
        match desk.make(&case.puts, case.question.target.file, &bytes)? {
            true => placed.push(case),
            false => outcome.fate(case, Fate::Unplaced(in_the_way(court.read, case.question.target.file))),
        }
    }
    desk.review(court, &placed, &bytes)?;
    if first_error(&before, &(court.check)(&desk.read)).is_some() {
        // Some answer causes an error: each is tried by itself after those that stand.
        desk = Desk { read: court.read.clone(), files: BTreeMap::new() };
        let mut standing = Vec::new();
        for case in placed {
            let earlier = (desk.read.clone(), desk.files.clone());
            if !desk.make(&case.puts, case.question.target.file, &bytes)? {
                outcome.fate(case, Fate::Unplaced(in_the_way(court.read, case.question.target.file)));
                continue;
            }
            match first_error(&before, &(court.check)(&desk.read)) {
                None => standing.push(case),
                Some(finding) => {
                    (desk.read, desk.files) = earlier;
                    outcome.fate(case, Fate::Refused(finding.message));
                }
            }
        }
        placed = standing;
        let earlier = (desk.read.clone(), desk.files.clone());
        desk.review(court, &placed, &bytes)?;
        if first_error(&before, &(court.check)(&desk.read)).is_some() {
            (desk.read, desk.files) = earlier;
        }
    }
    outcome.is_unrecorded = !court.keeps_reviews && !placed.is_empty();
    outcome.after = desk.read;
    outcome.files = desk.files.into_values().filter(|fixed| fixed.before != fixed.after).collect();
    Ok(outcome)
}

impl Outcome {
    fn fate(&mut self, case: &Case, fate: Fate) {
        if let Some(settled) = self.answers.get_mut(case.index) {
            settled.fate = fate;
        }
    }
}

/// The answers that fit their questions, deep values first, so that no change moves the path of another.
fn cases<'c>(
    court: &'c Court,
    given: &'c [Given],
    refused: &BTreeMap<usize, Fate>,
    outcome: &mut Outcome,
) -> Vec<Case<'c>> {
    let mut cases = Vec::new();
    let mut trees = Trees::default();
    let mut known: HashMap<&str, (&Given, &Answer)> = HashMap::new();
    let all = given.iter().flat_map(|given| given.answers.iter().map(move |answer| (given, answer)));
    for (given, answer) in all {
        let index = outcome.answers.len();
        let question = court.questions.get(&answer.id);
        let earlier = known.get(answer.id.as_str()).copied();
        let (fate, puts) = match (refused.get(&index), question, court.settled.get(&answer.id)) {
            (Some(fate), ..) => (fate.clone(), Vec::new()),
            (None, None, None) => (Fate::Unplaced(no_question()), Vec::new()),
            (None, Some(question), _) => judged(court, (given, answer), question, earlier, &mut trees),
            (None, None, Some(question)) => (settled(court, answer, question, &mut trees), Vec::new()),
        };
        let is_good = matches!(fate, Fate::Changes | Fate::Stays);
        let is_translated = puts.iter().any(|put| fit::is_in_language(put, court.main));
        let asked = question.or_else(|| court.settled.get(&answer.id));
        outcome.answers.push(Settled {
            id: answer.id.clone(),
            words: asked.map(|question| question.words.clone()).unwrap_or_default(),
            from: from(given),
            said: said(&answer.says, asked, court.tongue),
            remark: answer.remark.clone(),
            is_second: earlier.is_some(),
            is_translated,
            fate,
        });
        if let Some(question) = question.filter(|_| is_good) {
            known.insert(&answer.id, (given, answer));
            cases.push(Case { question, given, puts, index });
        }
    }
    for given in given {
        for (id, why) in &given.refused {
            let question = court.questions.get(id);
            let words = question.map(|question| question.words.clone()).unwrap_or_default();
            outcome.answers.push(Settled {
                id: id.clone(),
                words,
                from: from(given),
                said: String::new(),
                remark: String::new(),
                is_second: false,
                is_translated: false,
                fate: Fate::Refused(why.clone()),
            });
        }
    }
    cases.sort_by_key(|case| {
        let is_list = case.puts.iter().any(|put| matches!(put.change, Change::Items { .. }));
        (is_list, std::cmp::Reverse(case.question.target.path.clone()))
    });
    cases
}

/// The first error after the changes that was not there before.
fn first_error(before: &Findings, after: &Findings) -> Option<Finding> {
    let mut known: HashMap<_, usize> = HashMap::new();
    before.iter().for_each(|finding| *known.entry(fix::identity(finding)).or_default() += 1);
    let is_new = |finding: &&Finding| match known.get_mut(&fix::identity(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => finding.level == Level::Error,
    };
    after.iter().find(is_new).cloned()
}
