//! A time and a period after it: `så länge avtalet gäller och 2 år därefter`, `under ansettelse og 5 år etter at den ansatte
//! har sluttet`. Both have to name the same event, or the second one only follows the first.

use super::events::{Events, during};

/// Words between the time and the period.
const AND: [&str; 5] = [" och ", " og ", " and ", " samt ", " plus "];
/// Words after the period that lead back to the time.
const THEN: [&str; 4] = ["därefter", "deretter", "derefter", "thereafter"];
/// Words between the period and the event.
const AFTER: [&str; 5] = ["efter", "etter", "after", "från", "fra"];

/// The period and the event that it follows.
pub(super) fn both<'t>(text: &'t str, events: &'static Events) -> Option<(&'t str, &'static str)> {
    AND.iter().flat_map(|and| text.match_indices(and)).find_map(|(at, and)| {
        let event = during(text[..at].trim_end_matches(','))?;
        let rest = text[at + and.len()..].trim();
        let rest = rest.strip_prefix("i ").unwrap_or(rest);
        let then = THEN.iter().find_map(|then| rest.strip_suffix(then)?.strip_suffix(' '));
        let after = || {
            AFTER.iter().find_map(|after| {
                let (period, other) = rest.split_once(&format!(" {after} "))?;
                (events.from.get(other).map(String::as_str) == Some(event)).then_some(period)
            })
        };
        Some((then.or_else(after)?, event))
    })
}
