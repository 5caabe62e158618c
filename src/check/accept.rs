//! Findings that are accepted beside the activity they are about.

use jiff::civil;

use crate::check::levels::Levels;
use crate::check::rules;
use crate::draft::nearest::nearest;
use crate::draft::phrases::did_you_mean;
use crate::finding::{Finding, Findings, Level};
use crate::model::activity::{Acceptance, Activity};
use crate::resolve::Register;
use crate::say;

/// Takes out the findings that an activity accepts, and reports acceptances that name no rule, match nothing, or have
/// passed their day.
pub(super) fn apply(register: &Register, today: civil::Date, levels: &Levels, findings: &mut Findings) {
    let mut about_acceptances = Vec::new();
    for activity in register.activities.values() {
        for acceptance in activity.accept.iter().filter(|acceptance| acceptance.at.file == activity.at.file) {
            about_acceptances.extend(take_out(activity, acceptance, (today, levels), findings));
        }
    }
    findings.append(&mut about_acceptances);
}

fn take_out(
    activity: &Activity,
    acceptance: &Acceptance,
    (today, levels): (civil::Date, &Levels),
    findings: &mut Findings,
) -> Option<Finding> {
    let Acceptance { rule, because: _, until, at } = acceptance;
    if !rules::all().any(|known| known.code == rule) {
        let near = nearest(rule, rules::all().map(|known| known.code));
        let message = say!(
            en: "there is no rule `{rule}`",
            sv: "det finns ingen regel `{rule}`",
            da: "der er ingen regel `{rule}`",
        );
        let finding = Finding::error("rule-unknown", *at, message).field("rule");
        return Some(match near {
            Some(near) => finding.label(did_you_mean(near)),
            None => finding.help(say!(
                en: "the code of a finding stands in brackets in its first line: `warning[law-missing]`",
                sv: "regelns kod står inom hakparentes på den första raden: `varning[law-missing]`",
                da: "reglens kode står i kantet parentes på den første linje: `advarsel[law-missing]`",
            )),
        });
    }
    let is_error = rules::all().any(|known| known.code == rule && levels.of(known) == Some(Level::Error));
    if is_error && until.is_none() {
        return Some(
            Finding::error(
                "acceptance-without-day",
                *at,
                say!(
                    en: "`{rule}` is an error: accept it until a day",
                    sv: "`{rule}` är ett fel: godta det till en viss dag",
                    da: "`{rule}` er en fejl: acceptér den til en bestemt dag",
                ),
            )
            .help(say!(
                en: "write `until:` with the day on which it will be mended",
                sv: "skriv `until:` med den dag då felet ska vara rättat",
                da: "skriv `until:` med den dag, hvor fejlen skal være rettet",
            )),
        );
    }
    if until.is_some_and(|until| until.day < today) {
        return Some(
            Finding::warning(
                "acceptance-expired",
                *at,
                say!(
                    en: "the acceptance of `{rule}` has passed its last day",
                    sv: "godtagandet av `{rule}` har passerat sin sista dag",
                    da: "accepten af `{rule}` har passeret sin sidste dag",
                ),
            )
            .field("until")
            .help(say!(
                en: "mend what the rule is about, or decide anew and write another day",
                sv: "rätta det som regeln gäller, eller besluta på nytt och skriv en annan dag",
                da: "ret det, reglen handler om, eller beslut på ny, og skriv en anden dag",
            )),
        );
    }
    let before = findings.len();
    let is_accepted = |finding: &Finding| finding.code == rule && is_inside(finding, activity);
    findings.retain(|finding| !is_accepted(finding));
    (findings.len() == before).then(|| {
        let message = say!(
            en: "nothing here breaks `{rule}`",
            sv: "inget här bryter mot `{rule}`",
            da: "intet her bryder `{rule}`",
        );
        Finding::warning("acceptance-unused", *at, message).help(say!(
            en: "remove the acceptance",
            sv: "ta bort godtagandet",
            da: "fjern accepten",
        ))
    })
}

fn is_inside(finding: &Finding, activity: &Activity) -> bool {
    let (place, at) = (finding.place, activity.at);
    place.file == at.file && at.start <= place.start && place.start <= at.end
}
