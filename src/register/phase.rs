//! The phases of a register: as it is written, and with every part complete.

use std::collections::HashMap;

use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::conceal::Conceal;
use crate::register::index::Index;
use crate::register::{Register, inherit};

/// A register as it is written: words found, references followed, parts without what they take over.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Written(Register);

/// A register in which every part has what it takes over from its whole. It knows what each part wrote itself.
#[derive(Debug, Clone, Default)]
pub struct Complete {
    register: Register,
    /// The parts as they are written.
    parts: HashMap<Id, Activity>,
}

/// Where a value of a complete register comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It is written in the activity.
    Written,
    /// It is taken over from the whole, or added to what the activity writes.
    Inherited,
    /// Nothing is written, and what is meant then applies.
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

    /// The records, to leave some out.
    pub(crate) fn register_mut(&mut self) -> &mut Register {
        &mut self.0
    }

    /// The next phase: every part takes over from its whole.
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

    /// Where a value of an activity comes from. `field` gives the value.
    #[must_use]
    pub fn origin<T: Default + PartialEq>(&self, activity: &Activity, field: impl Fn(&Activity) -> &T) -> Origin {
        let written = self.parts.get(&activity.id).unwrap_or(activity);
        match (*field(written) == T::default(), *field(activity) == *field(written)) {
            (true, true) => Origin::Default,
            (false, true) => Origin::Written,
            (_, false) => Origin::Inherited,
        }
    }

    /// The phase before: every value where it is written.
    #[must_use]
    pub fn written(&self) -> Written {
        let mut register = self.register.clone();
        for (id, part) in &self.parts {
            register.activities.insert(id.clone(), part.clone());
        }
        Written(register)
    }

    /// Empties every internal field.
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
