//! How long, and whether the data must be given (Article 13(2)(a) and (e)).

use crate::document::brief::{Row, Source};
use crate::document::prose::prose;
use crate::document::sections::section;
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::consent::ObligationKind;
use crate::model::period::{Keep, Length, Period};
use crate::model::retention::Retention;
use crate::register::facts::consent::is_voluntary;

/// How long: the only rule, or the shortest and the longest period and whether some data are kept otherwise.
pub(super) fn retention(source: Source) -> Row {
    let rules = || source.activities().iter().flat_map(|activity| &activity.retention);
    let is_open = |activity: &Activity| activity.retention.iter().any(Retention::is_open);
    let unsettled = source.unsettled_with(&[Part::Retention], is_open);
    if let Some(only) = only_rule(source) {
        return Row::of([only]).and(unsettled);
    }
    // Ends of which the first or the last counts, and stages, are no period of their own.
    let is_plain = |rule: &&Retention| {
        rule.first_of.items.is_empty() && rule.last_of.items.is_empty() && rule.stages.items.is_empty()
    };
    let plain: Vec<&Retention> = rules().filter(is_plain).collect();
    let periods: Vec<Period> = plain.iter().filter_map(|rule| period_of(rule)).collect();
    let is_otherwise = rules().any(|rule| !is_plain(&rule)) || plain.iter().any(|rule| rule.has_criterion());
    let is_permanent = rules().flat_map(Retention::keeps).any(|keep| matches!(keep, Keep::Permanent { .. }));
    let lacks = source.activities().iter().any(|activity| activity.retention.items.is_empty());
    let is_partial = is_otherwise || lacks || rules().any(Retention::is_open);
    let mut lines = Vec::new();
    lines.extend(bounds(source, &periods, is_partial || is_permanent));
    if is_permanent {
        let is_some = is_partial || !periods.is_empty();
        lines.push(source.say(if is_some { "some-permanent" } else { "permanent" }, &[]));
    }
    if is_otherwise {
        lines.push(source.say(if lines.is_empty() { "by-criterion" } else { "some-by-criterion" }, &[]));
    }
    if rules().flat_map(Retention::keeps).any(|keep| matches!(keep, Keep::NotStored { .. })) {
        lines.push(source.say("some-not-stored", &[]));
    }
    Row::of(lines).and(unsettled)
}

/// The period of a rule, if it has one.
fn period_of(rule: &Retention) -> Option<Period> {
    match rule.keep.value() {
        Some(Keep::For(period)) => Some(*period),
        Some(Keep::Permanent { .. } | Keep::NotStored { .. }) | None => None,
    }
}

/// The shortest and the longest of several periods, for all data or for some.
fn bounds(source: Source, periods: &[Period], for_some: bool) -> Vec<Line> {
    let mut lengths: Vec<Length> = periods.iter().copied().flat_map(Period::lengths).collect();
    lengths.sort_by(|one, other| one.days().total_cmp(&other.days()));
    let (Some(least), Some(most)) = (lengths.first(), lengths.last()) else { return Vec::new() };
    let say = |length: &Length| {
        let is_about = periods.iter().any(|period| period.is_about && period.lengths().any(|other| other == *length));
        let exact = Period { least: Some(*length), most: Some(*length), is_about, at: Default::default() };
        source.scene.language.period(&exact)
    };
    let is_at_most = periods.iter().any(|period| period.least.is_none());
    let key = match (is_at_most, least == most, for_some) {
        (true, _, true) => "some-up-to",
        (true, _, false) => "up-to",
        (false, true, true) => "some-period",
        (false, true, false) => "period",
        (false, false, true) => "some-periods",
        (false, false, false) => "periods",
    };
    let mut lines = vec![source.say(key, &[("least", say(least)), ("most", say(most))]).capital()];
    if periods.iter().any(|period| period.most.is_none()) {
        lines.push(source.say("or-longer", &[]));
    }
    lines
}

/// The sentence of the only rule of all activities, if it is short.
fn only_rule(source: Source) -> Option<Line> {
    let blocks = source.activities().iter().map(|activity| section(source.scene, Part::Retention, activity));
    let mut said: Vec<Line> = blocks.flat_map(|blocks| prose(source.scene, blocks).lines).collect();
    let all_say = source.activities().iter().all(|activity| activity.retention.items.len() == 1);
    said.sort_by_key(Line::plain);
    said.dedup();
    let is_short = |line: &Line| line.plain().split_whitespace().count() <= SHORT;
    match said.as_slice() {
        [only] if all_say && is_short(only) => said.pop(),
        _ => None,
    }
}

/// The most words of a rule that is told whole.
const SHORT: usize = 25;

/// Whether the data must be given, by kind.
pub(super) fn obligation(source: Source) -> Row {
    let is_of = |activity: &Activity, kind: ObligationKind| {
        activity.obligation.iter().any(|obligation| obligation.kind.value() == Some(&kind))
            || kind == ObligationKind::Voluntary && is_voluntary(activity)
    };
    let mut lines: Vec<Line> = Vec::new();
    for kind in
        [ObligationKind::Statutory, ObligationKind::Contractual, ObligationKind::Needed, ObligationKind::Voluntary]
    {
        let holders = source.numbers(|activity| is_of(activity, kind));
        lines.extend(source.for_those(kind.key(), &holders));
    }
    let is_open = |activity: &Activity| activity.obligation.iter().any(|obligation| obligation.kind.gap().is_some());
    Row::of(lines).and(source.unsettled_with(&[Part::Obligation], is_open))
}
