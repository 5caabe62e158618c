//! Measures the rules against reading the files: `cargo bench --bench rules -- [<municipalities> <activities>]`.

#[path = "corpus/mod.rs"]
mod corpus;

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ropa::internals::check::levels::Levels;
use ropa::internals::pipeline::Understood;
use ropa::internals::source::disk;

/// Number of measured rounds, after one warm-up round.
const ROUNDS: usize = 7;
/// The seed of the corpus.
const SEED: u64 = 1;
/// The date of the checks.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

/// The durations of one round, on one otherwise idle thread.
#[derive(Clone, Copy)]
struct Round {
    /// From the disk to a register.
    reading: Duration,
    /// Every rule on every activity.
    rules: Duration,
}

fn main() -> io::Result<ExitCode> {
    // Cargo passes `--bench` to every benchmark.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut out = io::stdout().lock();
    let order = match arguments.as_slice() {
        [] => Some((10, 100)),
        [municipalities, activities] => municipalities.parse().ok().zip(activities.parse().ok()),
        _ => None,
    };
    let Some((municipalities, activities)) = order else {
        writeln!(out, "usage: cargo bench --bench rules -- [<municipalities> <activities>]")?;
        return Ok(ExitCode::from(2));
    };
    let room = tempfile::Builder::new().prefix("ropa-bench-").tempdir()?;
    let workspace = room.path().join("workspace");
    corpus::write(&workspace, municipalities, activities, SEED, false)?;
    let registers = workspace.join("registers");
    let mut rounds = (0..=ROUNDS).map(|_| round(&registers)).collect::<io::Result<Vec<Round>>>()?;
    rounds.remove(0);
    rounds.sort_by(|one, other| ratio(one).total_cmp(&ratio(other)));
    let (low, middle, high) = (rounds[0], rounds[ROUNDS / 2], rounds[ROUNDS - 1]);
    writeln!(out, "{municipalities} x {activities} activities, on one thread:")?;
    writeln!(out, "reading  {:.0} ms", 1000.0 * middle.reading.as_secs_f64())?;
    writeln!(out, "rules    {:.0} ms", 1000.0 * middle.rules.as_secs_f64())?;
    writeln!(out, "rules / reading  {:.2} ({:.2}-{:.2})", ratio(&middle), ratio(&low), ratio(&high))?;
    Ok(ExitCode::SUCCESS)
}

fn ratio(round: &Round) -> f64 {
    round.rules.as_secs_f64() / round.reading.as_secs_f64()
}

fn round(registers: &Path) -> io::Result<Round> {
    let mut whole = Round { reading: Duration::ZERO, rules: Duration::ZERO };
    for name in disk::municipalities(registers).map_err(io::Error::other)? {
        let begun = Instant::now();
        let understood = Understood::of(disk::read(registers, &name).map_err(io::Error::other)?);
        whole.reading += begun.elapsed();
        let begun = Instant::now();
        let checked = understood.check(TODAY, &Levels::default());
        whole.rules += begun.elapsed();
        drop(checked);
    }
    Ok(whole)
}
