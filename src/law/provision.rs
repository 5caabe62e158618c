//! Citations of provisions: Articles of the Regulation in the style of each language, national law as the country
//! cites it.

use crate::say::{Message, Tongue};

/// The legal basis of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provision {
    /// An Article of the Regulation (EU) 2016/679: `30(1)(e)`; `49(1)2` is its second subparagraph.
    Gdpr(&'static str),
    /// A provision of one country (ISO 3166-1), shown to its municipalities only.
    National(&'static str, &'static str),
    /// A recital of the Regulation (EU) 2016/679.
    Recital(u8),
    /// A judgment, a guideline or another act, cited identically in every language.
    Cited(&'static str),
}

impl Provision {
    /// Whether it applies to municipalities of this country.
    #[must_use]
    pub fn holds_in(&self, country: &str) -> bool {
        !matches!(self, Self::National(of, _) if *of != country)
    }

    /// The citation in one language.
    #[must_use]
    pub fn cite(&self, tongue: Tongue) -> String {
        match self {
            Self::Gdpr(article) => cite_article(article, tongue),
            Self::Recital(number) => match tongue {
                Tongue::English => format!("recital {number} GDPR"),
                Tongue::Swedish => format!("skäl {number} i dataskyddsförordningen"),
                Tongue::Danish => format!("databeskyttelsesforordningens betragtning {number}"),
            },
            Self::National(_, citation) | Self::Cited(citation) => (*citation).to_owned(),
        }
    }
}

/// The citations that apply in a country, joined.
#[must_use]
pub fn cite(provisions: &[Provision], country: &str) -> Message {
    let holding = || provisions.iter().filter(|provision| provision.holds_in(country));
    Message::each(|tongue| holding().map(|provision| provision.cite(tongue)).collect::<Vec<_>>().join("; "))
}

/// `30(1)(e)` as `Article 30(1)(e) GDPR`, `artikel 30.1 e i dataskyddsförordningen`,
/// `databeskyttelsesforordningens artikel 30, stk. 1, litra e`.
fn cite_article(article: &str, tongue: Tongue) -> String {
    let parts = Parts::of(article);
    match tongue {
        Tongue::English => parts.english(),
        Tongue::Swedish => parts.swedish(),
        Tongue::Danish => parts.danish(),
    }
}

/// Several Articles, with the name of the Regulation once.
pub(crate) fn cite_articles(articles: &[&str], tongue: Tongue) -> Option<String> {
    let (before, each, after) = match tongue {
        Tongue::English => ("", "Article ", " GDPR"),
        Tongue::Swedish => ("", "artikel ", " i dataskyddsförordningen"),
        Tongue::Danish => ("databeskyttelsesforordningens ", "artikel ", ""),
    };
    let bare = |article: &&str| {
        let cited = cite_article(article, tongue);
        let cited = cited.strip_prefix(before).unwrap_or(&cited);
        let cited = cited.strip_suffix(after).unwrap_or(cited);
        cited.strip_prefix(each).unwrap_or(cited).trim_end_matches(',').to_owned()
    };
    let all: Vec<String> = articles.iter().map(bare).collect();
    let word = match (tongue, all.len()) {
        (_, 0) => return None,
        (_, 1) | (Tongue::Danish, _) => each,
        (Tongue::English, _) => "Articles ",
        (Tongue::Swedish, _) => "artiklarna ",
    };
    Some(format!("{before}{word}{}{after}", all.join(if tongue == Tongue::Danish { "; " } else { ", " })))
}

/// The parts of `30(1)(e)`.
struct Parts<'a> {
    number: &'a str,
    paragraph: Option<&'a str>,
    letter: Option<&'a str>,
    second: bool,
}

impl<'a> Parts<'a> {
    fn of(article: &'a str) -> Self {
        let (number, rest) = article.split_once('(').map_or((article, ""), |(number, rest)| (number, rest));
        let second = article.ends_with(")2");
        let inside: Vec<&str> = rest.trim_end_matches('2').trim_end_matches(')').split(")(").collect();
        let is_letter = |part: &&str| part.starts_with(|first: char| first.is_ascii_lowercase());
        Self {
            number,
            paragraph: inside.first().copied().filter(|part| !part.is_empty() && !is_letter(part)),
            letter: inside.iter().copied().find(is_letter),
            second,
        }
    }

    fn english(&self) -> String {
        let inside: String = self.paragraph.iter().chain(&self.letter).map(|part| format!("({part})")).collect();
        let second = if self.second { ", second subparagraph," } else { "" };
        format!("Article {}{inside}{second} GDPR", self.number)
    }

    fn swedish(&self) -> String {
        let paragraph = self.paragraph.map(|part| format!(".{part}")).unwrap_or_default();
        let letter = self.letter.map(|part| format!(" {part}")).unwrap_or_default();
        let second = if self.second { " andra stycket" } else { "" };
        format!("artikel {}{paragraph}{letter}{second} i dataskyddsförordningen", self.number)
    }

    fn danish(&self) -> String {
        // The definitions of Article 4 are numbers, not paragraphs.
        let word = if self.number == "4" { "nr." } else { "stk." };
        let paragraph = self.paragraph.map(|part| format!(", {word} {part}")).unwrap_or_default();
        let letter = self.letter.map(|part| format!(", litra {part}")).unwrap_or_default();
        let second = if self.second { ", andet afsnit" } else { "" };
        format!("databeskyttelsesforordningens artikel {}{paragraph}{letter}{second}", self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_cited_in_the_manner_of_each_language() {
        let cited = |article| Tongue::ALL.map(|tongue| Provision::Gdpr(article).cite(tongue));
        assert_eq!(
            cited("30(1)(e)"),
            [
                "Article 30(1)(e) GDPR",
                "artikel 30.1 e i dataskyddsförordningen",
                "databeskyttelsesforordningens artikel 30, stk. 1, litra e"
            ]
        );
        assert_eq!(
            cited("49(1)2"),
            [
                "Article 49(1), second subparagraph, GDPR",
                "artikel 49.1 andra stycket i dataskyddsförordningen",
                "databeskyttelsesforordningens artikel 49, stk. 1, andet afsnit"
            ]
        );
        assert_eq!(cited("4(7)")[2], "databeskyttelsesforordningens artikel 4, nr. 7");
        assert_eq!(cited("87")[1], "artikel 87 i dataskyddsförordningen");
    }
}
