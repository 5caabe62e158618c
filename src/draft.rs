//! Parses the files of a municipality into records, and maps findings back to positions in the files.

pub(crate) mod edit;
pub(crate) mod folder;
pub(crate) mod inserted;
pub(crate) mod items;
pub(crate) mod locate;
pub(crate) mod page;
pub(crate) mod put;
pub(crate) mod schema;
