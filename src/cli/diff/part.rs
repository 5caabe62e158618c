//! Which changes are shown: those of a grade, an activity or a unit.

use std::collections::BTreeSet;

use crate::diff::report;
use crate::diff::selection::Selection;
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::register::Register;
use crate::say;
use crate::say::Message;

use super::Args;
use super::pairs::Pair;
use crate::cli::Usage;
use crate::cli::version::Version;

/// The selection of the arguments. An activity or a unit that neither version has is an error: nothing would be shown,
/// which reads like no change.
pub(super) fn selection(
    args: &Args,
    (before, after): (&Version, &Version),
    pairs: &[Pair],
) -> anyhow::Result<Selection> {
    let set = |ids: &[String]| ids.iter().cloned().collect::<BTreeSet<String>>();
    let selection = Selection {
        grade: args.grade.map(super::From::grade),
        activities: set(&args.activity),
        units: set(&args.unit),
        municipalities: set(args.which.selected()),
    };
    if args.activity.is_empty() && args.unit.is_empty() {
        return Ok(selection);
    }
    let (mut activities, mut units) = (BTreeSet::new(), BTreeSet::new());
    let mut add = |register: &Register| {
        activities.extend(register.activities.keys().map(|id| id.as_str().to_owned()));
        units.extend(register.municipality.units.iter().map(|(id, _)| id.as_str().to_owned()));
    };
    for (old, new) in pairs {
        for (version, name) in [(before, old), (after, new)] {
            if let Some(name) = name {
                add(report::Version::unchecked(version.read(name)?).written().register());
            }
        }
    }
    for (wanted, known, what) in
        [(&args.activity, &activities, activity as fn(&str) -> Message), (&args.unit, &units, unit)]
    {
        if let Some(id) = wanted.iter().find(|id| !known.contains(*id)) {
            let what = what(id);
            return Err(Usage(match nearest(id, known.iter().map(String::as_str)).map(did_you_mean) {
                None => what,
                Some(near) => {
                    say!(en: "{what}; {near}", sv: "{what}; {near}", da: "{what}; {near}", what = what, near = near)
                }
            })
            .into());
        }
    }
    Ok(selection)
}

fn activity(id: &str) -> Message {
    say!(
        en: "neither version has an activity `{id}`",
        sv: "ingen av versionerna har en behandling `{id}`",
        da: "ingen af versionerne har en behandling `{id}`",
    )
}

fn unit(id: &str) -> Message {
    say!(
        en: "neither version has a unit `{id}`",
        sv: "ingen av versionerna har en enhet `{id}`",
        da: "ingen af versionerne har en enhed `{id}`",
    )
}
