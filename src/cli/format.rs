//! `ropa format`.

use crate::draft::page;
use clap::Args as ClapArgs;

use crate::cli::{OK, print};

/// Print FORMAT.md, which explains every key of the register files with an example
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {}

/// Prints the page.
pub(crate) fn run(_: &Args) -> anyhow::Result<u8> {
    print::text(&page::page())?;
    Ok(OK)
}
