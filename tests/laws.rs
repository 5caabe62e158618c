//! What holds for every key, rule, language, document and source file.

/// The paths that documents name, and the documents that the program prints.
mod documents;
/// What each stage does with each field.
mod fields;
/// Who imports whom.
mod imports;
/// The keys of the language files.
mod languages;
/// The law as data: every row can be read, has its source, and finds what it is for.
mod law;
/// The paths and keys that tables name.
mod paths;
/// The questions of the to-do list.
mod questions;
/// The pieces of every rule.
mod rules;
/// The keys of the format and their examples.
mod schema;
/// The habits of the source code.
mod sources;
/// The tables that travel in the program: a damaged row stops it.
mod tables;
/// Our reading of YAML beside another one.
mod yaml;
