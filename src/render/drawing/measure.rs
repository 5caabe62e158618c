//! The width of text, estimated, and text in lines.
//!
//! A page uses the font of the reader's system, so its widths are not known. The estimate is that of a common sans-serif
//! font with a fifth more.

/// The most lines of a text, except the words beside a sign.
const MOST_LINES: usize = 10;
/// The most lines of the words beside a sign.
const MOST_MARKED: usize = 40;

/// Endings of words in compounds, with the letter that links them to what follows.
const LINKED: [&str; 9] = ["heds", "hets", "ings", "tions", "skabs", "skaps", "tets", "ments", "dags"];

/// The sizes and weights of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// The heading of a column.
    Head,
    /// The name of a box.
    Name,
    /// The name of a controller.
    Strong,
    /// What a box is, and details.
    Small,
    /// The words beside a sign.
    Mark,
    /// The words beside a sign, about what is not settled.
    Open,
}

impl Style {
    /// The size in hundredths of a pixel, with a fifth more, and a tenth more where it is bold.
    fn size(self) -> usize {
        match self {
            Self::Head | Self::Strong => 1848,
            Self::Name => 1680,
            Self::Small | Self::Open => 1560,
            Self::Mark => 1716,
        }
    }

    fn most(self) -> usize {
        if matches!(self, Self::Mark | Self::Open) { MOST_MARKED } else { MOST_LINES }
    }
}

/// The estimated width in pixels.
#[must_use]
pub(super) fn width(text: &str, style: Style) -> usize {
    pixels(text.chars().map(em).sum(), style)
}

fn pixels(ems: usize, style: Style) -> usize {
    (ems * style.size()).div_ceil(10_000)
}

/// The width of a character in hundredths of the size.
fn em(letter: char) -> usize {
    match letter {
        '\u{300}'..='\u{36f}' => 0,
        'i' | 'j' | 'l' | '\'' | '|' => 24,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' | '[' | ']' => 29,
        'r' | '-' | '(' | ')' | '"' | '”' | '“' | '’' => 36,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 51,
        'm' | 'M' | 'w' | 'æ' | 'ø' => 85,
        'W' | '@' | '%' | '…' | '—' | 'Æ' => 102,
        'A'..='Z' | '&' | '\u{c0}'..='\u{de}' => 74,
        ' '..='\u{24f}' | '–' => 57,
        _ => 105,
    }
}

/// A text in lines of at most `room` pixels. A word that is wider is broken at a seam. What is left after the last line
/// becomes an ellipsis.
#[must_use]
pub(super) fn lines(text: &str, room: usize, style: Style) -> Vec<String> {
    let most = style.most();
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut is_first = true;
        for part in parts(word) {
            let space = if is_first && !line.is_empty() { " " } else { "" };
            is_first = false;
            if width(&line, style) + width(space, style) + width(part, style) <= room {
                line.push_str(space);
                line.push_str(part);
                continue;
            }
            lines.extend((!line.is_empty()).then(|| std::mem::take(&mut line)));
            let mut rest = part;
            while lines.len() <= most && !fits(rest, room, style) {
                let (begin, end) = rest.split_at(seam(rest, room, style));
                let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
                let is_hyphenated = is_inside(begin.chars().next_back()) && is_inside(end.chars().next());
                lines.push(if is_hyphenated { format!("{begin}-") } else { begin.to_owned() });
                rest = end;
            }
            if lines.len() > most {
                return shortened(lines, room, style);
            }
            line.push_str(rest);
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    if lines.len() > most { shortened(lines, room, style) } else { lines }
}

/// The first lines, with an ellipsis.
fn shortened(mut lines: Vec<String>, room: usize, style: Style) -> Vec<String> {
    lines.truncate(style.most());
    if let Some(last) = lines.last_mut() {
        while width(last, style) + width("…", style) > room {
            last.truncate(last.rfind(' ').unwrap_or_default());
        }
        last.truncate(last.trim_end_matches([' ', '-', ',']).len());
        last.push('…');
    }
    lines
}

/// The parts of a word between which a line can end: after a hyphen or a slash.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive(['-', '/', '–'])
}

fn fits(text: &str, room: usize, style: Style) -> bool {
    let mut ems = 0;
    text.chars().all(|letter| {
        ems += em(letter);
        pixels(ems, style) <= room
    })
}

/// Where to break a word that is too wide: at the last place in the line that looks like a seam of a compound, or else
/// of a syllable, or else where the line is full.
fn seam(word: &str, room: usize, style: Style) -> usize {
    let mut ems = em('-');
    let mut letters: Vec<(usize, char)> = Vec::new();
    for (at, letter) in word.char_indices() {
        ems += em(letter);
        letters.push((at, letter));
        if pixels(ems, style) > room && letters.len() > 1 && em(letter) > 0 {
            break;
        }
    }
    let last = letters.len().saturating_sub(1).max(1);
    let letter = |number: usize| letters.get(number).map_or(' ', |(_, letter)| *letter);
    let is_linked = |number: &usize| {
        let before = letters.get(*number).and_then(|(at, _)| word.get(..*at)).unwrap_or_default();
        LINKED.iter().any(|ending| before.ends_with(ending))
    };
    let is_compound = |number: &usize| {
        let begins_word =
            is_consonant(letter(*number)) && !matches!(letter(*number), 's' | 't' | 'p' | 'k' | 'c' | 'j');
        letter(number - 1) == 's' && begins_word
    };
    let is_syllable = |number: &usize| {
        let [before, after] = [letter(number - 1), letter(*number)].map(is_consonant);
        before && after && is_vowel(letter(number.saturating_sub(2))) && is_vowel(letter(number + 1))
    };
    let least = (last / 2).max(3);
    let find = |is_seam: &dyn Fn(&usize) -> bool| (least..=last).rev().find(|number| is_seam(number));
    let at = find(&is_linked).or_else(|| find(&is_compound)).or_else(|| find(&is_syllable)).unwrap_or(last);
    letters.get(at).map_or(word.len(), |(at, _)| *at)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'æ' | 'ø' | 'é')
}

fn is_consonant(letter: char) -> bool {
    letter.is_lowercase() && !is_vowel(letter)
}

#[cfg(test)]
mod tests {
    use super::{Style, lines};

    #[test]
    fn words_are_kept_whole_and_compounds_break_at_a_seam() {
        let of = |text| lines(text, 160, Style::Name);
        assert_eq!(of("Barn-, utbildnings- och kulturnämnden"), ["Barn-, utbildnings-", "och kulturnämnden"]);
        assert_eq!(of("Arbetsmarknadsnämndsadministrationen").concat(), "Arbetsmarknads-nämndsadministrati-onen");
        assert_eq!(of("   "), Vec::<String>::new());
        assert_eq!(of(""), Vec::<String>::new());
    }

    #[test]
    fn what_has_no_room_becomes_an_ellipsis() {
        let of = |text: &str| lines(text, 160, Style::Name);
        let many = of(&"ord ".repeat(100_000));
        assert_eq!(many.len(), super::MOST_LINES);
        assert!(many.last().unwrap().ends_with("ord…"));
        assert!(of(&"x".repeat(1_000_000)).last().unwrap().ends_with('…'));
    }
}
