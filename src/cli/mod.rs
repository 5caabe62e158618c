//! The program: one file for each command, its help in its doc comment.

mod build;
mod check;
mod explain;
mod format;
mod new;
mod read;
mod schema;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Everything is as it should be.
pub(crate) const OK: u8 = 0;
/// There are findings.
pub(crate) const FINDINGS: u8 = 1;
/// The command line names something that does not exist.
pub(crate) const USAGE: u8 = 2;
/// The tool could not do its work.
pub(crate) const FAILED: u8 = 3;

/// A command line that cannot be followed, though it could be parsed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Usage(pub(crate) String);

const AFTER: &str = "\
Exit codes:
  0  all is well
  1  there are findings at error level
  2  the command line is wrong
  3  the tool could not work (a file could not be read or written)";

/// Compile a municipality's register of processing activities (GDPR Article 30) into notices and registers
#[derive(Debug, Parser)]
#[command(name = "ropa", version, after_help = AFTER, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    place: workspace::Place,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Args),
    Check(check::Args),
    Explain(explain::Args),
    New(new::Args),
    Schema(schema::Args),
    Format(format::Args),
}

/// Runs the program with the arguments of this process.
#[must_use]
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Build(args) => build::run(&cli.place, &args),
        Command::Check(args) => check::run(&cli.place, &args),
        Command::Explain(args) => explain::run(&args),
        Command::New(args) => new::run(&cli.place, &args),
        Command::Schema(args) => schema::run(&args),
        Command::Format(args) => format::run(&args),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            say_error(&error);
            ExitCode::from(if error.is::<Usage>() { USAGE } else { FAILED })
        }
    }
}

/// The chain of reasons, without a stack trace: the reader is not a programmer.
fn say_error(error: &anyhow::Error) {
    anstream::eprintln!("error: {error}");
    for reason in error.chain().skip(1) {
        anstream::eprintln!("  because: {reason}");
    }
}
