//! Whom the changes of an activity concern, and who decides about it.

use std::collections::BTreeMap;

use crate::diff::grade::Graded;
use crate::diff::reach::Side;
use crate::diff::value::Value;
use crate::model::data::Subject;
use crate::model::record::field;
use crate::register::facts::responsible::controller_id_of;

/// The people whose data an activity uses, and its controller.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Concerned {
    /// The categories of data subjects.
    pub people: Vec<Value>,
    /// The id of the controller.
    pub controller: Option<String>,
    /// The id of the unit.
    pub unit: Option<String>,
}

/// Whom each changed activity concerns, by its id: as in the version after, or else in the one before.
pub(super) fn concerned(changes: &[Graded], before: Side, after: Side) -> BTreeMap<String, Concerned> {
    let mut all = BTreeMap::new();
    for id in changes.iter().flat_map(|graded| &graded.touched.activities) {
        if !all.contains_key(id) {
            let found = of(id, after).or_else(|| of(id, before));
            found.into_iter().for_each(|concerned| _ = all.insert(id.clone(), concerned));
        }
    }
    all
}

fn of(id: &str, side: Side) -> Option<Concerned> {
    let register = side.complete;
    let activity = register.activities.get(id)?;
    let subjects = Value::of(&activity.subjects, register.municipality.main_language());
    let who = |subject: &Value| subject.get(field!(Subject, who)).unwrap_or(subject).clone();
    let people = subjects.items().iter().map(who).filter(|who| !matches!(who, Value::Gap(..) | Value::None));
    let controller = controller_id_of(register, activity).map(|id| id.as_str().to_owned());
    let unit = activity.unit.value().map(|unit| unit.id.as_str().to_owned());
    Some(Concerned { people: people.collect(), controller, unit })
}
