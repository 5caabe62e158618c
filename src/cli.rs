//! The command line interface. Each command is one file; its help is the doc comment of its arguments.

mod accept;
mod answer;
mod ask;
mod build;
mod check;
mod closed;
mod dated;
mod diff;
mod doctor;
mod edited;
mod evidence;
mod explain;
mod format;
mod help;
mod import;
mod init;
mod log;
mod migrate;
mod new;
mod out;
mod print;
mod read;
mod refusal;
mod schema;
mod todo;
mod verify;
mod version;
mod workspace;

use std::error;
use std::fmt;
use std::process::ExitCode;
use std::sync::LazyLock;

use crate::assets::{self, Files};
use crate::check::{example, meaning};
use crate::draft::page;
use crate::import as imported;
use crate::language::sentences;
use crate::say;
use crate::say::{Message, Tongue};
use crate::{Error, catalogue, law, visible};
use clap::{Parser, Subcommand};
use workspace::Speech;

/// Success.
pub(crate) const OK: u8 = 0;
/// There are findings or differences, or a comparison is incomplete.
pub(crate) const FINDINGS: u8 = 1;
/// The command line is wrong.
pub(crate) const USAGE: u8 = 2;
/// The command failed.
pub(crate) const FAILED: u8 = 3;

/// A command line that parses but cannot be run.
#[derive(Debug)]
pub(crate) struct Usage(pub(crate) Message);

impl fmt::Display for Usage {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0.en)
    }
}

impl error::Error for Usage {}

const AFTER: &str = "\
Exit codes:
  0  success
  1  findings at error level or at the level of --fail-on; differences (`build --check`, `verify`);
     changes that --fail-on or --exit-code selects; a file that `diff` or `log` could not read;
     conflicts (`import`)
  2  wrong command line
  3  failure, such as a file or standard output that cannot be read or written

A closed pipe (`ropa check | head`) changes neither the work nor the exit code.";

/// Compile a municipality's register of processing activities (GDPR Article 30) into notices and registers
#[derive(Debug, Parser)]
#[command(name = "ropa", version, long_version = long_version(), after_help = AFTER, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    place: workspace::Place,
    #[command(flatten)]
    speech: Speech,
    #[command(subcommand)]
    command: Command,
}

/// What `--version` prints: the version of the program, and the day of the last change of its law data. `-V` prints the
/// version alone.
fn long_version() -> &'static str {
    static LINE: LazyLock<String> =
        LazyLock::new(|| format!("{} (law data of {})", env!("CARGO_PKG_VERSION"), law::version::version().version));
    &LINE
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Args),
    Check(check::Args),
    Todo(todo::Args),
    Ask(ask::Args),
    Answer(answer::Args),
    Diff(diff::Args),
    Log(log::Args),
    Verify(verify::Args),
    Evidence(evidence::Args),
    Explain(explain::Args),
    Init(init::Args),
    New(new::Args),
    Import(import::Args),
    Doctor(doctor::Args),
    Migrate(migrate::Args),
    Schema(schema::Args),
    Format(format::Args),
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let mut cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(fault) => return ExitCode::from(say_usage(fault)),
    };
    cli.speech = cli.speech.at(cli.place.folder());
    let tongue = cli.speech.tongue();
    if !assets::are_checked()
        && let Err(damaged) = check_tables_of(&cli.command, &Files::OWN)
    {
        say_error(&damaged.into(), tongue);
        return ExitCode::from(FAILED);
    }
    let done = match cli.command {
        Command::Build(args) => build::run(&cli.place, &args, tongue),
        Command::Check(args) => check::run(&cli.place, &args, tongue),
        Command::Todo(args) => todo::run(&cli.place, &args, &cli.speech),
        Command::Ask(args) => ask::run(&cli.place, &args, &cli.speech),
        Command::Answer(args) => answer::run(&cli.place, &args, &cli.speech),
        Command::Diff(args) => diff::run(&cli.place, &args, tongue),
        Command::Log(args) => log::run(&cli.place, &args, tongue),
        Command::Verify(args) => verify::run(&cli.place, args, tongue),
        Command::Evidence(args) => evidence::run(&cli.place, &args, &cli.speech),
        Command::Explain(args) => explain::run(&args, tongue),
        Command::Migrate(args) => migrate::run(&cli.place, &args, tongue),
        Command::New(args) => new::run(&cli.place, &args, &cli.speech),
        Command::Init(args) => init::run(&cli.place, &args, &cli.speech),
        Command::Doctor(args) => doctor::run(&cli.place, &args, tongue),
        Command::Import(args) => import::run(&cli.place, &args, tongue),
        Command::Schema(args) => schema::run(&args),
        Command::Format(args) => format::run(&args, tongue),
    };
    match done.and_then(|code| assets::sound().map(|()| code).map_err(anyhow::Error::from)) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            say_error(&error, tongue);
            ExitCode::from(if error.is::<Usage>() { USAGE } else { FAILED })
        }
    }
}

