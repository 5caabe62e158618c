//! `ropa` compiles a municipality's register of processing activities.
//!
//! The stages, each with the type that it returns:
//!
//! 1. [`read`] reads the YAML files of a municipality: [`Sources`].
//! 2. The files are parsed into records whose values have source positions: [`Draft`].
//! 3. Terms and references are resolved: [`Written`]. Child activities inherit from their parents: [`Complete`].
//! 4. The legal rules run: [`Checked`]. [`Checked::public`] removes internal fields: [`Public`].
//! 5. Pages are composed as [`Document`]s and rendered, one [`Artifact`] per file.
//!
//! [`Understood`] runs stages 2 to 4. Findings are returned next to the data: no stage stops at the first fault.
//!
//! [`run`] is the program `ropa`. The modules behind the stages are private; ARCHITECTURE.md describes them, and
//! `cargo doc --document-private-items` shows them.
//!
//! ```
//! use std::path::Path;
//!
//! use ropa::{Levels, Understood};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let read = ropa::read(Path::new("examples/full/registers"), "storkoping")?;
//! let understood = Understood::of(read);
//! let today = "2026-11-21".parse()?;
//! let (_, checked) = understood.check(today, &Levels::default()).map_err(|(sources, findings)| {
//!     findings.iter().for_each(|finding| println!("{}: {}", sources.address(finding.place), finding.message.en));
//!     "the register may not be published"
//! })?;
//! assert!(checked.register().activities.values().any(|activity| !activity.notes.items.is_empty()));
//! let public = checked.public();
//! assert!(public.register().activities.values().all(|activity| activity.notes.items.is_empty()));
//! # Ok(())
//! # }
//! ```

#![warn(clippy::missing_docs_in_private_items)]
#![allow(rustdoc::private_intra_doc_links, reason = "the modules are private: see --document-private-items")]

mod ask;
mod assets;
mod audience;
mod catalogue;
mod check;
mod claim;
mod cli;
mod compile;
mod config;
mod consolidate;
mod diff;
mod document;
mod draft;
mod emit;
mod error;
mod evidence;
mod fields;
mod finding;
mod fix;
mod format;
mod import;
mod kind;
mod lang;
mod language;
mod law;
mod lexicon;
mod limit;
mod migrate;
mod model;
mod pipeline;
mod register;
mod reimport;
mod render;
mod report;
mod say;
mod source;
mod steps;
mod temporary;
mod todo;
mod visible;
mod vocabulary;
mod windows;
mod workbook;

#[doc(hidden)]
pub mod internals;

pub use check::levels::Levels;
pub use check::{Checked, Public};
pub use cli::run;
pub use document::Document;
pub use draft::folder::Draft;
pub use error::Error;
pub use pipeline::Understood;
pub use register::phase::{Complete, Written};
pub use render::Artifact;
pub use source::disk::read;
pub use source::{Read, Sources};

pub(crate) use say::say;
