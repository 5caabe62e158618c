//! The two audiences of the output, each with its folder.

use std::ffi::OsStr;

/// The audience of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Everybody.
    Public,
    /// The controller and the supervisory authority.
    Internal,
}

impl Audience {
    /// Both audiences.
    pub(crate) const ALL: [Self; 2] = [Self::Public, Self::Internal];

    /// The folder of what is written for it, in the output folder.
    #[must_use]
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
        }
    }

    /// Whether a file or folder has the name of its folder, in any case.
    #[must_use]
    pub(crate) fn is_named(self, name: &OsStr) -> bool {
        name.eq_ignore_ascii_case(self.folder())
    }
}
