//! `ropa schema`.

use crate::Error;
use crate::draft::schema;
use crate::report::json;
use crate::say;
use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::{OK, print};

/// Print the JSON Schema of the register files, of the findings, or of a comparison
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// What to describe [default: all register files]
    #[arg(value_enum)]
    file: Option<File>,
}

/// What the schema describes.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum File {
    Municipality,
    Shared,
    Activity,
    Notice,
    Accept,
    /// The output of `ropa check --format json`
    Findings,
    /// The output of `ropa diff --format json`
    Diff,
}

/// Prints a schema.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let schema = match args.file {
        Some(File::Municipality) => schema::municipality(),
        Some(File::Shared) => schema::shared(),
        Some(File::Activity) => schema::activity(),
        Some(File::Notice) => schema::notice(),
        Some(File::Accept) => schema::accept(),
        Some(File::Findings) => json::schema(),
        Some(File::Diff) => crate::diff::form::json::schema(),
        None => schema::all(),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(|cause| {
        Error::new(say!(
            en: "the schema could not be written as JSON",
            sv: "schemat kunde inte skrivas som JSON",
            da: "skemaet kunne ikke skrives som JSON",
        ))
        .because(cause)
    })?;
    print::data(&(text + "\n"))?;
    Ok(OK)
}
