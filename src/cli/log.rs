//! `ropa log`.

mod history;
mod lineage;
mod told;

use std::collections::BTreeSet;

use crate::Error;
use crate::diff::grade::Grade;
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::model::Id;
use crate::say;
use crate::say::Tongue;
use crate::source::git::Repository;
use crate::source::git::history::Commit;
use crate::visible;
use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil;
use rayon::prelude::*;
use serde_json::{Value as Json, json};

use crate::cli::diff::From;
use crate::cli::read;
use crate::cli::version::slashed;
use crate::cli::workspace::{Place, Which};
use crate::cli::{FINDINGS, OK, Usage, print};
use history::{Changed, Reader};
use lineage::Lineage;
use told::Told;

/// Show the history of the registers, or of one activity, as graded changes per commit
///
/// The latest commit comes first. An activity is followed through all ids that it had, whichever of them is asked. A
/// merge shows what was changed in the merge itself, and changes of the merged commits that it threw away. A commit whose registers cannot be read is named, and the next one
/// is compared with the last that can be read.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The id of an activity [default: all activities, notices and parties]
    activity: Option<String>,
    #[command(flatten)]
    which: Which,
    /// Start at this revision
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    rev: String,
    /// Only commits since this day (ISO 8601), or those that are not in this revision
    #[arg(long, value_name = "DAY OR REVISION")]
    since: Option<String>,
    /// Show at most this many commits
    #[arg(long, short, value_name = "COUNT")]
    number: Option<usize>,
    /// The output format
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with code 1 if any change that is shown has at least this grade
    #[arg(long, value_enum, value_name = "GRADE")]
    fail_on: Option<From>,
}

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For a document
    Markdown,
    /// For other programs
    Json,
}

/// How many commits are read at once.
const AT_ONCE: usize = 16;

/// Prints the history.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let repository = Repository::open(place.folder())?;
    let workspace = place.open()?;
    let registers = slashed(&workspace.config.folders.registers);
    let parts = [repository.prefix(), registers.as_str()];
    let folder = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
    let reader = Reader { repository, workspace, folder, which: &args.which };
    let tip = reader.repository.commit(&args.rev)?;
    reader.refuse_without_registers(&tip)?;
    let commits = reader.commits(&tip)?;
    let since = since(args.since.as_deref(), &reader)?;
    let mut shown = Shown {
        left: args.number.unwrap_or(usize::MAX),
        since,
        format: args.format,
        tongue,
        met: BTreeSet::new(),
        is_partial: false,
        grade: None,
        json: Vec::new(),
    };
    match &args.activity {
        Some(activity) => of_activity(activity, &commits, &reader, &mut shown)?,
        None => of_all(&commits, &reader, &mut shown)?,
    }
    shown.finish()?;
    let fails = args.fail_on.is_some_and(|from| shown.grade >= Some(from.grade()));
    let code = if shown.is_partial || fails { FINDINGS } else { OK };
    if shown.left == 0 || print::is_closed() {
        return Ok(code);
    }
    if args.which.among(shown.met.iter().cloned().collect()).is_err() {
        shown.met.extend(reader.workspace.municipalities(&Which::default())?);
        args.which.among(shown.met.into_iter().collect())?;
    }
    if reader.repository.is_shallow() {
        let more = say!(
            en: "This clone is shallow: it does not contain earlier commits.",
            sv: "Den här klonen är grund: det som var tidigare finns inte i den.",
            da: "Denne klon er overfladisk: Det, der var før, findes ikke i den.",
        );
        print::aside_line(more.get(tongue));
    }
    Ok(code)
}

/// The commits that are left out: those before a day, or those of a revision.
#[derive(Default)]
struct Since {
    day: Option<civil::Date>,
    known: BTreeSet<String>,
}

fn since(name: Option<&str>, reader: &Reader) -> Result<Since, Error> {
    let Some(name) = name else { return Ok(Since::default()) };
    if let Ok(day) = name.parse::<civil::Date>() {
        return Ok(Since { day: Some(day), known: BTreeSet::new() });
    }
    let commits = reader.commits(&reader.repository.commit(name)?)?;
    Ok(Since { day: None, known: commits.into_iter().map(|commit| commit.id).collect() })
}

impl Since {
    fn has(&self, commit: &Commit) -> bool {
        let is_new = |from: civil::Date| commit.day.parse::<civil::Date>().is_ok_and(|day| day >= from);
        self.day.is_none_or(is_new) && !self.known.contains(&commit.id)
    }
}

/// What was shown so far.
struct Shown {
    /// How many commits may still be shown.
    left: usize,
    /// Which commits are left out.
    since: Since,
    format: Format,
    tongue: Tongue,
    /// The municipalities met.
    met: BTreeSet<String>,
    /// Whether a commit could not be read.
    is_partial: bool,
    /// The highest grade.
    grade: Option<Grade>,
    /// The commits as JSON.
    json: Vec<Json>,
}

