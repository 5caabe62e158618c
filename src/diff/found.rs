//! The findings of both versions: what is new, resolved, accepted, or stands.

use std::collections::HashMap;

use jiff::civil;
use serde::Serialize;

use crate::check::accept::Accepted;
use crate::check::records::{self, Records};
use crate::diff::Change;
use crate::diff::report::{Seen, Version};
use crate::draft::locate::Locator;
use crate::finding::{Finding, Level};
use crate::model::Text;

/// What became of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is only in the version after.
    New,
    /// It is only in the version after, and accepted there.
    NewAndAccepted,
    /// It is in both versions, and accepted only in the one after.
    Accepted,
    /// It is in both versions, and accepted only in the one before.
    NoLongerAccepted,
    /// It is only in the version before.
    Resolved,
    /// It is found in one version; in the other, a file could not be read or the rule is off.
    NotCompared,
}

impl State {
    /// Every state, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::New, Self::NewAndAccepted, Self::Accepted, Self::NoLongerAccepted, Self::Resolved, Self::NotCompared];
}

/// A finding that is not the same in both versions.
#[derive(Debug, Clone)]
pub struct Found {
    /// What became of it.
    pub state: State,
    /// The finding.
    pub finding: Finding,
    /// Its path, line and column, in the version after if it is there.
    pub address: String,
    /// Why it is accepted, and the last day of that.
    pub acceptance: Option<(Text, Option<civil::Date>)>,
}

/// The number of findings that are the same in both versions, by level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Standing {
    /// Findings at error level.
    pub errors: usize,
    /// Findings at warning level.
    pub warnings: usize,
    /// Hints and gaps.
    pub hints: usize,
    /// Findings that are accepted in both versions.
    pub accepted: usize,
}

impl Standing {
    /// The number of findings that are not accepted.
    #[must_use]
    pub fn open(&self) -> usize {
        self.errors + self.warnings + self.hints
    }

    fn add(&mut self, finding: &Finding) {
        match finding.level {
            Level::Error => self.errors += 1,
            Level::Warning => self.warnings += 1,
            Level::Info => self.hints += 1,
        }
    }
}

/// A finding of one version, open or accepted.
#[derive(Clone, Copy)]
struct Held<'v> {
    finding: &'v Finding,
    accepted: Option<&'v Accepted>,
}

/// What tells a finding from others: its code, its message, and the record that it is in, or else the file.
type Key = (&'static str, String, String);

/// The findings of both versions that differ, and the number of those that do not. A finding is the same if it only
/// moved within its record, with the record to another file, or with the record to its new id.
pub(super) fn found<S: Seen>(before: &Version<S>, after: &Version<S>, changes: &[Change]) -> (Vec<Found>, Standing) {
    let renamed = renamed(changes);
    let mut earlier: HashMap<Key, Vec<Held>> = HashMap::new();
    let old = held(before, &renamed);
    old.into_iter().rev().for_each(|(key, held)| earlier.entry(key).or_default().push(held));
    let (mut all, mut standing) = (Vec::new(), Standing::default());
    let locator = Locator::new(&after.sources);
    for (key, new) in held(after, &HashMap::new()) {
        let old = earlier.get_mut(&key).and_then(|same| take(same, new.accepted.is_some()));
        let is_told = before.unread.is_empty() && !before.is_off(new.finding.code);
        let state = match (old.map(|old| old.accepted.is_some()), new.accepted.is_some()) {
            (Some(false), false) => {
                standing.add(new.finding);
                continue;
            }
            (Some(true), true) => {
                standing.accepted += 1;
                continue;
            }
            (Some(false), true) => State::Accepted,
            (Some(true), false) if after.unread.is_empty() => State::NoLongerAccepted,
            (Some(true), false) => State::NotCompared,
            (None, _) if !is_told => State::NotCompared,
            (None, false) => State::New,
            (None, true) => State::NewAndAccepted,
        };
        all.push(new.told(state, &locator));
    }
    let mut left: Vec<Held> = earlier.into_values().flatten().collect();
    left.sort_by_key(|old| (old.finding.place.begin(), old.finding.code));
    let locator = Locator::new(&before.sources);
    for old in left {
        let is_told = after.unread.is_empty() && !after.is_off(old.finding.code);
        all.push(old.told(if is_told { State::Resolved } else { State::NotCompared }, &locator));
    }
    all.sort_by_key(|found| found.state);
    (all, standing)
}

/// Takes a finding that is accepted or open as wanted, or else any.
fn take<'v>(same: &mut Vec<Held<'v>>, is_accepted: bool) -> Option<Held<'v>> {
    let alike = same.iter().rposition(|held| held.accepted.is_some() == is_accepted);
    match alike {
        Some(index) => Some(same.remove(index)),
        None => same.pop(),
    }
}

impl Held<'_> {
    fn told(&self, state: State, locator: &Locator) -> Found {
        let acceptance = self.accepted.map(|accepted| (accepted.because.clone(), accepted.until));
        Found { state, finding: self.finding.clone(), address: locator.address(self.finding.place), acceptance }
    }
}

/// The later id of each record whose id changed.
fn renamed(changes: &[Change]) -> HashMap<&str, &str> {
    let ids = changes.iter().filter_map(|change| change.subject.before.as_deref().zip(change.subject.after.as_deref()));
    ids.filter(|(before, after)| before != after).collect()
}

/// The findings of a version with their keys, in which renamed records have their later ids.
fn held<'v, S: Seen>(version: &'v Version<S>, renamed: &HashMap<&str, &str>) -> Vec<(Key, Held<'v>)> {
    let register = version.register();
    let records = Records::of(records::named(register));
    // What is found outside a record, such as at the beginning of the file, belongs to its activity or notice.
    let ids = register.activities.keys().chain(register.notices.keys());
    let by_file: HashMap<u32, &str> = ids.map(|id| (id.at.file, id.as_str())).collect();
    let open = version.findings.iter().map(|finding| Held { finding, accepted: None });
    let accepted =
        version.accepted.iter().map(|accepted| Held { finding: &accepted.finding, accepted: Some(accepted) });
    let key = |held: Held<'v>| {
        let place = held.finding.place;
        let file = || version.sources.file(place).map_or("", |file| file.inside.as_str());
        let record = records.holding(place).or_else(|| by_file.get(&place.file).copied()).unwrap_or_else(file);
        let record = renamed.get(record).copied().unwrap_or(record);
        let mut message = held.finding.message.en.clone();
        for (before, after) in renamed {
            message = message.replace(&format!("`{before}`"), &format!("`{after}`"));
        }
        ((held.finding.code, message, record.to_owned()), held)
    };
    open.chain(accepted).map(key).collect()
}
