//! A line of text: runs with language, link and emphasis.

use crate::model::{Lang, Said};

/// Text with one language, link and emphasis.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Run {
    /// The text.
    pub words: String,
    /// Its language, if not the document's.
    pub lang: Option<Lang>,
    /// The link target.
    pub link: Option<String>,
    /// Whether it is strong.
    pub strong: bool,
    /// Whether its first letter stays as it is: a word of the register or of the vocabulary.
    pub kept: bool,
}

/// A line of text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Line {
    /// The runs in order.
    pub runs: Vec<Run>,
}

impl Line {
    /// A line of plain text. Line breaks and repeated spaces become one space.
    #[must_use]
    pub fn words(words: &str) -> Self {
        Self::run(words, None)
    }

    /// A line with its language, marked if that is not `lang`. Its letters stay as they are written.
    #[must_use]
    pub fn said(said: Said, lang: Lang) -> Self {
        Self::run(said.words, (said.lang != lang).then_some(said.lang)).kept()
    }

    /// The line with its letters as they are, also at the start of an item.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.runs.iter_mut().for_each(|run| run.kept = true);
        self
    }

    fn run(words: &str, lang: Option<Lang>) -> Self {
        let mut before = 0;
        let plain = words.bytes().all(|byte| {
            let is_twice = byte == b' ' && before == b' ';
            before = byte;
            !is_twice && !matches!(byte, b'\n' | b'\t')
        });
        let words = if plain { words.to_owned() } else { words.split_whitespace().collect::<Vec<_>>().join(" ") };
        if words.is_empty() {
            return Self::default();
        }
        Self { runs: vec![Run { words, lang, link: None, strong: false, kept: false }] }
    }

    /// Whether the line has no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Links the line to `link`.
    #[must_use]
    pub fn linked(mut self, link: &str) -> Self {
        self.runs.iter_mut().for_each(|run| run.link = Some(link.to_owned()));
        self
    }

    /// Makes the line strong.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.runs.iter_mut().for_each(|run| run.strong = true);
        self
    }

    /// Capitalises the first letter of an item, unless it is to stay as it is.
    #[must_use]
    pub fn item(self) -> Self {
        if self.runs.first().is_some_and(|run| run.kept) { self } else { self.capital() }
    }

    /// Capitalises the first letter of a sentence, unless its first word has a capital letter already: `iPad`.
    #[must_use]
    pub fn capital(mut self) -> Self {
        if let Some(run) = self.runs.first_mut()
            && let Some(first) = run.words.chars().next()
            && first.is_lowercase()
            && !run.words.split_whitespace().next().is_some_and(|word| word.contains(char::is_uppercase))
        {
            run.words = first.to_uppercase().chain(run.words.chars().skip(1)).collect();
        }
        self
    }

    /// Makes the first letter of a label small, unless it begins a word in capitals (`KLE-nummer`), or is to stay as it is.
    #[must_use]
    pub fn small(mut self) -> Self {
        if let Some(run) = self.runs.first_mut().filter(|run| !run.kept) {
            let mut letters = run.words.chars();
            let first = letters.next().filter(|first| first.is_uppercase());
            let is_small = |letter: char| letter.is_lowercase() || letter == '-';
            if let Some(first) = first.filter(|_| letters.clone().next().is_some_and(is_small)) {
                run.words = first.to_lowercase().chain(letters).collect();
            }
        }
        self
    }

    /// Removes the full stop at the end, if another one follows.
    #[must_use]
    pub fn unstopped(mut self) -> Self {
        if let Some(run) = self.runs.last_mut()
            && run.words.ends_with('.')
            && !run.words.ends_with("..")
        {
            run.words.pop();
        }
        self
    }

    /// Adds a full stop, unless the line ends as a sentence or as its lead.
    #[must_use]
    pub fn stopped(self) -> Self {
        if self.is_empty() || self.is_stopped() { self } else { self.and(".") }
    }

    /// Whether the line ends as a sentence or as its lead.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.plain().ends_with(['.', '!', '?', ':', '…'])
    }

    /// Appends plain text.
    #[must_use]
    pub fn and(mut self, words: &str) -> Self {
        self.push_words(words);
        self
    }

    /// Appends plain text.
    pub fn push_words(&mut self, words: &str) {
        match self.runs.last_mut() {
            Some(run) if run.lang.is_none() && run.link.is_none() && !run.strong => run.words.push_str(words),
            _ if words.is_empty() => {}
            _ => self.push_run(Run { words: words.to_owned(), lang: None, link: None, strong: false, kept: false }),
        }
    }

    /// Adds a run. Most lines have one, so more capacity is allocated on demand.
    fn push_run(&mut self, run: Run) {
        if self.runs.is_empty() {
            self.runs.reserve_exact(1);
        }
        self.runs.push(run);
    }

    /// Appends another line.
    pub fn push(&mut self, line: &Line) {
        for run in &line.runs {
            match self.runs.last_mut() {
                Some(last) if last.lang == run.lang && last.link == run.link && last.strong == run.strong => {
                    last.words.push_str(&run.words)
                }
                _ => self.push_run(run.clone()),
            }
        }
    }

    /// Joins lines with `between`, and with `last` before the last one.
    #[must_use]
    pub fn join(lines: Vec<Line>, between: &str, last: &str) -> Self {
        let count = lines.len();
        let mut joined = Self::default();
        for (index, line) in lines.into_iter().filter(|line| !line.is_empty()).enumerate() {
            match index {
                0 => {}
                _ if index + 1 == count => joined.push_words(last),
                _ => joined.push_words(between),
            }
            match joined.is_empty() {
                true => joined = line,
                false => joined.push(&line),
            }
        }
        joined
    }

    /// The text without markup.
    #[must_use]
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn lines_join_and_begin_with_a_capital() {
        let lines = ["år", "namn", "adress"].map(Line::words).to_vec();
        assert_eq!(Line::join(lines, ", ", " och ").capital().plain(), "År, namn och adress");
        assert_eq!(Line::words("år").item().plain(), "År");
        assert_eq!(Line::words("iPad").kept().and(" i skolan").item().plain(), "iPad i skolan");
        assert_eq!(Line::words("E-post: a").small().plain(), "e-post: a");
        assert_eq!(Line::words("KLE-nummer").small().plain(), "KLE-nummer");
        assert_eq!(Line::words("Skolverket begär det").kept().small().plain(), "Skolverket begär det");
        assert_eq!(Line::words("iPad-bilder sparas.").capital().plain(), "iPad-bilder sparas.");
        assert_eq!(Line::words(" a \n b ").plain(), "a b");
        assert_eq!(Line::words("Slut.").unstopped().plain(), "Slut");
    }
}
