//! Brings a workbook that `ropa build` wrote into the register that it is of: what a person changed in its cells comes in
//! at the value that the cell shows.
//!
//! A change is found by trying: a value comes in only if the workbook of the changed register then says in that cell what
//! the person wrote, and no other cell contradicts it. What has no such value is a question.

mod edits;
mod fill;
mod mark;
mod pair;
mod propose;
mod readings;
mod report;
mod settle;
mod show;
mod view;

pub(crate) use mark::{Marked, guessed, marked};
pub(crate) use settle::{Job, Outcome, bring};
