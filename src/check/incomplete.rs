//! Records that lack required keys: one finding lists all of them.

use crate::check::rule::Rule;
use crate::finding::{Finding, Place};
use crate::say;
use crate::say::{Message, Words};

/// A key, its name in words, and whether it is missing.
pub(crate) type Asked = (&'static str, Words, bool);

/// A finding for the missing keys of a record, if any; `says` puts their names into a sentence.
#[must_use]
pub(crate) fn finding(rule: &Rule, at: Place, asked: &[Asked], says: impl Fn(&Message) -> Message) -> Option<Finding> {
    let missing = || asked.iter().filter(|(.., is_missing)| *is_missing);
    missing().next()?;
    let names = Message::each(|tongue| {
        missing().map(|(key, words, _)| format!("{} (`{key}`)", words.get(tongue))).collect::<Vec<_>>().join(", ")
    });
    let keys: Vec<String> = missing().map(|(key, ..)| format!("`{key}:`")).collect();
    let finding = rule.found(at, says(&names));
    let finding = finding.label(say!(en: "incomplete", sv: "ofullständigt", da: "ufuldstændigt"));
    Some(finding.help(say!(
        en: "write {keys}; what is not known, `{{unknown: why}}`",
        sv: "skriv {keys}; det som inte är känt, `{{unknown: varför}}`",
        da: "skriv {keys}; det, der er ukendt, `{{unknown: hvorfor}}`",
        keys = keys.join(", "),
    )))
}
