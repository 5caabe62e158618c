//! `at-most: yes` beside `keep: 2 years` becomes `keep: at most 2 years`.

use std::collections::HashSet;

use super::{Edit, not_editable, taken_out::taken_out};
use crate::error::Error;
use crate::model::period::{Keep, Period};
use crate::model::retention::Retention;
use crate::pipeline::Understood;
use crate::source::File;

const KEY: &str = "at-most:";

/// The edits of every rule that has the key, with the numbers of their files.
///
/// # Errors
/// When the key cannot be taken out without touching something else.
pub(super) fn edits(understood: &Understood) -> Result<Vec<(u32, Edit)>, Error> {
    let mut edits: Vec<(u32, Edit)> = Vec::new();
    // An alias shows the same rule again.
    let mut known = HashSet::new();
    for rule in understood.written.register().activities.values().flat_map(|activity| &activity.retention) {
        let Some(file) = understood.sources.files.get(rule.at.file as usize) else { continue };
        let Some((key, period)) = key_of(rule, file) else { continue };
        let end = end_of(&file.text, key);
        let taken_out = end.and_then(|end| taken_out(&file.text, key..end)).ok_or_else(|| not_editable(file))?;
        if known.insert((rule.at.file, taken_out.start)) {
            let keep = (period.at.range(), Keep::For(period).to_string());
            edits.extend([(rule.at.file, keep), (rule.at.file, (taken_out, String::new()))]);
        }
    }
    Ok(edits)
}

/// Where the key of a rule stands, and the rule's period.
fn key_of(rule: &Retention, file: &File) -> Option<(usize, Period)> {
    let Some(Keep::For(period @ Period { least: None, .. })) = rule.keep.value() else { return None };
    let start = rule.at.range().start;
    let inside = file.text.get(rule.at.range())?;
    let is_key = |(found, _): &(usize, &str)| {
        inside.get(..*found).is_some_and(|before| before.is_empty() || before.ends_with([' ', '{', ',', '\n', '\t']))
    };
    let (found, _) = inside.match_indices(KEY).find(is_key)?;
    Some((start + found, *period))
}

/// Where the key and its value end.
fn end_of(text: &str, key: usize) -> Option<usize> {
    let after = text.get(key + KEY.len()..)?;
    let value = after.len() - after.trim_start_matches(' ').len();
    let word = after.get(value..)?.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(after.len() - value);
    Some(key + KEY.len() + value + word)
}

#[cfg(test)]
mod tests {
    use super::{KEY, end_of};
    use crate::migrate::taken_out::taken_out;

    fn without(text: &str, key: usize) -> Option<std::ops::Range<usize>> {
        taken_out(text, key..end_of(text, key)?)
    }

    #[test]
    fn the_key_goes_with_one_comma_or_its_line() {
        for (before, after) in [
            ("- of: a\n  at-most: yes\n  keep: P1Y\n", "- of: a\n  keep: P1Y\n"),
            ("{keep: P1Y, at-most: yes, from: x}", "{keep: P1Y, from: x}"),
            ("{keep: P1Y, at-most: yes}", "{keep: P1Y}"),
            ("{at-most: yes, keep: P1Y}", "{keep: P1Y}"),
        ] {
            let range = without(before, before.find(KEY).unwrap()).unwrap();
            assert_eq!(format!("{}{}", &before[..range.start], &before[range.end..]), after);
        }
        assert_eq!(without("- at-most: yes\n  keep: P1Y\n", 2), None);
        assert_eq!(without("  at-most: yes # så kort som möjligt\n", 2), None);
    }
}
