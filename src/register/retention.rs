//! Settles retention rules: the forms of both formats become one, and events know their age.

use crate::finding::{Finding, Findings, Place};
use crate::model::period::{Keep, Period};
use crate::model::record::field;
use crate::model::retention::{Event, Retention};
use crate::model::version::Version;
use crate::register::inherit::of_second_format;
use crate::say;

/// Settles one rule. Forms of the other format are reported.
pub(super) fn settle(rule: &mut Retention, version: Version, findings: &mut Findings) {
    for event in rule.events_mut() {
        event.event.iter_mut().for_each(|term| term.word.age = event.age);
    }
    match version {
        Version::First => {
            newer(rule).into_iter().for_each(|(key, at)| findings.push(of_second_format(key, at)));
            if rule.at_most.0 {
                rule.keep.value_mut().into_iter().for_each(|keep| *keep = keep.at_most().unwrap_or(*keep));
            }
        }
        Version::Second if rule.at_most.0 => findings.push(at_most(rule)),
        Version::Second => {}
    }
    rule.at_most.0 = false;
}

/// The keys and forms of a rule that the first format does not have.
fn newer(rule: &Retention) -> Vec<(&'static str, Place)> {
    let lists = [
        ("first-of", &rule.first_of.at, rule.first_of.is_unwritten()),
        ("last-of", &rule.last_of.at, rule.last_of.is_unwritten()),
        ("stages", &rule.stages.at, rule.stages.is_unwritten()),
        ("except", &rule.except.at, rule.except.is_unwritten()),
    ];
    let lists = lists.into_iter().filter(|(_, _, is_unwritten)| !is_unwritten).map(|(key, at, _)| (key, *at));
    let appraisal = rule.appraisal.0.then_some((field!(Retention, appraisal), rule.at));
    let keep = rule.keep.value().and_then(|keep| match keep {
        Keep::For(Period { least, most, is_about, at }) if least != most || *is_about => Some((AT_MOST, *at)),
        Keep::NotStored { at } => Some(("not stored", *at)),
        _ => None,
    });
    let events = rule.from.value().into_iter().chain(&rule.until);
    let events = events.flat_map(|event| {
        let Event { event: _, from, until, day, age: _, rounding: _, at: _ } = event;
        let from = from.as_ref().map(|text| (field!(Event, from), text.at));
        let until = until.as_ref().map(|text| (field!(Event, until), text.at));
        from.into_iter().chain(until).chain(day.map(|day| (field!(Event, day), day.at)))
    });
    lists.chain(appraisal).chain(keep).chain(events).collect()
}

const AT_MOST: &str = "keep: at most …";

fn at_most(rule: &Retention) -> Finding {
    let period = match rule.keep.value() {
        Some(Keep::For(period)) => Keep::For(*period).to_string(),
        _ => "2 years".to_owned(),
    };
    let message = say!(
        en: "`at-most` belongs to format 1; this municipality is in format 2",
        sv: "`at-most` hör till format 1; den här kommunen är i format 2",
        da: "`at-most` hører til format 1; denne kommune er i format 2",
    );
    Finding::error("format-other", rule.at, message).help(say!(
        en: "write `keep: at most {period}` and remove `at-most`; `ropa migrate` does it where a municipality is in format 1",
        sv: "skriv `keep: at most {period}` och ta bort `at-most`; `ropa migrate` gör det där en kommun är i format 1",
        da: "skriv `keep: at most {period}`, og fjern `at-most`; `ropa migrate` gør det, hvor en kommune er i format 1",
        period = period.strip_prefix("at most ").unwrap_or(&period),
    ))
}
