//! What a notice has not settled, and which of its activities it is about.

use rustc_hash::FxHashSet;

use crate::document::settle::settle;
use crate::document::{Block, Open};
use crate::language::form::Part;
use crate::model::Id;
use crate::model::activity::Activity;

/// Something that is not settled, and where.
#[derive(Debug)]
pub(crate) struct Asked<'s> {
    /// The part that it belongs to.
    pub part: Part,
    /// The activity whose answer it is, unless it is said once for several.
    pub activity: Option<&'s Activity>,
    /// What is not settled.
    pub open: Open,
}

impl Asked<'_> {
    /// The activities that it is about; none if it is about the document as a whole.
    pub(crate) fn activities(&self) -> impl Iterator<Item = &Id> {
        self.activity.map(|activity| &activity.id).into_iter().chain(&self.open.activities)
    }
}

/// The parts of which parents say nothing, because their children in the document do.
pub(crate) type Silent<'s> = FxHashSet<(Part, &'s Id)>;

/// The activities that speak of a part.
pub(crate) fn speaking<'s>(activities: &[&'s Activity], part: Part, silent: &Silent) -> Vec<&'s Activity> {
    activities.iter().copied().filter(|activity| !silent.contains(&(part, &activity.id))).collect()
}

/// Takes what is not settled out of blocks that are told once.
pub(crate) fn settle_into(blocks: Vec<Block>, part: Part, asked: &mut Vec<Asked>) -> Vec<Block> {
    let mut open = Vec::new();
    let blocks = settle(blocks, &mut open);
    asked.extend(open.into_iter().map(|open| Asked { part, activity: None, open }));
    blocks
}
