//! What is written: texts to a tree with places, the tree to records.

mod alias;
pub mod answer;
pub mod code;
pub mod conceal;
pub mod edit;
pub mod folder;
mod label;
pub mod locate;
pub mod look;
mod mapping;
mod misspelt;
pub mod nearest;
mod node;
pub mod page;
pub mod phrases;
pub mod read;
pub mod record;
pub mod schema;
pub mod space;
mod syntax;
pub mod walk;
pub mod yaml;
