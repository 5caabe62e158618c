//! What a child process costs, and how costs compare.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use wait4::Wait4 as _;
use walkdir::WalkDir;

/// What one run of a program cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds of processor time, the program's own and the kernel's for it.
    pub(crate) processor: f64,
    /// The most memory that it held, in MiB.
    pub(crate) peak: f64,
}

impl Cost {
    /// Runs a program to its end. What it prints is thrown away, but not why it failed.
    ///
    /// # Errors
    /// When it cannot be run, or says that it failed.
    pub(crate) fn of(command: &mut Command) -> io::Result<Self> {
        let (cost, status) = Self::with_status(command)?;
        match status.success() {
            true => Ok(cost),
            false => Err(io::Error::other(format!("{command:?} failed: {status}"))),
        }
    }

    /// Runs a program to its end, whatever it finds: exit codes 0 and 1. What it says is thrown away.
    ///
    /// # Errors
    /// When it cannot be run, is stopped, or does not do its work.
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

/// The middle of several figures, the lowest and the highest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spread {
    middle: f64,
    lowest: f64,
    highest: f64,
}

impl Spread {
    /// The spread of these figures, of which there is at least one.
    pub(crate) fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        let middle = figures[figures.len() / 2];
        Self { middle, lowest: figures[0], highest: figures[figures.len() - 1] }
    }
}

/// `1.23 (1.20-1.31)`, with as many decimals and as wide as it is asked for.
impl fmt::Display for Spread {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Self { middle, lowest, highest } = self;
        let (width, digits) = (out.width().unwrap_or_default(), out.precision().unwrap_or(2));
        let text = format!("{middle:.digits$} ({lowest:.digits$}-{highest:.digits$})");
        write!(out, "{text:>width$}")
    }
}

/// How many files stand below a folder, and how many MB they hold.
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
