//! Words in Markdown: escaped where a reader could take them for markup.

/// What Markdown can take for markup anywhere in a line, and what has no place in one.
const MARKUP: [bool; 256] = {
    let mut table = [false; 256];
    let special = b"\\`*_[]<>|~$";
    let mut index = 0;
    while index < special.len() {
        table[special[index] as usize] = true;
        index += 1;
    }
    table
};

/// What cannot be copied as it stands: markup, what may begin an entity, controls.
const SPECIAL: [bool; 256] = {
    let mut table = MARKUP;
    let mut control = 0;
    while control < 32 {
        table[control] = true;
        control += 1;
    }
    table[127] = true;
    table[b'&' as usize] = true;
    table
};

/// Whether the beginning of words could be taken for that of a heading, a list or the like.
fn begins_as_markup(words: &str) -> bool {
    matches!(words.bytes().find(|byte| *byte != b' '), Some(b'#' | b'+' | b'-' | b'=' | b':' | b'0'..=b'9'))
}

/// Writes words so that Markdown reads them as nothing but words.
pub fn escape(words: &str, at_start: bool, text: &mut String) {
    let at_start = at_start && begins_as_markup(words);
    if !at_start && !words.bytes().any(|byte| SPECIAL[usize::from(byte)]) {
        text.push_str(words);
        return;
    }
    let digits = if at_start { words.bytes().take_while(u8::is_ascii_digit).count() } else { 0 };
    let mut copied = 0;
    let mut is_start = at_start;
    for (index, byte) in words.bytes().enumerate() {
        let special = match byte {
            b'&' => is_entity(&words[index + 1..]),
            b'#' | b'+' | b'-' | b'=' | b':' => is_start,
            b'.' | b')' => digits > 0 && index == digits,
            _ => MARKUP[usize::from(byte)] || byte.is_ascii_control(),
        };
        is_start = is_start && byte == b' ';
        if special {
            text.push_str(&words[copied..index]);
            text.push_str(if byte.is_ascii_control() { " " } else { "\\" });
            copied = index + usize::from(byte.is_ascii_control());
        }
    }
    text.push_str(&words[copied..]);
}

/// Whether what follows an ampersand would make it a character: `amp;`, `#38;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '#');
    name.len() < rest.len() && name.starts_with(';')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::escape;

    fn shown(words: &str) -> String {
        let mut markdown = String::new();
        escape(words, true, &mut markdown);
        comrak::markdown_to_html(&markdown, &comrak::Options::default())
    }

    #[test]
    fn html_in_a_value_is_text() {
        assert_eq!(
            shown("<script>alert('&amp;')</script>"),
            "<p>&lt;script&gt;alert('&amp;amp;')&lt;/script&gt;</p>\n"
        );
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
