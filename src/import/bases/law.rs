//! The law beside the Articles of a legal basis.

use super::is_law;
use super::names::names;

/// The law in what is left of a text without its Articles and names. `None` if anything else is left: a condition, another
/// letter, a word such as “or” that the grounds would lose.
pub(super) fn law_in(text: &str, rest: &str) -> Option<Option<String>> {
    if rest.len() != text.len() {
        return None;
    }
    let is_sign = |letter: char| !letter.is_alphanumeric() && letter != '§';
    let mut words = Vec::new();
    let mut at = 0;
    for word in rest.split(is_sign) {
        if !word.is_empty() && !names().joins.contains(word) && !matches!(word, "1" | "2" | "6" | "9") {
            words.push(at..at + word.len());
        }
        at += word.len() + rest[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Some(None) };
    let end = last.end
        + rest[last.end..].chars().take_while(|letter| matches!(letter, '.' | ')')).map(char::len_utf8).sum::<usize>();
    let law = text.get(first.start..end)?;
    let is_balanced = law.matches('(').count() == law.matches(')').count();
    let law = if is_balanced { law } else { law.trim_end_matches(['.', ')']) };
    (is_law(law) && !law.contains(char::is_control)).then(|| Some(law.to_owned()))
}
