//! Invariants of every key, rule, language, document and source file.

/// The JSON Schemas and the program accept the same.
mod agreement;
/// The page of all codes of findings.
mod codes;
/// The paths in documents, and the documents that the program prints.
mod documents;
/// What several stages ask alike.
mod facts;
/// What each stage does with each field.
mod fields;
/// The imports between modules.
mod imports;
/// The keys of the language files.
mod languages;
/// The law as data: every row can be read, has its source, and matches what it is for.
mod law;
/// The paths and keys in tables.
mod paths;
/// The questions of the to-do list.
mod questions;
/// The examples of every rule.
mod rules;
/// The keys of the format and their examples.
mod schema;
/// The page of sentences with the law behind each.
mod sentences;
/// Conventions of the source code.
mod sources;
/// The embedded tables: a damaged row is an error.
mod tables;
/// Our YAML parser against another one.
mod yaml;
