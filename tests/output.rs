//! What is compiled: the same every time, complete, and nothing that is not to be published.

/// A page and its Markdown.
mod elements;
/// What is written and removed, and what is left alone.
mod folder;
/// What never leaves the house.
mod internal;
/// Links and headings of every page.
mod pages;
/// What a part writes and what it takes over.
mod phases;
/// What is told of a right where legal bases and purposes differ.
mod rights;
/// The same register gives the same bytes.
mod same;
/// What is said of one thing is not read of another.
mod told;
/// The files over all municipalities.
mod whole;
