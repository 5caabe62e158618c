//! What is true of an activity, for everybody who asks: check, compare, todo and the pages.

pub mod consent;
pub mod origin;
pub mod responsible;
pub mod rights;
pub mod special;
pub mod third;
