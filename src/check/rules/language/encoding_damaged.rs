//! `encoding-damaged`: letters of a text were damaged when it was copied, or are written as HTML entities.

use crate::check::passage::Passage;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::lexicon::damaged;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "encoding-damaged",
    aliases: &[],
    title: Words {
        en: "Letters of a text are damaged, or written as HTML",
        sv: "Bokstäver i en text är förstörda eller skrivna som HTML",
        da: "Bogstaver i en tekst er ødelagt eller skrevet som HTML",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A text is published letter by letter, and nobody can read these.",
        sv: "En text publiceras bokstav för bokstav, och de här kan ingen läsa.",
        da: "En tekst offentliggøres bogstav for bogstav, og disse kan ingen læse.",
    },
    bad: "remarks: [Det gäller fÃ¶rskolan.]",
    good: "remarks: [Det gäller förskolan.]",
    check,
};

/// What stands for a letter that could not be read.
const LOST: char = '\u{FFFD}';

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.is_told) {
        let edits = damaged().edits(passage.words);
        let found = match edits.first() {
            Some((range, _)) => passage.words.get(range.clone()),
            None => passage.words.find(LOST).and_then(|at| passage.words.get(at..at + LOST.len_utf8())),
        };
        if let Some(found) = found {
            report(passage, found, edits, findings);
        }
    }
}

fn report(passage: &Passage, found: &str, edits: Vec<(std::ops::Range<usize>, String)>, findings: &mut Findings) {
    let message = say!(
        en: "`{found}` is a damaged letter or an HTML entity",
        sv: "`{found}` är en förstörd bokstav eller en HTML-entitet",
        da: "`{found}` er et ødelagt bogstav eller en HTML-entitet",
        found = found,
    );
    let finding = passage.mark(RULE.found(passage.at, message), found).help(say!(
        en: "write the letter itself",
        sv: "skriv själva bokstaven",
        da: "skriv selve bogstavet",
    ));
    findings.push(if edits.is_empty() { finding } else { finding.fix(passage.words, edits) });
}
