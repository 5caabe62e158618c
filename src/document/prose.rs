//! Lists as running text, one sentence per line, and what is not settled in them.

use crate::document::scene::Scene;
use crate::document::settle::{leads, name_of, named};
use crate::document::{Block, Item, Open, Role};
use crate::language::line::Line;

/// The sentences of a part, and what is not settled in it.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// The sentences, in order.
    pub lines: Vec<Line>,
    /// What is not settled.
    pub open: Vec<Open>,
}

/// Blocks as running text.
#[must_use]
pub(crate) fn prose(scene: &Scene, blocks: Vec<Block>) -> Prose {
    let mut writer = Writer { scene, lines: Vec::new(), open: Vec::new() };
    writer.blocks(blocks);
    let Writer { lines, open, .. } = writer;
    Prose { lines, open }
}

struct Writer<'s, 'r> {
    scene: &'s Scene<'r>,
    lines: Vec<Line>,
    open: Vec<Open>,
}

/// What the nested lines of a line add to it.
#[derive(Default)]
struct Added {
    /// The words of a list.
    words: Vec<Line>,
    /// Details, in brackets.
    details: Vec<Line>,
    /// Sentences after it.
    sentences: Vec<Line>,
}

impl Added {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.details.is_empty() && self.sentences.is_empty()
    }
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            match block {
                Block::Heading(_, line, _) => self.push(line.strong()),
                Block::Paragraph(line) => self.push(sentence(line)),
                Block::List(items) => self.items(items),
                Block::Facts(facts) => facts.into_iter().flat_map(|fact| fact.answer).for_each(|line| self.push(line)),
                Block::Apart(inside) | Block::Fold(inside) => self.blocks(inside),
                Block::Drawing(flow) => flow.text().into_iter().for_each(|line| self.push(line)),
                Block::Contents(_) => {}
            }
        }
    }

    /// Adds a sentence; after a line that ends with a colon, to that line.
    fn push(&mut self, line: Line) {
        match self.lines.last_mut().filter(|last| last.plain().ends_with(':')) {
            Some(lead) => {
                lead.push_words(" ");
                lead.push(&line);
            }
            None => self.lines.push(line),
        }
    }

    fn items(&mut self, items: Vec<Item>) {
        let mut words = Vec::new();
        for Item { line, inside, role } in self.merged(items) {
            let is_word = role == Role::Word;
            let leads = leads(&line, &inside);
            let added = self.added(inside, &name_of(&role, &line, &Line::default()));
            if leads && added.is_empty() {
                continue;
            }
            if is_word && added.words.is_empty() && added.sentences.is_empty() && !line.is_stopped() {
                words.push(with_details(line, added.details));
                continue;
            }
            self.flush(&mut words);
            if let Role::Gap(gap) = role {
                let in_place = gap.in_place;
                self.open.push(*gap);
                if !in_place {
                    let details = added.details.into_iter().map(sentence);
                    let said = added.words.into_iter().map(sentence).chain(details).chain(added.sentences);
                    said.for_each(|line| self.push(line));
                    continue;
                }
            }
            let said = self.with_words(with_details(line, added.details), added.words);
            let mut line = if is_word { said.item().stopped() } else { sentence(said) };
            for sentence in added.sentences {
                line.push_words(" ");
                line.push(&sentence);
            }
            self.push(line);
        }
        self.flush(&mut words);
    }

    /// Puts words together that follow one another and have the same details.
    fn merged(&self, items: Vec<Item>) -> Vec<Item> {
        let mut merged: Vec<(Vec<Line>, Item)> = Vec::new();
        for item in items {
            let is_alike = |last: &Item| {
                last.role == Role::Word
                    && item.role == Role::Word
                    && !item.inside.is_empty()
                    && last.inside == item.inside
            };
            match merged.last_mut().filter(|(_, last)| is_alike(last)) {
                Some((names, _)) => names.push(item.line),
                None => merged.push((vec![item.line.clone()], item)),
            }
        }
        let named = |(names, item): (Vec<Line>, Item)| match names.len() {
            1 => item,
            _ => Item { line: enumerate(self.scene, names), ..item },
        };
        merged.into_iter().map(named).collect()
    }

    /// Writes the words so far as one sentence.
    fn flush(&mut self, words: &mut Vec<Line>) {
        if !words.is_empty() {
            let line = enumerate(self.scene, std::mem::take(words));
            self.push(line.item().stopped());
        }
    }

    /// What nested lines add to the line with the name `of`.
    fn added(&mut self, items: Vec<Item>, of: &Line) -> Added {
        let mut added = Added::default();
        for Item { line, inside, role } in items {
            let leads = leads(&line, &inside);
            let inner = self.added(inside, &name_of(&role, &line, of));
            if leads && inner.is_empty() {
                continue;
            }
            let Added { words, details, mut sentences } = inner;
            match role {
                Role::Gap(gap) => {
                    let in_place = gap.in_place;
                    self.open.push(named(*gap, of));
                    match in_place {
                        true => added.sentences.push(sentence(with_details(line, details))),
                        false => {
                            added.details.extend(details);
                            added.words.extend(words);
                        }
                    }
                }
                Role::Word if words.is_empty() && sentences.is_empty() => added.words.push(with_details(line, details)),
                Role::Word => {
                    let line = self.with_words(with_details(line, details), words);
                    let is_name = !line.plain().contains(": ") && !sentences.is_empty();
                    let mut line = if is_name { line.unstopped().and(":") } else { line.stopped() }.item();
                    for sentence in std::mem::take(&mut sentences) {
                        line.push_words(" ");
                        line.push(&sentence);
                    }
                    added.sentences.push(line);
                }
                Role::Detail => {
                    let is_long = is_long(&line);
                    let line = if is_long { line } else { line.small() };
                    let line = Line::join(std::iter::once(line).chain(words).chain(details).collect(), ", ", ", ");
                    if is_long { added.sentences.push(sentence(line)) } else { added.details.push(line) }
                }
                Role::Sentence | Role::Statement(_) => {
                    let line = with_details(line, details);
                    added.sentences.push(sentence(self.with_words(line, words)));
                }
            }
            added.sentences.append(&mut sentences);
        }
        added
    }

    /// `line: a, b and c`.
    fn with_words(&self, line: Line, words: Vec<Line>) -> Line {
        if words.is_empty() {
            return line;
        }
        let lead = if line.plain().ends_with(':') { line.and(" ") } else { line.unstopped().and(": ") };
        let mut line = lead;
        line.push(&enumerate(self.scene, words));
        line
    }
}

