//! A builder for the lines of a list.

use crate::document::Item;
use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::law::Law;
use crate::model::term::{Term, Vocabulary};
use crate::model::{Known, List, Text};

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

    /// Adds a line; words of ours begin with a capital letter.
    pub(crate) fn line(&mut self, line: Line) -> &mut Self {
        self.item(Item::new(line))
    }

    /// Adds an item; words of ours begin with a capital letter. If its line is empty, adds the nested lines instead.
    pub(crate) fn item(&mut self, item: Item) -> &mut Self {
        if item.line.is_empty() {
            self.items.extend(item.inside);
        } else {
            self.items.push(Item { line: item.line.item(), inside: item.inside });
        }
        self
    }

    /// Adds a line `Label: value`.
    pub(crate) fn value(&mut self, key: &str, value: Line) -> &mut Self {
        if !value.is_empty() {
            self.items.push(Item::new(self.scene.say(key, &[("value", value)])));
        }
        self
    }

    /// Adds a line `Label: text`, or `Label:` and the gap.
    pub(crate) fn text(&mut self, key: &str, text: &Known<Text>) -> &mut Self {
        let value = self.scene.known_text(text);
        self.value(key, value)
    }

    /// Adds a line `Label: a, b and c`, and one for each gap.
    pub(crate) fn list(&mut self, key: &str, texts: &List<Text>) -> &mut Self {
        let value = self.scene.language.list(self.scene.texts(texts));
        self.value(key, value).gaps(texts)
    }

    /// Adds a line `Label: a, b and c` with the terms of an activity, and one for each gap.
    pub(crate) fn terms<K: Vocabulary>(&mut self, key: &str, terms: &List<Term<K>>, activity: &Activity) -> &mut Self {
        let value = self.scene.language.list(self.scene.terms(terms, activity));
        self.value(key, value).labelled_gaps(key, terms)
    }

    /// Adds each text as a sentence on its own line.
    pub(crate) fn sentences(&mut self, texts: &List<Text>) -> &mut Self {
        for line in self.scene.texts(texts) {
            self.line(line);
        }
        self.gaps(texts)
    }

    /// Adds a line with the provisions, and one for each gap.
    pub(crate) fn laws(&mut self, laws: &List<Law>) -> &mut Self {
        let value = self.scene.laws(laws);
        self.value("label.law", value).labelled_gaps("label.law", laws)
    }

    /// Adds a line `Label: gap` for each gap of a list.
    pub(crate) fn labelled_gaps<T>(&mut self, key: &str, list: &List<T>) -> &mut Self {
        for gap in &list.gaps {
            let gap = self.scene.gap_value(gap);
            self.value(key, gap);
        }
        self
    }

    /// Adds a line for each gap of a list.
    pub(crate) fn gaps<T>(&mut self, list: &List<T>) -> &mut Self {
        for reason in &list.gaps {
            let gap = self.scene.gap(reason);
            self.line(gap);
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
