//! The audience of the output, and what may be written for it.

use crate::check::{Checked, Public};
use crate::register::Register;

/// The audience of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Everybody.
    Public,
    /// The controller and the supervisory authority.
    Internal,
}

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
}
