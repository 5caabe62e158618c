//! A text as sentences of words with their slots. What is quoted, and the name of an act, is left out.

use crate::claim::clause::{Clause, clauses};
use crate::claim::lexicon::Lexicon;
use crate::claim::slots::{Role, Slots};

/// A word or a run of words, or a mark between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Its roles and slots.
    pub(super) slots: Slots,
    /// What it is.
    pub(super) kind: Kind,
    /// How it ends.
    pub(super) ending: Ending,
}

/// The ending of a word, as far as it tells active from passive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// s.
    S,
    /// ed.
    Ed,
    /// Another.
    Other,
}

impl Ending {
    fn of(word: &str) -> Self {
        match word.as_bytes() {
            [.., b's'] => Self::S,
            [.., b'e', b'd'] => Self::Ed,
            _ => Self::Other,
        }
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word.
    Word,
    /// A comma.
    Comma,
    /// Another mark between clauses.
    Break,
    /// The end of a sentence.
    End,
}

/// A sentence.
pub(super) struct Sentence {
    /// Its words and marks.
    pub(super) tokens: Vec<Token>,
    /// Its clauses.
    pub(super) clauses: Vec<Clause>,
    /// The slots of all its words.
    pub(super) all: Slots,
    /// Whether a verb that ends in s is passive.
    pub(super) passive_s: bool,
}

/// A word of the text, or a mark.
struct Piece<'t> {
    word: &'t str,
    start: usize,
    kind: Kind,
}

/// The sentences of a text.
pub(super) fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Sentence> {
    let lower = lowered(text);
    let pieces = without_commas(pieces(&lower, text, lexicon), lexicon);
    let tokens = without_acts(merged(&pieces, lexicon), lexicon);
    let parts = tokens.split(|token| token.kind == Kind::End).filter(|part| !part.is_empty());
    let sentence = |tokens: &[Token]| {
        let own = tokens.iter().fold(Slots::NONE, |all, token| all | token.slots);
        let law = if own.meets(Role::Act) { Role::Law.into() } else { Slots::NONE };
        let clauses = clauses(tokens, lexicon.verbs);
        let conditions = clauses.iter().fold(Slots::NONE, |all, clause| all | clause.slots & Role::Conditional.into());
        Sentence { clauses, tokens: tokens.to_vec(), all: own | law | conditions, passive_s: lexicon.passive_s }
    };
    parts.map(sentence).collect()
}

/// A text in lower case. Every letter keeps its place: one whose lower case is longer or shorter stays as it is.
fn lowered(text: &str) -> String {
    let lower = |letter: char| {
        let mut lower = letter.to_lowercase();
        lower.next().filter(|one| lower.next().is_none() && one.len_utf8() == letter.len_utf8()).unwrap_or(letter)
    };
    text.chars().map(lower).collect()
}

/// The mark that ends a quotation that begins with this one.
fn closing(mark: char) -> Option<&'static [char]> {
    match mark {
        '”' | '“' | '"' | '„' => Some(&['”', '“', '"']),
        '»' => Some(&['»', '«']),
        '«' => Some(&['»']),
        _ => None,
    }
}

fn pieces<'l>(lower: &'l str, text: &str, lexicon: &Lexicon) -> Vec<Piece<'l>> {
    let mut all = Vec::with_capacity(lower.len() / 5 + 1);
    let mut at = 0;
    while let Some(letter) = lower[at..].chars().next() {
        let after = at + letter.len_utf8();
        if letter.is_alphanumeric() {
            let end = at + word_length(&lower[at..]);
            let word = lower[at..end].split(['\'', '’', ':']).next().unwrap_or_default();
            all.push(Piece { word, start: at, kind: Kind::Word });
            at = end;
            continue;
        }
        if let Some(end) = closing(letter).and_then(|marks| lower[after..].find(marks)) {
            at = after + end;
            at += lower[at..].chars().next().map_or(0, char::len_utf8);
            continue;
        }
        let kind = match letter {
            ',' => Some(Kind::Comma),
            '(' | ')' if is_of_number(lower, at) => None,
            ';' | ':' | '(' | ')' | '–' | '—' => Some(Kind::Break),
            '!' | '?' | '\n' | '•' => Some(Kind::End),
            '.' if is_end(text, lower, at, lexicon) => Some(Kind::End),
            _ => None,
        };
        all.extend(kind.map(|kind| Piece { word: "", start: at, kind }));
        at = after;
    }
    all
}

