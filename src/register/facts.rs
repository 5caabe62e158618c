//! Facts derived from an activity, shared by check, diff, todo and the pages.

pub(crate) mod agreed;
pub(crate) mod consent;
pub(crate) mod covered;
pub(crate) mod draft;
pub(crate) mod gaps;
pub(crate) mod listed;
pub(crate) mod named;
pub(crate) mod origin;
pub(crate) mod parties;
pub(crate) mod people;
pub(crate) mod responsible;
pub(crate) mod rights;
pub(crate) mod special;
pub(crate) mod third;
pub(crate) mod usage;
