//! `ropa diff`.

mod pages;
mod pairs;
mod part;

use crate::Error;
use crate::check::levels::Levels;
use crate::diff::form::{self, entry, github, html, json, junit, markdown, sarif, text};
use crate::diff::grade::Grade;
use crate::diff::report::{self, Judge, Municipality, Report, Seen};
use crate::diff::selection::Selection;
use crate::diff::settings;
use crate::finding::Level;
use crate::say;
use crate::say::Tongue;
use crate::source;
use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil;
use rayon::prelude::*;

use crate::cli::version::Version;
use crate::cli::workspace::{Place, Today, Which, index};
use crate::cli::{FINDINGS, OK, Usage, print};

/// Compare two versions of the registers, with the grade and the duties of each change
///
/// A version is a git revision (`HEAD~3`, `v2025`, `origin/main`, `<revision>:<path>`) or a folder; AFTER is the
/// working tree by default. `main...HEAD` compares HEAD with the last commit that it has in common with main: what a
/// pull request changes, without what main changed meanwhile. Values are compared, not texts: reordering, comments and
/// layout are not changes, and a renamed activity is recognised. Each change has a grade: breaking, material, minor or
/// editorial. Decisions on grades count if they are in ropa.toml of the version before. Files that cannot be read whole
/// are not compared: the first line names them, and the exit code is 1.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The version before: a git revision or a folder, or both versions as `main...HEAD` [default with --staged: HEAD]
    #[arg(required_unless_present = "staged")]
    before: Option<String>,
    /// The version after [default: the working tree]
    after: Option<String>,
    /// The version after is what is staged for the next commit
    #[arg(long, conflicts_with = "after")]
    staged: bool,
    /// Let a version have no registers: everything is then new or removed
    #[arg(long)]
    allow_missing: bool,
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
    /// Only changes with at least this grade
    #[arg(long, value_enum, value_name = "GRADE")]
    grade: Option<From>,
    /// Only changes that affect this activity (repeat for several)
    #[arg(long, value_name = "ID")]
    activity: Vec<String>,
    /// Only changes that affect activities of this unit (repeat for several)
    #[arg(long, value_name = "ID")]
    unit: Vec<String>,
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
    /// Workflow commands of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// JUnit XML, for the test reports of GitLab and Jenkins
    Junit,
}

/// The lowest grade that fails the run.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum From {
    Breaking,
    Material,
    Minor,
}

impl From {
    pub(super) fn grade(self) -> Grade {
        match self {
            Self::Breaking => Grade::Breaking,
            Self::Material => Grade::Material,
            Self::Minor => Grade::Minor,
        }
    }
}

/// Compares two versions and prints the changes.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let (before, after) = versions(place, args, tongue)?;
    // Nobody grades their own change: only what was decided before it counts.
    let judge = Judge { today: args.today.date(), decided: &before.config.diff.grade };
    let is_public = args.public || args.version_entry;
    let pairs = pairs::pairs((&before, &after), &args.which, args.allow_missing)?;
    let selection = part::selection(args, (&before, &after), &pairs)?;
    let compared: Result<Vec<Option<Municipality>>, Error> = pairs
        .par_iter()
        .map(|(old, new)| {
            let read = |version: &Version, name: &Option<String>| match name {
                Some(name) => version.read(name),
                None => Ok(source::Read::default()),
            };
            // A folder of registers alone has no levels: it is checked as the other version is.
            let levels = |version: &Version, other: &Version, name: &Option<String>| {
                let config = if version.is_workspace { &version.config } else { &other.config };
                name.as_ref().map(|name| config.levels_of(name)).unwrap_or_default()
            };
            let old = (read(&before, old)?, levels(&before, &after, old));
            let new = (read(&after, new)?, levels(&after, &before, new));
            one(old, new, judge, is_public)
        })
        .collect();
    let municipalities = compared?.into_iter().flatten().collect();
    let written = (&before.config.written, &after.config.written);
    let settings = match before.is_workspace && after.is_workspace {
        true => settings::compared(written.0, written.1, is_public, |name| args.which.names(name)),
        false => Vec::new(),
    };
    let mut report = Report {
        before: before.label,
        after: after.label,
        settings,
        municipalities,
        selection: Selection::default(),
        has_compared_pages: true,
    };
    report.select(selection);
    match args.version_entry {
        true => print::data(&entry::entries(&report, judge.today, tongue))?,
        false => show(&report, place, args, tongue)?,
    }
    let fails = args.fail_on.is_some_and(|from| report.grade() >= Some(from.grade()));
    let differs = args.exit_code && report.grade().is_some();
    Ok(if fails || differs || report.is_partial() { FINDINGS } else { OK })
}

/// The versions that the arguments name.
fn versions(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<(Version, Version)> {
    let before = args.before.as_deref().unwrap_or("HEAD");
    if let Some((base, other)) = Version::since_they_parted(place, before)? {
        return match args.after.is_some() || args.staged {
            false => Ok((base, other)),
            true => Err(Usage(say!(
                en: "`{before}` names both versions: leave out the second",
                sv: "`{before}` anger båda versionerna: utelämna den andra",
                da: "`{before}` angiver begge versioner: Udelad den anden",
            ))
            .into()),
        };
    }
    let here = say!(en: "the working tree", sv: "arbetskatalogen", da: "arbejdsmappen");
    let after = match &args.after {
        Some(name) => Version::named(place, name)?,
        None if args.staged => Version::staged(place, index().get(tongue))?,
        None => Version::working_tree(place, here.get(tongue))?,
    };
    Ok((Version::named(place, before)?, after))
}

/// The changes in one municipality, or `None` if nothing changed. Identical texts that could be read are not compared,
/// if the rules have the same levels.
fn one(
    before: (source::Read, Levels),
    after: (source::Read, Levels),
    judge: Judge,
    is_public: bool,
) -> Result<Option<Municipality>, Error> {
    let is_read = |read: &source::Read| read.findings.iter().all(|finding| finding.level < Level::Error);
    let is_same = before.1 == after.1 && report::is_same(&before.0.sources, &after.0.sources);
    if is_same && is_read(&before.0) && is_read(&after.0) {
        return Ok(None);
    }
    let (old, new) = (before.clone(), after.clone());
    let mut changed = match is_public {
        true => compared(before, after, judge, report::Version::public),
        false => compared(before, after, judge, report::Version::read),
    };
    // The order of what a page lists may change although nothing else does.
    changed.pages = pages::changed(((&old.0, &old.1), (&new.0, &new.1)), judge.today, &changed)?;
    let has_pages = changed.pages.as_ref().is_some_and(|pages| !pages.tell.is_empty() || !pages.change.is_empty());
    let is_same = changed.changes.is_empty() && changed.findings.is_empty() && changed.unread.is_empty();
    Ok((!is_same || has_pages).then_some(changed))
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

fn show(report: &Report, place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<()> {
    let told = || form::tell(report, tongue);
    let root = || -> anyhow::Result<String> { Ok(place.open()?.way_from_here()) };
    match args.format {
        Format::Text => print::text(&text::text(&told()))?,
        Format::Markdown => print::data(&markdown::markdown(&told()))?,
        Format::Html => print::data(&html::page(&told())?)?,
        Format::Json => print::data(&(json::text(report)? + "\n"))?,
        Format::Github => print::data(&github::commands(report, &root()?, tongue))?,
        Format::Sarif => print::data(&(sarif::log(report, &root()?, tongue)? + "\n"))?,
        Format::Junit => print::data(&(junit::report(report, args.fail_on.map(From::grade), tongue)? + "\n"))?,
    }
    Ok(())
}
