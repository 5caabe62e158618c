//! Findings for readers.

pub mod human;
