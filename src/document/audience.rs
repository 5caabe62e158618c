//! What may be written for each audience.

use crate::audience::Audience;
use crate::check::{Checked, Public};
use crate::register::Register;

/// The input of documents. Public documents never see an internal field.
#[derive(Clone, Copy)]
pub enum Source<'r> {
    /// For everybody.
    Public(&'r Public),
    /// For the controller and the supervisory authority.
    Internal(&'r Checked),
}

impl<'r> Source<'r> {
    /// The register.
    #[must_use]
    pub fn register(self) -> &'r Register {
        match self {
            Self::Public(public) => public.register(),
            Self::Internal(checked) => checked.register(),
        }
    }

    /// The audience.
    #[must_use]
    pub(crate) fn audience(self) -> Audience {
        match self {
            Self::Public(_) => Audience::Public,
            Self::Internal(_) => Audience::Internal,
        }
    }
}
