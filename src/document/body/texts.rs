//! Where the shared texts of a notice stand.

use crate::document::Block;
use crate::document::prose::{Prose, prose};
use crate::document::scene::Scene;
use crate::document::sections::text;
use crate::language::form::Part;
use crate::model::Id;
use crate::model::section::Part as TextPart;

/// The shared texts of a part.
#[must_use]
pub(crate) fn in_part(scene: &Scene, texts: &[&Id], part: Part, level: u8) -> Vec<Block> {
    let Some(part) = text_part(part) else { return Vec::new() };
    text::in_part(scene, texts, part).into_iter().flat_map(|text| text::blocks(scene, text, level)).collect()
}

/// The shared texts of a part: the sentences of those without a title, which answer its question, and the blocks of
/// those with one.
#[must_use]
pub(crate) fn divided(scene: &Scene, texts: &[&Id], part: Part, level: u8) -> (Prose, Vec<Block>) {
    let Some(part) = text_part(part) else { return Default::default() };
    let (titled, plain): (Vec<_>, Vec<_>) =
        text::in_part(scene, texts, part).into_iter().partition(|(_, text)| text.title.is_some());
    let plain = plain.into_iter().flat_map(|text| text::blocks(scene, text, level)).collect();
    let titled = titled.into_iter().flat_map(|text| text::blocks(scene, text, level)).collect();
    (prose(scene, plain), titled)
}

/// Where the shared texts of a part are placed; `None` if the part has none.
fn text_part(part: Part) -> Option<TextPart> {
    Some(match part {
        Part::Summary => TextPart::Introduction,
        Part::Controller => TextPart::Controller,
        Part::Officer => TextPart::Officer,
        Part::Purposes => TextPart::Purposes,
        Part::Data => TextPart::Data,
        Part::Sources => TextPart::Sources,
        Part::Recipients => TextPart::Recipients,
        Part::Processors => TextPart::Processors,
        Part::Transfers => TextPart::Transfers,
        Part::Retention => TextPart::Retention,
        Part::Consent => TextPart::Consent,
        Part::Rights => TextPart::Rights,
        Part::Complaint => TextPart::Complaint,
        Part::Contact
        | Part::Bases
        | Part::Subjects
        | Part::Obligation
        | Part::Automated
        | Part::Procedure
        | Part::Objection => return None,
    })
}
