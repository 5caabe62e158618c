//! Holds answers against the register as it is now, and makes the changes that stand.

mod desk;
mod messages;

use std::collections::{BTreeMap, HashMap};

use crate::ask::fit;
use crate::ask::form::{Kind, Question};
use crate::ask::given::{Answer, Given, Says};
use crate::ask::path::Trees;
use crate::draft::put::tree::is_made;
use crate::draft::put::{Change, Put};
use crate::finding::{Finding, Findings, Level};
use crate::fix::{self, Fixed};
use crate::say::Message;
use crate::source::{File, Read};
use desk::Desk;
use messages::{changed, in_the_way, no_question, twice};

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
    let mut outcome = Outcome::default();
    let cases = cases(court, given, &mut outcome);
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
fn cases<'c>(court: &'c Court, given: &'c [Given], outcome: &mut Outcome) -> Vec<Case<'c>> {
    let mut cases = Vec::new();
    let mut trees = Trees::default();
    let mut known: HashMap<&str, &Says> = HashMap::new();
    let all = given.iter().flat_map(|given| given.answers.iter().map(move |answer| (given, answer)));
    for (given, answer) in all {
        let index = outcome.answers.len();
        let question = court.questions.get(&answer.id);
        let (fate, puts) = match question {
            None => (Fate::Unplaced(no_question()), Vec::new()),
            Some(question) => judged(court, answer, question, known.get(answer.id.as_str()).copied(), &mut trees),
        };
        let words = question.map(|question| question.words.clone()).unwrap_or_default();
        let is_good = matches!(fate, Fate::Changes | Fate::Stays);
        outcome.answers.push(Settled { id: answer.id.clone(), words, fate });
        if let Some(question) = question.filter(|_| is_good) {
            known.insert(&answer.id, &answer.says);
            cases.push(Case { question, given, puts, index });
        }
    }
    for given in given {
        for (id, why) in &given.refused {
            let question = court.questions.get(id);
            let words = question.map(|question| question.words.clone()).unwrap_or_default();
            outcome.answers.push(Settled { id: id.clone(), words, fate: Fate::Refused(why.clone()) });
        }
    }
    cases.sort_by_key(|case| {
        let is_list = case.puts.iter().any(|put| matches!(put.change, Change::Items { .. }));
        (is_list, std::cmp::Reverse(case.question.target.path.clone()))
    });
    cases
}

fn judged(
    court: &Court,
    answer: &Answer,
    question: &Question,
    earlier: Option<&Says>,
    trees: &mut Trees,
) -> (Fate, Vec<Put>) {
    let file = question.target.file;
    let text = court.read.sources.files.get(file as usize).map(|file| file.text.as_str());
    let Some(root) = text.and_then(|text| trees.root(file, text)) else {
        return (Fate::Unplaced(no_question()), Vec::new());
    };
    if let Some(earlier) = earlier {
        return match *earlier == answer.says {
            true => (Fate::Already, Vec::new()),
            false => (Fate::Conflict(twice()), Vec::new()),
        };
    }
    if question.kind == Kind::Note {
        let words = match &answer.says {
            Says::Value(value) => value.texts.join("; "),
            Says::Unknown(reason) => reason.clone(),
            Says::Right | Says::None => String::new(),
        };
        return (Fate::Unplaced(messages::in_words(&words)), Vec::new());
    }
    let fitted = fit::fit(question, &answer.says, root);
    if let Ok(puts) = &fitted
        && !puts.is_empty()
        && puts.iter().all(|put| is_made(root, put))
    {
        return (Fate::Already, Vec::new());
    }
    if answer.was != question.print {
        return (Fate::Conflict(changed(question)), Vec::new());
    }
    match fitted {
        Err(why) => (Fate::Refused(why), Vec::new()),
        Ok(puts) if puts.is_empty() => (Fate::Stays, Vec::new()),
        Ok(puts) => (Fate::Changes, puts),
    }
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
