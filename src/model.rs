//! The register: one file per concept of Article 30, each type with the provision that asks for it.
//!
//! The same records are the draft (what is written) and, once references are followed and parts have what they inherit, the
//! register (what is meant).

mod answer;
mod by_id;
mod id;
mod list;
mod text;

pub mod conceal;
pub mod record;

pub mod acceptance;
pub mod activity;
pub mod address;
pub mod administration;
pub mod consent;
pub mod country;
pub mod data;
pub mod decision;
pub mod flow;
pub mod keys;
pub mod law;
pub mod municipality;
pub mod notice;
pub mod organisation;
pub mod period;
pub mod processor;
pub mod purpose;
pub mod reference;
pub mod retention;
pub mod rights;
pub mod section;
pub mod shared;
pub mod term;
pub mod uses;
pub mod visit;

pub use crate::lang::Lang;
pub use answer::YesNo;
pub use by_id::Things;
pub use id::{Id, suggest};
pub use list::{Known, List};
pub use text::{Aside, Name, Reason, Said, Text};
