//! `ropa diff`.

use std::collections::BTreeSet;

use crate::Error;
use crate::check::levels::Levels;
use crate::diff::form::{self, entry, html, json, markdown, text};
use crate::diff::grade::Grade;
use crate::diff::report::{self, Judge, Municipality, Report, Seen};
use crate::finding::Level;
use crate::say;
use crate::say::Tongue;
use crate::source;
use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil;
use rayon::prelude::*;

use crate::cli::version::Version;
use crate::cli::workspace::{Place, Today, Which};
use crate::cli::{FINDINGS, OK, print};

/// Compare two versions of the registers, with the grade and the duties of each change
///
/// A version is a git revision (`HEAD~3`, `v2025`, `origin/main`, `<revision>:<path>`) or a folder; AFTER is the
/// working tree by default. Values are compared, not texts: reordering, comments and layout are not changes, and a
/// renamed activity is recognised. Each change has a grade: breaking, material, minor or editorial.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The version before: a git revision or a folder
    before: String,
    /// The version after [default: the working tree]
    after: Option<String>,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    today: Today,
    /// Leave out internal fields and findings, for comments on public pull requests
    #[arg(long)]
    public: bool,
    /// Print an entry for `versions` of each notice that must be published again, as YAML: what people must know
    #[arg(long, conflicts_with = "format")]
    version_entry: bool,
    /// The output format
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with code 1 if any change has at least this grade
    #[arg(long, value_enum, value_name = "GRADE")]
    fail_on: Option<From>,
    /// Exit with code 1 if anything changed
    #[arg(long)]
    exit_code: bool,
}

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For a comment on a pull request
    Markdown,
    /// A page with before and after side by side
    Html,
    /// For other programs; `ropa schema diff` prints the schema
    Json,
}

/// The lowest grade that fails the run.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum From {
    Breaking,
    Material,
    Minor,
}

impl From {
    fn grade(self) -> Grade {
        match self {
            Self::Breaking => Grade::Breaking,
            Self::Material => Grade::Material,
            Self::Minor => Grade::Minor,
        }
    }
}

/// Compares two versions and prints the changes.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let here = say!(en: "the working tree", sv: "arbetskatalogen", da: "arbejdsmappen");
    let before = Version::named(place, &args.before)?;
    let after = match &args.after {
        Some(name) => Version::named(place, name)?,
        None => Version::working_tree(place, here.get(tongue))?,
    };
    let judge = Judge { today: args.today.date(), decided: &after.config.diff.grade };
    let pairs = pairs(&before, &after, &args.which)?;
    let compared: Result<Vec<Option<Municipality>>, Error> = pairs
        .par_iter()
        .map(|(old, new)| {
            let read = |version: &Version, name: &Option<String>| match name {
                Some(name) => version.read(name),
                None => Ok(source::Read::default()),
            };
            let levels = |version: &Version, name: &Option<String>| {
                name.as_ref().map(|name| version.config.levels_of(name)).unwrap_or_default()
            };
            let old = (read(&before, old)?, levels(&before, old));
            let new = (read(&after, new)?, levels(&after, new));
            Ok(one(old, new, judge, args.public || args.version_entry))
        })
        .collect();
    let municipalities = compared?.into_iter().flatten().collect();
    let report = Report { before: before.label, after: after.label, municipalities };
    match args.version_entry {
        true => print::data(&entry::entries(&report, judge.today, tongue))?,
        false => show(&report, args.format, tongue)?,
    }
    let fails = args.fail_on.is_some_and(|from| report.grade() >= Some(from.grade()));
    let differs = args.exit_code && report.grade().is_some();
    Ok(if fails || differs || report.is_partial() { FINDINGS } else { OK })
}

/// Pairs the municipalities of both versions by name. If each version names the folder of one municipality, these two
/// are a pair.
fn pairs(before: &Version, after: &Version, which: &Which) -> anyhow::Result<Vec<(Option<String>, Option<String>)>> {
    if let (Some(old), Some(new)) = (before.only(), after.only()) {
        return Ok(vec![(Some(old.to_owned()), Some(new.to_owned()))]);
    }
    let (old, new) = (before.municipalities()?, after.municipalities()?);
    let all: BTreeSet<&String> = match (before.only(), after.only()) {
        (Some(_), _) => old.iter().collect(),
        (_, Some(_)) => new.iter().collect(),
        _ => old.iter().chain(&new).collect(),
    };
    let names = which.among(all.into_iter().cloned().collect())?;
    let side = |side: &[String], name: &String| side.contains(name).then(|| name.clone());
    Ok(names.iter().map(|name| (side(&old, name), side(&new, name))).collect())
}

/// The changes in one municipality, or `None` if nothing changed; identical texts that could be read are not
/// compared.
fn one(
    before: (source::Read, Levels),
    after: (source::Read, Levels),
    judge: Judge,
    is_public: bool,
) -> Option<Municipality> {
    let is_read = |read: &source::Read| read.findings.iter().all(|finding| finding.level < Level::Error);
    if report::is_same(&before.0.sources, &after.0.sources) && is_read(&before.0) && is_read(&after.0) {
        return None;
    }
    let changed = match is_public {
        true => compared(before, after, judge, report::Version::public),
        false => compared(before, after, judge, report::Version::read),
    };
    let is_something = !(changed.changes.is_empty()
        && changed.introduced.is_empty()
        && changed.resolved.is_empty()
        && changed.unread.is_empty());
    is_something.then_some(changed)
}

/// The changes between two versions, both seen alike.
fn compared<S: Seen + Send>(
    before: (source::Read, Levels),
    after: (source::Read, Levels),
    judge: Judge,
    see: fn(source::Read, civil::Date, &Levels) -> report::Version<S>,
) -> Municipality {
    let version = |(read, levels): (source::Read, Levels)| match read.sources.municipality.is_empty() {
        true => report::Version::default(),
        false => see(read, judge.today, &levels),
    };
    let (before, after) = rayon::join(|| version(before), || version(after));
    report::municipality(before, after, judge)
}

fn show(report: &Report, format: Format, tongue: Tongue) -> Result<(), Error> {
    let told = || form::tell(report, tongue);
    match format {
        Format::Text => print::text(&text::text(&told()))?,
        Format::Markdown => print::data(&markdown::markdown(&told()))?,
        Format::Html => print::data(&html::page(&told())?)?,
        Format::Json => print::data(&(json::text(report)? + "\n"))?,
    }
    Ok(())
}
