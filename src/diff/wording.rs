//! Whether one wording is part of another.

use std::collections::HashSet;

use crate::lexicon::changes;

/// The replacement for every “and”.
const AND: &str = " , ";

/// Whether `after` is part of `before`, and adds nothing: `pröva rätten` of `pröva rätten och planera resorna`.
#[must_use]
pub(crate) fn is_part(before: &str, after: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let text = text.to_lowercase().replace([',', ';'], AND);
        let text = changes().and.iter().fold(text, |text, word| text.replace(&format!(" {word} "), AND));
        let parts = text.split(AND).map(|part| part.trim().trim_end_matches('.').to_owned());
        parts.filter(|part| !part.is_empty()).collect()
    };
    let (all, some) = (parts(before), parts(after));
    let known: HashSet<&String> = all.iter().collect();
    some.len() < all.len() && some.iter().all(|part| known.contains(part))
}

#[cfg(test)]
mod tests {
    use super::is_part;

    #[test]
    fn a_part_says_less() {
        assert!(is_part("pröva rätten och planera resorna", "pröva rätten"));
        assert!(!is_part("pröva rätten", "pröva rätten och planera resorna"));
        assert!(!is_part("behandla ansökningar om stöd", "behandla ansökningar"));
    }
}
