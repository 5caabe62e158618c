//! A builder for the lines of a list.

use crate::document::scene::Scene;
use crate::document::{Item, Open, Role};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::law::Law;
use crate::model::term::{Term, Vocabulary};
use crate::model::{Gap, Known, List, Text};

/// What a gap is about.
pub(crate) struct Unsettled {
    /// The key of what is not settled in the language files.
    pub key: &'static str,
    /// The name of the data or the like; empty for the activity itself.
    pub of: Line,
    /// Whether the line stays where it is too, because silence would mislead.
    pub in_place: bool,
}

/// A builder for the lines of a list. Empty values are skipped.
pub(crate) struct Items<'s, 'r> {
    scene: &'s Scene<'r>,
    items: Vec<Item>,
}

impl<'s, 'r> Items<'s, 'r> {
    /// A builder without lines.
    pub(super) fn new(scene: &'s Scene<'r>) -> Self {
        Self { scene, items: Vec::new() }
    }

    /// Adds a sentence; words of ours begin with a capital letter.
    pub(crate) fn line(&mut self, line: Line) -> &mut Self {
        self.item(Item::new(line).role(Role::Sentence))
    }

    /// Adds an item; words of ours begin with a capital letter, unless they are to stand in running text. If its line is
    /// empty, adds the nested lines instead.
    pub(crate) fn item(&mut self, item: Item) -> &mut Self {
        if item.line.is_empty() {
            self.items.extend(item.inside);
        } else {
            let is_word = self.scene.is_prose() && item.role == Role::Word;
            let line = if is_word { item.line } else { item.line.item() };
            self.items.push(Item { line, ..item });
        }
        self
    }

    /// Adds a line `Label: value`.
    pub(crate) fn value(&mut self, key: &str, value: Line) -> &mut Self {
        if !value.is_empty() {
            self.items.push(Item::new(self.scene.detail(key, value)).role(Role::Detail));
        }
        self
    }

    /// Adds a line `Label: value`, or `Label:` and the gap.
    pub(crate) fn known<T>(&mut self, key: &'static str, known: &Known<T>, say: impl FnOnce(&T) -> Line) -> &mut Self {
        match known {
            Known::Unwritten => self,
            Known::Value(value) => self.value(key, say(value)),
            Known::Gap(gap) => self.gap(key, gap),
        }
    }

    /// Adds a reason: a sentence in running text if it is written as one, else a line `Label: text`.
    pub(crate) fn reason(&mut self, key: &'static str, text: &Known<Text>) -> &mut Self {
        let line = text.value().filter(|_| self.scene.is_prose()).map(|text| self.scene.text(text));
        match line.filter(|line| line.plain().ends_with('.')) {
            Some(sentence) => self.line(sentence),
            None => self.text(key, text),
        }
    }

    /// Adds a detail in words of its own.
    pub(crate) fn detail(&mut self, line: Line) -> &mut Self {
        if !line.is_empty() {
            self.items.push(Item::new(line.item()).role(Role::Detail));
        }
        self
    }

    /// Adds a line `Label: text`, or `Label:` and the gap.
    pub(crate) fn text(&mut self, key: &'static str, text: &Known<Text>) -> &mut Self {
        let scene = self.scene;
        self.known(key, text, |text| scene.text(text))
    }

    /// Adds a line `Label: gap`.
    pub(crate) fn gap(&mut self, key: &'static str, gap: &Gap) -> &mut Self {
        let line = self.scene.say(key, &[("value", self.scene.gap_value(gap))]);
        self.items.push(Item::new(line).role(self.scene.open(key, gap)));
        self
    }

    /// Adds a line `Label: a, b and c`, and one for each gap.
    pub(crate) fn list(&mut self, key: &'static str, texts: &List<Text>) -> &mut Self {
        let value = self.scene.language.list(self.scene.texts(texts));
        self.value(key, value).labelled_gaps(key, texts)
    }

    /// Adds a line `Label: a, b and c` with the terms of an activity, and one for each gap.
    pub(crate) fn terms<K: Vocabulary>(
        &mut self,
        key: &'static str,
        terms: &List<Term<K>>,
        activity: &Activity,
    ) -> &mut Self {
        let value = self.scene.language.list(self.scene.terms(terms, activity));
        self.value(key, value).labelled_gaps(key, terms)
    }

    /// Adds each text as a sentence on its own line, and a line for each gap, which asks for `key`.
    pub(crate) fn sentences_about(&mut self, key: &'static str, texts: &List<Text>) -> &mut Self {
        for line in self.scene.texts(texts) {
            self.line(line);
        }
        self.gaps_about(key, texts)
    }

    /// Adds each text as a sentence on its own line.
    pub(crate) fn sentences(&mut self, texts: &List<Text>) -> &mut Self {
        self.sentences_about("", texts)
    }

    /// Adds a line with the provisions, and one for each gap.
    pub(crate) fn laws(&mut self, laws: &List<Law>) -> &mut Self {
        let value = self.scene.laws(laws);
        self.value("label.law", value).labelled_gaps("label.law", laws)
    }

    /// Adds a line `Label: gap` for each gap of a list.
    pub(crate) fn labelled_gaps<T>(&mut self, key: &'static str, list: &List<T>) -> &mut Self {
        list.gaps.iter().for_each(|gap| _ = self.gap(key, gap));
        self
    }

    /// Adds a gap of a line of its own, with the lines below it.
    pub(crate) fn gap_line(&mut self, line: Line, unsettled: Unsettled, gap: &Gap, inside: Vec<Item>) -> &mut Self {
        let Unsettled { key, of, in_place } = unsettled;
        let role = match self.scene.open(key, gap) {
            Role::Gap(open) => Role::Gap(Box::new(Open { of, in_place, ..*open })),
            other => other,
        };
        self.item(Item { line, inside, role })
    }

    /// Adds a line for each gap of a list.
    pub(crate) fn gaps<T>(&mut self, list: &List<T>) -> &mut Self {
        self.gaps_about("", list)
    }

    /// Adds a line for each gap of a list, which asks for `key`.
    pub(crate) fn gaps_about<T>(&mut self, key: &'static str, list: &List<T>) -> &mut Self {
        self.all_about(key, &list.gaps)
    }

    /// Adds a line for each gap, which asks for `key`.
    pub(crate) fn all_about<'g>(&mut self, key: &'static str, gaps: impl IntoIterator<Item = &'g Gap>) -> &mut Self {
        for gap in gaps {
            self.item(Item::new(self.scene.gap(gap)).role(self.scene.open(key, gap)));
        }
        self
    }

    /// Adds items unchanged.
    pub(crate) fn extend(&mut self, items: Vec<Item>) -> &mut Self {
        self.items.extend(items);
        self
    }

    /// Takes the lines.
    #[must_use]
    pub(crate) fn done(&mut self) -> Vec<Item> {
        std::mem::take(&mut self.items)
    }
}
