//! Measures `ropa build` against a copy of its own output:
//! `cargo bench --bench build -- [<municipalities> <activities> [<folder>]]`.

#[path = "corpus/mod.rs"]
mod corpus;
mod measure;

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use measure::{Cost, Spread, extent};

/// Number of measured rounds, after one warm-up round.
const ROUNDS: usize = 7;
/// The numbers of municipalities at which memory is measured.
const MEMORY: [usize; 2] = [10, 50];
/// The seed of the corpora.
const SEED: u64 = 1;

/// The parsed arguments: what to build, and where.
struct Order {
    municipalities: usize,
    activities: usize,
    folder: PathBuf,
}

impl Order {
    /// Parses the arguments. Without a folder everything is written to a file system in memory, if there is one, so
    /// that the disk is not measured.
    fn from(arguments: &[String]) -> Option<Self> {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
        let usual = Self { municipalities: 50, activities: 100, folder };
        match arguments {
            [] => Some(usual),
            [municipalities, activities] => Some(Self {
                municipalities: municipalities.parse().ok()?,
                activities: activities.parse().ok()?,
                ..usual
            }),
            [municipalities, activities, folder] => Some(Self {
                municipalities: municipalities.parse().ok()?,
                activities: activities.parse().ok()?,
                folder: folder.into(),
            }),
            _ => None,
        }
    }
}

/// The three measurements of a round.
struct Round {
    new: Cost,
    copy: Cost,
    again: Cost,
}

fn main() -> io::Result<ExitCode> {
    // Cargo passes `--bench` to every benchmark.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut out = io::stdout().lock();
    let Some(order) = Order::from(&arguments) else {
        writeln!(out, "usage: cargo bench --bench build -- [<municipalities> <activities> [<folder>]]")?;
        return Ok(ExitCode::from(2));
    };
    let room = tempfile::Builder::new().prefix("ropa-bench-").tempdir_in(&order.folder)?;
    time(&order, room.path(), &mut out)?;
    memory(&order, room.path(), &mut out)?;
    Ok(ExitCode::SUCCESS)
}

/// Measures time, in turn: a build into a new folder, a copy of its output, the same build again.
fn time(order: &Order, room: &Path, out: &mut dyn Write) -> io::Result<()> {
    let workspace = room.join("workspace");
    corpus::write(&workspace, order.municipalities, order.activities, SEED, false)?;
    let (files, megabytes) = extent(&workspace)?;
    let (new, copy) = (room.join("new"), room.join("copy"));
    round(&workspace, &new, &copy)?;
    let (written, written_megabytes) = extent(&new)?;
    let Order { municipalities, activities, folder } = order;
    writeln!(out, "{municipalities} x {activities} activities, below {}:", folder.display())?;
    writeln!(out, "{files} files, {megabytes:.1} MB read; {written} files, {written_megabytes:.1} MB written\n")?;
    let rounds: Vec<Round> = (0..ROUNDS).map(|_| round(&workspace, &new, &copy)).collect::<io::Result<_>>()?;
    writeln!(out, "{:28} {:>22} {:>22} {:>20} {:>20}", "", "wall s", "user+sys s", "wall / cp -r", "user+sys / cp -r")?;
    row(out, "ropa build, new folder", &rounds, |round| round.new)?;
    row(out, "cp -r of its output", &rounds, |round| round.copy)?;
    row(out, "ropa build, nothing changed", &rounds, |round| round.again)
}

/// One line of the table: costs, and their ratios to the copy of the same round.
fn row(out: &mut dyn Write, name: &str, rounds: &[Round], of: fn(&Round) -> Cost) -> io::Result<()> {
    let spread = |figure: &dyn Fn(&Round) -> f64| Spread::of(rounds.iter().map(figure));
    let wall = spread(&|round| of(round).wall);
    let processor = spread(&|round| of(round).processor);
    let walls = spread(&|round| of(round).wall / round.copy.wall);
    let processors = spread(&|round| of(round).processor / round.copy.processor);
    writeln!(out, "{name:28} {wall:22.3} {processor:22.3} {walls:20.2} {processors:20.2}")
}

/// One round, in folders that do not exist yet.
fn round(workspace: &Path, new: &Path, copy: &Path) -> io::Result<Round> {
    for folder in [new, copy] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    Ok(Round {
        new: Cost::of(&mut build(workspace, new))?,
        copy: Cost::of(Command::new("cp").arg("-r").args([new, copy]))?,
        again: Cost::of(&mut build(workspace, new))?,
    })
}

/// Measures memory: the peak for few and for many municipalities of the same size.
fn memory(order: &Order, room: &Path, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{:28} {:>22}", "", "peak MiB")?;
    for municipalities in MEMORY {
        let workspace = room.join(format!("workspace-{municipalities}"));
        corpus::write(&workspace, municipalities, order.activities, SEED, false)?;
        let new = room.join(format!("new-{municipalities}"));
        let costs: Vec<Cost> = (0..3).map(|_| Cost::of(&mut build(&workspace, &new))).collect::<io::Result<_>>()?;
        let peak = Spread::of(costs.iter().map(|cost| cost.peak));
        writeln!(out, "{:28} {peak:22.0}", format!("{municipalities} x {} activities", order.activities))?;
    }
    Ok(())
}

fn build(workspace: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ropa"));
    command.arg("--workspace").arg(workspace).args(["build", "--quiet", "--out"]).arg(out);
    command
}
