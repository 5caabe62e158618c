//! The table of security measures (Article 30(1)(g)), which is internal. Where none is stated, a row says so.

use crate::document::scene::Scene;
use crate::document::sections::internal::no_measures;
use crate::document::sheet::Head;
use crate::document::sheet::cells::{Row, lines, word};
use crate::document::sheet::named::{Named, heads as around};
use crate::model::activity::Activity;

pub(super) fn heads(scene: &Scene) -> Vec<Head> {
    let mut heads = around(scene, [(word(scene, "measure"), 56)]);
    heads.iter_mut().for_each(|head| head.stays = true);
    heads
}

pub(super) fn rows(scene: &Scene, activity: &Activity, named: &Named) -> Vec<Row> {
    let stated = activity.measures.iter().map(|measure| scene.term(measure, activity));
    let gaps = activity.measures.gaps.iter().map(|gap| scene.gap(gap));
    let is_silent = activity.measures.items.is_empty() && activity.measures.gaps.is_empty();
    let none = is_silent.then(|| no_measures(scene, activity));
    stated.chain(gaps).chain(none).map(|line| named.row([lines([line])])).collect()
}
