//! The register format: YAML to a tree in which every value has its place, and what reads types from the tree.

mod alias;
pub mod answer;
pub mod code;
pub mod key;
mod label;
mod mapping;
mod misspelt;
pub mod nearest;
mod node;
pub mod phrases;
pub mod read;
pub mod schema;
pub mod space;
pub mod syntax;
pub mod yaml;
