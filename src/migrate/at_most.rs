//! `at-most: yes` beside `keep: 2 years` becomes `keep: at most 2 years`; `at-most: no` goes.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::{Edit, not_editable, taken_out::taken_out};
use crate::error::Error;
use crate::format::key::Key;
use crate::format::yaml::{self, Kind, Node};
use crate::model::period::{Keep, Period};
use crate::model::record::field;
use crate::model::retention::Retention;
use crate::pipeline::Understood;

/// The edits of every rule that has the key, with the numbers of their files.
///
/// # Errors
/// When the key cannot be taken out without touching something else.
pub(super) fn edits(understood: &Understood) -> Result<Vec<(u32, Edit)>, Error> {
    let mut edits: Vec<(u32, Edit)> = Vec::new();
    let mut keys: BTreeMap<u32, BTreeMap<usize, Range<usize>>> = BTreeMap::new();
    // An alias shows the same rule again.
    let mut known = HashSet::new();
    for rule in understood.written.register().activities.values().flat_map(|activity| &activity.retention) {
        let Some(file) = understood.sources.files.get(rule.at.file as usize) else { continue };
        let keys = keys.entry(rule.at.file).or_insert_with(|| keys_of(&file.text));
        let Some(key) = keys.get(&rule.at.range().start) else { continue };
        let taken_out = taken_out(&file.text, key.clone()).ok_or_else(|| not_editable(file))?;
        if known.insert((rule.at.file, taken_out.start)) {
            if let Some(Keep::For(period @ Period { least: None, .. })) = rule.keep.value() {
                edits.push((rule.at.file, (period.at.range(), Keep::For(*period).to_string())));
            }
            edits.push((rule.at.file, (taken_out, String::new())));
        }
    }
    Ok(edits)
}

/// The key and its value in each record of a file that has it, by where the record begins.
fn keys_of(text: &str) -> BTreeMap<usize, Range<usize>> {
    let name = Key::named(field!(Retention, at_most)).written();
    let mut keys = BTreeMap::new();
    let mut open: Vec<Node> = yaml::parse(0, text, &mut Vec::new()).into_iter().collect();
    while let Some(node) = open.pop() {
        if let Some((key, value)) = node.entry(&name) {
            keys.insert(node.place.range().start, key.place.range().start..value.place.range().end);
        }
        match &node.kind {
            Kind::Map(entries) => open.extend(entries.iter().map(|(_, value)| value.clone())),
            Kind::Seq(items) => open.extend(items.iter().cloned()),
            Kind::Scalar { .. } => {}
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::keys_of;
    use crate::migrate::taken_out::taken_out;

    fn without(text: &str) -> Option<std::ops::Range<usize>> {
        taken_out(text, keys_of(text).into_values().next()?)
    }

    #[test]
    fn the_key_goes_with_one_comma_or_its_line() {
        for (before, after) in [
            ("- of: a\n  at-most: yes\n  keep: P1Y\n", "- of: a\n  keep: P1Y\n"),
            ("{keep: P1Y, at-most: yes, from: x}", "{keep: P1Y, from: x}"),
            ("{keep: P1Y, at-most: yes}", "{keep: P1Y}"),
            ("{at-most: yes, keep: P1Y}", "{keep: P1Y}"),
            ("{at-most: no, because: \"at-most: yes\"}", "{because: \"at-most: yes\"}"),
        ] {
            let range = without(before).unwrap();
            assert_eq!(format!("{}{}", &before[..range.start], &before[range.end..]), after);
        }
        assert_eq!(without("- at-most: yes\n  keep: P1Y\n"), None);
        assert_eq!(without("  at-most: yes # så kort som möjligt\n"), None);
    }
}
