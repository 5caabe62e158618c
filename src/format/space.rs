//! No-break spaces and the like, which word processors insert and YAML does not treat as spaces.

use crate::finding::{Finding, Place};
use crate::say;
use crate::say::{Message, Words};

/// Whether a character is a no-break space or another white space that YAML does not treat as one.
#[must_use]
pub(crate) fn is_odd(letter: char) -> bool {
    matches!(
        letter,
        '\u{A0}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{205F}' | '\u{2060}' | '\u{3000}' | '\u{FEFF}'
    )
}

/// The label at such a character.
pub(crate) const LABEL: Words = Words {
    en: "there is an invisible no-break space here",
    sv: "här står ett osynligt hårt blanksteg",
    da: "her står et usynligt hårdt mellemrum",
};

/// The help for it.
#[must_use]
pub(crate) fn help() -> Message {
    say!(
        en: "remove the no-break space and type an ordinary space, or none, in its place",
        sv: "ta bort det hårda blanksteget och skriv ett vanligt blanksteg, eller inget, i stället",
        da: "fjern det hårde mellemrum, og skriv et almindeligt mellemrum, eller intet, i stedet",
    )
}

/// Adds label and help to a finding about a word that contains one.
#[must_use]
pub(crate) fn told(finding: Finding, word: &str) -> Finding {
    if word.contains(is_odd) { finding.label(LABEL).help(help()) } else { finding }
}

/// The finding for a key that contains such a character or is followed by one.
#[must_use]
pub(crate) fn in_key(name: &str, place: Place) -> Option<Finding> {
    let plain = name.contains(is_odd).then(|| name.replace(is_odd, " "))?;
    let message = say!(
        en: "the key `{plain}` contains a no-break space",
        sv: "i nyckeln `{plain}` står ett hårt blanksteg",
        da: "i nøglen `{plain}` står et hårdt mellemrum",
        plain = plain.split(':').next().unwrap_or_default().trim(),
    );
    Some(Finding::error("space-odd", place, message).label(LABEL).help(help()))
}
