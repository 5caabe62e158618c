//! Unknown keys of a record: which key was meant, and whether that is certain.

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

/// The finding for an unknown key, with the key that was meant if `looks` is set.
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
fn glued<'n>(shape: &Shape, name: &'n str) -> Option<(&'n str, &'n str)> {
    name.split_once(':').filter(|(key, value)| !value.is_empty() && shape.has(key))
}

/// Whether a name is a key with a fault: a misspelt one, or one glued to its value.
pub(super) fn looks_like_a_key(shape: &Shape, name: &str) -> bool {
    glued(shape, name).is_some() || !name.contains(' ') && nearest_key(shape, name).is_some()
}

/// The key that an unknown one most likely means: its Swedish or Danish name, or a similar spelling. Text after a
/// no-break space is taken for its value.
fn nearest_key(shape: &Shape, name: &str) -> Option<String> {
    let known = shape.written();
    let plain = name.replace(space::is_odd, " ");
    let plain = plain.trim();
    let called = || known.iter().find(|key| fields::is_called(key, plain)).cloned();
    let near = |name: &str| nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    called().or_else(|| near(plain)).or_else(|| near(plain.split([':', ' ']).next().filter(|first| *first != plain)?))
}

/// Whether exactly one key is within two edits of an unknown one, and it has five letters or more. A shorter one
/// counts only if case or underscores are the only difference.
fn only_near_key(shape: &Shape, name: &str) -> bool {
    let known = shape.written();
    let near = known.iter().filter(|known| distance(name, known) <= 2);
    let mut near = near.map(|known| distance(name, known) == 0 || known.chars().count() >= 5);
    near.next() == Some(true) && near.next().is_none()
}

/// Whether a missing key is written under a similar name, which is reported already.
pub(super) fn is_misspelt(shape: &Shape, key: Key, entries: &[(Node, Node)]) -> bool {
    let unknown = |name: &&str| !shape.has(name);
    let mut names = entries.iter().filter_map(|(name, _)| name.text()).filter(unknown).take(limit::MOST);
    names.any(|name| nearest_key(shape, name).is_some_and(|near| key.is(&near)))
}

/// The finding for a missing required key.
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
