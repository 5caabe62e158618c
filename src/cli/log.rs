//! `ropa log`.

mod history;
mod lineage;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::Error;
use crate::diff::form::line;
use crate::diff::report::Municipality;
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::model::Id;
use crate::say;
use crate::say::Tongue;
use crate::source::git::Repository;
use crate::source::git::history::Commit;
use crate::visible;
use clap::Args as ClapArgs;
use rayon::prelude::*;

use crate::cli::read;
use crate::cli::version::slashed;
use crate::cli::workspace::{Place, Which};
use crate::cli::{FINDINGS, OK, Usage, print};
use history::{Changed, Reader};
use lineage::Lineage;

/// Show the history of the registers, or of one activity, as graded changes per commit
///
/// The latest commit comes first. An activity is followed through all ids that it had, whichever of them is asked. A
/// merge shows what was changed in the merge itself. A commit whose registers cannot be read is named, and the next one
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
    /// Show at most this many commits
    #[arg(long, short, value_name = "COUNT")]
    number: Option<usize>,
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
    let mut shown = Shown { left: args.number.unwrap_or(usize::MAX), met: BTreeSet::new(), is_partial: false };
    match &args.activity {
        Some(activity) => of_activity(activity, &commits, &reader, (&mut shown, tongue))?,
        None => of_all(&commits, &reader, (&mut shown, tongue))?,
    }
    let code = if shown.is_partial { FINDINGS } else { OK };
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

/// What was shown so far.
struct Shown {
    /// How many commits may still be shown.
    left: usize,
    /// The municipalities met.
    met: BTreeSet<String>,
    /// Whether a commit could not be read.
    is_partial: bool,
}

impl Shown {
    /// Prints a commit with these lines, unless there are none.
    fn show(&mut self, changed: &Changed, lines: &[String], tongue: Tongue) -> Result<(), Error> {
        self.met.extend(changed.municipalities.iter().map(|municipality| municipality.id.clone()));
        let told = entry(changed, lines, tongue);
        if self.left > 0 && !told.is_empty() {
            self.is_partial |= !changed.unread.is_empty();
            print::text(&told)?;
            self.left -= 1;
        }
        Ok(())
    }
}

fn read_some(some: &[Commit], reader: &Reader) -> Result<Vec<Changed>, Error> {
    some.par_iter().map(|commit| reader.changed(commit)).collect()
}

/// Prints every change, each commit as soon as it is read.
fn of_all(commits: &[Commit], reader: &Reader, (shown, tongue): (&mut Shown, Tongue)) -> Result<(), Error> {
    for some in commits.chunks(AT_ONCE) {
        for changed in read_some(some, reader)? {
            let settings = changed.settings.iter().map(|setting| line::setting(setting, tongue));
            let of_records = changed.municipalities.iter().flat_map(|municipality| texts(municipality, tongue));
            let lines: Vec<String> = settings.chain(of_records).collect();
            shown.show(&changed, &lines, tongue)?;
        }
        if shown.left == 0 || print::is_closed() {
            break;
        }
    }
    Ok(())
}

/// Prints the changes of one activity. Its other ids are known only when the whole history is read.
fn of_activity(
    activity: &str,
    commits: &[Commit],
    reader: &Reader,
    (shown, tongue): (&mut Shown, Tongue),
) -> anyhow::Result<()> {
    let mut lineage = Lineage::default();
    let mut all = Vec::new();
    let oldest_first: Vec<Commit> = commits.iter().rev().cloned().collect();
    for some in oldest_first.chunks(AT_ONCE) {
        for mut changed in read_some(some, reader)? {
            let of_one = |one: &Municipality, lineage: &mut Lineage| lineage.follow(one, texts(one, tongue));
            let lines: Vec<_> = changed.municipalities.iter().flat_map(|one| of_one(one, &mut lineage)).collect();
            // The lines are kept, and what they were made of is not.
            changed.municipalities.iter_mut().for_each(|one| one.changes.clear());
            all.push((changed, lines));
        }
    }
    if !lineage.knows(activity) {
        refuse_unknown(activity, lineage.ids(), reader)?;
    }
    for (changed, lines) in all.iter().rev() {
        let own = lines.iter().filter(|line| lineage.is_about(line, activity));
        let own: Vec<String> = own.map(|line| line.text.clone()).collect();
        shown.show(changed, &own, tongue)?;
    }
    Ok(())
}

fn texts(municipality: &Municipality, tongue: Tongue) -> Vec<String> {
    municipality.changes.iter().map(|graded| line::line(graded, municipality, tongue)).collect()
}

/// A commit with its lines, and what could not be read; an empty string if there is nothing to tell.
fn entry(changed: &Changed, lines: &[String], tongue: Tongue) -> String {
    let Changed { commit, unread, across, .. } = changed;
    let unread = unread.iter().map(|path| {
        say!(
            en: "not read, and not compared: {path}",
            sv: "inte läst och inte jämförd: {path}",
            da: "ikke læst og ikke sammenlignet: {path}",
        )
    });
    let across = across.iter().filter(|_| !lines.is_empty()).map(|other| {
        say!(
            en: "compared with {commit}: what lies between could not be read",
            sv: "jämfört med {commit}: det som ligger emellan kunde inte läsas",
            da: "sammenlignet med {commit}: det, der ligger imellem, kunne ikke læses",
            commit = short(other),
        )
    });
    let told: Vec<String> = unread.chain(across).map(|message| message.get(tongue).to_owned()).collect();
    if told.is_empty() && lines.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    told.iter().chain(lines).for_each(|line| _ = writeln!(text, "  {line}"));
    let Commit { id, parents: _, day, author, subject } = commit;
    let (author, subject) = (visible::line(author), visible::line(subject));
    format!("{day} {} {author}: {subject}\n{text}\n", short(id))
}

fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
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
