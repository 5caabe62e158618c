//! `ropa schema`.

use crate::Error;
use crate::draft::schema::{self, Part};
use crate::model::version::Version;
use crate::report::json;
use crate::say;
use crate::vocabulary::CountryCode;
use clap::{Args as ClapArgs, ValueEnum};
use schemars::Schema;

use crate::cli::{OK, Usage, print};

/// Print the JSON Schema of the register files, or of an output
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// What to describe [default: all register files]
    #[arg(value_enum)]
    file: Option<File>,
    /// The version of the format of the register files [default: the newest]
    #[arg(long, value_name = "NUMBER", value_parser = version)]
    in_format: Option<Version>,
    /// Offer only the codes of this country (ISO 3166-1) and those that hold in every country [default: all codes]
    #[arg(long, value_name = "CODE", value_parser = country)]
    country: Option<CountryCode>,
}

fn country(written: &str) -> Result<CountryCode, Usage> {
    let wrong = || {
        Usage(say!(
            en: "write two letters (ISO 3166-1), such as SE or DK",
            sv: "skriv två bokstäver (ISO 3166-1), till exempel SE eller DK",
            da: "skriv to bogstaver (ISO 3166-1), for eksempel SE eller DK",
        ))
    };
    CountryCode::of(&written.to_uppercase()).ok_or_else(wrong)
}

fn version(written: &str) -> Result<Version, Usage> {
    let wrong = || Usage(say!(en: "the formats are 1 and 2", sv: "formaten är 1 och 2", da: "formaterne er 1 og 2"));
    Version::of_number(written).ok_or_else(wrong)
}

/// What the schema describes.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum File {
    Municipality,
    Shared,
    Activity,
    Notice,
    Accept,
    /// `register.json`, which `ropa build` writes
    Register,
    /// The output of `ropa check --format json`
    Findings,
    /// The output of `ropa diff --format json`
    Diff,
}

/// Prints a schema.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let of = |part| schema::of(part, args.in_format.unwrap_or(Version::NEWEST), args.country);
    let schema = match args.file {
        Some(File::Municipality) => of(Some(Part::Municipality)),
        Some(File::Shared) => of(Some(Part::Shared)),
        Some(File::Activity) => of(Some(Part::Activity)),
        Some(File::Notice) => of(Some(Part::Notice)),
        Some(File::Accept) => of(Some(Part::Accept)),
        Some(File::Register) => crate::render::json::schema(),
        Some(File::Findings) => json::schema(),
        Some(File::Diff) => crate::diff::form::json::schema(),
        None => of(None),
    };
    print::data(&text(&schema)?)?;
    Ok(OK)
}

/// A schema as a file.
///
/// # Errors
/// When it cannot be written as JSON.
pub(super) fn text(schema: &Schema) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(schema).map_err(|cause| {
        Error::new(say!(
            en: "the schema could not be written as JSON",
            sv: "schemat kunde inte skrivas som JSON",
            da: "skemaet kunne ikke skrives som JSON",
        ))
        .because(cause)
    })?;
    Ok(text + "\n")
}
