//! LIX, the readability index of C. H. Björnsson (Läsbarhet, 1968): the number of words per sentence plus the share of long
//! words in per cent. It has no unit; a higher number is a harder text.

/// The most letters of a word that is not long.
const SHORT: usize = 6;

/// What closes a quotation or a bracket after the end of a sentence.
const CLOSING: [char; 6] = ['"', '”', '’', '\'', ')', '»'];

/// The counts of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Measure {
    /// Stretches between spaces with a letter or a digit.
    words: usize,
    /// Words of more than six letters. Digits and hyphens are no letters.
    long: usize,
    /// A sentence ends with its line, or with `.`, `!` or `?` before a word with a capital letter.
    sentences: usize,
}

impl Measure {
    /// Adds a line: a heading, a paragraph, or an item of a list.
    pub(crate) fn add(&mut self, line: &str) {
        let mut words = line.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).peekable();
        while let Some(word) = words.next() {
            self.words += 1;
            self.long += usize::from(word.chars().filter(|letter| letter.is_alphabetic()).count() > SHORT);
            let is_last = words.peek().is_none_or(|next| is_end(word) && is_capital(next));
            self.sentences += usize::from(is_last);
        }
    }

    /// The number of words.
    pub(crate) fn words(self) -> usize {
        self.words
    }

    /// LIX, rounded to a whole number, halves up; `None` without a word.
    pub(crate) fn lix(self) -> Option<usize> {
        let Self { words, long, sentences } = self;
        // words / sentences + 100 * long / words, over their common denominator.
        let (sum, over) = (words * words + 100 * long * sentences, words * sentences);
        (over > 0).then(|| (2 * sum + over) / (2 * over))
    }
}

fn is_end(word: &str) -> bool {
    word.trim_end_matches(CLOSING).ends_with(['.', '!', '?'])
}

fn is_capital(word: &str) -> bool {
    word.chars().find(|letter| letter.is_alphanumeric()).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::Measure;

    fn measure(lines: &[&str]) -> (usize, usize, usize, Option<usize>) {
        let mut measure = Measure::default();
        lines.iter().for_each(|line| measure.add(line));
        (measure.words, measure.long, measure.sentences, measure.lix())
    }

    #[test]
    fn lix_as_counted_by_hand() {
        // 7 / 2 + 100 * 2 / 7 = 3.5 + 28.57: `uppgifter` and `gallras` are long, `sparar` has six letters.
        assert_eq!(measure(&["Vi sparar dina uppgifter. De gallras sedan."]), (7, 2, 2, Some(32)));
        // 3 / 1 + 100 * 2 / 3 = 3 + 66.67.
        assert_eq!(measure(&["Personuppgiftsansvarig är kommunstyrelsen!"]), (3, 2, 1, Some(70)));
        // 6 / 1 + 0.
        assert_eq!(measure(&["Vem har sett min blå bil?"]), (6, 0, 1, Some(6)));
        // 2 / 1 + 100 * 1 / 2 = 52; 4 / 2 + 100 * 1 / 4 = 27.
        assert_eq!(measure(&["Dina rättigheter"]), (2, 1, 1, Some(52)));
        assert_eq!(measure(&["Dina rättigheter", "Se ovan."]), (4, 1, 2, Some(27)));
    }

    #[test]
    fn a_half_is_rounded_up() {
        // 3 / 2 + 0 = 1.5.
        assert_eq!(measure(&["Ja. Nej då."]), (3, 0, 2, Some(2)));
    }

    #[test]
    fn what_is_no_word_and_no_end_is_not_counted() {
        assert_eq!(measure(&[]), (0, 0, 0, None));
        assert_eq!(measure(&["", "– … §"]), (0, 0, 0, None));
        // `kap.` ends no sentence; `§` is no word; digits are no letters.
        assert_eq!(measure(&["Se 3 kap. 2 § arkivlagen och 0123456789."]), (7, 1, 1, Some(21)));
        assert_eq!(measure(&["Han sa ”nej.” Sedan gick han (hem). Slut"]), (8, 0, 3, Some(3)));
        assert_eq!(measure(&["e-postadress it-system"]), (2, 2, 1, Some(102)));
    }
}
