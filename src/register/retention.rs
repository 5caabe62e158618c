//! Settles retention rules: the forms of both formats become one, and events know their age.

use crate::finding::{Finding, Findings};
use crate::model::period::Keep;
use crate::model::retention::Retention;
use crate::model::version::Version;
use crate::say;

/// Settles one rule. Forms of the other format are reported.
pub(super) fn settle(rule: &mut Retention, version: Version, findings: &mut Findings) {
    for event in rule.events_mut() {
        event.event.iter_mut().for_each(|term| term.word.age = event.age);
    }
    let Some(at_most) = rule.at_most.take() else { return };
    match version {
        Version::First if at_most.0 => {
            rule.keep.value_mut().into_iter().for_each(|keep| *keep = keep.at_most().unwrap_or(*keep));
        }
        Version::First => {}
        Version::Second => findings.push(of_first(rule, at_most.0)),
    }
}

/// The finding for `at-most` in format 2.
fn of_first(rule: &Retention, at_most: bool) -> Finding {
    let message = say!(
        en: "`at-most` belongs to format 1; this municipality is in format 2",
        sv: "`at-most` hör till format 1; den här kommunen är i format 2",
        da: "`at-most` hører til format 1; denne kommune er i format 2",
    );
    let finding = Finding::error("format-other", rule.at, message);
    if !at_most {
        return finding.help(say!(
            en: "remove `at-most`; `ropa migrate` does it where a municipality is in format 1",
            sv: "ta bort `at-most`; `ropa migrate` gör det där en kommun är i format 1",
            da: "fjern `at-most`; `ropa migrate` gør det, hvor en kommune er i format 1",
        ));
    }
    let period = match rule.keep.value() {
        Some(Keep::For(period)) => Keep::For(*period).to_string(),
        _ => "2 years".to_owned(),
    };
    finding.help(say!(
        en: "write `keep: at most {period}` and remove `at-most`; `ropa migrate` does it where a municipality is in format 1",
        sv: "skriv `keep: at most {period}` och ta bort `at-most`; `ropa migrate` gör det där en kommun är i format 1",
        da: "skriv `keep: at most {period}`, og fjern `at-most`; `ropa migrate` gør det, hvor en kommune er i format 1",
        period = period.strip_prefix("at most ").unwrap_or(&period),
    ))
}
