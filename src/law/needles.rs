//! What a text must contain for a pattern to match it. Most texts contain nothing of it, so most patterns are neither
//! compiled nor tried.

use std::cmp::Reverse;
use std::mem;

use aho_corasick::{AhoCorasick, BuildError};
use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

/// The largest number of texts of which one must occur; a part with more counts as unknown.
const MOST: usize = 128;

/// The length from which a longer needle is no better, in bytes.
const LONG: usize = 6;

/// The shortest needle, in bytes: a single letter is in every text.
const SHORTEST: usize = 2;

/// A text as needles are written: in lower case, as patterns that are not case-sensitive match it, and with spaces for all
/// white space. Each letter alone, so that the result does not depend on its neighbours.
pub(super) fn folded(words: &str) -> String {
    let fold = |letter: char| match letter {
        'ſ' => 's',
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    };
    words.chars().flat_map(char::to_lowercase).map(fold).collect()
}

/// Folded texts of which every match of a pattern contains at least one. `None` if no such texts are known.
pub(super) fn needles(pattern: &Hir) -> Option<Vec<String>> {
    Part::of(pattern).required().filter(|needles| weight(needles) >= SHORTEST)
}

/// The length of the shortest needle: the shorter, the more texts have it by chance.
fn weight(needles: &[String]) -> usize {
    needles.iter().map(String::len).min().unwrap_or_default()
}

/// The needles that few texts have: long ones, and of these the fewest.
fn best(all: impl Iterator<Item = Vec<String>>) -> Option<Vec<String>> {
    all.max_by_key(|needles| (weight(needles).min(LONG), Reverse(needles.len())))
}

/// What is known of the texts that a part of a pattern matches.
enum Part {
    /// It matches these folded texts and no others.
    Exact(Vec<String>),
    /// Each match contains one of these.
    Contains(Vec<String>),
    /// Nothing.
    Unknown,
}

impl Part {
    fn of(pattern: &Hir) -> Self {
        match pattern.kind() {
            HirKind::Empty | HirKind::Look(_) => Self::Exact(vec![String::new()]),
            HirKind::Literal(literal) => Self::letters(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(Class::Unicode(class)) if class.iter().map(|range| range.len()).sum::<usize>() <= MOST => {
                let letters = class.iter().flat_map(|range| range.start()..=range.end());
                Self::any(letters.map(|letter| Self::letters(letter.encode_utf8(&mut [0; 4]))))
            }
            HirKind::Class(_) => Self::Unknown,
            HirKind::Capture(group) => Self::of(&group.sub),
            HirKind::Repetition(Repetition { min: 1, max: Some(1), sub, .. }) => Self::of(sub),
            HirKind::Repetition(Repetition { min: 0, max: Some(1), sub, .. }) => {
                Self::any([Self::Exact(vec![String::new()]), Self::of(sub)].into_iter())
            }
            HirKind::Repetition(Repetition { min: 1.., sub, .. }) => Self::of(sub).inexact(),
            HirKind::Repetition(_) => Self::Unknown,
            HirKind::Concat(parts) => Self::in_turn(parts.iter().map(Self::of)),
            HirKind::Alternation(parts) => Self::any(parts.iter().map(Self::of)),
        }
    }

    /// Letters, unless one has case and is not of our languages: it may have more forms than upper and lower case.
    fn letters(letters: &str) -> Self {
        let has_case = |letter: char| letter.is_lowercase() || letter.is_uppercase();
        let is_known = |letter| !has_case(letter) || matches!(letter, '\0'..='\u{FF}') && letter != 'µ';
        match letters.chars().all(is_known) {
            true => Self::Exact(vec![folded(letters)]),
            false => Self::Unknown,
        }
    }

    /// One of several parts.
    fn any(parts: impl Iterator<Item = Self>) -> Self {
        let mut all = Vec::new();
        let mut is_exact = true;
        for part in parts {
            let texts = match part {
                Self::Exact(texts) => texts,
                Self::Contains(texts) => {
                    is_exact = false;
                    texts
                }
                Self::Unknown => return Self::Unknown,
            };
            all.extend(texts);
        }
        all.sort_unstable();
        all.dedup();
        match is_exact {
            _ if all.len() > MOST => Self::Unknown,
            true => Self::Exact(all),
            false => Self::Contains(all),
        }
    }

    /// Several parts, one after the other: neighbours that are exact make longer texts, and the best of them is kept.
    fn in_turn(parts: impl Iterator<Item = Self>) -> Self {
        let mut run = vec![String::new()];
        let mut found: Vec<Vec<String>> = Vec::new();
        let mut is_exact = true;
        for part in parts {
            match part {
                Self::Exact(texts) if run.len() * texts.len() <= MOST => {
                    run = run.iter().flat_map(|run| texts.iter().map(move |text| format!("{run}{text}"))).collect();
                }
                part => {
                    is_exact = false;
                    let exact = if let Self::Exact(texts) = &part { texts.clone() } else { vec![String::new()] };
                    found.push(mem::replace(&mut run, exact));
                    found.extend(part.required());
                }
            }
        }
        if is_exact {
            return Self::Exact(run);
        }
        found.push(run);
        best(found.into_iter()).filter(|needles| weight(needles) > 0).map_or(Self::Unknown, Self::Contains)
    }

    fn inexact(self) -> Self {
        match self {
            Self::Exact(texts) => Self::Contains(texts),
            other => other,
        }
    }

    fn required(self) -> Option<Vec<String>> {
        match self {
            Self::Exact(texts) | Self::Contains(texts) => Some(texts).filter(|texts| weight(texts) > 0),
            Self::Unknown => None,
        }
    }
}

/// The needles of many patterns, found in one pass over a text.
pub(super) struct Haystack {
    automaton: AhoCorasick,
    /// The index of the pattern of each needle.
    owners: Vec<usize>,
    /// The patterns without needles: every text can match them.
    always: Vec<usize>,
}

impl Haystack {
    /// The needles of these patterns.
    ///
    /// # Errors
    /// If there are more needles than an automaton can have.
    pub(super) fn of<'p>(patterns: impl Iterator<Item = Option<&'p [String]>>) -> Result<Self, BuildError> {
        let (mut all, mut owners, mut always) = (Vec::new(), Vec::new(), Vec::new());
        for (index, needles) in patterns.enumerate() {
            match needles {
                None => always.push(index),
                Some(needles) => {
                    all.extend(needles);
                    owners.extend(needles.iter().map(|_| index));
                }
            }
        }
        Ok(Self { automaton: AhoCorasick::new(all)?, owners, always })
    }

