//! What a text of an answer may be: words, and nothing that a program would read as something else.

use crate::say;
use crate::say::Message;
use crate::visible;

/// The most letters of one text.
pub(crate) const LETTERS: usize = 4_000;

/// The text on one line, or why it is refused.
pub(super) fn clean(text: &str) -> Result<String, Message> {
    if text.chars().count() > LETTERS {
        return Err(say!(
            en: "the text is longer than {LETTERS} characters",
            sv: "texten är längre än {LETTERS} tecken",
            da: "teksten er længere end {LETTERS} tegn",
        ));
    }
    let is_break = |letter: char| matches!(letter, '\n' | '\r' | '\t');
    if text.chars().any(|letter| !is_break(letter) && (letter.is_control() || visible::is_hidden(letter))) {
        return Err(say!(
            en: "the text has control characters or characters that cannot be seen",
            sv: "texten har styrtecken eller tecken som inte syns",
            da: "teksten har styretegn eller tegn, der ikke kan ses",
        ));
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_markup(&text) {
        return Err(say!(
            en: "the text has HTML, which is not published: write it in plain words",
            sv: "texten har HTML, som inte publiceras: skriv den med vanliga ord",
            da: "teksten har HTML, som ikke offentliggøres: skriv den med almindelige ord",
        ));
    }
    if is_formula(&text) {
        return Err(say!(
            en: "the text begins as a formula of a spreadsheet",
            sv: "texten börjar som en formel i ett kalkylblad",
            da: "teksten begynder som en formel i et regneark",
        ));
    }
    Ok(text)
}

/// A tag, a comment or a character reference of HTML.
fn is_markup(text: &str) -> bool {
    let begins_tag =
        |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!' | '?'));
    let is_reference = |rest: &str| {
        let name: String = rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '#').collect();
        !name.is_empty() && rest.get(name.len()..).is_some_and(|after| after.starts_with(';'))
    };
    text.match_indices('<').any(|(at, _)| text.get(at + 1..).is_some_and(begins_tag))
        || text.match_indices('&').any(|(at, _)| text.get(at + 1..).is_some_and(is_reference))
}

fn is_formula(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        Some('=') => true,
        Some('+' | '-' | '@') => letters.next().is_some_and(char::is_alphabetic) && text.contains('('),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn words_pass_and_code_does_not() {
        for text in ["+46 8 123", "barn < 16 år", "Å & Ö", "- en punkt", "a = b", "AT&T; och"] {
            assert_eq!(clean(text).is_ok(), text != "AT&T; och", "{text}");
        }
        for text in
            ["<b>x</b>", "x <!-- y", "&lt;b", "=1+1", "@SUM(A1)", "-cmd(x)", "a\u{0}b", "a\u{202e}b", "a\u{1b}[31m"]
        {
            assert!(clean(text).is_err(), "{text}");
        }
        assert_eq!(clean(" a \r\n\tb ").unwrap(), "a b");
    }
}
