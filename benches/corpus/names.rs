//! Names of fictitious municipalities, combined from parts, and ids from names.

use ropa::internals::model::suggest;

use super::chance::Chance;
use super::words::Tongue;

/// The random path of the names; no municipality has this number.
const NAMES: usize = 1 << 30;

/// The name of the nth municipality of its country, without “kommun”.
pub(crate) fn place(tongue: Tongue, number: usize, seed: u64) -> String {
    let words = tongue.words();
    let (first, last) = (words.list("place", "first"), words.list("place", "last"));
    let mut all: Vec<String> =
        first.iter().flat_map(|first| last.iter().map(move |last| format!("{first}{last}"))).collect();
    Chance::new(seed, &[NAMES, tongue as usize]).shuffle(&mut all);
    let name = &all[number % all.len()];
    match number / all.len() {
        0 => name.clone(),
        round => format!("{name} {}", round + 1),
    }
}

/// The name with “kommun”, in the genitive if the language requires it.
pub(crate) fn municipality(tongue: Tongue, place: &str) -> String {
    match tongue {
        Tongue::Swedish if place.ends_with('s') => format!("{place} kommun"),
        Tongue::Swedish => format!("{place}s kommun"),
        Tongue::Danish => format!("{place} Kommune"),
    }
}

/// The id made from a name.
pub(crate) fn id(name: &str) -> String {
    suggest(name).unwrap_or_else(|| "x".to_owned())
}
