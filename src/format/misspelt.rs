//! Keys that a record does not have: which one was meant, and whether that is certain.

use crate::fields;
use crate::finding::{Finding, Place};
use crate::format::key::{Key, Shape};
use crate::format::nearest::{distance, nearest};
use crate::format::phrases::{did_you_mean, write_this};
use crate::format::space;
use crate::format::yaml::Node;
use crate::limit;
use crate::say;
use crate::steps;

/// The finding for a key that a record does not have, with the key that was meant where that is looked for.
pub(super) fn unknown_key(shape: &Shape, name: &str, place: Place, entries: &[(Node, Node)], looks: bool) -> Finding {
    if let Some(finding) = space::in_key(name, place) {
        return finding;
    }
    let message = say!(
        en: "`{name}` is not a key of {what}",
        sv: "`{name}` är inte en nyckel i {what}",
        da: "`{name}` er ikke en nøgle i {what}",
        what = shape.what,
    );
    let finding = Finding::error("key-unknown", place, message);
    if !looks {
        return finding;
    }
    if let Some((key, value)) = glued(shape, name) {
        let finding = finding.label(say!(
            en: "no space after the colon",
            sv: "inget blanksteg efter kolonet",
            da: "intet mellemrum efter kolonet",
        ));
        return finding.help(write_this(&format!("{key}: {value}")));
    }
    match nearest_key(shape, name) {
        Some(near) => {
            let finding = finding.label(did_you_mean(&near)).help(write_this(&format!("{near}:")));
            let is_free = !entries.iter().inspect(|_| steps::count(1)).any(|(key, _)| key.text() == Some(&near));
            if is_free && only_near_key(shape, name) { finding.rewrite(name, near) } else { finding }
        }
        None => {
            let known = shape.written();
            finding.label(say!(en: "unknown key", sv: "okänd nyckel", da: "ukendt nøgle")).help(say!(
                en: "the keys of {what} are: {known}",
                sv: "nycklarna i {what} är: {known}",
                da: "nøglerne i {what} er: {known}",
                what = shape.what,
                known = known.join(", "),
            ))
        }
    }
}

/// A key and its value without a space after the colon: `code:consent`.
pub(super) fn glued<'n>(shape: &Shape, name: &'n str) -> Option<(&'n str, &'n str)> {
    name.split_once(':').filter(|(key, value)| !value.is_empty() && shape.has(key))
}

/// The key that an unknown one most likely was meant to be: what it is called in Swedish or Danish, or what is
/// nearly written so. What stands behind a no-break space is its value.
fn nearest_key(shape: &Shape, name: &str) -> Option<String> {
    let known = shape.written();
    let plain = name.replace(space::is_odd, " ");
    let plain = plain.trim();
    let called = || known.iter().find(|key| fields::is_called(key, plain)).cloned();
    let near = |name: &str| nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    called().or_else(|| near(plain)).or_else(|| near(plain.split([':', ' ']).next().filter(|first| *first != plain)?))
}

/// Whether just one key, of five letters or more, differs from an unknown one by at most two letters. Shorter ones are
/// certain where only capital letters or underscores differ.
fn only_near_key(shape: &Shape, name: &str) -> bool {
    let known = shape.written();
    let near = known.iter().filter(|known| distance(name, known) <= 2);
    let mut near = near.map(|known| distance(name, known) == 0 || known.chars().count() >= 5);
    near.next() == Some(true) && near.next().is_none()
}

/// Whether a key that is missing stands there under a name that is nearly right: that is reported already.
pub(super) fn is_misspelt(shape: &Shape, key: Key, entries: &[(Node, Node)]) -> bool {
    let unknown = |name: &&str| !shape.has(name);
    let mut names = entries.iter().filter_map(|(name, _)| name.text()).filter(unknown).take(limit::MOST);
    names.any(|name| nearest_key(shape, name).is_some_and(|near| key.is(&near)))
}

/// The finding for a key that a record needs.
pub(super) fn missing_key(shape: &Shape, key: Key, place: Place, entries: &[(Node, Node)]) -> Finding {
    let at = entries.first().map_or(place, |(first, _)| first.place);
    let written = key.written();
    let message = say!(
        en: "{what} needs `{written}`",
        sv: "{what} kräver `{written}`",
        da: "{what} kræver `{written}`",
        what = shape.what,
    );
    Finding::error("key-missing", at, message)
        .label(say!(
            en: "`{written}` is missing in the record that begins here",
            sv: "`{written}` saknas i posten som börjar här",
            da: "`{written}` mangler i posten, der begynder her",
        ))
        .help(say!(en: "add `{written}:`", sv: "lägg till `{written}:`", da: "tilføj `{written}:`"))
}
