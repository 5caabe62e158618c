//! Follows references to other rows, and replaces entities of HTML.

use std::collections::BTreeMap;

use super::Cell;
use crate::import::fields::Field;
use crate::import::split::pieces;
use crate::import::table::Record;
use crate::import::words::{Other, other_row};

/// The texts of the rows before a row, by field: of the one above, and of those with a number.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    above: BTreeMap<Field, String>,
    by_number: BTreeMap<String, BTreeMap<Field, String>>,
}

impl Rows {
    /// The cells of a record with their texts, which become those of the row above the next one.
    pub(super) fn resolve<'c>(&mut self, record: &'c Record) -> Vec<Cell<'c>> {
        let mut cells = Vec::with_capacity(record.filled.len());
        let mut own: BTreeMap<Field, String> = BTreeMap::new();
        for cell in &record.filled {
            let written = unescaped(&cell.text);
            let text = match cell.field {
                Some(Field::Title | Field::Number | Field::Notes) | None => Some(written.clone()),
                Some(field) => self.followed(&written, field),
            };
            if let Some((field, text)) = cell.field.zip(text.as_ref()) {
                let known = own.entry(field).or_default();
                if !known.is_empty() {
                    known.push('\n');
                }
                known.push_str(text);
            }
            let is_other = text.as_ref().is_none_or(|text| *text != cell.text);
            cells.push(Cell { cell, text, is_other });
        }
        if let Some(number) = own.get(&Field::Number) {
            let number = number.trim_matches(|letter: char| !letter.is_ascii_digit()).to_owned();
            self.by_number.entry(number).or_insert_with(|| own.clone());
        }
        self.above = own;
        cells
    }

    /// A text with the pieces that refer to another row replaced by what that row has. `None` if it has nothing.
    fn followed(&self, text: &str, field: Field) -> Option<String> {
        let of = |other| match other {
            Other::Above => self.above.get(&field),
            Other::Numbered(number) => self.by_number.get(&number)?.get(&field),
        };
        if let Some(other) = other_row(text) {
            return of(other).cloned();
        }
        let pieces = pieces(text);
        if pieces.iter().all(|piece| other_row(piece).is_none()) {
            return Some(text.to_owned());
        }
        let piece = |piece: &String| other_row(piece).map_or_else(|| Some(piece.clone()), |other| of(other).cloned());
        pieces.iter().map(piece).collect::<Option<Vec<_>>>().map(|pieces| pieces.join("\n"))
    }
}

/// A text without entities of HTML.
fn unescaped(text: &str) -> String {
    const NAMED: [(&str, &str); 20] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&aring;", "å"),
        ("&auml;", "ä"),
        ("&ouml;", "ö"),
        ("&aelig;", "æ"),
        ("&oslash;", "ø"),
        ("&Aring;", "Å"),
        ("&Auml;", "Ä"),
        ("&Ouml;", "Ö"),
        ("&AElig;", "Æ"),
        ("&Oslash;", "Ø"),
        ("&eacute;", "é"),
        ("&ndash;", "–"),
        ("&sect;", "§"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    NAMED.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::{Rows, unescaped};
    use crate::import::fields::Field;
    use crate::import::table::{Filled, Record};

    fn record(cells: &[(Field, &str)]) -> Record {
        let filled = cells.iter().map(|(field, text)| Filled {
            field: Some(*field),
            header: field.key().to_owned(),
            name: "A1".into(),
            text: (*text).to_owned(),
            is_repeated: false,
            is_over_fields: false,
        });
        Record { filled: filled.collect(), ..Record::default() }
    }

    #[test]
    fn references_to_other_rows_are_followed() {
        let mut rows = Rows::default();
        rows.resolve(&record(&[(Field::Number, "1"), (Field::Retention, "2 år")]));
        rows.resolve(&record(&[(Field::Number, "2"), (Field::Retention, "Som #1; bilder 1 månad")]));
        let third = record(&[(Field::Retention, "se ovan"), (Field::Purposes, "ditto")]);
        let texts: Vec<_> = rows.resolve(&third).into_iter().map(|cell| cell.text).collect();
        assert_eq!(texts, [Some("2 år\nbilder 1 månad".to_owned()), None]);
        assert_eq!(unescaped("R&aring;d &amp; st&ouml;d"), "Råd & stöd");
    }
}
