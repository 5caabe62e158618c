//! `text-hard`: a text is harder to read than official texts should be.

use super::sentence_long::sentences;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "text-hard",
    aliases: &["L-04"],
    title: Words { en: "A text is hard to read", sv: "En text är svårläst", da: "En tekst er svær at læse" },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "Information must be concise and easy to understand; the readability index LIX over 50 is that of difficult official texts.",
        sv: "Informationen ska vara koncis och lättbegriplig; ett LIX över 50 motsvarar svåra myndighetstexter.",
        da: "Oplysningerne skal være kortfattede og letforståelige; et LIX over 50 svarer til svære myndighedstekster.",
    },
    bad: "",
    good: "",
    check,
};

/// The readability index (LIX) above which a text is hard (Björnsson 1968: 50 to 60 is difficult).
const HARD: usize = 50;
/// Minimum number of words for a meaningful index.
const ENOUGH: usize = 100;
/// Minimum number of letters of a long word.
const LONG: usize = 7;

fn check(case: &Case, findings: &mut Findings) {
    for (_, section) in case.register.shared.texts.iter() {
        let body = section
            .body
            .iter()
            .filter_map(|text| text.plain.as_deref().or(text.by_lang.first().map(|(_, words)| words.as_str())));
        let Some(lix) = lix(&body.collect::<Vec<_>>()).filter(|lix| *lix > HARD) else { continue };
        findings.push(
            RULE.found(
                section.at,
                say!(
                    en: "this text has the readability index {lix}",
                    sv: "texten har läsbarhetsindex (LIX) {lix}",
                    da: "teksten har læsbarhedsindeks (LIX) {lix}",
                    lix = lix,
                ),
            )
            .label(say!(en: "over 50 is hard", sv: "över 50 är svårt", da: "over 50 er svært"))
            .help(say!(
                en: "shorten the sentences, and use everyday words",
                sv: "korta meningarna och använd vardagliga ord",
                da: "forkort sætningerne, og brug hverdagsord",
            )),
        );
    }
}

/// The LIX: words per sentence plus the percentage of long words. `None` if the text is too short.
fn lix(paragraphs: &[&str]) -> Option<usize> {
    let sentences = paragraphs.iter().flat_map(|words| sentences(words)).count();
    let words =
        || paragraphs.iter().flat_map(|words| words.split_whitespace()).filter(|word| !word.contains(['/', '@']));
    let letters = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count();
    let long = words().filter(|word| letters(word) >= LONG).count();
    let all = words().count();
    (all >= ENOUGH).then(|| (all / sentences.max(1)) + 100 * long / all)
}
