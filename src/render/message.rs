//! Messages of the program as Markdown.

use crate::render::words::escape;
use crate::visible;

/// Escapes text for Markdown. Text between backticks becomes code.
#[must_use]
pub(crate) fn words(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = visible::line(&words);
    let pieces: Vec<&str> = words.split('`').collect();
    let mut text = String::new();
    if pieces.len().is_multiple_of(2) {
        escape(&words, true, &mut text);
        return text;
    }
    for (index, piece) in pieces.iter().enumerate() {
        match index % 2 {
            0 => escape(piece, index == 0, &mut text),
            _ => text.push_str(&code(piece)),
        }
    }
    text
}

/// Writes a path, a code or a quoted value as code. Backticks inside would end it, so they become spaces.
///
/// GitHub and GitLab show a colour next to code such as `#fff`, `rgb(…)` or `hsl(…)`, and pipelines interpret `##[`,
/// which code cannot escape. Such values are written as text.
#[must_use]
pub(crate) fn code(piece: &str) -> String {
    let inside = visible::line(piece).replace('`', " ");
    let is_colour = ["#", "rgb", "hsl"].iter().any(|colour| inside.trim_start().to_lowercase().starts_with(colour));
    let is_live = is_colour || inside.contains("##");
    match inside.trim().is_empty() {
        true => String::new(),
        false if is_live => {
            let mut text = String::new();
            escape(inside.trim(), true, &mut text);
            text
        }
        false => format!("`{inside}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_no_markup() {
        assert_eq!(words("`a_b` är *inte* känt"), "`a_b` är \\*inte\\* känt");
        assert_eq!(words("ett ` för mycket"), "ett \\` för mycket");
        assert_eq!(words("- [x] <b>"), "\\- \\[<!-- -->x\\] \\<b\\>");
    }
}
