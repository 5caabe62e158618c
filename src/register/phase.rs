//! The phases of a register: as written, and completed by inheritance.

use std::collections::HashMap;

use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::conceal::Conceal;
use crate::register::index::Index;
use crate::register::{Register, inherit};

/// A register as written: terms and references are resolved, but nothing is inherited.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Written(Register);

/// A register in which children have what they inherit. It also keeps what each child wrote.
#[derive(Debug, Clone, Default)]
pub struct Complete {
    register: Register,
    /// The children as written.
    parts: HashMap<Id, Activity>,
}

/// The origin of a value in a complete register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It is written in the activity.
    Written,
    /// Inherited from the parent, or the child's value with inherited additions.
    Inherited,
    /// Not written; the default applies.
    Default,
}

impl Written {
    pub(super) fn new(register: Register) -> Self {
        Self(register)
    }

    /// The records.
    #[must_use]
    pub fn register(&self) -> &Register {
        &self.0
    }

    /// Writes `same-as-parent` in children of format 1, to compare them with format 2.
    pub(crate) fn name_inheritance(&mut self) {
        let Self(register) = self;
        let named = |part: &Activity| {
            let parent = register.whole_of(part)?;
            Some((part.id.clone(), inherit::inherited(part, parent)))
        };
        let all: Vec<_> = register.activities.values().filter_map(named).collect();
        for (id, keys) in all {
            if let Some(part) = register.activities.get_mut(&id) {
                part.same_as_parent.items = keys;
            }
        }
    }

    /// The next phase: children inherit from their parents.
    #[must_use]
    pub fn complete(self) -> Complete {
        let Self(mut register) = self;
        let is_part = |activity: &&Activity| activity.part_of.is_some();
        let parts = register.activities.values().filter(is_part).map(|part| (part.id.clone(), part.clone())).collect();
        inherit::apply(&mut register);
        register.index = Index::of(&register);
        Complete { register, parts }
    }
}

impl Complete {
    /// The records.
    #[must_use]
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// An activity with only what it writes itself. Of a list that adds to that of the parent, these are its own items.
    #[must_use]
    pub fn as_written<'c>(&'c self, activity: &'c Activity) -> &'c Activity {
        self.parts.get(&activity.id).unwrap_or(activity)
    }

    /// The origin of a value of an activity. `field` selects the value.
    #[must_use]
    pub fn origin<T: Default + PartialEq>(&self, activity: &Activity, field: impl Fn(&Activity) -> &T) -> Origin {
        let written = self.as_written(activity);
        match (*field(written) == T::default(), *field(activity) == *field(written)) {
            (true, true) => Origin::Default,
            (false, true) => Origin::Written,
            (_, false) => Origin::Inherited,
        }
    }

    /// The previous phase, without inheritance.
    #[must_use]
    pub fn written(&self) -> Written {
        let mut register = self.register.clone();
        for (id, part) in &self.parts {
            register.activities.insert(id.clone(), part.clone());
        }
        Written(register)
    }

    /// Clears every internal field.
    pub(crate) fn conceal(&mut self) {
        let Self { register, parts } = self;
        let Register { id: _, municipality, shared, activities, notices, accept, index: _ } = register;
        municipality.conceal();
        shared.conceal();
        activities.values_mut().for_each(Conceal::conceal);
        notices.values_mut().for_each(Conceal::conceal);
        accept.clear();
        parts.values_mut().for_each(Conceal::conceal);
    }
}
