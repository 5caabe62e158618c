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

/// How long: the shortest and the longest period, and whether some data are kept by a criterion.
pub(super) fn retention(source: Source) -> Row {
    let rules = || source.activities().iter().flat_map(|activity| &activity.retention);
    let keeps: Vec<Keep> = rules().flat_map(Retention::keeps).collect();
    let periods = || {
        keeps.iter().filter_map(|keep| match keep {
            Keep::For(period) => Some(*period),
            Keep::Permanent { .. } | Keep::NotStored { .. } => None,
        })
    };
    let mut lengths: Vec<Length> = periods().flat_map(Period::lengths).collect();
    lengths.sort_by(|one, other| one.days().total_cmp(&other.days()));
    let is_permanent = keeps.iter().any(|keep| matches!(keep, Keep::Permanent { .. }));
    let say = |length: Option<&Length>| {
        let exact = |length: &Length| Period {
            least: Some(*length),
            most: Some(*length),
            is_about: false,
            at: Default::default(),
        };
        length.map(|length| source.scene.language.period(&exact(length))).unwrap_or_default()
    };
    let (least, most) = (say(lengths.first()), say(lengths.last()));
    let places = [("least", least.clone()), ("most", most.clone())];
    // Where other data are kept by a criterion, or nobody knows how long, the periods hold for some data only.
    let is_partial = rules().any(|rule| rule.has_criterion() || rule.is_open())
        || source.activities().iter().any(|activity| activity.retention.items.is_empty());
    let key = match (lengths.is_empty(), is_permanent, least == most) {
        (true, false, _) => None,
        (true, true, _) if is_partial => Some("some-permanent"),
        (true, true, _) => Some("permanent"),
        (false, true, _) if is_partial => Some("some-to-permanent"),
        (false, true, _) => Some("to-permanent"),
        (false, false, true) if is_partial => Some("some-period"),
        (false, false, true) => Some("period"),
        (false, false, false) if is_partial => Some("some-periods"),
        (false, false, false) => Some("periods"),
    };
    let mut lines: Vec<Line> = key.map(|key| source.say(key, &places).capital()).into_iter().collect();
    if periods().any(|period| period.most.is_none()) && !is_permanent {
        lines.push(source.say("or-longer", &[]));
    }
    if rules().any(Retention::has_criterion) {
        match lines.is_empty() {
            true => lines.extend(by_criterion(source)),
            false => lines.push(source.say("some-by-criterion", &[])),
        }
    }
    if keeps.iter().any(|keep| matches!(keep, Keep::NotStored { .. })) {
        lines.push(source.say("some-not-stored", &[]));
    }
    let is_open = |activity: &Activity| activity.retention.iter().any(Retention::is_open);
    Row::of(lines).and(source.unsettled_with(&[Part::Retention], is_open))
}

/// The sentence of the only rule, or that each part has its own.
fn by_criterion(source: Source) -> Vec<Line> {
    let blocks = source.activities().iter().map(|activity| section(source.scene, Part::Retention, activity));
    let mut said: Vec<Line> = blocks.flat_map(|blocks| prose(source.scene, blocks).lines).collect();
    said.sort_by_key(Line::plain);
    said.dedup();
    match said.len() {
        1 => said,
        _ => vec![source.say("by-criterion", &[])],
    }
}

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
