//! What a row of the table says, in words.

use crate::diff::grade::source::Source;
use crate::diff::grade::{On, Row};
use crate::law::provision::cite_articles;
use crate::say::{Message, Tongue};
use crate::vocabulary::CountryCode;

impl Row {
    /// Whether the value must be added, removed or changed, as in the table; `None` if it does not matter.
    pub(in crate::diff) fn on_words(&self) -> Option<String> {
        let word = |on: &On| match on {
            On::Added => "added",
            On::Removed => "removed",
            On::Changed => "changed",
        };
        let words: Vec<&str> = self.on.iter().map(word).collect();
        (!words.is_empty()).then(|| words.join(" or "))
    }

    /// The reason for the grade.
    pub(in crate::diff) fn reason(&self) -> Message {
        self.reason.message()
    }

    /// The provisions of the Regulation and of every country.
    pub(in crate::diff) fn law_everywhere(&self) -> Message {
        Message::each(|tongue| self.cited(tongue, |_| true))
    }

    /// The provisions in each language, those of the Regulation first: `Articles 13(1)(f), 44 GDPR`.
    #[must_use]
    pub fn law(&self, country: &str) -> Message {
        Message::each(|tongue| self.cited(tongue, |of| of.as_str() == country))
    }

    fn cited(&self, tongue: Tongue, is_wanted: impl Fn(CountryCode) -> bool) -> String {
        let (mut articles, mut others) = (Vec::new(), Vec::new());
        for source in self.law.iter().filter_map(|law| Source::of(law).ok()) {
            match source {
                Source::Article(article) => articles.push(article),
                Source::National(of, provision) if is_wanted(of) => others.push(provision),
                Source::National(..) => {}
                Source::Other(source) => others.push(source),
            }
        }
        let regulation = cite_articles(&articles, tongue);
        let all = regulation.iter().map(String::as_str).chain(others.iter().copied());
        all.collect::<Vec<_>>().join("; ")
    }
}
