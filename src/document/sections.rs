//! The sections of a notice and of a register, one module per topic of Articles 13, 14 and 30.

pub(crate) mod accepted;
pub(crate) mod consent;
pub(crate) mod controller;
pub(crate) mod data;
pub(crate) mod decision;
pub(crate) mod flow;
pub(crate) mod internal;
pub(crate) mod processor;
pub(crate) mod purpose;
pub(crate) mod recipient;
pub(crate) mod retention;
pub(crate) mod text;

use crate::document::Block;
use crate::document::scene::Scene;
use crate::language::form::Part;
use crate::model::activity::Activity;

/// The blocks of an activity for one part of its page or of a notice: as [`section`], and its status if it is not active.
#[must_use]
pub(crate) fn told(scene: &Scene, part: Part, activity: &Activity) -> Vec<Block> {
    let mut blocks = if part == Part::Summary { text::status(scene, activity) } else { Vec::new() };
    blocks.extend(section(scene, part, activity));
    blocks
}

/// The blocks of an activity for one part of a notice; empty if the part does not apply.
#[must_use]
pub(crate) fn section(scene: &Scene, part: Part, activity: &Activity) -> Vec<Block> {
    match part {
        Part::Summary => text::summary(scene, activity),
        Part::Controller => controller::controller(scene, activity),
        Part::Contact => controller::own_contacts(scene, activity, true),
        Part::Officer => controller::officer(scene, activity),
        Part::Purposes => purpose::purposes(scene, activity),
        Part::Bases => purpose::bases(scene, activity),
        Part::Subjects => data::subjects(scene, activity),
        Part::Data => data::data(scene, activity),
        Part::Sources => flow::sources(scene, activity),
        Part::Recipients => recipient::recipients(scene, activity),
        Part::Processors => processor::processors(scene, activity),
        Part::Transfers => flow::transfers(scene, activity),
        Part::Retention => retention::retention(scene, activity),
        Part::Obligation => consent::obligation(scene, activity),
        Part::Automated => decision::automated(scene, activity),
        Part::Consent => consent::consent(scene, activity),
        Part::Procedure => text::procedure(scene, activity),
        Part::Rights | Part::Objection => Vec::new(),
        Part::Complaint => controller::complaint(scene),
    }
}
