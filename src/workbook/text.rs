//! CSV in the encodings and with the delimiters that spreadsheets write.

use std::borrow::Cow;
use std::collections::BTreeMap;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Filling, Workbook, fault};
use crate::error::Error;

/// The delimiters, those of Nordic spreadsheets first.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];
/// How many rows decide about the delimiter.
const ROWS: usize = 100;

/// Reads a text file.
///
/// # Errors
/// When it is no text, has no rows, or has more cells than the limits allow.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Error> {
    let text = decoded(bytes);
    let start: String = text.trim_start().chars().take(9).collect::<String>().to_lowercase();
    if text.contains('\0') || ["<!doctype", "<html", "<?xml"].iter().any(|tag| start.starts_with(tag)) {
        return Err(fault::no_sheet());
    }
    let (named, text) = named_delimiter(&text);
    let delimiter = named.unwrap_or_else(|| delimiter(text));
    let mut filling = Filling::default();
    filling.sheet("", false)?;
    for (row, cells) in rows(text, delimiter).enumerate() {
        for (column, cell) in cells.map_err(fault::damaged)?.iter().enumerate() {
            filling.put(row, column, cell)?;
        }
    }
    Ok(filling.book)
}

/// The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 if it is valid, UTF-16 if every other byte is zero, else
/// Windows-1252, in which every byte is a letter.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0;
    }
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let is_mostly = |count: usize| count * 4 > bytes.len().min(400);
    match std::str::from_utf8(bytes) {
        _ if is_mostly(zeros(1)) => UTF_16LE.decode_without_bom_handling(bytes).0,
        _ if is_mostly(zeros(0)) => UTF_16BE.decode_without_bom_handling(bytes).0,
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The delimiter that Excel names in a first line `sep=;`, and the text after it.
fn named_delimiter(text: &str) -> (Option<u8>, &str) {
    let Some((line, rest)) = text.split_once('\n') else { return (None, text) };
    let named = line.trim_end().trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match named {
        Some([delimiter]) => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = csv::Result<csv::StringRecord>> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true);
    // The reader passes over empty lines, which rows are counted by.
    builder.from_reader(Lines::new(text)).into_records()
}

/// The delimiter by which most of the first rows have the same number of cells, and more than one.
fn delimiter(text: &str) -> u8 {
    let strength = |delimiter: u8| {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for row in rows(text, delimiter).take(ROWS).flatten().filter(|row| row.len() > 1) {
            *widths.entry(row.len()).or_default() += 1;
        }
        widths.into_iter().map(|(width, count)| (count, width)).max().unwrap_or_default()
    };
    let [first, rest @ ..] = DELIMITERS;
    let better = |best: u8, other: u8| if strength(other) > strength(best) { other } else { best };
    rest.into_iter().fold(first, better)
}

/// A text whose empty lines have a pair of quotation marks, so that the reader of CSV counts them as rows.
struct Lines(std::io::Cursor<String>);

impl Lines {
    fn new(text: &str) -> Self {
        let (mut lines, mut is_open) = (String::with_capacity(text.len()), false);
        for line in text.split_inclusive('\n') {
            if !is_open && line.trim_end_matches(['\r', '\n']).is_empty() {
                lines.push_str("\"\"");
            }
            is_open ^= line.matches('"').count() % 2 == 1;
            lines.push_str(line);
        }
        Self(std::io::Cursor::new(lines))
    }
}

impl std::io::Read for Lines {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.0.read(into)
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn grid(bytes: &[u8]) -> Vec<Vec<String>> {
        read(bytes).unwrap().sheets.remove(0).rows
    }

    #[test]
    fn every_usual_encoding_gives_the_same_cells() {
        let text = "Ändamål;Mottagare\r\nBokföring;Skatteverket, banken\r\n";
        let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let expected = [["Ändamål", "Mottagare"], ["Bokföring", "Skatteverket, banken"]];
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            latin,
            [b"\xFF\xFE", little.as_slice()].concat(),
            [b"\xFE\xFF", big.as_slice()].concat(),
            little,
            big,
        ] {
            assert_eq!(grid(&bytes), expected);
        }
        assert_eq!(grid(b"\x96;\x85"), [["–", "…"]], "Windows-1252 has a dash where Latin-1 has none");
    }

    #[test]
    fn the_delimiter_is_found_and_a_line_break_stays_in_its_cell() {
        assert_eq!(grid(b"a,b,c\n1,2;3,4\n"), [["a", "b", "c"], ["1", "2;3", "4"]]);
        assert_eq!(grid(b"a\tb\n1;2\t3,4\n"), [["a", "b"], ["1;2", "3,4"]]);
        assert_eq!(grid(b"sep=,\na,b;c\n"), [["a", "b;c"]]);
        assert_eq!(grid(b"a;\"b\nc\"\n\n\"d \"\"e\"\"\";f\n"), [vec!["a", "b\nc"], vec![], vec!["d \"e\"", "f"]]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(read(b"\x7fELF\0\x01\x02;\0").is_err());
        assert!(read(b"<!doctype html><p>a;b").is_err());
    }
}
