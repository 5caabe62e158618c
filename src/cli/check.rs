//! `ropa check`.

use clap::Args as ClapArgs;
use rayon::prelude::*;
use ropa::finding::Level;

use crate::cli::read::{self, Report};
use crate::cli::workspace::{Place, Speech, Today, Which};
use crate::cli::{FINDINGS, OK};

/// Read and check every register, and report every fault of every file
///
/// Faults of the YAML, unknown keys, ids and codes, wrong dates and periods, and what the law asks for:
/// each with file, line and column, the line itself, and what to write instead.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    speech: Speech,
    /// Show hints and gaps too
    #[arg(long)]
    all: bool,
    /// Print errors only
    #[arg(long, short, conflicts_with = "all")]
    quiet: bool,
}

/// Checks and reports.
pub(crate) fn run(place: &Place, args: &Args) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let names = workspace.municipalities(&args.which)?;
    let registers = workspace.registers();
    let today = args.today.date();
    let reports: Vec<Report> = names
        .par_iter()
        .map(|name| read::municipality(&registers, name, today).map(|(report, _)| report))
        .collect::<Result<_, _>>()?;
    let from = match (args.all, args.quiet) {
        (true, _) => Level::Info,
        (_, true) => Level::Error,
        _ => Level::Warning,
    };
    let errors = read::show(&reports, from, args.speech.tongue());
    if !args.quiet {
        let more = if args.all { "" } else { "; `ropa check --all` shows the hints" };
        let count = read::plural(reports.len(), "municipality", "municipalities");
        anstream::println!("{count} checked: {}{more}", read::summary(&reports));
    }
    Ok(if errors > 0 { FINDINGS } else { OK })
}
