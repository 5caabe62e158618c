//! Changes of those who are responsible, and of those who get data.

use crate::diff::RecordKind;
use crate::diff::condition::Context;
use crate::diff::value::Value;
use crate::model::activity::Activity;
use crate::model::flow::Disclosure;
use crate::model::keys;
use crate::model::record::field;
use crate::model::shared::RecipientKind;
use crate::register::Register;
use crate::register::facts::people;
use crate::register::facts::responsible::controller_id_for;

/// Whether the name before is a former name of the processor, recipient or source.
pub(super) fn formerly(case: &Context) -> bool {
    let Some((before, _)) = case.texts() else { return false };
    let (shared, id) = (&case.after.complete.shared, case.change.subject.id());
    let former = match case.change.subject.room {
        RecordKind::Processors => shared.processors.by_name(id).map(|it| Value::of(&it.formerly, case.main)),
        RecordKind::Recipients => shared.recipients.by_name(id).map(|it| Value::of(&it.formerly, case.main)),
        RecordKind::Sources => shared.sources.by_name(id).map(|it| Value::of(&it.formerly, case.main)),
        _ => None,
    };
    let former = former.unwrap_or_default();
    former.any(|value| value.words().is_some_and(|words| words.values().any(|name| name == before)))
}

/// Whether a recipient belongs to the municipality.
pub(super) fn internal(case: &Context) -> bool {
    let register = case.register();
    let to = case.value();
    let Some(id) = to.get(field!(Disclosure, to)).unwrap_or(to).key() else { return false };
    let recipient = register.shared.recipients.by_name(id);
    recipient.is_some_and(|recipient| recipient.kind == Some(RecipientKind::Internal))
        || register.municipality.units.by_name(id).is_some()
}

/// Whether the controller is the same on both sides.
pub(super) fn same_controller(case: &Context) -> bool {
    let of = |register: &Register, activity: Option<&Activity>| {
        controller_id_for(register, activity).map(|id| id.as_str().to_owned())
    };
    let before = of(case.before.complete, case.old_activity());
    before.is_some() && before == of(case.after.complete, case.new_activity())
}

/// Whether the source before is the data subject, or who acts for a child, and the source after is not.
pub(super) fn from_person(case: &Context) -> bool {
    let is_person = |value: Option<&Value>| {
        let Some(Value::Term(kind, code)) = value.map(|value| value.get(keys::FROM).unwrap_or(value)) else {
            return false;
        };
        let mut subjects = case.old_activity().into_iter().flat_map(|activity| activity.subjects.iter());
        kind.lists().iter().any(|list| people::is_the_person(*list, code))
            || subjects.any(|subject| subject.who.word.code() == Some(code))
    };
    let (before, after) = case.values();
    is_person(before) && !is_person(after)
}
