//! Findings that are accepted beside the activity they are about.

use jiff::civil;

use crate::check::rules;
use crate::draft::nearest::nearest;
use crate::finding::{Finding, Findings, Level};
use crate::model::activity::{Acceptance, Activity};
use crate::resolve::Register;

/// Takes out the findings that an activity accepts, and reports acceptances that name no rule, match nothing, or have
/// passed their day.
pub(super) fn apply(register: &Register, today: civil::Date, findings: &mut Findings) {
    let mut about_acceptances = Vec::new();
    for activity in register.activities.values() {
        for acceptance in activity.accept.iter().filter(|acceptance| acceptance.at.file == activity.at.file) {
            about_acceptances.extend(take_out(activity, acceptance, today, findings));
        }
    }
    findings.append(&mut about_acceptances);
}

fn take_out(
    activity: &Activity,
    acceptance: &Acceptance,
    today: civil::Date,
    findings: &mut Findings,
) -> Option<Finding> {
    let Acceptance { rule, because: _, until, at } = acceptance;
    if !rules::all().any(|known| known.code == rule) {
        let near = nearest(rule, rules::all().map(|known| known.code));
        let finding = Finding::error("rule-unknown", *at, format!("there is no rule `{rule}`")).field("rule");
        return Some(match near {
            Some(near) => finding.label(format!("did you mean `{near}`?")),
            None => finding.help("the code of a finding stands in brackets in its first line: `warning[law-missing]`"),
        });
    }
    let is_error = rules::all().any(|known| known.code == rule && known.level == Level::Error);
    if is_error && until.is_none() {
        return Some(
            Finding::error("acceptance-without-day", *at, format!("`{rule}` is an error: accept it until a day"))
                .help("write `until:` with the day on which it will be mended"),
        );
    }
    if until.is_some_and(|until| until.day < today) {
        return Some(
            Finding::warning("acceptance-expired", *at, format!("the acceptance of `{rule}` has passed its last day"))
                .field("until")
                .help("mend what the rule is about, or decide anew and write another day"),
        );
    }
    let before = findings.len();
    let is_accepted = |finding: &Finding| finding.code == rule && is_inside(finding, activity);
    findings.retain(|finding| !is_accepted(finding));
    (findings.len() == before).then(|| {
        Finding::warning("acceptance-unused", *at, format!("nothing here breaks `{rule}`"))
            .help("remove the acceptance")
    })
}

fn is_inside(finding: &Finding, activity: &Activity) -> bool {
    let (place, at) = (finding.place, activity.at);
    place.file == at.file && at.start <= place.start && place.start <= at.end
}
