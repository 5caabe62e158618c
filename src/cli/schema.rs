//! `ropa schema`.

use clap::{Args as ClapArgs, ValueEnum};
use ropa::draft::schema;

use crate::cli::OK;

/// Print the JSON Schema of the register files, for editors and other tools
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// Which file; all of them when nothing is named
    #[arg(value_enum)]
    file: Option<File>,
}

/// A kind of register file.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum File {
    Municipality,
    Shared,
    Activity,
    Notice,
}

/// Prints.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let schema = match args.file {
        Some(File::Municipality) => schema::municipality(),
        Some(File::Shared) => schema::shared(),
        Some(File::Activity) => schema::activity(),
        Some(File::Notice) => schema::notice(),
        None => schema::all(),
    };
    anstream::println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(OK)
}
