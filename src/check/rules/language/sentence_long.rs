//! `sentence-long`: a sentence has more than thirty words.

use crate::check::passage::{Kind, Passage};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::visit::TextKind;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "sentence-long",
    aliases: &["L-05"],
    title: Words {
        en: "A sentence has more than thirty words",
        sv: "En mening har mer än trettio ord",
        da: "En sætning har mere end tredive ord",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "Long sentences are read twice or not at all.",
        sv: "Långa meningar läses två gånger eller inte alls.",
        da: "Lange sætninger læses to gange eller slet ikke.",
    },
    bad: "remarks: [Resorna planeras av en handläggare som mäter vägen mellan hemmet och skolan och som sedan skriver en turlista där alla elever står i den ordning som bussen kör och där även tider och hållplatser framgår tydligt.]",
    good: "remarks: [Resorna planeras av en handläggare. Hen mäter vägen.]",
    check,
};

/// Maximum number of words in a sentence.
const WORDS: usize = 30;

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.words.len() > 2 * WORDS && is_prose(passage)) {
        let long = sentences(passage.words).find(|sentence| sentence.split_whitespace().count() > WORDS);
        if let Some(long) = long {
            let count = long.split_whitespace().count();
            let start: Vec<&str> = long.split_whitespace().take(3).collect();
            findings.push(
                passage.mark(
                    RULE.found(
                        passage.at,
                        say!(
                            en: "this sentence has {count} words",
                            sv: "meningen har {count} ord",
                            da: "sætningen har {count} ord",
                            count = count,
                        ),
                    )
                    .label(say!(en: "it begins here", sv: "den börjar här", da: "den begynder her"))
                    .help(say!(
                        en: "divide it into two or three",
                        sv: "dela den i två eller tre",
                        da: "del den i to eller tre",
                    )),
                    &start.join(" "),
                ),
            );
        }
    }
}

/// Whether a passage is running text that the public reads.
pub(in crate::check::rules) fn is_prose(passage: &Passage) -> bool {
    passage.is_told && passage.is_public() && passage.kind == Kind::Text(TextKind::Text)
}

/// The sentences of a text.
pub(in crate::check::rules) fn sentences(words: &str) -> impl Iterator<Item = &str> {
    words.split_inclusive(['.', '!', '?', ':', ';', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}
