//! Texts without quotation marks that a comma cut in pieces: in `{why: a, b, c}` the keys `b` and `c` without values are
//! the rest of the text.

use crate::finding::{Finding, Place};
use crate::format::yaml::{self, Node};
use crate::say;

/// Whether the entry at `index` looks like the rest of a text: a key without a value that has a space, or one word
/// without a colon after another text. What begins with a digit is rather a period or a date than a text.
#[must_use]
pub(crate) fn is_rest(entries: &[(Node, Node)], index: usize) -> bool {
    let is_bare = |(key, value): &&(Node, Node)| key.in_flow && value.is_null();
    let Some((key, value)) = entries.get(index).filter(is_bare) else { return false };
    let is_sentence = key.text().is_some_and(|name| name.contains([' ', '.']));
    let has_colon = value.place.start > key.place.end;
    let before = index.checked_sub(1).and_then(|before| entries.get(before));
    let goes_on = before.is_some_and(|(_, text)| {
        text.text().is_some_and(|text| text.starts_with(char::is_alphabetic)) || text.is_null()
    });
    is_sentence || !has_colon && goes_on
}

/// The place after the colon of a key in braces whose value is empty; `None` if it has no colon, or a value.
#[must_use]
pub(super) fn after_colon(text: &str, key: &Node, value: &Node) -> Option<Place> {
    let is_empty = value.place.start == value.place.end && key.in_flow;
    let rest = text.get(key.place.end as usize..).filter(|_| is_empty)?;
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let colon = rest.get(spaces..)?.starts_with(':').then_some(key.place.end + yaml::offset(spaces) + 1)?;
    Some(Place { start: colon, end: colon, ..value.place })
}

/// The finding for the pieces that begin with the entry at `index`; `None` if an earlier piece of the same text has it.
#[must_use]
pub(crate) fn found(entries: &[(Node, Node)], index: usize) -> Option<Finding> {
    let earlier = index.checked_sub(1);
    if earlier.is_some_and(|earlier| is_rest(entries, earlier)) {
        return None;
    }
    let before = earlier.and_then(|before| entries.get(before));
    let pieces = entries.get(index..).unwrap_or_default().iter().take_while(|entry| entry.1.is_null());
    let pieces: Vec<&Node> = pieces.map(|(key, _)| key).collect();
    let place = entries.get(index).map(|(key, _)| key.place)?;
    let line = before.and_then(|(key, value)| {
        let (key, all) = (key.text()?, [&[value], &pieces[..]].concat());
        let line = format!("{key}: {}", quoted(&all));
        let words: Vec<&str> = all.iter().filter_map(|piece| piece.text()).collect();
        let are_words = words.iter().all(|word| !word.contains([' ', '.']));
        Some((line, are_words.then(|| format!("{key}: [{}]", words.join(", ")))))
    });
    Some(finding(place, line))
}

/// The finding for an item of a list that goes on with the next one.
#[must_use]
pub(crate) fn in_list(before: Option<&Node>, rest: &Node) -> Finding {
    let message = say!(
        en: "this entry begins in the middle of a sentence",
        sv: "den här posten börjar mitt i en mening",
        da: "denne post begynder midt i en sætning",
    );
    let finding = Finding::warning("text-split", rest.place, message).label(say!(
        en: "a comma inside `[…]` ends the entry before",
        sv: "ett komma inom `[…]` avslutar posten före",
        da: "et komma inden for `[…]` afslutter posten før",
    ));
    with_line(finding, before.map(|before| (quoted(&[before, rest]), None)))
}

fn finding(place: Place, line: Option<(String, Option<String>)>) -> Finding {
    let message = say!(
        en: "this looks like the end of the text before it",
        sv: "det här ser ut som slutet på texten före",
        da: "dette ligner slutningen på teksten før",
    );
    let finding = Finding::error("key-unknown", place, message).label(say!(
        en: "a comma inside `{{…}}` ends a text",
        sv: "ett komma inom `{{…}}` avslutar en text",
        da: "et komma inden for `{{…}}` afslutter en tekst",
    ));
    with_line(finding, line)
}

/// Adds the writer's own words as they should be: as a text, or as a list where they may be one.
fn with_line(finding: Finding, line: Option<(String, Option<String>)>) -> Finding {
    finding.help(match line {
        Some((line, Some(list))) => say!(
            en: "put the whole text in quotation marks: `{line}`; several values stand in brackets: `{list}`",
            sv: "sätt citattecken runt hela texten: `{line}`; flera värden skrivs inom klamrar: `{list}`",
            da: "sæt anførselstegn om hele teksten: `{line}`; flere værdier skrives i klammer: `{list}`",
        ),
        Some((line, None)) => say!(
            en: "put the whole text in quotation marks: `{line}`",
            sv: "sätt citattecken runt hela texten: `{line}`",
            da: "sæt anførselstegn om hele teksten: `{line}`",
        ),
        None => say!(
            en: "put a text that contains a comma in quotation marks",
            sv: "sätt citattecken runt en text som innehåller ett komma",
            da: "sæt anførselstegn om en tekst, der indeholder et komma",
        ),
    })
}

/// Pieces as one text in quotation marks, with a space after a comma only where one is written: `3,5 år`.
fn quoted(pieces: &[&Node]) -> String {
    let mut text = String::new();
    let mut end = None;
    for piece in pieces {
        if let Some(end) = end {
            text.push_str(if piece.place.start > end + 1 { ", " } else { "," });
        }
        text.push_str(piece.text().unwrap_or_default());
        end = Some(piece.place.end);
    }
    yaml::quoted(&text)
}
