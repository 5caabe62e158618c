//! `ropa` compiles a municipality's register of processing activities.

pub mod assets;
pub mod check;
pub mod compile;
pub mod config;
pub mod consolidate;
pub mod document;
pub mod draft;
pub mod emit;
pub mod finding;
pub mod model;
pub mod render;
pub mod report;
pub mod resolve;
pub mod source;
pub mod vocabulary;
