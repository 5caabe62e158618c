//! `code-in-text`: a text is a code of the vocabulary.

use crate::check::passage::{Kind, Passage};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::visit::TextKind;
use crate::say;
use crate::say::Words;
use crate::vocabulary::{self, Entry, Form, ListName};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "code-in-text",
    aliases: &[],
    title: Words {
        en: "A text is a code of the vocabulary",
        sv: "En kod står där läsaren väntar sig ord",
        da: "En kode står, hvor læseren venter ord",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A text is published as written, and its readers do not know the codes.",
        sv: "En text publiceras som den är skriven, och ingen utanför kontoret känner till koderna.",
        da: "En tekst offentliggøres, som den står, og ingen uden for kontoret kender koderne.",
    },
    bad: "retention: [{of: application, keep: permanent, then: archive, archive: municipal-archive, law: {cite: arkivlagen (1990:782) 3 §}}]",
    good: "retention: [{of: application, keep: permanent, then: archive, archive: kommunarkivet, law: {cite: arkivlagen (1990:782) 3 §}}]",
    check,
};

const LISTS: [ListName; 5] =
    [ListName::Data, ListName::Subjects, ListName::Recipients, ListName::Events, ListName::Records];

fn check(case: &Case, findings: &mut Findings) {
    let is_text = |passage: &&Passage| passage.is_told && matches!(passage.kind, Kind::Text(TextKind::Text));
    for passage in case.passages.iter().filter(is_text) {
        let Some(entry) = entry_of(passage.words) else { continue };
        let words = entry.label(passage.lang, Form::Label).unwrap_or_default();
        let message = say!(
            en: "`{code}` is published as written: a text has words, not codes",
            sv: "`{code}` publiceras som det står: en text har ord, inte koder",
            da: "`{code}` offentliggøres, som det står: en tekst har ord, ikke koder",
            code = passage.words,
        );
        let help = say!(
            en: "write words: `{words}`",
            sv: "skriv ord: `{words}`",
            da: "skriv ord: `{words}`",
        );
        let finding = RULE.found(passage.at, message).help(help);
        findings.push(finding.label(say!(en: "a code", sv: "en kod", da: "en kode")));
    }
}

/// The vocabulary entry with this code. Only codes with a hyphen count: others may be ordinary words.
fn entry_of(words: &str) -> Option<&'static Entry> {
    LISTS.iter().filter(|_| words.contains('-')).find_map(|list| vocabulary::entry(*list, words))
}
