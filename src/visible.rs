//! Escapes characters that are invisible or that a terminal or a CI pipeline interprets, as in `\u{1b}`.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::steps;

/// Whether a character controls a terminal or the text direction: C0, DEL, C1 and bidirectional controls.
#[must_use]
pub fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has no shape or width and is not needed: soft hyphen, joiners, line and paragraph separators,
/// tags, variation selectors, noncharacters and the like. Some belong to emoji: see [`is_needed`].
#[must_use]
pub(crate) fn is_empty(letter: char) -> bool {
    let is_noncharacter = u32::from(letter) & 0xFFFE == 0xFFFE;
    is_noncharacter
        || matches!(letter,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200D}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}'
        | '\u{3164}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{13430}'..='\u{13440}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether an empty character belongs to an emoji: U+FE0F after a symbol, U+200D between two of them.
#[must_use]
pub(crate) fn is_needed(letter: char, before: Option<char>, after: Option<char>) -> bool {
    let may_be_emoji = |letter: char| {
        matches!(letter, '\u{A9}' | '\u{AE}' | '\u{203C}'..='\u{3299}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
            && !is_empty_but_selector(letter)
    };
    let keycap = |letter: char| letter.is_ascii_digit() || matches!(letter, '#' | '*');
    match letter {
        '\u{FE0F}' => before.is_some_and(|before| {
            before != '\u{FE0F}' && (may_be_emoji(before) || keycap(before) && after == Some('\u{20E3}'))
        }),
        '\u{200D}' => {
            before.is_some_and(may_be_emoji) && after.is_some_and(|after| after != '\u{FE0F}' && may_be_emoji(after))
        }
        _ => false,
    }
}

fn is_empty_but_selector(letter: char) -> bool {
    letter != '\u{FE0F}' && is_empty(letter)
}

/// Whether a text has a visible character.
#[must_use]
pub(crate) fn has_shape(text: &str) -> bool {
    text.chars().any(|letter| !(letter.is_whitespace() || steers(letter) || is_empty(letter) || is_blank(letter)))
}

/// Whether a character has a width but no ink, or is a combining mark.
fn is_blank(letter: char) -> bool {
    matches!(letter, '\u{2800}' | '\u{1D159}') || unicode_normalization::char::is_combining_mark(letter)
}

/// The escape of a colon in text for people.
const COLON: &str = "\\u{3a}";
/// The escape of a hash in text for people.
const HASH: &str = "\\u{23}";

/// Whether a character is invisible or interpreted by a terminal.
#[must_use]
pub(crate) fn is_hidden(letter: char) -> bool {
    steers(letter) || is_empty(letter)
}

/// Escapes a text on one line, including line feeds and tabs.
#[must_use]
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    shown(text, |_| false)
}

/// Escapes a text of several lines; line feeds and tabs are kept.
#[must_use]
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    shown(text, |letter| matches!(letter, '\n' | '\t'))
}

/// Escapes only terminal control characters of a patch, so that it still applies. A context line that a pipeline
/// would take for a command is removed and added again, so that it begins with `-` and `+`.
#[must_use]
pub fn patch(text: &str) -> String {
    let text = shown(text, |letter| matches!(letter, '\n' | '\t' | '\r') || !steers(letter));
    let mut safe = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let around = line.strip_prefix(' ').filter(|line| line[begin(line)..].starts_with("::"));
        let Some(around) = around else {
            push_without_hashes(line, HASH, &mut safe);
            continue;
        };
        let end = lines.next_if(|next| next.starts_with('\\')).unwrap_or_default();
        for sign in ['-', '+'] {
            safe.push(sign);
            push_without_hashes(around, HASH, &mut safe);
            safe.push_str(end);
        }
    }
    safe
}

fn shown(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t') && stays(char::from(byte));
    if text.bytes().all(is_plain) || !text.contains(|letter| is_hidden(letter) && !stays(letter)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        if !is_hidden(letter) || stays(letter) || is_needed(letter, before, letters.peek().copied()) {
            shown.push(letter);
        } else {
            push_number(letter, &mut shown);
        }
        before = Some(letter);
    }
    Cow::Owned(shown)
}

fn push_number(letter: char, shown: &mut String) {
    match letter {
        '\n' => shown.push_str("\\n"),
        '\t' => shown.push_str("\\t"),
        '\r' => shown.push_str("\\r"),
        _ => _ = write!(shown, "\\u{{{:x}}}", u32::from(letter)),
    }
}

/// Escapes the output of our renderers for a terminal: line feeds, tabs and styles (`ESC [ 1;31 m`) are kept, and no
/// line is a pipeline command.
#[must_use]
pub fn styled(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (index, piece) in text.split('\u{1B}').enumerate() {
        match piece.split_once('m').filter(|(style, _)| index > 0 && is_style(style)) {
            Some((style, rest)) => {
                _ = write!(shown, "\u{1B}{style}m");
                shown.push_str(&lines(rest));
            }
            None => {
                if index > 0 {
                    push_number('\u{1B}', &mut shown);
                }
                shown.push_str(&lines(piece));
            }
        }
    }
    disarmed(&shown, COLON, HASH)
}

