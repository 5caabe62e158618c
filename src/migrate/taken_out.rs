//! Takes a key out of a mapping: comments and layout stay.

use std::ops::Range;

/// The stretch of text to take out, so that a key, its value and one comma or line end go. `None` if something else is on
/// the line of the key.
pub(super) fn taken_out(text: &str, Range { start: key, end }: Range<usize>) -> Option<Range<usize>> {
    let (before, rest) = (text.get(..key)?, text.get(end..)?);
    let line = before.rfind('\n').map_or(0, |place| place + 1);
    let is_own_line = before.get(line..)?.trim().is_empty();
    let next = rest.trim_start_matches(' ');
    if is_own_line && (next.is_empty() || next.starts_with(['\n', '\r'])) {
        let line_end = rest.find('\n').map_or(text.len(), |place| end + place + 1);
        return Some(line..line_end);
    }
    let earlier = before.trim_end_matches(' ');
    if earlier.ends_with(',') {
        return Some(earlier.len() - 1..end);
    }
    let comma = next.strip_prefix(',')?;
    let spaces = comma.len() - comma.trim_start_matches(' ').len();
    Some(key..text.len() - comma.len() + spaces)
}
