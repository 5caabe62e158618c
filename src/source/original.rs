//! Maps positions in a text to the original file on disk.

use std::borrow::Cow;
use std::ops::Range;

use super::decode::{composed, decode, unix_lines};
use crate::steps;

/// The content of a file with its original byte-order mark, line ends and composition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original(String);

impl Original {
    /// The file with these bytes, or `None` if they do not decode to `text`.
    #[must_use]
    pub fn of(bytes: Vec<u8>, text: &str) -> Option<Self> {
        let original = String::from_utf8(bytes).ok().map(Self)?;
        original.is_read_as(text).then_some(original)
    }

    /// The original content.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Applies edits, in order, of the decoded text; `text` is the expected result. `None` if an edit begins or ends
    /// within a character that decoding composes.
    #[must_use]
    pub fn edited(&self, edits: &[(Range<usize>, &str)], text: &str) -> Option<Self> {
        let offsets: Vec<usize> = edits.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        let places = self.places(&offsets)?;
        let ranges = places.chunks_exact(2).map(|places| places[0]..places[1]);
        let after = Self(replaced(&self.0, ranges.zip(edits.iter().map(|(_, to)| *to))));
        after.is_read_as(text).then_some(after)
    }

    fn is_read_as(&self, text: &str) -> bool {
        decode(0, self.0.clone().into_bytes()).is_ok_and(|read| read == text)
    }

    /// The original positions of byte offsets of the decoded text, in order.
    fn places(&self, offsets: &[usize]) -> Option<Vec<usize>> {
        let mut places = Vec::with_capacity(offsets.len());
        let mut read = 0;
        for piece in self.pieces() {
            let written = &self.0[piece.clone()];
            steps::count(written.len());
            let composed = read_as(written);
            let is_as_written = composed == written;
            while let Some(inside) = offsets.get(places.len()).and_then(|offset| offset.checked_sub(read)) {
                match inside {
                    0 => places.push(piece.start),
                    _ if inside >= composed.len() => break,
                    _ if is_as_written => places.push(piece.start + inside),
                    _ => return None,
                }
            }
            read += composed.len();
        }
        let is_end = offsets[places.len()..].iter().all(|offset| *offset == read);
        places.resize(offsets.len(), self.0.len());
        is_end.then_some(places)
    }

    /// The pieces that begin with an ASCII character or line end: no character is composed across their boundaries.
    fn pieces(&self) -> impl Iterator<Item = Range<usize>> {
        let mark = self.0.len() - self.0.trim_start_matches('\u{FEFF}').len();
        let mark = mark.min('\u{FEFF}'.len_utf8());
        let text = &self.0;
        let begins = move |at: &usize| {
            let bytes = text.as_bytes();
            bytes[*at].is_ascii() && !(bytes[*at] == b'\n' && *at > 0 && bytes[*at - 1] == b'\r')
        };
        let starts = move |from: usize| (from..text.len()).find(begins).unwrap_or(text.len());
        let first = (mark < text.len()).then(|| mark..starts(mark + 1));
        std::iter::successors(first, move |last| (last.end < text.len()).then(|| last.end..starts(last.end + 1)))
    }
}

/// The decoded text of a piece.
fn read_as(piece: &str) -> Cow<'_, str> {
    if piece.is_ascii() && !piece.contains('\r') {
        return Cow::Borrowed(piece);
    }
    Cow::Owned(composed(unix_lines(piece.to_owned())))
}

/// Replaces byte ranges of a text, in order.
#[must_use]
pub(crate) fn replaced<'e>(text: &str, edits: impl Iterator<Item = (Range<usize>, &'e str)>) -> String {
    let mut after = String::with_capacity(text.len());
    let mut copied = 0;
    for (range, to) in edits {
        let kept = text.get(copied..range.start).unwrap_or_default();
        steps::count(kept.len());
        after.push_str(kept);
        after.push_str(to);
        copied = copied.max(range.end);
    }
    after.push_str(text.get(copied..).unwrap_or_default());
    after
}

#[cfg(test)]
mod tests {
    use super::Original;

    #[test]
    fn an_edit_leaves_everything_else_as_it_was() {
        let written = "\u{FEFF}id: a\r\ntitle: fo\u{308}r SKL\r\nx: y\rz: å";
        let read = "id: a\ntitle: för SKL\nx: y\nz: å";
        let original = Original::of(written.as_bytes().to_vec(), read).unwrap();
        let at = read.find("SKL").unwrap();
        let after = read.replace("SKL", "SKR").replace("å", "ö");
        let edits = [(at..at + 3, "SKR"), (read.len() - 2..read.len(), "ö")];
        let edited = original.edited(&edits, &after).unwrap();
        assert_eq!(edited.as_str(), written.replace("SKL", "SKR").replace("å", "ö"));
        let original = Original::of("o\u{308}å".as_bytes().to_vec(), "öå").unwrap();
        assert!(original.edited(&[(2..4, "ä")], "öä").is_none(), "it begins where letters are composed");
        assert_eq!(original.edited(&[(0..4, "ä")], "ä").unwrap().as_str(), "ä");
        assert!(Original::of(b"\xFF".to_vec(), "").is_none());
    }
}
