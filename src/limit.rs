//! Limits the findings per file; the others are counted.

use std::collections::HashMap;

use crate::finding::{Finding, Findings, Level, Place};
use crate::say;

/// How many findings of one file are reported.
pub const MOST: usize = 200;

/// How many related places of one finding are reported.
const PLACES: usize = 50;

/// The code of the finding that counts the others.
pub const CODE: &str = "findings-many";

/// Keeps the first [`MOST`] findings of each file from index `from` on, the most severe first. The others of the file
/// are replaced by one finding with their number and their highest level.
pub(crate) fn apply(findings: &mut Findings, from: usize) {
    findings[from..].iter_mut().for_each(few_places);
    let mut counts: HashMap<u32, usize> = HashMap::new();
    findings[from..].iter().for_each(|finding| *counts.entry(finding.place.file).or_default() += 1);
    if counts.values().all(|count| *count <= MOST) {
        return;
    }
    let mut files: HashMap<u32, File> = HashMap::new();
    let new = &findings[from..];
    let mut by_weight: Vec<usize> = (0..new.len()).collect();
    by_weight.sort_by_key(|index| (std::cmp::Reverse(new[*index].level), *index));
    let mut is_kept = vec![true; new.len()];
    for index in by_weight {
        let finding = &new[index];
        is_kept[index] = files.entry(finding.place.file).or_default().takes(finding);
    }
    let mut is_kept = std::iter::repeat_n(true, from).chain(is_kept);
    findings.retain(|_| is_kept.next().unwrap_or(true));
    let mut rest: Vec<_> = files.into_iter().filter_map(|(number, file)| Some((number, file.rest()?))).collect();
    rest.sort_by_key(|(number, _)| *number);
    findings.extend(rest.into_iter().map(|(_, finding)| finding));
}

/// Keeps the first [`PLACES`] related places of a finding; the last one says how many more there are.
fn few_places(finding: &mut Finding) {
    let more = finding.related.len().saturating_sub(PLACES);
    if more == 0 {
        return;
    }
    finding.related.truncate(PLACES);
    if let Some((_, words)) = finding.related.last_mut() {
        *words = say!(
            en: "{words}; and {more} more places",
            sv: "{words}; och på ytterligare {more} ställen",
            da: "{words}; og yderligere {more} steder",
            words = words.clone(),
        );
    }
}

/// The counts of one file.
#[derive(Default)]
struct File {
    kept: usize,
    more: usize,
    level: Option<Level>,
    number: u32,
}

impl File {
    /// Whether a finding is kept; otherwise it is counted. A count of an earlier stage is added.
    fn takes(&mut self, finding: &Finding) -> bool {
        if finding.code != CODE && self.kept < MOST {
            self.kept += 1;
            return true;
        }
        self.more += finding.more.max(1);
        self.level = self.level.max(Some(finding.level));
        self.number = finding.place.file;
        false
    }

    fn rest(self) -> Option<Finding> {
        let Self { more, level, number, .. } = self;
        let message = say!(
            en: "{more} more findings in this file are not shown",
            sv: "ytterligare {more} avvikelser i den här filen visas inte",
            da: "yderligere {more} afvigelser i denne fil vises ikke",
        );
        let mut finding = Finding::error(CODE, Place::start_of(number), message).at_level(level?).help(say!(
            en: "fix what is shown, then check again",
            sv: "rätta det som visas och kontrollera sedan igen",
            da: "ret det, der vises, og kontrollér derefter igen",
        ));
        finding.more = more;
        Some(finding)
    }
}

#[cfg(test)]
mod tests {
    use super::{CODE, MOST, apply};
    use crate::finding::{Finding, Findings, Level, Place};
    use crate::say::Message;

    fn many(count: usize) -> Findings {
        (0..count).map(|_| Finding::warning("x", Place::start_of(7), Message::default())).collect()
    }

    #[test]
    fn an_error_at_the_end_is_kept_and_the_rest_counted() {
        let mut findings = many(MOST + 5);
        findings.push(Finding::error("y", Place::start_of(7), Message::default()));
        findings.push(Finding::error("y", Place::start_of(8), Message::default()));
        apply(&mut findings, 0);
        assert_eq!(findings.iter().filter(|finding| finding.place.file == 7).count(), MOST + 1);
        assert_eq!(findings.iter().filter(|finding| finding.level == Level::Error).count(), 2);
        let last = findings.last().map(|finding| (finding.code, finding.level, finding.more));
        assert_eq!(last, Some((CODE, Level::Warning, 6)));
    }

    #[test]
    fn a_second_stage_adds_to_the_count_of_the_first() {
        let mut findings = many(MOST + 5);
        apply(&mut findings, 0);
        findings.extend(many(3));
        apply(&mut findings, 0);
        assert_eq!(findings.iter().map(|finding| finding.more).collect::<Vec<_>>().last(), Some(&8));
        assert_eq!(findings.len(), MOST + 1);
    }

    #[test]
    fn what_was_found_before_is_left() {
        let mut findings = many(MOST + 5);
        apply(&mut findings, MOST + 5);
        assert_eq!(findings.len(), MOST + 5);
    }
}
