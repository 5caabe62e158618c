//! The lines around a syntax error.

use crate::format::space;

/// The lines around an error.
pub(super) struct Lines<'t> {
    /// The line of the error.
    pub(super) here: &'t str,
    /// The line of the error, before the error.
    pub(super) before: &'t str,
    /// The line of the error, from the error on.
    pub(super) rest: &'t str,
    /// The nearest non-empty line above.
    pub(super) above: &'t str,
    /// Every line above.
    pub(super) earlier: &'t str,
    info: &'t str,
}

impl<'t> Lines<'t> {
    /// The lines around a byte, and the parser's message.
    pub(super) fn around(text: &'t str, at: usize, info: &'t str) -> Self {
        let (start, end) = line(text, at);
        let earlier = &text[..start];
        let above = earlier.trim_end().lines().next_back().unwrap_or_default();
        Self { here: &text[start..end], before: &text[start..at], rest: &text[at..end], above, earlier, info }
    }

    /// Whether the parser's message contains one of these words.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.info.contains(word))
    }

    /// The opening and closing signs of `mismatched bracket '[' closed by '}'`.
    pub(super) fn mismatched(&self) -> Option<(char, char)> {
        let mut signs = self.info.strip_prefix("mismatched bracket ")?.split('\'');
        Some((signs.nth(1)?.chars().next()?, signs.nth(1)?.chars().next()?))
    }
}

/// The range of the line around a byte.
pub(super) fn line(text: &str, at: usize) -> (usize, usize) {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    (start, text[at..].find('\n').map_or(text.len(), |newline| at + newline))
}

/// The white space at the beginning of a line.
pub(super) fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// The column of the first key or value in a line, after the hyphens of a list.
pub(super) fn column(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).trim_start_matches("- ").trim_start().len()
}

/// Whether a text has the form of a key.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// Whether a line begins with a key and a colon.
pub(super) fn is_record(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| is_key(key))
}

/// Whether a line is a key and its value.
pub(super) fn is_key_and_value(line: &str) -> bool {
    let pair = line.trim_start().trim_start_matches("- ").split_once(": ");
    pair.is_some_and(|(key, value)| is_key(key) && !value.trim().is_empty())
}

/// Whether a line has an unpaired quotation mark.
pub(super) fn is_odd(line: &str) -> bool {
    line.matches('"').count() % 2 == 1
}

/// Whether a line opens a bracket that it does not close.
pub(super) fn opens(line: &str) -> bool {
    line.matches(['[', '{']).count() > line.matches([']', '}']).count()
}

/// Whether a number sign follows a space and precedes a letter or digit: it was hardly meant to begin a comment.
pub(super) fn has_cut(line: &str) -> bool {
    line.match_indices(" #").any(|(at, sign)| line[at + sign.len()..].starts_with(char::is_alphanumeric))
}

/// Whether there is a no-break space in the indentation, or after a colon or a hyphen.
pub(super) fn has_odd_space(line: &str) -> bool {
    let begins = |text: &str| text.trim_start_matches(' ').starts_with(space::is_odd);
    begins(line) || line.match_indices([':', '-']).any(|(at, _)| line[at + 1..].starts_with(space::is_odd))
}
