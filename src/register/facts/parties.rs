//! Recipients inside and outside the municipality.

use crate::model::flow::Disclosure;
use crate::model::shared::RecipientKind;
use crate::register::Register;
use crate::register::facts::responsible::is_of_municipality;

/// Whether a recipient is a part of the same municipality: one of its controllers or units, or a recipient of the register
/// that is marked so.
#[must_use]
pub(crate) fn is_inside(register: &Register, disclosure: &Disclosure) -> bool {
    let Some(key) = disclosure.to.word.key() else { return false };
    let municipality = &register.municipality;
    let recipient = register.shared.recipients.by_name(key);
    recipient.is_some_and(|recipient| recipient.kind == Some(RecipientKind::Internal))
        || municipality.controllers.by_name(key).is_some_and(is_of_municipality)
        || municipality.units.0.contains_key(key)
}
