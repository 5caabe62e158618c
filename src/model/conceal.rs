//! Clears the fields that are marked as internal where they are defined.

use crate::model::address::{Email, Url};
use crate::model::country::Country;
use crate::model::kle::Kle;
use crate::model::period::{Date, Keep};
use crate::model::reference::Ref;
use crate::model::term::Term;
use crate::model::{ById, Id, Known, Lang, List, Name, Text, YesNo};

/// A type that can be published. A type that is internal as a whole does not implement this trait.
pub(crate) trait Conceal {
    /// Clears every internal field inside.
    fn conceal(&mut self);

    /// Whether it may be published at all as an item of a list.
    fn is_public(&self) -> bool {
        true
    }
}

macro_rules! public {
    ($($type:ty),*) => {
        $(impl Conceal for $type {
            fn conceal(&mut self) {}
        })*
    };
}

public!(String, YesNo, u32, Lang, Date, Keep, Id, Name, Url, Email, Text, Country, Kle);

impl<K> Conceal for Term<K> {
    fn conceal(&mut self) {}
}

impl<K> Conceal for Ref<K> {
    fn conceal(&mut self) {}
}

impl<T: Conceal> Conceal for Option<T> {
    fn conceal(&mut self) {
        self.iter_mut().for_each(Conceal::conceal);
    }
}

impl<T: Conceal> Conceal for List<T> {
    fn conceal(&mut self) {
        let Self { none: _, items, gaps, .. } = self;
        items.retain(Conceal::is_public);
        items.iter_mut().for_each(Conceal::conceal);
        gaps.iter_mut().for_each(Conceal::conceal);
    }
}

impl<T: Conceal> Conceal for Known<T> {
    fn conceal(&mut self) {
        match self {
            Self::Value(value) => value.conceal(),
            Self::Gap(gap) => gap.conceal(),
            Self::Unwritten => {}
        }
    }
}

impl<T: Conceal> Conceal for ById<T> {
    fn conceal(&mut self) {
        self.0.values_mut().for_each(Conceal::conceal);
    }
}
