//! Escapes text for Markdown where it could be read as markup, and separates characters that GitHub or GitLab would
//! turn into links, mentions and the like.
//!
//! A forge searches the text of the page for mentions, references and addresses after parsing Markdown, so a
//! backslash does not stop it. It searches each text node separately and skips links and code. An empty comment
//! splits a text node; it is invisible on the page and harmless in the source.

use crate::render::GUARD;
use crate::steps;

/// Characters that Markdown can take for markup anywhere in a line, and those not allowed in one.
const MARKUP: [bool; 256] = table(b"\\`*_[]<>|~$", false);

/// Characters that cannot be copied unchanged: markup, the beginning of an entity, controls.
const SPECIAL: [bool; 256] = table(b"\\`*_[]<>|~$&", true);

/// Bytes at which the syntax of a forge can begin: see [`parts`].
const SOUGHT: [bool; 256] = table(b"@#$[!&%~*{:wWhHlL", false);

const fn table(special: &[u8], controls: bool) -> [bool; 256] {
    let mut table = [false; 256];
    let mut index = 0;
    while index < special.len() {
        table[special[index] as usize] = true;
        index += 1;
    }
    let mut control = 0;
    while control < 32 {
        table[control] = controls;
        control += 1;
    }
    table[127] = controls;
    table
}

/// Whether a text could begin a heading, a list, a forge command or the like.
fn begins_as_markup(words: &str) -> bool {
    matches!(words.bytes().find(|byte| *byte != b' '), Some(b'#' | b'+' | b'-' | b'=' | b':' | b'/' | b'0'..=b'9'))
}

/// Appends text so that neither Markdown nor a forge interprets it.
pub fn escape(words: &str, at_start: bool, text: &mut String) {
    write(words, at_start, true, text);
}

/// Appends the text of a link, in which a forge searches only for emoji and math.
pub(crate) fn escape_linked(words: &str, text: &mut String) {
    write(words, false, false, text);
}

fn write(words: &str, at_start: bool, is_guarded: bool, text: &mut String) {
    let bytes = words.as_bytes();
    let at_start = at_start && begins_as_markup(words);
    if !at_start && is_plain(bytes, is_guarded) {
        text.push_str(words);
        return;
    }
    let parted = |index: usize| SOUGHT[usize::from(bytes[index])] && is_parted(bytes, index, is_guarded);
    let has_name = is_guarded && has_long_hex(bytes);
    let digits = if at_start { words.bytes().take_while(u8::is_ascii_digit).count() } else { 0 };
    let mut copied = 0;
    let mut is_start = at_start;
    let mut hex = 0..0;
    for (index, byte) in words.bytes().enumerate() {
        let is_parted = parted(index);
        let special = match byte {
            b'&' => is_entity(&words[index + 1..]) || is_parted,
            b'@' | b'!' | b'%' => is_parted,
            b'#' => is_start || is_parted,
            b'/' => is_start && is_command(&bytes[index + 1..]),
            b'+' | b'-' | b'=' | b':' => is_start,
            b'.' | b')' => digits > 0 && index == digits,
            _ => MARKUP[usize::from(byte)] || byte.is_ascii_control(),
        };
        is_start = is_start && byte == b' ';
        if has_name && !hex.contains(&index) {
            hex = long_hex(bytes, index);
        }
        if hex.contains(&index) && index > hex.start && (index - hex.start).is_multiple_of(PIECE) {
            text.push_str(&words[copied..index]);
            text.push_str(GUARD);
            copied = index;
        }
        if special {
            text.push_str(&words[copied..index]);
            text.push_str(if byte.is_ascii_control() { " " } else { "\\" });
            copied = index + usize::from(byte.is_ascii_control());
        }
        if is_parted {
            text.push_str(&words[copied..=index]);
            text.push_str(GUARD);
            copied = index + 1;
        }
    }
    text.push_str(&words[copied..]);
}

/// Whether a text needs no escape or guard.
fn is_plain(bytes: &[u8], is_guarded: bool) -> bool {
    let mut run = 0;
    bytes.iter().enumerate().all(|(index, byte)| {
        let at = usize::from(*byte);
        run = if byte.is_ascii_hexdigit() { run + 1 } else { 0 };
        let is_live = SOUGHT[at] && is_parted(bytes, index, is_guarded) || is_guarded && run > PIECE;
        !SPECIAL[at] && !is_live
    })
}

/// Whether a guard is needed after a byte. In link text only emoji and math are searched.
fn is_parted(bytes: &[u8], index: usize, is_guarded: bool) -> bool {
    let is_sought_in_links = || match bytes[index] {
        b'$' => true,
        b':' => !bytes[index + 1..].starts_with(b"//"),
        _ => false,
    };
    (is_guarded || is_sought_in_links()) && parts(bytes, index)
}

/// Whether the text after a slash makes it a command to GitLab or a bot: `/close`, not `/tmp/a`.
fn is_command(rest: &[u8]) -> bool {
    let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    name > 0 && rest.get(name).is_none_or(u8::is_ascii_whitespace)
}

/// Whether the text after an ampersand makes it an entity: `amp;`, `#38;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '#');
    name.len() < rest.len() && name.starts_with(';')
}

