//! `placeholder-published`: a text still has a placeholder of its template.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::lexicon::texts;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "placeholder-published",
    aliases: &[],
    title: Words {
        en: "A text still has a placeholder that was to be filled in",
        sv: "En text har kvar en platshållare som skulle fyllas i",
        da: "En tekst har stadig en pladsholder, der skulle udfyldes",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "The public would read the words of the template instead of an answer.",
        sv: "Allmänheten skulle läsa mallens ord i stället för ett svar.",
        da: "Offentligheden ville læse skabelonens ord i stedet for et svar.",
    },
    bad: "remarks: ['[fyll i]']",
    good: "remarks: [Nämnden beslutar i mars.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::Placeholder,
    rooms: &[],
    label: Words { en: "a placeholder", sv: "en platshållare", da: "en pladsholder" },
    help: Words {
        en: "write what belongs here; what is not known, as `{unknown: why}`",
        sv: "skriv det som ska stå här; det som inte är känt som `{unknown: varför}`",
        da: "skriv det, der skal stå her; det, der ikke er kendt, som `{unknown: hvorfor}`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |passage, found| {
        let message = say!(
            en: "`{found}` would be published",
            sv: "`{found}` skulle publiceras",
            da: "`{found}` ville blive offentliggjort",
            found = found,
        );
        (!is_number(passage.words, found.trim())).then(|| message.into())
    });
}

/// Whether a phrase is a Roman number: it follows a word such as “kapitel”.
fn is_number(text: &str, found: &str) -> bool {
    let start = (found.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let before =
        text.get(..start).unwrap_or_default().split_whitespace().next_back().unwrap_or_default().to_lowercase();
    found.starts_with("XX") && texts().numbered.has(&before)
}
