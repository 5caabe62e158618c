//! Reviews of activities that are overdue, or for which no day is set (Article 24(1)).

use crate::document::Item;
use crate::document::overview::Boards;
use crate::language::line::Line;
use crate::model::Known;
use crate::model::activity::Activity;

/// The activities whose review is overdue, each with the day; then those for which no day is set.
pub(super) fn reviews(boards: &Boards) -> Vec<Item> {
    let scene = boards.scene;
    let (mut overdue, mut unset) = (Vec::new(), Vec::new());
    let has_passed = |day| scene.today().is_some_and(|today| day < today);
    for activity in scene.register.activities.values() {
        let of_reason = activity.no_notice.as_ref().and_then(|untold| untold.review);
        if let Some(review) = of_reason.filter(|review| has_passed(review.day)) {
            let what = scene.say("say.overview-untold", &[("activity", boards.link(activity))]);
            overdue.push(Item::new(boards.line(what, scene.language.date(review.day))));
        }
        match activity.administration.as_ref().map(|own| &own.review) {
            Some(Known::Value(review)) if has_passed(review.day) => {
                overdue.push(Item::new(boards.line(boards.link(activity), scene.language.date(review.day))));
            }
            Some(Known::Value(_)) => {}
            Some(Known::Gap(gap)) => {
                unset.push(Item::new(boards.line(boards.link(activity), scene.gap_value(gap))));
            }
            None | Some(Known::Unwritten) if is_reviewed(boards, activity) => {
                unset.push(Item::new(boards.link(activity)));
            }
            None | Some(Known::Unwritten) => {}
        }
    }
    let headed = |key: &str, inside: Vec<Item>| {
        let what: Line = scene.say(key, &[]);
        (!inside.is_empty()).then(|| boards.counted(what, inside.len(), inside))
    };
    let overdue = headed("say.overview-overdue", overdue);
    overdue.into_iter().chain(headed("say.overview-unset", unset)).collect()
}

/// Whether an activity needs a day for its review: as in the rule `review-missing`, not for other controllers, and not a
/// parent, whose children are reviewed.
fn is_reviewed(boards: &Boards, activity: &Activity) -> bool {
    !activity.is_processing_for_others() && boards.scene.register.parts_of(activity).next().is_none()
}