fn is_style(style: &str) -> bool {
    style.strip_prefix('[').is_some_and(|codes| codes.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'))
}

/// Escapes hidden characters in JSON. They can only occur in strings.
#[must_use]
pub fn json(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => safe.push('\n'),
            _ if is_hidden(letter) => {
                letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| _ = write!(safe, "\\u{unit:04x}"));
            }
            _ => safe.push(letter),
        }
    }
    disarmed(&safe, "\\u003a", "\\u0023")
}

/// Escapes the other commands in a line that is a command on purpose.
#[must_use]
pub(crate) fn hashes(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    push_without_hashes(text, HASH, &mut safe);
    safe
}

/// Escapes pipeline commands in XML or HTML. They can only occur in text and attributes.
#[must_use]
pub(crate) fn markup(text: &str) -> String {
    disarmed(&lines(text), "&#58;", "&#35;")
}

/// Escapes pipeline commands: GitHub interprets `::` at the beginning of a line and `##[` anywhere, Azure `##vso[`,
/// TeamCity `##teamcity[`. The second character is written as `colon` or `hash`.
fn disarmed(text: &str, colon: &str, hash: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let begin = begin(line);
        match line[begin..].strip_prefix("::") {
            Some(rest) => {
                safe.push_str(&line[..begin]);
                safe.push(':');
                safe.push_str(colon);
                push_without_hashes(rest, hash, &mut safe);
            }
            None => push_without_hashes(line, hash, &mut safe),
        }
    }
    safe
}

/// The beginning of a line for a pipeline: after white space and styles.
fn begin(line: &str) -> usize {
    let mut rest = line.trim_start();
    while let Some((style, after)) = rest.strip_prefix('\u{1B}').and_then(|rest| rest.split_once('m')) {
        if !is_style(style) {
            break;
        }
        rest = after.trim_start();
    }
    line.len() - rest.len()
}

fn push_without_hashes(line: &str, hash: &str, safe: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find("##") {
        let after = rest[at..].trim_start_matches('#');
        let hashes = rest.len() - at - after.len();
        steps::count(hashes);
        safe.push_str(&rest[..at]);
        let is_command = is_hash_command(after);
        (0..hashes).for_each(|index| safe.push_str(if is_command && index % 2 == 1 { hash } else { "#" }));
        rest = after;
    }
    safe.push_str(rest);
}

/// Whether the text after a run of hashes makes it a command: `vso[`.
fn is_hash_command(after: &str) -> bool {
    let rest = after.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    steps::count(after.len() - rest.len());
    rest.starts_with('[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_or_hides_is_shown() {
        assert_eq!(line("a\u{1b}]52;c\u{7}\n\u{9b}1m\u{202e}"), "a\\u{1b}]52;c\\u{7}\\n\\u{9b}1m\\u{202e}");
        assert_eq!(lines("a\n\tb\u{200b}\u{e0041}\r\n"), "a\n\tb\\u{200b}\\u{e0041}\\r\n");
        assert_eq!(line("Åsa & Søren – 👩\u{200d}🚒 ❤\u{fe0f}"), "Åsa & Søren – 👩\u{200d}🚒 ❤\u{fe0f}");
        assert_eq!(patch("\u{feff}a\u{ad}\r\n\u{1b}"), "\u{feff}a\u{ad}\r\n\\u{1b}");
    }

    #[test]
    fn only_styles_reach_a_terminal() {
        assert_eq!(
            styled("\u{1b}[1;31mfel\u{1b}[0m \u{1b}]0;x\u{7} \u{1b}[2Jm\n"),
            "\u{1b}[1;31mfel\u{1b}[0m \\u{1b}]0;x\\u{7} \\u{1b}[2Jm\n"
        );
    }

    #[test]
    fn no_line_is_a_command() {
        assert_eq!(styled("  ::add-mask::x\na ::b"), "  :\\u{3a}add-mask::x\na ::b");
        assert_eq!(styled("\u{1b}[1m::x"), "\u{1b}[1m:\\u{3a}x");
        assert_eq!(styled("a ##[add-path]x ###vso[y] ## b"), "a #\\u{23}[add-path]x #\\u{23}#vso[y] ## b");
        assert_eq!(json("\"##[x] \u{9b}\u{e0041}\""), "\"#\\u0023[x] \\u009b\\udb40\\udc41\"");
        assert_eq!(patch("@@ @@\n   ::a\n-b\n ::c\n\\ No\n"), "@@ @@\n-  ::a\n+  ::a\n-b\n-::c\n\\ No\n+::c\n\\ No\n");
        assert_eq!(markup("<p>\n::x</p>"), "<p>\n:&#58;x</p>");
    }

    #[test]
    fn a_text_without_a_shape_is_known() {
        for empty in [
            "",
            " ",
            "\u{200b}",
            "\u{2060}\u{ad}",
            "\u{3164}",
            "\u{2800}",
            "\u{301}",
            "\u{feff}\u{e0041}",
            "\u{a0}",
            "\u{1d159}",
            "\u{fdd0}\u{ffff}\u{10fffe}",
        ] {
            assert!(!has_shape(empty), "{empty:?}");
        }
        assert!(has_shape("–") && has_shape("e\u{301}"));
    }
}
