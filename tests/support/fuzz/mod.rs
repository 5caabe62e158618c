//! The bodies of the fuzz targets: they take bytes and panic if a property is violated.
//!
//! `tests/fuzz` runs them with libFuzzer; `tests/hostile/fuzz.rs` does a bounded run in the test suite. Each body
//! returns whether its input got to the last stage, so that an ineffective corpus is noticed.

pub(crate) mod base;
mod check;
mod config;
mod diff;
mod edits;
pub(crate) mod harmless;
mod page;
mod reader;
pub(crate) mod stages;
pub(crate) mod workbook;

pub(crate) use check::check;
pub(crate) use config::config;
pub(crate) use diff::diff;
pub(crate) use page::page;
pub(crate) use reader::reader;

/// A target: its name, which is also the name of its folders, and its body.
pub(crate) type Target = (&'static str, fn(&[u8]) -> bool);

/// Every target.
pub(crate) const TARGETS: [Target; 5] =
    [("reader", reader), ("check", check), ("config", config), ("page", page), ("diff", diff)];
