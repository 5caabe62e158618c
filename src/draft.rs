//! The files of a municipality to records, and from a finding back to the place in the file.

pub mod edit;
pub mod folder;
pub mod locate;
pub mod page;
pub mod schema;