    /// The indices of the patterns that a text can match, in order: every one that it does match, and sometimes others.
    pub(super) fn candidates(&self, words: &str) -> Vec<usize> {
        let folded = folded(words);
        let found = self.automaton.find_overlapping_iter(&folded);
        let owners = found.filter_map(|found| self.owners.get(found.pattern().as_usize()).copied());
        let mut candidates: Vec<usize> = self.always.iter().copied().chain(owners).collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates
    }
}

#[cfg(test)]
mod tests {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::string::string_regex;
    use proptest::test_runner::TestRunner;
    use regex::Regex;

    use super::{Haystack, needles};
    use crate::law::pattern::Pattern;
    use crate::law::stale;

    fn of(pattern: &str) -> Option<Vec<String>> {
        needles(&regex_syntax::parse(pattern).unwrap())
    }

    #[test]
    fn the_longest_texts_that_a_match_must_contain_are_known() {
        assert_eq!(of(r"\bkan (?:ibland |även )*komma att").unwrap(), ["komma att"]);
        assert_eq!(of("(?:aldrig|inte)[^.]{0,60}utanför EU").unwrap(), ["utanför eu"]);
        assert_eq!(of(r"\bt\.\s?ex\.").unwrap(), ["t.ex.", "t. ex."]);
        assert_eq!(of("ti(?:ll|l) ?exempel").unwrap(), ["tilexempel", "til exempel", "tillexempel", "till exempel"]);
        assert_eq!(of("(?:år|dag)+ sedan").unwrap(), [" sedan"]);
        assert_eq!(of("hund|katt?").unwrap(), ["hund", "kat", "katt"]);
        assert_eq!(of(r"\d{6}-\d{4}|namn"), None);
        assert_eq!(of("a|namn"), None);
        assert_eq!(of("ΣΑΣ"), None);
    }

    /// Texts that are made from a pattern and match it are never passed over, in any case of their letters.
    #[test]
    fn no_outdated_name_is_passed_over() {
        let looks = Regex::new(r"(\[\^)|\\b|\^|\$").unwrap();
        let mut runner = TestRunner::deterministic();
        let mut tried = 0;
        for row in stale::all() {
            let pattern = Pattern::new(&row.pattern, row.exact);
            assert!(pattern.needles().is_some(), "{}", row.id);
            let haystack = Haystack::of([pattern.needles()].into_iter()).unwrap();
            // Texts are made without the boundaries of words and texts.
            let Ok(matching) = string_regex(&looks.replace_all(&row.pattern, "$1")) else { continue };
            for _ in 0..30 {
                let text = matching.new_tree(&mut runner).unwrap().current();
                for text in [text.to_uppercase(), text.to_lowercase(), text] {
                    let is_match = pattern.regex().unwrap().is_match(&text);
                    assert!(!is_match || haystack.candidates(&text) == [0], "{text:?}");
                    tried += usize::from(is_match);
                }
            }
        }
        assert!(tried > 1000, "only {tried} matches");
    }
}
