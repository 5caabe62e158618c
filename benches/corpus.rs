//! Writes a corpus of generated registers:
//! `cargo bench --bench corpus -- <folder> <municipalities> <activities> [seed] [clean]`.

#[path = "corpus/mod.rs"]
mod corpus;

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// The parsed arguments: what to write, and where.
struct Order {
    folder: PathBuf,
    municipalities: usize,
    activities: usize,
    seed: u64,
    is_clean: bool,
}

impl Order {
    /// Parses the arguments; without any, a small corpus in a temporary folder.
    fn from(arguments: &[String]) -> Option<Self> {
        let number = |place: usize| arguments.get(place)?.parse::<usize>().ok();
        let seed = match arguments.get(3) {
            Some(seed) => seed.parse().ok()?,
            None => 1,
        };
        let is_clean = match arguments.get(4).map(String::as_str) {
            None => false,
            Some("clean") => true,
            Some(_) => return None,
        };
        match arguments {
            [] => Some(Self { folder: temporary().ok()?, municipalities: 2, activities: 20, seed, is_clean }),
            [folder, _, _, ..] if arguments.len() < 6 => {
                Some(Self { folder: folder.into(), municipalities: number(1)?, activities: number(2)?, seed, is_clean })
            }
            _ => None,
        }
    }
}

/// A new temporary folder, which is kept for inspection.
fn temporary() -> io::Result<PathBuf> {
    Ok(tempfile::Builder::new().prefix("ropa-corpus-").tempdir()?.keep())
}

fn main() -> io::Result<ExitCode> {
    // Cargo passes `--bench` to every benchmark.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut out = io::stdout().lock();
    let Some(order) = Order::from(&arguments) else {
        writeln!(out, "usage: cargo bench --bench corpus -- <folder> <municipalities> <activities> [seed] [clean]")?;
        return Ok(ExitCode::from(2));
    };
    let Order { folder, municipalities, activities, seed, is_clean } = order;
    corpus::write(&folder, municipalities, activities, seed, is_clean)?;
    writeln!(
        out,
        "{municipalities} municipalities with {activities} activities each (seed {seed}) in {}",
        folder.display()
    )?;
    Ok(ExitCode::SUCCESS)
}
