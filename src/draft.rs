//! The files of a municipality to records, and from a finding back to the place in the file.

pub(crate) mod edit;
pub(crate) mod folder;
pub(crate) mod locate;
pub(crate) mod page;
pub(crate) mod schema;
