//! `ropa log`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::Error;
use crate::diff::RecordKind;
use crate::diff::form::line;
use crate::diff::report::{self, Judge, Municipality, Version};
use crate::error::Kind;
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::model::Id;
use crate::say;
use crate::say::Tongue;
use crate::source::git::Repository;
use crate::source::git::history::Commit;
use crate::source::{Read, Registers};
use crate::visible;
use clap::Args as ClapArgs;
use jiff::civil;
use rayon::prelude::*;

use crate::cli::read;
use crate::cli::version::slashed;
use crate::cli::workspace::{Place, Which, Workspace};
use crate::cli::{OK, Usage, print};

/// Show the history of the registers, or of one activity, as graded changes per commit
///
/// The latest commit comes first. A renamed activity is followed to its earlier ids.
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

/// The context for reading a commit.
struct Reader<'r> {
    repository: Repository,
    workspace: Workspace,
    folder: String,
    which: &'r Which,
}

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
    let commits = reader.repository.log(&tip, &reader.folder)?;
    let mut wanted: Option<BTreeSet<String>> = args.activity.clone().map(|activity| BTreeSet::from([activity]));
    let mut left = args.number.unwrap_or(usize::MAX);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut met: BTreeSet<String> = BTreeSet::new();
    for some in commits.chunks(16) {
        let read: Vec<Vec<Municipality>> =
            some.par_iter().map(|commit| reader.changes(commit)).collect::<Result<_, Error>>()?;
        for (commit, changed) in some.iter().zip(read) {
            seen.extend(ids(&changed).map(str::to_owned));
            met.extend(changed.iter().map(|municipality| municipality.id.clone()));
            let told = entry(commit, &changed, &mut wanted, tongue);
            if left > 0 && !told.is_empty() {
                print::text(&told)?;
                left -= 1;
            }
        }
        if left == 0 || print::is_closed() {
            return Ok(OK);
        }
    }
    if let Some(activity) = args.activity.as_ref().filter(|activity| !seen.contains(*activity)) {
        refuse_unknown(activity, seen, &reader)?;
    }
    if args.which.among(met.iter().cloned().collect()).is_err() {
        met.extend(reader.workspace.municipalities(&Which::default())?);
        args.which.among(met.into_iter().collect())?;
    }
    if reader.repository.is_shallow() {
        let more = say!(
            en: "This clone is shallow: it does not contain earlier commits.",
            sv: "Den här klonen är grund: det som var tidigare finns inte i den.",
            da: "Denne klon er overfladisk: Det, der var før, findes ikke i den.",
        );
        print::aside_line(more.get(tongue));
    }
    Ok(OK)
}

impl Reader<'_> {
    /// Refuses a start commit without registers.
    fn refuse_without_registers(&self, tip: &str) -> Result<(), Error> {
        let tree = self.repository.tree(tip, &self.folder, |path| !path.contains('/'))?;
        Registers::in_tree(tree, String::new(), self.workspace.config.ignore.clone()).municipalities()?;
        Ok(())
    }

    /// The changes of a commit by municipality. Empty for the oldest commit of a shallow clone, whose parent is not
    /// known.
    fn changes(&self, commit: &Commit) -> Result<Vec<Municipality>, Error> {
        if commit.parent.is_none() && self.repository.is_shallow() {
            return Ok(Vec::new());
        }
        let paths = self.repository.touched(commit, &self.folder)?;
        let names: BTreeSet<&str> = paths.iter().filter_map(|path| Some(path.split_once('/')?.0)).collect();
        let today = commit.day.parse::<civil::Date>().unwrap_or_default();
        let judge = Judge { today, decided: &self.workspace.config.diff.grade };
        let names = names.into_iter().filter(|name| self.which.names(name));
        let one = |name: &str| {
            let after = self.version(Some(&commit.id), name)?;
            let before = self.version(commit.parent.as_deref(), name)?;
            Ok(report::municipality(before, after, judge))
        };
        names.map(one).collect()
    }

    /// A municipality at a commit; empty if it did not exist.
    fn version(&self, commit: Option<&str>, name: &str) -> Result<Version, Error> {
        let Some(commit) = commit else { return Ok(Version::default()) };
        let within = format!("{name}/");
        let wanted = |path: &str| path == name || path.starts_with(&within);
        match self.repository.tree(commit, &self.folder, wanted) {
            Err(fault) if fault.kind() == Kind::Absent => Ok(Version::default()),
            Err(fault) => Err(fault),
            Ok(tree) => {
                let Read { sources, findings } = tree.read("", name);
                let is_there = !sources.files.is_empty();
                Ok(if is_there { Version::unchecked(Read { sources, findings }) } else { Version::default() })
            }
        }
    }
}

/// The ids of the changed activities, before and after the change.
fn ids(changed: &[Municipality]) -> impl Iterator<Item = &str> {
    let subjects = changed.iter().flat_map(|municipality| &municipality.changes).map(|graded| &graded.change.subject);
    let of_activities = subjects.filter(|subject| subject.room == RecordKind::Activities);
    of_activities.flat_map(|subject| subject.before.iter().chain(&subject.after)).map(String::as_str)
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

/// A commit with its wanted changes, or an empty string if it has none. Earlier ids of a wanted activity are added to
/// `wanted`.
fn entry(commit: &Commit, changed: &[Municipality], wanted: &mut Option<BTreeSet<String>>, tongue: Tongue) -> String {
    let mut lines = String::new();
    for municipality in changed {
        for graded in &municipality.changes {
            let subject = &graded.change.subject;
            let is_wanted = wanted.as_ref().is_none_or(|wanted| {
                let is_own = subject.room == RecordKind::Activities && wanted.contains(subject.id());
                is_own || subject.room != RecordKind::Activities && !wanted.is_disjoint(&graded.touched.activities)
            });
            if is_wanted {
                _ = writeln!(lines, "  {}", line::line(graded, municipality, tongue));
                if let (Some(wanted), Some(before), RecordKind::Activities) =
                    (wanted.as_mut(), &subject.before, subject.room)
                {
                    wanted.insert(before.clone());
                }
            }
        }
    }
    if lines.is_empty() {
        return lines;
    }
    let Commit { id, parent: _, day, author, subject } = commit;
    let (author, subject) = (visible::line(author), visible::line(subject));
    format!("{day} {} {author}: {subject}\n{lines}\n", id.get(..10).unwrap_or(id))
}
