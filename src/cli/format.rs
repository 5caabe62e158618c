//! `ropa format`.

use crate::draft::page;
use crate::say::Tongue;
use clap::Args as ClapArgs;

use crate::cli::{OK, print};

/// Print FORMAT.md, which explains every key of the register files with an example
///
/// With `--lang sv` or `--lang da`, the page is in Swedish or Danish, with examples from Sweden or Denmark.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {}

/// Prints the page.
pub(crate) fn run(_: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    print::text(&page::page(tongue))?;
    Ok(OK)
}
