//! The two audiences of the output, each with its folder.

use std::ffi::OsStr;

use serde::Deserialize;

/// Which sheets are written for an audience, besides its pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sheets {
    /// A workbook for each controller and one for the municipality.
    pub xlsx: bool,
    /// The activities as CSV for people, in each language.
    pub csv_people: bool,
    /// The activities as CSV for programs.
    pub csv_machines: bool,
}

impl Sheets {
    /// No sheet.
    pub const NONE: Self = Self { xlsx: false, csv_people: false, csv_machines: false };
    /// Every sheet.
    pub const ALL: Self = Self { xlsx: true, csv_people: true, csv_machines: true };
}

/// The audience of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Everybody.
    Public,
    /// The controller and the supervisory authority.
    Internal,
}

impl Audience {
    /// Both audiences.
    pub const ALL: [Self; 2] = [Self::Public, Self::Internal];

    /// The folder of what is written for it, in the output folder.
    #[must_use]
    pub const fn folder(self) -> &'static str {
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