/// The command line with its help in English, for manual pages and completions.
#[must_use]
pub fn command() -> clap::Command {
    help::command(Tongue::English)
}

/// Checks every embedded table, including those that only one command uses.
///
/// # Errors
/// The first table that cannot be read, with file, line and cause.
pub fn check_tables(files: &Files) -> Result<(), Error> {
    catalogue::check(files)?;
    new::check(files)?;
    init::check(files)?;
    imported::check(files)?;
    help::check(files)?;
    page::check(files)?;
    sentences::check(files)?;
    crate::ask::check(files)?;
    meaning::check(files)?;
    example::check(files)
}

/// Checks the tables that a command uses: those of the library, and what only this command shows.
fn check_tables_of(command: &Command, files: &Files) -> Result<(), Error> {
    catalogue::check(files)?;
    match command {
        Command::New(_) => new::check(files),
        Command::Init(_) => init::check(files),
        Command::Import(_) => imported::check(files),
        Command::Ask(_) | Command::Answer(_) => {
            page::check(files)?;
            crate::ask::check(files)
        }
        Command::Format(_) => page::check(files),
        Command::Explain(_) => {
            meaning::check(files)?;
            example::check(files)
        }
        Command::Check(args) if args.shows_examples() => example::check(files),
        _ => Ok(()),
    }
}

/// Prints clap's output: help, the version or a usage error. Arguments are shown without terminal control characters.
fn say_usage(fault: clap::Error) -> u8 {
    let shown = || std::env::args_os().map(|argument| visible::line(&argument.to_string_lossy()).into_owned());
    let speech = || Speech::default().at(&help::workspace(std::env::args_os()));
    let tongue = help::asked(std::env::args_os()).unwrap_or_else(|| speech().tongue());
    if let Err(damaged) = help::check(&Files::OWN) {
        say_error(&damaged.into(), tongue);
        return FAILED;
    }
    let fault = help::command(tongue).try_get_matches_from(help::without_lang(shown())).err().unwrap_or(fault);
    // Errors of other libraries are in English: the name of the value says what is wanted.
    let source = error::Error::source(&fault).and_then(|source| source.downcast_ref::<Usage>());
    let cause = source.map(|Usage(message)| message.get(tongue).to_owned());
    let told = help::rendered(&fault, cause, tongue);
    if fault.use_stderr() {
        print::aside(&told);
        return USAGE;
    }
    match print::text(&told) {
        Ok(()) => OK,
        Err(fault) => {
            say_error(&fault.into(), tongue);
            FAILED
        }
    }
}

/// Prints an error and its causes, without a stack trace: the readers are not programmers.
fn say_error(error: &anyhow::Error, tongue: Tongue) {
    let mut reasons = error.chain().map(message);
    let message = reasons.next().unwrap_or_default();
    let told = say!(en: "error: {message}", sv: "fel: {message}", da: "fejl: {message}", message = message);
    print::aside_line(told.get(tongue));
    for reason in reasons {
        let told = say!(en: "because: {reason}", sv: "orsak: {reason}", da: "årsag: {reason}", reason = reason);
        print::aside_line(&format!("  {}", told.get(tongue)));
    }
}

/// The message of an error in each language. Errors of other libraries stay in English.
fn message(error: &(dyn error::Error + 'static)) -> Message {
    let usage = error.downcast_ref().map(|Usage(message)| message);
    let message = usage.or_else(|| error.downcast_ref().map(Error::message));
    message.cloned().unwrap_or_else(|| Message::same(&error.to_string()))
}
