//! Lists in a cell: line breaks, bullets, numbers, semicolons, slashes between spaces, and commas where they can only part
//! items.

use super::words::begins_as_sentence;

/// The pieces of a text that line breaks, semicolons, bullets and numbers part. Signs in brackets part nothing.
#[must_use]
pub(super) fn pieces(text: &str) -> Vec<String> {
    let lines =
        text.split('\n').flat_map(|line| parted(line, |rest| rest.starts_with([';', '•', '▪', '●']).then_some(1)));
    let pieces = lines.map(|piece| unmarked(piece).to_owned());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// The items of a list. With `by_comma`, commas part them too, unless the text is written as a sentence.
#[must_use]
pub(super) fn items(text: &str, by_comma: bool) -> Vec<String> {
    let slash = |rest: &str| {
        let slash = rest.strip_prefix('/').or_else(|| rest.strip_prefix(" /"));
        slash.filter(|after| after.starts_with(' ')).map(|after| rest.chars().count() - after.chars().count())
    };
    let pieces = pieces(text);
    let parts = pieces.iter().flat_map(|piece| parted(piece, slash)).map(str::trim).filter(|part| !part.is_empty());
    let mut items: Vec<String> =
        parts.flat_map(|part| if by_comma { commas(part) } else { vec![part.to_owned()] }).collect();
    // The full stop of the sentence that the list was is not part of its last item.
    if let [_, .., last] = items.as_mut_slice()
        && let Some(rest) = last.strip_suffix('.')
        && !rest.contains(". ")
        && rest.rsplit([' ', '(']).next().is_some_and(|word| word.chars().count() > 3 && !word.contains('.'))
    {
        *last = rest.to_owned();
    }
    items
}

/// The items between commas, or the whole if it is a sentence.
fn commas(text: &str) -> Vec<String> {
    let whole = || vec![text.to_owned()];
    let comma = |rest: &str| rest.strip_prefix(',').filter(|after| after.starts_with(' ')).map(|_| 1);
    let parts: Vec<&str> = parted(text, comma).map(str::trim).collect();
    let is_long = |part: &&str| part.chars().count() > 60 || part.split(' ').count() > 6;
    let begins = |(_, rest): (&str, &str)| rest.starts_with(char::is_uppercase);
    let ends = text.ends_with('.') || text.split_once(". ").is_some_and(begins);
    let is_open =
        |part: &&str| part.is_empty() || begins_as_sentence(part) || part.contains(" m.m") || part.contains(" etc");
    match parts.as_slice() {
        [_] => whole(),
        parts if ends || parts.iter().any(is_long) || parts.iter().any(is_open) => whole(),
        parts => parts.iter().map(|part| (*part).to_owned()).collect(),
    }
}

/// Parts a text where `is_sign` finds a sign outside brackets: how many letters it has.
fn parted(text: &str, is_sign: impl Fn(&str) -> Option<usize>) -> impl Iterator<Item = &str> {
    let (mut parts, mut start, mut depth, mut skip) = (Vec::new(), 0, 0_usize, 0);
    for (at, letter) in text.char_indices() {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(count) = is_sign(&text[at..]).filter(|_| depth == 0) {
            parts.push(&text[start..at]);
            let length: usize = text[at..].chars().take(count).map(char::len_utf8).sum();
            (start, skip) = (at + length, count - 1);
        }
    }
    parts.push(&text[start..]);
    parts.into_iter()
}

/// A piece without the bullet, hyphen or number before it.
fn unmarked(piece: &str) -> &str {
    let piece = piece.trim();
    if let Some(rest) = ["- ", "– ", "* ", "• ", "o ", "· "].iter().find_map(|mark| piece.strip_prefix(mark)) {
        return rest.trim();
    }
    let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
    let after = &piece[digits..];
    let rest = after.strip_prefix(". ").or_else(|| after.strip_prefix(") "));
    rest.filter(|_| (1..=2).contains(&digits)).map_or(piece, str::trim)
}

#[cfg(test)]
mod tests {
    use super::{items, pieces};

    #[test]
    fn lists_are_parted_where_only_items_end() {
        for (text, expected) in [
            ("Namn, adress; loggar (t.ex. inloggning, IP)", &["Namn", "adress", "loggar (t.ex. inloggning, IP)"][..]),
            ("- elever\n- vårdnadshavare", &["elever", "vårdnadshavare"]),
            ("1. Namn\n2) Adress", &["Namn", "Adress"]),
            ("• Namn • Adress", &["Namn", "Adress"]),
            ("kunder / besökare (privat)", &["kunder", "besökare (privat)"]),
            ("roller/behörigheter", &["roller/behörigheter"]),
            ("Uppgifter om hälsa, som allergier", &["Uppgifter om hälsa, som allergier"]),
            ("Vi behandlar namn, adress.", &["Vi behandlar namn, adress."]),
            ("namn, evt. bild", &["namn", "evt. bild"]),
            ("medlemmar; besökare på webbplatsen.", &["medlemmar", "besökare på webbplatsen"]),
            ("namn; bilder m.m.", &["namn", "bilder m.m."]),
            ("Alla, även barn", &["Alla, även barn"]),
            ("1,5 år", &["1,5 år"]),
            ("2026 års lista", &["2026 års lista"]),
        ] {
            assert_eq!(items(text, true), expected, "{text}");
        }
        assert_eq!(pieces("Namn, adress; bild"), ["Namn, adress", "bild"]);
    }
}
