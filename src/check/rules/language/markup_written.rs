//! `markup-written`: a text has tags of HTML or signs of Markdown, or begins like an item of a list.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{Case, Rule};
use crate::check::rules::language::list_in_text;
use crate::finding::{Finding, Findings, Level};
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

/// The sign or number of an item before its text. A number may belong to the text, as in “2. klasse”: it is reported, and
/// `--fix` leaves it.
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
        } else if let Some(found) = bullet.find(passage.words).filter(|found| found.end() < passage.words.len())
            && list_in_text::bulleted(passage.words).is_none()
        {
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
            let is_number = found.as_str().starts_with(|sign: char| sign.is_ascii_digit());
            findings.push(if is_number { finding } else { without_sign(finding, passage.words, found.end()) });
        }
    }
}

/// Removes the sign before a text. The edit ends with a word, because its place in the file is found by words.
fn without_sign(finding: Finding, words: &str, end: usize) -> Finding {
    let rest = &words[end..];
    let word = rest.split(char::is_whitespace).next().unwrap_or(rest);
    finding.fix(words, vec![(0..end + word.len(), word.to_owned())])
}
