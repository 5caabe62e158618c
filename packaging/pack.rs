//! Writes what an archive has beside the program: manual pages, completions of shells, the licences of what is in the
//! program, and a list of it (CycloneDX). `packaging/dist` runs it:
//!
//! ```sh
//! cargo run --example pack -- x86_64-unknown-linux-gnu FOLDER
//! ```

#![expect(clippy::print_stderr, reason = "a tool of this repository")]

#[path = "pack/licences.rs"]
mod licences;
#[path = "pack/list.rs"]
mod list;
#[path = "pack/packages.rs"]
mod packages;
#[path = "pack/shells.rs"]
mod shells;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use packages::Packages;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [target, folder] = args.as_slice() else {
        eprintln!("usage: pack TARGET FOLDER");
        return ExitCode::from(2);
    };
    match write(target, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn write(target: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let packages = Packages::of(target)?;
    fs::create_dir_all(folder)?;
    shells::write(folder)?;
    fs::write(folder.join("THIRD-PARTY.txt"), licences::text(&packages)?)?;
    fs::write(folder.join("ropa.cdx.json"), serde_json::to_string_pretty(&list::bom(&packages))? + "\n")?;
    Ok(())
}
