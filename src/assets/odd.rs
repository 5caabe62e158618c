//! Keys that only some of several files have.

use std::collections::BTreeMap;

/// A key that only some of several files have.
pub(crate) struct Odd<'f, K> {
    /// The key.
    pub(crate) key: K,
    /// The first file that is wrong: one that alone has the key, or one that lacks it.
    pub(crate) file: &'f str,
    /// Whether most files lack the key.
    pub(crate) is_extra: bool,
}

/// The key that the fewest of these files have, if not all have the same keys.
pub(crate) fn odd_key<'f, K: Ord>(files: &[&'f str], keys: impl Fn(usize) -> Vec<K>) -> Option<Odd<'f, K>> {
    let mut known: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for file in 0..files.len() {
        keys(file).into_iter().for_each(|key| known.entry(key).or_default().push(file));
    }
    let differing = known.into_iter().filter(|(_, of)| of.len() < files.len()).min_by_key(|(_, of)| of.len());
    let (key, of) = differing?;
    let is_extra = of.len() * 2 < files.len();
    let file = (0..files.len()).find(|file| of.contains(file) == is_extra)?;
    Some(Odd { key, file: files[file], is_extra })
}
