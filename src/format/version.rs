//! Keys and forms that only some versions of the format have.

use crate::finding::{Finding, Place};
use crate::format::answer::GAP;
use crate::format::key::Key;
use crate::format::yaml::Node;
use crate::say;

/// The findings for a key, or a gap in its place, that format 1 does not have.
pub(super) fn newer(known: Key, key: &Node, value: &Node) -> Option<Finding> {
    if known.since > 1 {
        return Some(of_second(&format!("`{}`", known.written()), key.place));
    }
    if known.last == Some(1) && known.name != "at_most" {
        return Some(of_first(&format!("`{}`", known.written()), key.place));
    }
    let is_gap = known.gap_since > 1 && value.entry(GAP).is_some();
    is_gap.then(|| of_second(&format!("`{}: {{{GAP}: …}}`", known.written()), value.place))
}

/// The finding for a key, in backticks, that only format 1 has.
fn of_first(form: &str, at: Place) -> Finding {
    let message = say!(
        en: "{form} belongs to format 1; this municipality is in format 2",
        sv: "{form} hör till format 1; den här kommunen är i format 2",
        da: "{form} hører til format 1; denne kommune er i format 2",
    );
    Finding::error("format-other", at, message).only_in(2).help(say!(
        en: "FORMAT.md says what takes its place; `ropa migrate` writes it where a municipality is in format 1",
        sv: "FORMAT.md anger vad som gäller i stället; `ropa migrate` skriver det i en kommun som är i format 1",
        da: "FORMAT.md fortæller, hvad der gælder i stedet; `ropa migrate` skriver det i en kommune, der er i format 1",
    ))
}

/// The finding for a key or form, in backticks, that format 1 does not have.
#[must_use]
pub(crate) fn of_second(form: &str, at: Place) -> Finding {
    let message = say!(
        en: "{form} belongs to format 2; this municipality is in format 1",
        sv: "{form} hör till format 2; den här kommunen är i format 1",
        da: "{form} hører til format 2; denne kommune er i format 1",
    );
    Finding::error("format-other", at, message).only_in(1).help(say!(
        en: "run `ropa migrate`, which rewrites the files of the municipality in format 2",
        sv: "kör `ropa migrate`, som skriver om kommunens filer till format 2",
        da: "kør `ropa migrate`, som omskriver kommunens filer til format 2",
    ))
}
