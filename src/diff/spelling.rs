//! Corrections of spelling in running text. A word that is a fact, such as a purpose or a recipient, is never taken for
//! a misspelt other one.

use std::collections::HashMap;
use std::rc::Rc;

use strsim::osa_distance;

use crate::diff::condition::Context;
use crate::diff::reach::Side;
use crate::diff::value::Value;
use crate::diff::{Change, RecordKind, Step};
use crate::lexicon::{self, changes};
use crate::model::Lang;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::model::record::field;
use crate::model::section::Section;
use crate::model::visit::Visit;
use crate::steps;
use crate::vocabulary;

/// The fields with running text.
const RUNNING: [(RecordKind, &str); 7] = [
    (RecordKind::Activities, field!(Activity, summary)),
    (RecordKind::Activities, field!(Activity, procedure)),
    (RecordKind::Activities, field!(Activity, remarks)),
    (RecordKind::Notices, field!(Notice, scope)),
    (RecordKind::Notices, field!(Notice, remarks)),
    (RecordKind::Texts, field!(Section, body)),
    (RecordKind::Texts, field!(Section, points)),
];

/// Maximum length of a word in letters: comparing two words takes steps proportional to the product of their lengths.
const LONGEST: usize = 200;

/// How many words of a text may be corrected at once.
const CORRECTED: usize = 20;

/// Minimum number of letters that a word shares with another of which it may be a form.
const STEM: usize = 5;

/// The words of two versions, with their counts, and those that the program knows.
#[derive(Debug)]
pub(super) struct Vocabulary {
    written: HashMap<String, usize>,
    known: HashMap<String, usize>,
}

impl Vocabulary {
    /// The words of two versions.
    pub(super) fn of(before: Side, after: Side, main: Option<Lang>) -> Self {
        let (mut written, mut known) = (HashMap::new(), HashMap::new());
        for side in [before, after] {
            let register = side.written;
            let mut add =
                |record: &dyn Visit| Value::of(record, main).each(&mut |value| add_value(value, &mut written));
            add(&register.municipality);
            add(&register.shared);
            register.activities.values().for_each(|activity| add(activity));
            register.notices.values().for_each(|notice| add(notice));
        }
        vocabulary::words().chain(lexicon::words()).for_each(|text| add_words(text, &mut known));
        Self { written, known }
    }

    /// Whether a word is written more often than in a text.
    fn is_elsewhere(&self, word: &str, text: &[String]) -> bool {
        let here = text.iter().filter(|other| *other == word).count();
        self.known.contains_key(word) || self.written.get(word).is_some_and(|count| *count > here)
    }

    /// Whether a word that is nowhere else is still one: another word, closer to it than to `correct`, begins alike.
    fn is_form(&self, word: &str, correct: &str, text: &[String]) -> bool {
        let shared =
            |one: &str, other: &str| one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
        let stem = word.chars().count().saturating_sub(2).max(STEM);
        let is_near = |other: &str| {
            steps::count(1);
            let near = shared(word, other);
            near >= stem && near > shared(correct, other)
        };
        let others = self.written.keys().filter(|other| *other != word && self.is_elsewhere(other, text));
        others.chain(self.known.keys()).any(|other| is_near(other))
    }
}

fn add_value(value: &Value, all: &mut HashMap<String, usize>) {
    match value {
        Value::Plain(text) => add_words(text, all),
        value => value.words().into_iter().flat_map(|words| words.values()).for_each(|text| add_words(text, all)),
    }
}

fn add_words(text: &str, all: &mut HashMap<String, usize>) {
    words(text).into_iter().for_each(|word| *all.entry(word).or_default() += 1);
}

/// The words of a text in small letters, without punctuation.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// Whether a change corrects the spelling of running text.
pub(super) fn spelling(case: &Context) -> bool {
    let words = || case.known.words(case.before, case.after, case.main);
    is_running_text(case.change) && case.texts().is_some_and(|(before, after)| is_corrected(before, after, words))
}

/// Whether a change is one of a full stop or a capital letter only.
pub(super) fn punctuation(case: &Context) -> bool {
    case.texts().is_some_and(|(before, after)| is_same_but_for_marks(before, after))
}

/// Whether a change is in running text.
fn is_running_text(change: &Change) -> bool {
    let first = change.path.iter().find_map(|step| if let Step::Field(field) = step { Some(*field) } else { None });
    first.is_some_and(|field| RUNNING.contains(&(change.subject.room, field)))
}

