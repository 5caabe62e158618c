//! The records of a register: one file per concept of Article 30, with the provision that requires it.
//!
//! All stages use the same types: as read (`Draft`), resolved (`Written`), and completed by inheritance (`Complete`).

mod answer;
mod by_id;
mod id;
mod known;
mod list;
mod text;

pub(crate) mod conceal;
pub(crate) mod record;

pub mod acceptance;
pub mod activity;
pub(crate) mod address;
pub mod administration;
pub mod consent;
pub(crate) mod country;
pub mod data;
pub mod decision;
pub mod flow;
pub(crate) mod gap;
pub(crate) mod inherited;
pub(crate) mod keys;
pub(crate) mod kle;
pub mod law;
pub mod municipality;
pub mod notice;
pub mod organisation;
pub(crate) mod period;
pub mod processor;
pub mod purpose;
pub(crate) mod reference;
pub mod retention;
pub mod rights;
pub mod section;
pub mod shared;
pub(crate) mod term;
pub mod untold;
pub(crate) mod uses;
pub(crate) mod version;
pub(crate) mod visit;

pub(crate) use crate::lang::Lang;
pub(crate) use answer::YesNo;
pub(crate) use by_id::ById;
pub(crate) use gap::Gap;
pub(crate) use id::Id;
pub use id::suggest;
pub(crate) use known::Known;
pub(crate) use list::List;
pub(crate) use text::{Aside, Name, Said, Text};
