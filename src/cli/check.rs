//! `ropa check`.

mod fix;
mod format;

use crate::Error;
use crate::finding::Level;
use crate::report::Run;
use crate::say;
use crate::say::{Message, Tongue, Words};
use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil;
use rayon::prelude::*;

use crate::cli::read::{self, Report};
use crate::cli::workspace::{Place, Revision, Today, Which, Workspace};
use crate::cli::{FINDINGS, OK, Usage, accept, print};
use format::Format;

/// Check every register, and report every fault of every file
///
/// Reports invalid YAML, unknown keys, ids and codes, invalid dates and periods, and violations of the law, each with
/// file, line and column, the line itself, and what to write instead.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    revision: Revision,
    #[command(flatten)]
    today: Today,
    /// The output format; all but `human` are for other programs, and print nothing else on standard output
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    format: Format,
    /// Exit with code 1 if a finding has at least this level; such findings are always shown
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    /// Accept the current errors and warnings on the law: append them to accept.yaml of each municipality
    ///
    /// Faults of the files are not accepted. The existing content of accept.yaml is kept.
    #[arg(long, requires = "because", requires = "until", conflicts_with_all = ["rev", "staged"])]
    accept: bool,
    /// Why they are accepted; shown in the internal register
    #[arg(long, value_name = "REASON", requires = "accept")]
    because: Option<String>,
    /// The last day on which they are accepted
    #[arg(long, value_name = "YYYY-MM-DD", requires = "accept")]
    until: Option<civil::Date>,
    /// Apply fixes: new names of authorities, `https`, misspelt keys, the spelling of periods, and others
    ///
    /// Comments, layout, line endings and encoding are kept. A file stays unchanged if its edits would cause a new
    /// finding. Only the remaining findings are reported.
    #[arg(long, conflicts_with_all = ["accept", "rev", "staged"])]
    fix: bool,
    /// Show the fixes as a unified diff; nothing is written without --fix
    #[arg(long, conflicts_with = "accept")]
    diff: bool,
    /// Show hints and gaps too
    #[arg(long)]
    all: bool,
    /// Print errors only
    #[arg(long, short, conflicts_with = "all")]
    quiet: bool,
}

impl Args {
    /// Whether the output has the examples of rules.
    pub(crate) fn shows_examples(&self) -> bool {
        matches!(self.format, Format::Sarif)
    }
}

/// The lowest level that fails the run.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOn {
    /// Findings that prevent publication
    Error,
    /// Also what is probably not compliant
    Warning,
    /// Also hints and gaps
    Info,
}

impl FailOn {
    fn level(self) -> Level {
        match self {
            Self::Error => Level::Error,
            Self::Warning => Level::Warning,
            Self::Info => Level::Info,
        }
    }
}

/// Checks the registers and reports findings.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let workspace = place.open_at(&args.revision)?;
    let names = workspace.municipalities(&args.which)?;
    let today = args.today.date();
    let read_all = || -> Result<Vec<Report>, Error> {
        names.par_iter().map(|name| read::municipality(&workspace, name, today).map(|(report, _)| report)).collect()
    };
    if args.fix || args.diff {
        fix::run(&workspace, &names, (args, tongue))?;
    }
    let mut reports = read_all()?;
    if let (Some(because), Some(until)) = (&args.because, args.until) {
        accept(&workspace, &reports, (args, tongue), (because, until))?;
        reports = read_all()?;
    }
    let fail_on = args.fail_on.level();
    let from = match (args.all, args.quiet) {
        (true, _) => Level::Info,
        (_, true) => Level::Error,
        _ => Level::Warning,
    };
    let from = from.min(fail_on);
    let parts = reports.iter().map(|report| report.part(from)).collect();
    let data =
        format::data(args.format, &Run { parts, date: today, tongue, fail_on, root: workspace.way_from_here() })?;
    match &data {
        Some(data) => print::data(data)?,
        None => read::show(&reports, from, tongue)?,
    }
    if !args.quiet {
        tell(&summary(&reports, args.all), args, tongue)?;
    }
    Ok(if reports.iter().any(|report| report.reaches(fail_on)) { FINDINGS } else { OK })
}

/// Writes the entries to `accept.yaml` and prints what was written.
fn accept(
    workspace: &Workspace,
    reports: &[Report],
    (args, tongue): (&Args, Tongue),
    (because, until): (&str, civil::Date),
) -> anyhow::Result<()> {
    if because.trim().is_empty() {
        return Err(Usage(say!(
            en: "--because needs a reason, which the internal register shows",
            sv: "--because behöver ett skäl: det står i det interna registret",
            da: "--because skal have en begrundelse: Den står i den interne fortegnelse",
        ))
        .into());
    }
    if until < args.today.date() {
        return Err(Usage(say!(
            en: "--until {until} has passed already",
            sv: "--until {until} har redan passerat",
            da: "--until {until} er allerede passeret",
        ))
        .into());
    }
    let mut any = false;
    for report in reports {
        if let Some(told) = accept::write(workspace, report, (because, until), tongue)? {
            any = true;
            tell(&told, args, tongue)?;
        }
    }
    if !any {
        tell(
            &say!(en: "there is nothing to accept", sv: "det finns inget att godta", da: "der er intet at acceptere"),
            args,
            tongue,
        )?;
    }
    Ok(())
}

/// Prints a message: on standard error if standard output carries data.
fn tell(message: &Message, args: &Args, tongue: Tongue) -> Result<(), Error> {
    let words = message.get(tongue);
    match args.format {
        _ if args.quiet => {}
        Format::Human => print::line(words)?,
        _ => print::aside_line(words),
    }
    Ok(())
}

/// A summary: the number of municipalities and of findings.
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
