//! What activities lack: said of each, or once where none has it.

use crate::check::rule::Case;
use crate::finding::{Finding, Findings, Place};
use crate::model::activity::Activity;
use crate::model::administration::Administration;
use crate::say::Message;

/// From how many on it is said once for all.
const MANY: usize = 4;

/// The activities that stand for themselves: a whole is spoken for by its parts, and what is done for others by them.
pub fn single<'c>(case: &'c Case) -> impl Iterator<Item = &'c Activity> {
    case.activities().filter(|activity| !activity.is_processing_for_others() && !case.has_parts(activity))
}

/// The activities whose administration lacks something; those without any administration lack everything.
pub fn without<'c>(case: &'c Case, has: impl Fn(&Administration) -> bool) -> Vec<&'c Activity> {
    single(case).filter(|activity| !activity.administration.as_ref().is_some_and(&has)).collect()
}

/// The whole that an activity is a part of.
#[must_use]
pub fn whole_of<'c>(case: &'c Case, activity: &Activity) -> Option<&'c Activity> {
    activity.part_of.as_ref().and_then(|whole| case.register.activities.get(&whole.id))
}

/// Reports each of the activities that lack something; or, where none has it of all those that should, the
/// municipality, with `none` as its message.
pub fn report(
    case: &Case,
    (lacking, all): (&[&Activity], usize),
    finding: impl Fn(Place) -> Finding,
    none: impl Fn(usize) -> Message,
    findings: &mut Findings,
) {
    if lacking.len() == all && all >= MANY {
        findings.push(Finding { message: none(all), ..finding(case.register.municipality.name.at) });
    } else {
        findings.extend(lacking.iter().map(|activity| finding(activity.id.at)));
    }
}