/// Whether a bracket belongs to a number: “6(1)(f)”.
fn is_of_number(lower: &str, at: usize) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'(' | b')');
    let before = lower.as_bytes()[..at].iter().rev().take_while(|byte| is_part(byte));
    before.last().is_some_and(u8::is_ascii_digit)
}

/// The words and marks without commas before “that”, which Danish writes and Swedish does not.
fn without_commas<'l>(pieces: Vec<Piece<'l>>, lexicon: &Lexicon) -> Vec<Piece<'l>> {
    let goes_on = |word: &str| lexicon.word(word).meets(Slots::from(Role::Which) | Role::That.into());
    let mut all: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if goes_on(piece.word) && all.last().is_some_and(|before| before.kind == Kind::Comma) {
            all.pop();
        }
        all.push(piece);
    }
    all
}

/// The length of the word at the beginning: with hyphens inside, and with an ending after an apostrophe or a colon.
fn word_length(lower: &str) -> usize {
    let mut letters = lower.char_indices().peekable();
    let mut end = 0;
    while let Some((at, letter)) = letters.next() {
        let is_inside = letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’' | ':') && is_inside && end > 0 {
            end = at + letter.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Whether a dot ends a sentence: not after an abbreviation or inside a number, and not before a small letter.
fn is_end(text: &str, lower: &str, at: usize, lexicon: &Lexicon) -> bool {
    let before = lower[..at].rsplit([' ', '\n', '(']).next().unwrap_or_default();
    let after = &text[at + 1..];
    let next = after.trim_start().chars().next();
    let is_number = !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit());
    (after.is_empty() || after.starts_with(char::is_whitespace))
        && !next.is_some_and(char::is_lowercase)
        && !(is_number && next.is_some_and(char::is_numeric))
        && !lexicon.is_abbreviation(before)
}

/// The words with their slots. A run of words that has slots counts as one word: what its words mean stays, but what they do
/// in the sentence, such as to negate, does not.
fn merged(pieces: &[Piece], lexicon: &Lexicon) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let next = |step: usize| pieces.get(at + 1 + step).filter(|next| next.kind == Kind::Word).map(|next| next.word);
        let phrase = (piece.kind == Kind::Word).then(|| lexicon.phrase(piece.word, next)).flatten();
        let (more, mut slots, is_alone) = phrase.unwrap_or((0, Slots::NONE, false));
        let own = pieces[at..].iter().take(more + 1).map(|piece| lexicon.word(piece.word));
        let own = own.fold(Slots::NONE, |all, slots| all | slots);
        slots |= match (more, is_alone) {
            (0, _) => own,
            (_, false) => own & (!Slots::ROLES | Role::Verb.into()),
            (_, true) => Slots::NONE,
        };
        if piece.word.bytes().all(|byte| byte.is_ascii_digit()) && !piece.word.is_empty() {
            slots |= Role::Number.into();
        }
        if slots.meets(Role::Unit) && all.last().is_some_and(|before| before.slots.meets(Role::Number)) {
            slots |= Role::Length.into();
        }
        let last = pieces.get(at + more).unwrap_or(piece);
        all.push(Token {
            start: piece.start,
            end: last.start + last.word.len(),
            slots,
            kind: piece.kind,
            ending: Ending::of(piece.word),
        });
        at += more + 1;
    }
    all
}

/// The words without what the name of an act says: from “on” after the act to the next mark or verb.
fn without_acts(tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    let mut was_act = false;
    let mut is_name = false;
    let is_kept = |token: &Token| {
        is_name = match token.kind {
            Kind::Word if is_name => !token.slots.meets(lexicon.verbs),
            Kind::Word => was_act && token.slots.meets(Role::On),
            _ => false,
        };
        was_act = token.slots.meets(Role::Act) || was_act && token.slots.meets(Role::Number);
        !is_name
    };
    let mut tokens = tokens;
    tokens.retain(is_kept);
    tokens
}