impl Shown {
    /// Prints a commit with these lines, unless there are none.
    fn show(&mut self, changed: &Changed, lines: &[Told]) -> Result<(), Error> {
        self.met.extend(changed.municipalities.iter().map(|municipality| municipality.id.clone()));
        if self.left == 0 || !self.since.has(&changed.commit) || changed.unread.is_empty() && lines.is_empty() {
            return Ok(());
        }
        match self.format {
            Format::Text => print::text(&told::text(changed, lines, self.tongue))?,
            Format::Markdown => print::data(&told::markdown(changed, lines, self.tongue))?,
            Format::Json => self.json.extend(told::json(changed, lines)),
        }
        self.is_partial |= !changed.unread.is_empty();
        self.grade = self.grade.max(lines.iter().map(|told| told.grade).max());
        self.left -= 1;
        Ok(())
    }

    /// Prints what is printed at once.
    fn finish(&self) -> Result<(), Error> {
        match self.format {
            Format::Text | Format::Markdown => Ok(()),
            Format::Json => {
                let all =
                    json!({"format": 1, "grade": self.grade, "is-complete": !self.is_partial, "commits": self.json});
                print::data(&(visible::json(&format!("{all:#}")) + "\n"))
            }
        }
    }
}

fn read_some(some: &[Commit], reader: &Reader) -> Result<Vec<Changed>, Error> {
    some.par_iter().map(|commit| reader.changed(commit)).collect()
}

/// Prints every change, each commit as soon as it is read.
fn of_all(commits: &[Commit], reader: &Reader, shown: &mut Shown) -> Result<(), Error> {
    let tongue = shown.tongue;
    let commits: Vec<Commit> = commits.iter().filter(|commit| shown.since.has(commit)).cloned().collect();
    for some in commits.chunks(AT_ONCE) {
        for changed in read_some(some, reader)? {
            let settings = changed.settings.iter().map(|setting| told::setting(setting, tongue));
            let of_records = changed.municipalities.iter().flat_map(|one| told::changes(one, false, tongue));
            let lost = changed.lost.iter().flat_map(|one| told::changes(one, true, tongue));
            let lines: Vec<Told> = settings.chain(of_records).chain(lost).collect();
            shown.show(&changed, &lines)?;
        }
        if shown.left == 0 || print::is_closed() {
            break;
        }
    }
    Ok(())
}

/// Prints the changes of one activity. Its other ids are known only when the whole history is read.
fn of_activity(activity: &str, commits: &[Commit], reader: &Reader, shown: &mut Shown) -> anyhow::Result<()> {
    let tongue = shown.tongue;
    let mut lineage = Lineage::default();
    let mut all = Vec::new();
    let oldest_first: Vec<Commit> = commits.iter().rev().cloned().collect();
    for some in oldest_first.chunks(AT_ONCE) {
        for mut changed in read_some(some, reader)? {
            let mut lines = Vec::new();
            for one in &changed.municipalities {
                lineage.follow(one);
                lines.extend(lineage.lines(one, told::changes(one, false, tongue)));
            }
            for one in &changed.lost {
                lines.extend(lineage.lines(one, told::changes(one, true, tongue)));
            }
            // The lines are kept, and what they were made of is not.
            changed.municipalities.iter_mut().for_each(|one| one.changes.clear());
            changed.lost.clear();
            all.push((changed, lines));
        }
    }
    if !lineage.knows(activity) {
        refuse_unknown(activity, lineage.ids(), reader)?;
    }
    for (changed, lines) in all.iter().rev() {
        let own = lines.iter().filter(|line| lineage.is_about(line, activity));
        let own: Vec<Told> = own.map(|line| line.told.clone()).collect();
        shown.show(changed, &own)?;
    }
    Ok(())
}

/// The error for an activity that is neither in the history nor in the current registers.
fn refuse_unknown(activity: &str, mut known: BTreeSet<String>, reader: &Reader) -> anyhow::Result<()> {
    for name in reader.workspace.municipalities(reader.which)? {
        known.extend(
            read::understood(&reader.workspace, &name)?.0.written.register().activities.keys().map(Id::to_string),
        );
    }
    if known.contains(activity) {
        return Ok(());
    }
    Err(match nearest(activity, known.iter().map(String::as_str)) {
        Some(near) => Usage(say!(
            en: "there is no activity `{activity}`, now or earlier; {question}",
            sv: "det finns ingen behandling `{activity}`, nu eller tidigare; {question}",
            da: "der er ingen behandling `{activity}`, nu eller tidligere; {question}",
            question = did_you_mean(near),
        )),
        None => Usage(say!(
            en: "there is no activity `{activity}`, now or earlier",
            sv: "det finns ingen behandling `{activity}`, nu eller tidigare",
            da: "der er ingen behandling `{activity}`, nu eller tidligere",
        )),
    }
    .into())
}