/// `a, b and c`; with semicolons if a word has a comma or the like of its own, or a detail in brackets, which is about that
/// word only.
fn enumerate(scene: &Scene, words: Vec<Line>) -> Line {
    // The full stop of a sentence has no place after its details.
    let is_detailed = |word: &Line| word.plain().ends_with(").");
    let words: Vec<Line> =
        words.into_iter().map(|word| if is_detailed(&word) { word.unstopped() } else { word }).collect();
    let has_sign = |word: &Line| word.plain().contains([',', ':', ';']) || word.plain().ends_with(')');
    match words.iter().any(has_sign) {
        true => Line::join(words, "; ", "; "),
        false => scene.language.list(words),
    }
}

/// A line with its details in brackets, before its full stop.
fn with_details(line: Line, details: Vec<Line>) -> Line {
    if details.is_empty() {
        return line;
    }
    let details = Line::join(details.into_iter().map(Line::unstopped).collect(), "; ", "; ");
    let is_stopped = line.plain().ends_with('.') && !is_abbreviated(&line.plain());
    let mut line = if is_stopped { line.unstopped() } else { line };
    match line.runs.last_mut().filter(|run| run.link.is_none() && run.words.ends_with(')')) {
        Some(run) => {
            run.words.pop();
            line.push_words("; ");
        }
        None => line.push_words(" ("),
    }
    line.push(&details);
    line.push_words(if is_stopped { ")." } else { ")" });
    line
}

/// Whether a text ends with an abbreviation, whose full stop is its own: `bilder m.m.`, `OverDrive Inc.`, `CPR-nr.`, `Nykøbing
/// F.`. Other short words can end a sentence.
fn is_abbreviated(text: &str) -> bool {
    const SHORT: usize = 3;
    let text = text.strip_suffix('.').unwrap_or(text);
    let last = text.rsplit([' ', '(']).next().unwrap_or_default();
    let end = last.rsplit('-').next().unwrap_or_default();
    let is_short = (1..=SHORT).contains(&end.chars().count()) && end.chars().all(char::is_alphabetic);
    let mut letters = end.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    last.contains('.') || is_short && (is_capital || end.len() < last.len())
}

/// The most words of a detail in brackets.
const LONG: usize = 20;

/// Whether a detail is a sentence of its own: it has several sentences, or many words.
fn is_long(line: &Line) -> bool {
    let text = line.plain();
    let has_sentences =
        text.match_indices(". ").any(|(at, stop)| text[at + stop.len()..].starts_with(char::is_uppercase));
    has_sentences || text.split_whitespace().count() > LONG
}

/// A sentence: with a capital letter and a full stop.
fn sentence(line: Line) -> Line {
    line.capital().stopped()
}

#[cfg(test)]
mod tests {
    use super::is_abbreviated;

    #[test]
    fn the_stop_of_an_abbreviation_is_its_own() {
        for text in ["bilder m.m.", "OverDrive Inc.", "CPR-nr.", "Nykøbing F.", "Orsby Handels A.B."] {
            assert!(is_abbreviated(text), "{text}");
        }
        for text in
            ["lämnas inte ut.", "även om du motsätter dig det.", "inom EES.", "i EU.", "Molnet AB", "gallras då."]
        {
            assert!(!is_abbreviated(text), "{text}");
        }
    }
}
