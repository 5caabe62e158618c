//! Reports what activities lack: for each of them, or once for the municipality.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use crate::check::rule::Case;
use crate::finding::{Finding, Findings, Place};
use crate::model::activity::Activity;
use crate::model::administration::Administration;
use crate::say::Message;

/// Minimum number of activities for a single finding.
const MANY: usize = 4;

/// Skips parents, whose children are checked instead, and activities carried out as a processor.
pub(crate) fn single<'c>(case: &'c Case) -> impl Iterator<Item = &'c Activity> {
    case.activities().filter(|activity| !activity.is_processing_for_others() && !case.has_parts(activity))
}

/// Whether the administration of an activity lacks something. An activity without administration lacks everything.
pub(crate) fn without(activity: &Activity, has: impl Fn(&Administration) -> bool) -> bool {
    !activity.administration.as_ref().is_some_and(has)
}

/// Reports activities that lack something: each of them; the parent instead, if it and all its children lack it; or
/// the municipality, with the message `none`, if all activities concerned lack it.
pub(crate) fn report(
    case: &Case,
    (concerns, lacks): (impl Fn(&Activity) -> bool, impl Fn(&Activity) -> bool),
    finding: impl Fn(&Activity, Place) -> Finding,
    none: impl Fn(usize) -> Message,
    findings: &mut Findings,
) {
    let all: Vec<&Activity> = single(case).filter(|activity| concerns(activity)).collect();
    let lacking: Vec<&Activity> = all.iter().copied().filter(|activity| lacks(activity)).collect();
    if let Some(first) = lacking.first().filter(|_| lacking.len() == all.len() && all.len() >= MANY) {
        findings.push(Finding { message: none(all.len()), ..finding(first, case.register.municipality.name.at) });
        return;
    }
    let mut wholes: FxHashMap<&str, bool> = FxHashMap::default();
    for activity in &lacking {
        let Some(whole) = case.register.whole_of(activity) else {
            findings.push(finding(activity, activity.id.at));
            continue;
        };
        let is_silent = || {
            let mut parts = case.register.parts_of(whole).filter(|part| concerns(part));
            lacks(whole) && parts.all(&lacks)
        };
        match wholes.entry(whole.id.as_str()) {
            Entry::Vacant(free) => match *free.insert(is_silent()) {
                true => findings.push(finding(whole, whole.id.at)),
                false => findings.push(finding(activity, activity.id.at)),
            },
            Entry::Occupied(known) if *known.get() => {}
            Entry::Occupied(_) => findings.push(finding(activity, activity.id.at)),
        }
    }
}
