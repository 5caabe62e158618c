//! Measures how processor time and memory grow with the input, each on one input and on one ten times as large:
//! `cargo bench --bench growth -- [<case>]`.

#[path = "growth/mod.rs"]
mod growth;
#[allow(dead_code, reason = "spreads are for benchmarks that repeat")]
mod measure;

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use growth::Much;
use measure::Cost;

/// The factor between the two inputs.
const TIMES: usize = 10;

/// The cases: name, what there is much of, the count in the first input, and the command.
const CASES: [(&str, Much, usize, &[&str]); 31] = [
    ("activities, check", Much::Activities, 5_000, &["check"]),
    ("activities, build", Much::Activities, 5_000, &["build"]),
    ("activities, todo", Much::Activities, 5_000, &["todo"]),
    ("activities, json", Much::Activities, 2_000, &["check", "--format", "json"]),
    ("parts, build", Much::Parts, 1_000, &["build"]),
    ("notices, build", Much::Notices, 1_000, &["build"]),
    ("covered, check", Much::Covered, 1_000, &["check"]),
    ("covered, build", Much::Covered, 1_000, &["build"]),
    ("systems, check", Much::Systems, 2_000, &["check"]),
    ("accepted, check", Much::Accepted, 2_000, &["check"]),
    ("unknown keys, check", Much::UnknownKeys, 5_000, &["check"]),
    ("keys twice, sarif", Much::KeysTwice, 5_000, &["check", "--format", "sarif"]),
    ("text, check", Much::Text, 400_000, &["check"]),
    ("text, build", Much::Text, 400_000, &["build"]),
    ("remarks, check", Much::Remarks, 2_000, &["check"]),
    ("purposes, check", Much::Purposes, 2_000, &["check"]),
    ("data, check", Much::Data, 2_000, &["check"]),
    ("soft hyphens, fix", Much::SoftHyphens, 16_000, &["check", "--diff"]),
    ("soft hyphens, json", Much::SoftHyphens, 16_000, &["check", "--format", "json"]),
    ("shapeless, json", Much::Shapeless, 16_000, &["check", "--format", "json"]),
    ("asterisks, build", Much::Asterisks, 160_000, &["build"]),
    ("number signs, diff", Much::NumberSigns, 200_000, &["diff"]),
    ("widthless, fix", Much::Widthless, 40_000, &["check", "--diff"]),
    ("sources, build", Much::Sources, 4_000, &["build"]),
    ("right notes, build", Much::RightNotes, 2_000, &["build"]),
    ("grounds, build", Much::Grounds, 1_000, &["build"]),
    ("aliases, check", Much::Aliases, 40_000, &["check"]),
    ("reworded purposes, diff", Much::Purposes, 2_000, &["diff"]),
    ("reworded data, diff", Much::Words, 2_000, &["diff"]),
    ("taken over, diff", Much::TakenOver, 500, &["diff"]),
    ("reworded activities, diff", Much::Activities, 1_000, &["diff"]),
];

fn main() -> io::Result<ExitCode> {
    // Cargo passes `--bench` to every benchmark.
    let wanted: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut out = io::stdout().lock();
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    let room = tempfile::Builder::new().prefix("ropa-growth-").tempdir_in(&folder)?;
    writeln!(out, "{:28} {:>9} {:>9} {:>7} {:>9} {:>9}", "", "n: s", "10 n: s", "ratio", "n: MiB", "10 n: MiB")?;
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|wanted| name.contains(wanted.as_str()));
    for (name, much, count, command) in CASES.into_iter().filter(|(name, ..)| is_wanted(name)) {
        let small = cost(room.path(), much, count, command)?;
        let large = cost(room.path(), much, count * TIMES, command)?;
        let ratio = large.processor / small.processor;
        let name = format!("{name} ({count})");
        writeln!(
            out,
            "{name:28} {:9.2} {:9.2} {ratio:7.1} {:9.0} {:9.0}",
            small.processor, large.processor, small.peak, large.peak
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The cost of a command on a workspace with `count` of something.
fn cost(room: &Path, much: Much, count: usize, command: &[&str]) -> io::Result<Cost> {
    let folder = tempfile::Builder::new().prefix("case-").tempdir_in(room)?;
    let workspace = folder.path().join("after");
    growth::write(&workspace, much, count, "nya")?;
    let registers = |root: &Path| -> PathBuf { root.join("registers") };
    let mut ropa = Command::new(env!("CARGO_BIN_EXE_ropa"));
    ropa.arg("--workspace").arg(&workspace).args(command);
    match command {
        ["build", ..] => _ = ropa.arg("--out").arg(folder.path().join("out")),
        ["diff", ..] => {
            let before = folder.path().join("before");
            growth::write(&before, much, count, "gamla")?;
            ropa.args([registers(&before), registers(&workspace)]);
        }
        _ => {}
    }
    Cost::to_any_end(&mut ropa)
}
