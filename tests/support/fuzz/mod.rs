//! The bodies of the fuzz targets: bytes in, a panic where a promise is broken.
//!
//! `tests/fuzz` runs them with libFuzzer, `tests/hostile/fuzz.rs` runs a bounded sample of them in the suite. Each body
//! says whether its input got to the last stage, so that a corpus which gets nowhere is noticed.

pub(crate) mod base;
mod check;
mod config;
mod diff;
mod edits;
pub(crate) mod harmless;
mod page;
mod reader;
pub(crate) mod stages;

pub(crate) use check::check;
pub(crate) use config::config;
pub(crate) use diff::diff;
pub(crate) use page::page;
pub(crate) use reader::reader;

/// A target: its name, which is the name of its folders too, and its body.
pub(crate) type Target = (&'static str, fn(&[u8]) -> bool);

/// Every target.
pub(crate) const TARGETS: [Target; 5] =
    [("reader", reader), ("check", check), ("config", config), ("page", page), ("diff", diff)];
