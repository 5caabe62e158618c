//! The register format: parses YAML into a tree of values with places, and reads types from the tree.

mod alias;
pub(crate) mod answer;
pub(crate) mod code;
pub(crate) mod comma;
pub(crate) mod key;
pub(crate) mod label;
mod mapping;
mod misspelt;
pub(crate) mod nearest;
mod node;
pub(crate) mod phrases;
pub(crate) mod read;
pub(crate) mod schema;
pub(crate) mod space;
pub(crate) mod syntax;
pub(crate) mod version;
pub(crate) mod yaml;
