//! What becomes of one answer, before the register with all of them is checked.

use super::messages::{changed, in_words, no_question, twice};
use super::{Court, Fate};
use crate::ask::fit;
use crate::ask::form::{Kind, Question};
use crate::ask::given::{Answer, Given};
use crate::ask::path::Trees;
use crate::ask::said::said;
use crate::draft::put::Put;
use crate::draft::put::tree::is_made;

/// The file and the person of an answer.
pub(super) fn from(given: &Given) -> String {
    if given.by.is_empty() { given.file.clone() } else { format!("{}, {}", given.file, given.by) }
}

/// What becomes of an answer to a question that is not asked any more: it is written, or the register says something else.
pub(super) fn settled(court: &Court, answer: &Answer, question: &Question, trees: &mut Trees) -> Fate {
    let file = question.target.file;
    let text = court.read.sources.files.get(file as usize).map(|file| file.text.as_str());
    let Some(root) = text.and_then(|text| trees.root(file, text)) else { return Fate::Unplaced(no_question()) };
    match fit::fit(question, &answer.says, root, court.main) {
        Ok(puts) if puts.iter().all(|put| is_made(root, put)) => Fate::Already,
        _ => Fate::Conflict(changed(question)),
    }
}

pub(super) fn judged(
    court: &Court,
    (given, answer): (&Given, &Answer),
    question: &Question,
    earlier: Option<(&Given, &Answer)>,
    trees: &mut Trees,
) -> (Fate, Vec<Put>) {
    let file = question.target.file;
    let text = court.read.sources.files.get(file as usize).map(|file| file.text.as_str());
    let Some(root) = text.and_then(|text| trees.root(file, text)) else {
        return (Fate::Unplaced(no_question()), Vec::new());
    };
    if let Some((first, earlier)) = earlier {
        let in_words = |answer: &Answer| said(&answer.says, Some(question), court.tongue);
        return match earlier.says == answer.says {
            true => (Fate::Already, Vec::new()),
            false => {
                let (first, second) = ((from(first), in_words(earlier)), (from(given), in_words(answer)));
                (Fate::Conflict(twice(&first, &second)), Vec::new())
            }
        };
    }
    if question.kind == Kind::Note {
        return (Fate::Unplaced(in_words()), Vec::new());
    }
    let fitted = fit::fit(question, &answer.says, root, court.main);
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
