//! `ropa check`.

use clap::Args as ClapArgs;
use rayon::prelude::*;
use ropa::finding::Level;
use ropa::say;
use ropa::say::{Message, Words};

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
    pub(super) speech: Speech,
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
        anstream::println!("{}", summary(&reports, args.all).get(args.speech.tongue()));
    }
    Ok(if errors > 0 { FINDINGS } else { OK })
}

/// How many municipalities were checked, and what was found in figures.
fn summary(reports: &[Report], shows_hints: bool) -> Message {
    let more = if shows_hints { Words::default() } else { SHOW_HINTS };
    say!(
        en: "{count}: {figures}{more}",
        sv: "{count}: {figures}{more}",
        da: "{count}: {figures}{more}",
        count = read::plural(reports.len(), ONE_CHECKED, SEVERAL_CHECKED),
        figures = read::summary(reports),
        more = more,
    )
}

const SHOW_HINTS: Words = Words {
    en: "; `ropa check --all` shows the hints",
    sv: "; `ropa check --all` visar påpekandena",
    da: "; `ropa check --all` viser bemærkningerne",
};
const ONE_CHECKED: Words = Words { en: "municipality checked", sv: "kommun kontrollerad", da: "kommune kontrolleret" };
const SEVERAL_CHECKED: Words =
    Words { en: "municipalities checked", sv: "kommuner kontrollerade", da: "kommuner kontrolleret" };
