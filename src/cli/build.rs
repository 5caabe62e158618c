//! `ropa build`.

pub(super) mod languages;
mod look;
mod messages;
mod overview;
mod progress;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::Error;
use crate::audience::{Audience, Sheets};
use crate::compile::{self, Files};
use crate::consolidate::Consolidated;
use crate::document::Document;
use crate::document::audience::Source;
use crate::emit::{Done, Folder, Mode, Output, Ready};
use crate::finding::Level;
use crate::model::Lang;
use crate::render::html::Pages;
use crate::say;
use crate::say::Tongue;
use clap::{Args as ClapArgs, ValueEnum};
use rayon::prelude::*;

use crate::cli::read::{self, Report};
use crate::cli::workspace::{Place, Revision, Today, Which, Workspace};
use crate::cli::{FINDINGS, OK, Usage, out, print};
use overview::Entry;
use progress::Progress;

/// Compile every register into notices, pages and registers
///
/// Registers are checked first. A municipality with errors is not compiled, and its files of an earlier build are kept.
/// Only files that differ are written, and files of an earlier build that are no longer made are removed. Files that
/// ropa did not write are not touched.
#[derive(Debug, Default, ClapArgs)]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    revision: Revision,
    #[command(flatten)]
    today: Today,
    /// Compile this language only (repeat for several)
    #[arg(long, short, value_name = "CODE")]
    language: Vec<String>,
    /// Write to this folder instead of the one in ropa.toml
    #[arg(long, short, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Compile only the public output
    #[arg(long, conflicts_with = "internal")]
    public: bool,
    /// Compile only the complete register for the supervisory authority
    #[arg(long)]
    internal: bool,
    /// Also write the body of each notice, without the page around it, for pasting into a page of another site
    #[arg(long, conflicts_with = "internal")]
    fragments: bool,
    /// Write nothing, and exit with code 1 if the output folder differs; without --date, as of the date of that folder
    #[arg(long)]
    check: bool,
    /// Overwrite files that ropa did not write
    #[arg(long, conflicts_with = "check")]
    force: bool,
    /// Write nothing, and exit with code 1, if a notice is a draft: the contact of a controller, a purpose or a legal
    /// basis is lacking, or more than a fifth of what Articles 13 and 14 require
    #[arg(long, value_enum, value_name = "WHAT")]
    fail_on: Option<FailOn>,
    /// Print errors only
    #[arg(long, short)]
    quiet: bool,
    /// Whether nothing is printed, not even errors.
    #[arg(skip)]
    silent: bool,
    /// The published folder whose dates apply where none is given.
    #[arg(skip)]
    published: Option<PathBuf>,
}

/// What stops a build, besides errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A notice that is a draft
    Draft,
}

/// One output folder: public or internal.
struct Side {
    audience: Audience,
    sheets: Sheets,
    /// The files over all municipalities, if every municipality is compiled.
    consolidated: Option<Consolidated>,
    folder: Folder,
}

/// What the index of each side says of one municipality.
type Entries = Vec<(Audience, Entry)>;

/// Compiles everything into a folder, by default as of the dates of a published folder, and prints at most errors.
pub(crate) fn quietly(
    place: &Place,
    revision: Revision,
    which: Which,
    (today, tongue, silent): (Today, Tongue, bool),
    (published, out, fragments): (&Path, &Path, bool),
) -> anyhow::Result<u8> {
    let (out, published, quiet) = (Some(out.to_owned()), Some(published.to_owned()), true);
    run(place, &Args { which, revision, today, out, fragments, quiet, silent, published, ..Args::default() }, tongue)
}

/// Whether the output folder differs from what the registers compile to. Prints nothing.
pub(crate) fn differs(place: &Place, today: Today) -> anyhow::Result<bool> {
    let args = Args { today, check: true, quiet: true, ..Args::default() };
    let (_, done) = compiled(place, &args, Tongue::default())?;
    Ok(done.iter().flatten().any(has_changes))
}

fn has_changes(done: &Done) -> bool {
    !(done.changed.is_empty() && done.removed.is_empty() && done.left.is_empty())
}

