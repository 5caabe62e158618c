//! Measures the cost of child processes, and compares costs.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use wait4::Wait4 as _;
use walkdir::WalkDir;

/// The cost of one run of a program.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Wall-clock time in seconds.
    pub(crate) wall: f64,
    /// Processor time in seconds, user and kernel.
    pub(crate) processor: f64,
    /// Peak memory in MiB.
    pub(crate) peak: f64,
}

impl Cost {
    /// Runs a program and expects success. Standard output is discarded; standard error is passed through.
    ///
    /// # Errors
    /// When it cannot be run or fails.
    pub(crate) fn of(command: &mut Command) -> io::Result<Self> {
        let (cost, status) = Self::with_status(command)?;
        match status.success() {
            true => Ok(cost),
            false => Err(io::Error::other(format!("{command:?} failed: {status}"))),
        }
    }

    /// Runs a program and accepts exit codes 0 and 1. Its output is discarded.
    ///
    /// # Errors
    /// When it cannot be run, is killed, or ends with another exit code.
    #[allow(dead_code, reason = "for the benchmark of growth")]
    pub(crate) fn to_any_end(command: &mut Command) -> io::Result<Self> {
        let (cost, status) = Self::with_status(command.stderr(Stdio::null()))?;
        match status.code() {
            Some(0 | 1) => Ok(cost),
            _ => Err(io::Error::other(format!("{command:?} failed: {status}"))),
        }
    }

    fn with_status(command: &mut Command) -> io::Result<(Self, ExitStatus)> {
        let begun = Instant::now();
        let ended = command.stdout(Stdio::null()).spawn()?.wait4()?;
        let wall = begun.elapsed().as_secs_f64();
        let used = ended.rusage;
        let peak = used.maxrss as f64 / f64::from(1 << 20);
        Ok((Self { wall, processor: (used.utime + used.stime).as_secs_f64(), peak }, ended.status))
    }
}

/// The median, minimum and maximum of several figures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spread {
    middle: f64,
    lowest: f64,
    highest: f64,
}

impl Spread {
    /// The spread of these figures, of which there must be at least one.
    pub(crate) fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        let middle = figures[figures.len() / 2];
        Self { middle, lowest: figures[0], highest: figures[figures.len() - 1] }
    }
}

/// `1.23 (1.20-1.31)`, with the requested width and number of decimals.
impl fmt::Display for Spread {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Self { middle, lowest, highest } = self;
        let (width, digits) = (out.width().unwrap_or_default(), out.precision().unwrap_or(2));
        let text = format!("{middle:.digits$} ({lowest:.digits$}-{highest:.digits$})");
        write!(out, "{text:>width$}")
    }
}

/// The number of files below a folder, and their size in MB.
pub(crate) fn extent(folder: &Path) -> io::Result<(usize, f64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files += 1;
            bytes += entry.metadata()?.len();
        }
    }
    Ok((files, bytes as f64 / 1e6))
}
