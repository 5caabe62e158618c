//! Questions to a unit, and its answers: a form that needs no YAML goes out, and its answers come back as changes of values.
//!
//! 1. [`gather`] turns gaps, findings and, for a review, what is written into [`form::Question`]s: each has a target (a file
//!    and a path of keys), a kind of answer ([`shape`]), what the register says now, and a fingerprint of that.
//! 2. [`page`] writes a form as a page that works from a file, [`book`] as a workbook.
//! 3. [`given`] reads what comes back, from either. Nothing in it is trusted.
//! 4. [`settle`] holds each answer against its question as it is now, and makes the changes that stand.

pub(crate) mod book;
pub(crate) mod clean;
mod day;
pub(crate) mod fit;
pub(crate) mod form;
pub(crate) mod gather;
pub(crate) mod given;
mod ground;
pub(crate) mod page;
mod path;
mod present;
mod review;
mod said;
pub(crate) mod settle;
pub(crate) mod settled;
mod shape;
mod table;
pub(crate) mod words;

use crate::assets::Files;
use crate::error::Error;

/// Checks that the tables can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    words::check(files)?;
    table::check(files)
}
