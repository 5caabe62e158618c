//! How long data are kept (Article 13(2)(a), Article 30(1)(f)).

use crate::document::list;
use crate::document::prose::{Prose, prose};
use crate::document::scene::Scene;
use crate::document::sections::retention::rule_items;
use crate::document::topics::entries::{Entries, Key};
use crate::language::line::Line;
use crate::model::period::{Keep, Length, Period};
use crate::model::retention::Retention;

/// Where the kinds of rules stand after the periods, which are in order of their days.
const AFTER: u64 = u64::MAX / 2;

/// The code of the group of rules with stages, or of which the first or the last end counts.
const COMBINED: &str = "combined";

/// Each period, with the rules that have it; then the rules that end by an event or a criterion.
pub(super) fn entries<'s, 'r>(scene: &'s Scene<'r>) -> Entries<'s, 'r> {
    let mut entries = Entries::new(scene);
    for activity in scene.register.activities.values() {
        let mut is_open = !activity.retention.gaps.is_empty();
        for rule in &activity.retention {
            let Prose { lines, open } = prose(scene, list(rule_items(scene, rule, activity)));
            let said = Line::join(lines, " ", " ");
            let (order, code, name) = group(scene, rule);
            entries.entry(Key::Code(code), || name).ordered(order).used(activity, said);
            is_open |= !open.is_empty();
        }
        if is_open {
            entries.open(activity);
        }
    }
    entries
}

/// The group of a rule: its order, code and name.
#[must_use]
pub(crate) fn group(scene: &Scene, rule: &Retention) -> (u64, String, Line) {
    let is_combined =
        !rule.first_of.items.is_empty() || !rule.last_of.items.is_empty() || !rule.stages.items.is_empty();
    let (order, code) = match rule.keep.value() {
        _ if is_combined => (1, COMBINED),
        Some(Keep::For(period)) => return by_period(scene, *period),
        Some(Keep::NotStored { .. }) => (3, "not-stored"),
        Some(Keep::Permanent { .. }) => (2, "permanent"),
        None if rule.gap().is_some() && !rule.has_criterion() => (4, "unsettled"),
        None => (0, "event"),
    };
    (AFTER + order, code.to_owned(), scene.language.code("topic-retention", code))
}

/// The name of the group of a rule, with the bound of its period: `at most 2 years`.
#[must_use]
pub(crate) fn bounded(scene: &Scene, rule: &Retention) -> Line {
    let (_, code, name) = group(scene, rule);
    let period = match rule.keep.value() {
        Some(Keep::For(period)) if code != COMBINED => period,
        _ => return name,
    };
    let words = scene.language.period(period);
    let key = match (period.least, period.most) {
        (None, _) => "table.at-most",
        (_, None) => "table.at-least",
        _ => return words,
    };
    scene.say(key, &[("period", words)])
}

/// The group of a period: that of its longest length.
fn by_period(scene: &Scene, period: Period) -> (u64, String, Line) {
    let mut lengths: Vec<Length> = period.lengths().collect();
    lengths.sort_by(|one, other| one.days().total_cmp(&other.days()));
    let longest = lengths.pop().unwrap_or_default();
    let exact = Period { least: Some(longest), most: Some(longest), is_about: false, at: Default::default() };
    // Hours and minutes count: 1,440 minutes in a day.
    let minutes = (longest.days() * 1440.0).round() as u64;
    (minutes, longest.iso(), scene.language.period(&exact))
}
