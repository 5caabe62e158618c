//! `ropa` compiles a municipality's register of processing activities.
//!
//! The pipeline, each arrow one function:
//!
//! 1. [`source::disk::read`] reads the YAML files of a municipality: [`source::Sources`].
//! 2. [`draft::folder::read`] reads them into records in which every value has its place: [`draft::folder::Draft`].
//! 3. [`register::resolve`] finds words and follows references: [`register::phase::Written`]; its parts are completed:
//!    [`register::phase::Complete`].
//! 4. [`check::check`] runs the rules of law: [`check::Checked`]; [`check::Checked::public`] leaves out what is internal.
//! 5. [`compile::municipality`] writes [`document::Document`]s and [`render`]s them, one [`render::Artifact`] to a file.
//! 6. [`emit::Folder`] puts each file in its place; [`consolidate::Consolidated`] puts all municipalities together.
//!
//! [`pipeline::Understood`] runs stages 2 to 4.
//!
//! Beside it, [`todo::Todo::of`] makes a list of questions from the register and what was found in it.
//!
//! [`fix::fix`] makes the edits of findings that are certain, in the files as they stand on the disk.
//!
//! Findings travel beside the data: no stage stops at the first fault.
//!
//! ```
//! use std::path::Path;
//!
//! use ropa::{Levels, Understood};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let read = ropa::source::disk::read(Path::new("examples/smallest/registers"), "exempelby")?;
//! let understood = Understood::of(read);
//! let today = "2026-11-21".parse()?;
//! match understood.check(today, &Levels::default()) {
//!     Ok((_, checked)) => {
//!         let public = checked.public();
//!         assert!(public.register().activities.values().all(|activity| activity.notes.items.is_empty()));
//!     }
//!     Err((sources, findings)) => {
//!         findings.iter().for_each(|finding| println!("{}: {}", sources.address(finding.place), finding.message.en));
//!     }
//! }
//! # Ok(())
//! # }
//! ```

pub mod assets;
pub mod catalogue;
pub mod check;
pub mod compile;
pub mod config;
pub mod consolidate;
pub mod diff;
pub mod document;
pub mod draft;
pub mod emit;
pub mod error;
pub mod fields;
pub mod finding;
pub mod fix;
pub mod format;
pub(crate) mod kind;
pub mod lang;
pub mod language;
pub mod law;
pub mod lexicon;
pub mod limit;
pub mod model;
pub mod pipeline;
pub mod register;
pub mod render;
pub mod report;
pub mod say;
pub mod source;
pub mod steps;
pub(crate) mod temporary;
pub mod todo;
pub mod visible;
pub mod vocabulary;

pub use check::levels::Levels;
pub use check::{Checked, Public};
pub use document::Document;
pub use draft::folder::Draft;
pub use error::Error;
pub use pipeline::Understood;
pub use register::phase::{Complete, Written};
pub use render::Artifact;
pub use source::Sources;
