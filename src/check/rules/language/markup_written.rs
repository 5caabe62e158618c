//! `markup-written`: a text has tags of HTML or signs of Markdown, or begins like an item of a list.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "markup-written",
    aliases: &[],
    title: Words {
        en: "A text has marks of another format",
        sv: "En text har märkning från ett annat format",
        da: "En tekst har opmærkning fra et andet format",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A text is published letter by letter: the reader sees the marks.",
        sv: "En text publiceras bokstav för bokstav: läsaren ser märkningen.",
        da: "En tekst offentliggøres bogstav for bogstav: Læseren ser opmærkningen.",
    },
    bad: "remarks: [Det gäller <b>alla</b> elever.]",
    good: "remarks: [Det gäller alla elever.]",
    check,
};

/// Tags, emphasis and links.
static MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)</?(?:b|i|u|em|strong|p|br|div|span|a|ul|ol|li|h[1-6])(?:\s[^<>]*)?/?>|\*\*[^*]+\*\*|\]\(https?://",
    )
    .ok()
});

/// The sign of an item before its text. A number is no sign if the text goes on with a section or a date.
static BULLET: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^(?:[•·▪◦‣*]\s*|[-–]\s+|\d{1,2}[.)]\s+)").ok());

fn check(case: &Case, findings: &mut Findings) {
    let (Some(marks), Some(bullet)) = (MARKS.as_ref(), BULLET.as_ref()) else { return };
    for passage in case.passages.iter().filter(|passage| passage.is_told) {
        if let Some(found) = marks.find(passage.words) {
            let found = found.as_str();
            let message = say!(
                en: "`{found}` is published as it is written",
                sv: "`{found}` publiceras som det är skrivet",
                da: "`{found}` offentliggøres, som det er skrevet",
                found = found,
            );
            findings.push(passage.mark(RULE.found(passage.at, message), found).help(say!(
                en: "write the text alone",
                sv: "skriv bara texten",
                da: "skriv kun teksten",
            )));
        } else if let Some(found) = bullet.find(passage.words).filter(|found| found.end() < passage.words.len()) {
            let message = say!(
                en: "the text begins with the sign of an item",
                sv: "texten inleds med ett punkttecken eller nummer",
                da: "teksten begynder med et punkttegn eller nummer",
            );
            let finding = passage.mark(RULE.found(passage.at, message), found.as_str()).help(say!(
                en: "write the text alone; in a list, each item has a hyphen and a space before it",
                sv: "skriv bara texten; i en lista står varje punkt efter ett bindestreck och ett blanksteg",
                da: "skriv kun teksten; på en liste står hvert punkt efter en bindestreg og et mellemrum",
            ));
            // An edit ends with a word, not with a space.
            let rest = &passage.words[found.end()..];
            let word = rest.split(char::is_whitespace).next().unwrap_or(rest);
            let end = found.end() + word.len();
            findings.push(finding.fix(passage.words, vec![(0..end, word.to_owned())]));
        }
    }
}
