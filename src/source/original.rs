//! A file as it stands on the disk, and where in it each piece of the text stands that was read from it.

use std::ops::Range;

use super::decode::{composed, decode, unix_lines};

/// The text of a file with its byte-order mark, its line ends and its letters as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original(String);

impl Original {
    /// The bytes of a file that is read as `text`; nothing where they are not.
    #[must_use]
    pub fn of(bytes: Vec<u8>, text: &str) -> Option<Self> {
        let original = String::from_utf8(bytes).ok().map(Self)?;
        original.is_read_as(text).then_some(original)
    }

    /// The text as it stands on the disk.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file after edits of the text that is read from it, in order, and that text. Nothing where an edit begins or
    /// ends within a letter that is composed when it is read.
    #[must_use]
    pub fn edited(&self, edits: &[(Range<usize>, &str)], text: &str) -> Option<Self> {
        let mut after = self.0.clone();
        for (range, to) in edits.iter().rev() {
            after.replace_range(self.place(range.start)?..self.place(range.end)?, to);
        }
        let after = Self(after);
        after.is_read_as(text).then_some(after)
    }

    fn is_read_as(&self, text: &str) -> bool {
        decode(0, self.0.clone().into_bytes()).is_ok_and(|read| read == text)
    }

    /// Where a byte of the text that is read stands.
    fn place(&self, offset: usize) -> Option<usize> {
        let mut read = 0;
        for piece in self.pieces() {
            let written = &self.0[piece.clone()];
            let composed = composed(unix_lines(written.to_owned()));
            match offset.checked_sub(read) {
                Some(0) => return Some(piece.start),
                Some(inside) if inside < composed.len() => {
                    return (composed == written).then_some(piece.start + inside);
                }
                _ => read += composed.len(),
            }
        }
        (offset == read).then_some(self.0.len())
    }

    /// The stretches that begin with an ASCII letter or line end: no letter is composed across their limits.
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