/// Whether a text was only corrected: the same words in order, but for words that are written nowhere else and are now
/// words that are written elsewhere, with at most two letters changed.
fn is_corrected(before: &str, after: &str, vocabulary: impl FnOnce() -> Rc<Vocabulary>) -> bool {
    let (some, others) = (words(before), words(after));
    let pairs: Vec<(&String, &String)> = some.iter().zip(&others).filter(|(one, other)| one != other).collect();
    let is_short = (1..=CORRECTED).contains(&pairs.len()) && some.len() == others.len();
    if !is_short || !pairs.iter().all(|(word, other)| is_slip(word, other)) {
        return false;
    }
    let vocabulary = vocabulary();
    let is_corrected = |(word, other): &(&String, &String)| {
        !vocabulary.is_elsewhere(word, &some)
            && vocabulary.is_elsewhere(other, &others)
            && !vocabulary.is_form(word, other, &some)
    };
    pairs.iter().all(is_corrected)
}

/// Whether two texts differ in the last full stop or the first capital letter only.
fn is_same_but_for_marks(before: &str, after: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim_end_matches('.').trim_end();
        let mut letters = text.chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>())
    };
    before != after && bare(before).is_some() && bare(before) == bare(after)
}

fn is_slip(word: &str, other: &str) -> bool {
    let (length, longer) = (word.chars().count(), other.chars().count());
    let (length, longer) = (length.min(longer), length.max(longer));
    if longer > LONGEST {
        return false;
    }
    let is_number = |word: &str| word.chars().any(char::is_numeric) || changes().number.begins(word);
    if is_number(word) || is_number(other) {
        return false;
    }
    steps::count(length * longer);
    let distance = osa_distance(word, other);
    let begins_alike = word.chars().next() == other.chars().next();
    match length {
        0..=3 => distance == 1 && changes().short.has(word) != changes().short.has(other),
        4..=7 => begins_alike && distance <= 1,
        _ if begins_alike => distance <= 2,
        // With another first letter, it is a slip only if the length is the same: no prefix was added.
        _ => distance == 1 && word.chars().count() == other.chars().count(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::rc::Rc;

    use super::{Vocabulary, add_words, is_corrected, is_same_but_for_marks};

    fn corrected(before: &str, after: &str, elsewhere: &str) -> bool {
        let (mut written, mut known) = (HashMap::new(), HashMap::new());
        [before, after, elsewhere].iter().for_each(|text| add_words(text, &mut written));
        add_words("kontaktuppgifter vårdnadshavare vårdnadshavarens", &mut known);
        is_corrected(before, after, || Rc::new(Vocabulary { written, known }))
    }

    #[test]
    fn a_word_that_is_nowhere_else_and_becomes_one_that_is_was_misspelt() {
        for (before, after, elsewhere) in [
            ("rätten till skolsjkuts", "rätten till skolskjuts", "Skolskjuts"),
            ("brev till vårdnadshavre", "brev till vårdnadshavare", ""),
            ("planera ocg utföra", "planera och utföra", "skriva och läsa"),
        ] {
            assert!(corrected(before, after, elsewhere), "{before} / {after}");
        }
    }

    #[test]
    fn two_words_are_no_correction() {
        for (before, after, elsewhere) in [
            ("möte med läkare", "möte med lärare", "läkare och lärare"),
            ("möte med läkare", "möte med lärare", ""),
            ("listor över kontakter", "listor över kontrakter", "kontrakter"),
            ("rätten till skolskjuts", "rätten till skolsjkuts", "Skolskjuts"),
            ("i femton dagar", "i femtio dagar", "femtio"),
            ("i 2 år", "i 3 år", "3"),
            ("lagliga skäl", "olagliga skäl", "olagliga"),
            ("planera resorna", "planera resorna och mer", "och mer"),
        ] {
            assert!(!corrected(before, after, elsewhere), "{before} / {after}");
        }
    }

    #[test]
    fn a_full_stop_and_a_capital_say_nothing() {
        assert!(is_same_but_for_marks("planera resorna", "Planera resorna."));
        assert!(!is_same_but_for_marks("planera, inte resa", "planera inte resa"));
        assert!(!is_same_but_for_marks("1.5 år", "15 år"));
    }

    #[test]
    fn a_run_of_letters_is_no_word() {
        let long = "a".repeat(2_000);
        let taken = crate::steps::of(|| assert!(!corrected(&long, &format!("{long}b"), "")));
        assert!(taken < 2_000, "{taken} steps");
    }
}