/// Whether a forge would interpret a byte together with what follows it.
fn parts(bytes: &[u8], index: usize) -> bool {
    let rest = &bytes[index + 1..];
    let Some(next) = rest.first() else { return false };
    match bytes[index] {
        // Mentions, email addresses, issues, colours; math and snippets; check boxes, footnotes, alerts, references
        // in brackets.
        b'@' | b'#' | b'$' => *next != b' ',
        b'[' => true,
        // Merge requests and epics of GitLab.
        b'!' | b'&' => next.is_ascii_digit(),
        // Milestones, placeholders and labels of GitLab.
        b'%' | b'~' => next.is_ascii_alphanumeric() || matches!(next, b'"' | b'{' | b'_'),
        b'*' => begins_with(rest, b"iteration:"),
        // Inline diffs of GitLab.
        b'{' => matches!(next, b'+' | b'-'),
        b':' => rest.starts_with(b"//") || is_shortcode(rest),
        b'w' | b'W' => *next == b'.' && ends_with(&bytes[..=index], b"www"),
        b'h' | b'H' | b'l' | b'L' => is_issue(bytes, index),
        _ => false,
    }
}

/// `:smile:` after its first colon.
fn is_shortcode(rest: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-');
    let name = rest.iter().take_while(|byte| is_name(byte)).count();
    name > 0 && rest.get(name) == Some(&b':')
}

/// `GH-1` of GitHub or `GL-1` of GitLab at its second letter.
fn is_issue(bytes: &[u8], index: usize) -> bool {
    bytes.get(index + 1) == Some(&b'-')
        && bytes.get(index + 2).is_some_and(u8::is_ascii_digit)
        && (ends_with(&bytes[..=index], b"gh") || ends_with(&bytes[..=index], b"gl"))
        && !(index > 1 && bytes[index - 2].is_ascii_alphanumeric())
}

fn begins_with(bytes: &[u8], begin: &[u8]) -> bool {
    let first = &bytes[..bytes.len().min(begin.len())];
    steps::count(first.len());
    first.eq_ignore_ascii_case(begin)
}

fn ends_with(bytes: &[u8], end: &[u8]) -> bool {
    bytes.len() >= end.len() && bytes[bytes.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// The longest run of hexadecimal digits that is not split: seven or more can be a commit id.
const PIECE: usize = 6;
/// The length of a full commit id.
const LONGEST: usize = 40;

fn has_long_hex(bytes: &[u8]) -> bool {
    let mut run = 0;
    bytes.iter().any(|byte| {
        run = if byte.is_ascii_hexdigit() { run + 1 } else { 0 };
        run > PIECE
    })
}

/// The range of a word that can be a commit id. A number without letters is not split, because it is more likely an
/// organisation number or a phone number than a commit id.
fn long_hex(bytes: &[u8], index: usize) -> std::ops::Range<usize> {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    if index > 0 && is_word(&bytes[index - 1]) {
        return 0..0;
    }
    let word = bytes[index..].iter().take_while(|byte| is_word(byte)).count();
    let letters = &bytes[index..index + word];
    let is_name = (PIECE + 1..=LONGEST).contains(&word)
        && letters.iter().all(u8::is_ascii_hexdigit)
        && letters.iter().any(u8::is_ascii_alphabetic);
    if is_name { index..index + word } else { 0..0 }
}

#[cfg(test)]
mod tests {
    use comrak::Options;
    use proptest::prelude::*;

    use super::{GUARD, escape};

    fn shown(words: &str) -> String {
        let mut markdown = String::new();
        escape(words, true, &mut markdown);
        let mut options = Options::default();
        options.render.r#unsafe = true;
        comrak::markdown_to_html(&markdown, &options).replace(GUARD, "")
    }

    #[test]
    fn html_in_a_value_is_text() {
        assert_eq!(
            shown("<script>alert('&amp;')</script>"),
            "<p>&lt;script&gt;alert('&amp;amp;')&lt;/script&gt;</p>\n"
        );
    }

    fn written(words: &str) -> String {
        let mut markdown = String::new();
        escape(words, true, &mut markdown);
        markdown
    }

    #[test]
    fn a_forge_finds_nothing() {
        for (words, expected) in [
            ("fråga @kommun/it", "fråga \\@<!-- -->kommun/it"),
            ("ärende #12, GH-12 och a/b#3", "ärende \\#<!-- -->12, GH<!-- -->-12 och a/b\\#<!-- -->3"),
            ("!1 &1 %1 ~hinder $1", "\\!<!-- -->1 \\&<!-- -->1 \\%<!-- -->1 \\~<!-- -->hinder \\$<!-- -->1"),
            ("https://a.se www.a.se x@a.se", "https:<!-- -->//a.se www<!-- -->.a.se x\\@<!-- -->a.se"),
            ("i 0123abc och 20261129, 212000-0001", "i 0123ab<!-- -->c och 20261129, 212000-0001"),
            ("/close", "\\/close"),
            ("så :smile: kl. 10:30", "så :<!-- -->smile: kl. 10:30"),
            ("[x] [^1] [[_TOC_]]", "\\[<!-- -->x\\] \\[<!-- -->^1\\] \\[<!-- -->\\[<!-- -->\\_TOC\\_\\]\\]"),
            ("50 % & mer!", "50 % & mer!"),
        ] {
            assert_eq!(written(words), expected);
            assert_eq!(shown(words), format!("<p>{}</p>\n", as_html(words)));
        }
    }

    fn as_html(words: &str) -> String {
        words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    }

    proptest! {
        #[test]
        fn words_stay_words(words in "[ -~åäöæøÅÄÖÆØé–]{0,60}") {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let expected = if words.is_empty() { String::new() } else { format!("<p>{}</p>\n", as_html(&words)) };
            prop_assert_eq!(shown(&words), expected);
        }
    }
}