/// Compiles.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let begun = Instant::now();
    let (reports, done) = compiled(place, args, tongue)?;
    if args.silent {
        return Ok(if reports.iter().all(Report::is_publishable) { OK } else { FINDINGS });
    }
    if let Some(done) = done {
        return Ok(tell(&reports, &done, (args, tongue), begun)?);
    }
    read::show(&reports, Level::Error, tongue)?;
    let drafts = drafts(&reports);
    messages::drafts(&drafts).iter().for_each(|message| print::aside_line(message.get(tongue)));
    Ok(FINDINGS)
}

/// The notices that are drafts.
fn drafts(reports: &[Report]) -> Vec<&String> {
    reports.iter().flat_map(|report| &report.drafts).collect()
}

/// Compiles, and returns the findings and what was done; nothing is done if drafts stop the build.
fn compiled(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<(Vec<Report>, Option<Vec<Done>>)> {
    if args.revision.is_elsewhere() && args.out.is_none() && !args.check {
        return Err(Usage(say!(
            en: "--rev and --staged need --out: the output folder holds what the working tree compiles to",
            sv: "--rev och --staged kräver --out: utdatamappen innehåller det som arbetskatalogen sammanställs till",
            da: "--rev og --staged kræver --out: outputmappen har det, som arbejdsmappen sammenstilles til",
        ))
        .into());
    }
    let workspace = place.open_at(&args.revision)?;
    let names = workspace.municipalities(&args.which)?;
    let languages = languages::named(&args.language)?;
    let common = languages::common(&workspace)?;
    let is_alone = workspace.source.municipalities()?.len() == 1;
    let pages = Pages::new(&look::look(&workspace, is_alone)?)?;
    let is_all = args.which.is_all() && languages.is_empty() && workspace.only.is_none();
    let root = out::folder(&workspace, args.out.as_deref())?;
    let mut sides = sides(&workspace, args, (&root, is_all))?;
    let published = args.published.as_deref().or(args.check.then_some(&root));
    let progress = Progress::new(names.len(), args.quiet, tongue);
    let compile = |index: usize, name: &str| -> Result<(Report, Entries), Error> {
        let today = args.today.or_of(published, name);
        let (mut report, checked) = read::municipality(&workspace, name, today)?;
        let mut entries = Entries::new();
        match checked {
            Some(checked) => {
                let languages = languages::of(&checked, &languages);
                if workspace.config.outputs.fingerprint {
                    report.sign();
                }
                let look = (&pages, report.fingerprint(), args.fragments);
                // The internal side first: the public side takes over the register and clears its internal fields.
                let mut compile = |source: Source| -> Result<(), Error> {
                    let audience = source.audience();
                    let Some(side) = sides.iter().find(|side| side.audience == audience) else { return Ok(()) };
                    let front = compile_one((side, index), source, (&languages, today), look)?;
                    entries.push((audience, Entry::of(source.register(), front.filter(|_| is_alone))));
                    Ok(())
                };
                compile(Source::Internal(&checked))?;
                compile(Source::Public(&checked.public()))?;
            }
            None => sides.iter().filter_map(|side| side.consolidated.as_ref()).for_each(Consolidated::give_up),
        }
        report.forget_texts();
        progress.one_done(name);
        Ok((report, entries))
    };
    // In the order of the municipalities: the files over all of them are written in that order.
    let has_failed = AtomicBool::new(false);
    let todo = names.iter().enumerate().par_bridge().filter(|_| !has_failed.load(Ordering::Relaxed));
    let mut compiled: Vec<(usize, Result<_, Error>)> = todo
        .map(|(index, name)| {
            let compiled = compile(index, name);
            has_failed.fetch_or(compiled.is_err(), Ordering::Relaxed);
            (index, compiled)
        })
        .collect();
    progress.finish();
    compiled.sort_by_key(|(index, _)| *index);
    let compiled: Result<Vec<_>, Error> = compiled.into_iter().map(|(_, compiled)| compiled).collect();
    let (reports, entries): (Vec<Report>, Vec<Entries>) = compiled?.into_iter().unzip();
    languages::refuse_absent(&languages, &reports)?;
    for side in sides.iter().filter(|side| entries.iter().flatten().any(|(audience, _)| *audience == side.audience)) {
        pages.shared().iter().try_for_each(|shared| side.folder.put(shared))?;
    }
    let is_whole = is_all && reports.iter().all(Report::is_publishable);
    for side in &mut sides {
        if let Some(consolidated) = side.consolidated.take().filter(|_| is_whole) {
            let own = entries.iter().flatten().filter(|(audience, _)| *audience == side.audience);
            let own: Vec<&Entry> = own.map(|(_, entry)| entry).collect();
            let fingerprint = overview::fingerprint(&reports);
            let index = overview::index((common, side.audience, side.sheets), &workspace.config, &own);
            overview::finish(&side.folder, consolidated, (&index, &pages, fingerprint.as_deref()))?;
        }
    }
    let finish = |side: Side| side.folder.finish(|path| is_whole || in_scope(path, &reports, &languages));
    if args.fail_on == Some(FailOn::Draft) && !drafts(&reports).is_empty() {
        return Ok((reports, None));
    }
    let ready: Vec<Ready> = sides.into_iter().map(finish).collect::<Result<_, _>>()?;
    let done: Vec<Done> = ready.into_iter().map(Ready::place).collect::<Result<_, _>>()?;
    Ok((reports, Some(done)))
}

fn sides(workspace: &Workspace, args: &Args, (root, is_all): (&Path, bool)) -> Result<Vec<Side>, Error> {
    let mode = match (args.check, args.force) {
        (true, _) => Mode::Check,
        (_, true) => Mode::Force,
        _ => Mode::Write,
    };
    let output = Output::open(root, mode)?;
    let outputs = &workspace.config.outputs;
    let is_wanted = |audience: &Audience| match audience {
        Audience::Public => outputs.public && !args.internal || args.public,
        Audience::Internal => outputs.internal && !args.public || args.internal,
    };
    let wanted = Audience::ALL.into_iter().filter(is_wanted);
    wanted
        .map(|audience| {
            let folder = output.folder(audience.folder())?;
            let near = root.parent().unwrap_or(root);
            let sheets = outputs.sheets(audience);
            let consolidated = is_all.then(|| overview::begin(&folder, near, (audience, sheets))).transpose()?;
            Ok(Side { audience, sheets, consolidated, folder })
        })
        .collect()
}

/// Compiles one side of a municipality. Returns its index in its first language.
fn compile_one(
    (side, index): (&Side, usize),
    source: Source,
    (languages, today): (&[Lang], jiff::civil::Date),
    (pages, fingerprint, has_fragments): (&Pages, Option<&str>, bool),
) -> Result<Option<Document>, Error> {
    let put = |artifact| side.folder.put(&artifact);
    let files = Files { pages, fingerprint, has_fragments, sheets: side.sheets, put: &put };
    let mut fragment = compile::municipality(source, languages, today, files)?;
    let front = fragment.index.take();
    side.consolidated.as_ref().map_or(Ok(()), |consolidated| consolidated.add(index, fragment))?;
    Ok(front)
}

/// Whether a file of an earlier build belongs to what this build compiles.
fn in_scope(path: &str, reports: &[Report], languages: &[Lang]) -> bool {
    let mut parts = path.split('/');
    let is_built =
        parts.next().is_some_and(|name| reports.iter().any(|report| report.name() == name && report.is_publishable()));
    is_built
        && (languages.is_empty() || parts.next().is_some_and(|part| languages.iter().any(|lang| lang.code() == part)))
}

/// Prints the findings and a summary, and returns the exit code.
fn tell(reports: &[Report], done: &[Done], (args, tongue): (&Args, Tongue), begun: Instant) -> Result<u8, Error> {
    read::show(reports, Level::Error, tongue)?;
    let has_errors = !reports.iter().all(Report::is_publishable);
    let differs = args.check && done.iter().any(has_changes);
    let mut asides = messages::left_alone(done);
    asides.extend(messages::gone(done, reports, args.check));
    if differs {
        asides.extend(messages::differences(done));
    }
    if has_errors && args.which.is_all() {
        asides.push(messages::waiting());
    }
    for aside in asides {
        print::aside_line(aside.get(tongue));
    }
    if !args.quiet {
        print::line(messages::summary(reports, done, args.check, begun.elapsed()).get(tongue))?;
    }
    Ok(if has_errors || differs { FINDINGS } else { OK })
}
