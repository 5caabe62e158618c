//! The law beside the Articles of a legal basis.

use super::is_law;

/// The law in what is left of a text without its Articles and names. `None` if anything else is left: a condition, another
/// letter, a word such as “or” that the grounds would lose.
pub(super) fn law_in(text: &str, rest: &str) -> Option<Option<String>> {
    const JOINS: [&str; 26] = [
        "och",
        "og",
        "and",
        "samt",
        "enligt",
        "jf",
        "jfr",
        "jfr.",
        "jf.",
        "gdpr",
        "dataskyddsförordningen",
        "databeskyttelsesforordningen",
        "personvernforordningen",
        "dataskyddsforordningen",
        "art",
        "artikel",
        "artikkel",
        "article",
        "punkt",
        "stk",
        "nr",
        "litra",
        "bokstav",
        "i",
        "med",
        "stöd",
    ];
    if rest.len() != text.len() {
        return None;
    }
    let is_sign = |letter: char| !letter.is_alphanumeric() && letter != '§';
    let mut words = Vec::new();
    let mut at = 0;
    for word in rest.split(is_sign) {
        if !word.is_empty() && !JOINS.contains(&word) && !matches!(word, "1" | "2" | "6" | "9") {
            words.push(at..at + word.len());
        }
        at += word.len() + rest[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Some(None) };
    let end = last.end
        + rest[last.end..].chars().take_while(|letter| matches!(letter, '.' | ')')).map(char::len_utf8).sum::<usize>();
    let law = text.get(first.start..end)?;
    let is_open = law.matches('(').count() == law.matches(')').count();
    let law = if is_open { law } else { law.trim_end_matches(['.', ')']) };
    (is_law(law) && !law.contains(char::is_control)).then(|| Some(law.to_owned()))
}
