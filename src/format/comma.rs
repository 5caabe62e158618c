//! Texts without quotation marks that a comma cut in pieces: in `{why: a, b, c}` the keys `b` and `c` without values are
//! the rest of the text.

use crate::finding::{Finding, Place};
use crate::format::yaml::{self, Node};
use crate::say;

/// Whether the entry at `index` looks like the rest of a text: a key without a value that has a space, or one word
/// without a colon after another text. What begins with a digit is rather a period or a date than a text.
#[must_use]
pub(crate) fn is_rest(entries: &[(Node, Node)], index: usize) -> bool {
    let Some((key, value)) = entries.get(index).filter(|(_, value)| value.is_null()) else { return false };
    let is_sentence = key.text().is_some_and(|name| name.contains([' ', '.']));
    let has_colon = value.place.start > key.place.end;
    let before = index.checked_sub(1).and_then(|before| entries.get(before));
    let goes_on = before.is_some_and(|(_, text)| {
        text.text().is_some_and(|text| text.starts_with(char::is_alphabetic)) || text.is_null()
    });
    is_sentence || !has_colon && goes_on
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
    let line = before.and_then(|(key, value)| Some((key.text()?, value)));
    Some(finding(place, line.map(|(key, text)| format!("{key}: {}", quoted(&[&[text], &pieces[..]].concat())))))
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
    with_line(finding, before.map(|before| quoted(&[before, rest])))
}

fn finding(place: Place, line: Option<String>) -> Finding {
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

/// Adds the writer's own words as they should be.
fn with_line(finding: Finding, line: Option<String>) -> Finding {
    finding.help(match line {
        Some(line) => say!(
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
