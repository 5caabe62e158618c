//! Takes a key out of a mapping: comments and layout stay.

use std::ops::Range;

use crate::draft::items::own_line;

/// The stretch of text to take out, so that a key, its value and one comma or line end go. `None` if something else is on
/// the line of the key.
pub(super) fn taken_out(text: &str, Range { start: key, end }: Range<usize>) -> Option<Range<usize>> {
    if let Some(line) = own_line(text, key..end, "") {
        return Some(line);
    }
    let earlier = text.get(..key)?.trim_end_matches(' ');
    if earlier.ends_with(',') {
        return Some(earlier.len() - 1..end);
    }
    let comma = text.get(end..)?.trim_start_matches(' ').strip_prefix(',')?;
    let spaces = comma.len() - comma.trim_start_matches(' ').len();
    Some(key..text.len() - comma.len() + spaces)
}
