//! Finds the known name nearest to an unknown one.

use crate::steps;

/// The known name that `name` most likely means, if one is near enough to suggest.
#[must_use]
pub(crate) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let name = plain(name);
    let length = name.chars().count();
    let allowed = 1 + length / 4;
    known
        .inspect(|_| steps::count(1))
        .filter(|known| known.chars().count().abs_diff(length) <= allowed)
        .map(|known| (strsim::damerau_levenshtein(&name, known), known))
        .filter(|(distance, known)| *distance <= allowed && *distance < known.chars().count())
        .min()
        .map(|(_, known)| known)
}

/// The edit distance between a name and a known one, ignoring case and underscores.
#[must_use]
pub(crate) fn distance(name: &str, known: &str) -> usize {
    strsim::damerau_levenshtein(&plain(name), known)
}

fn plain(name: &str) -> String {
    name.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_what_is_near_and_nothing_else() {
        let known = ["retention", "recipients", "id"];
        assert_eq!(nearest("retenton", known.into_iter()), Some("retention"));
        assert_eq!(nearest("Recipient", known.into_iter()), Some("recipients"));
        assert_eq!(nearest("colour", known.into_iter()), None);
        assert_eq!(nearest("x", known.into_iter()), None);
    }
}
