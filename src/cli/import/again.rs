//! A workbook that `ropa build` wrote, imported again.

use crate::cli::workspace::Workspace;
use crate::cli::{FINDINGS, OK, print};
use crate::reimport::{Job, Marked, Outcome, bring};
use crate::say;
use crate::say::{Message, Tongue};
use crate::source::Sources;
use crate::workbook::Workbook;

use super::Args;
use super::files::Files;

/// Brings the workbook in, and reports what came of each change.
pub(super) fn run(
    workspace: &Workspace,
    (book, file, marked): (&Workbook, &str, &Marked),
    args: &Args,
    tongue: Tongue,
) -> anyhow::Result<u8> {
    let (name, sources) = municipality(workspace, marked, args)?;
    let levels = workspace.config.levels_of(&name);
    let job = Job {
        book,
        file,
        marked,
        sources: sources.as_ref(),
        municipality: &name,
        levels: &levels,
        choice: args.choice(),
        tongue,
    };
    print::line(of(&name, marked).get(tongue))?;
    let outcome = bring(&job)?;
    for line in &outcome.told {
        print::line(line.get(tongue))?;
    }
    let mut files = Files::default();
    for (inside, before, after) in &outcome.files {
        files.push(inside.clone(), before.clone(), after.clone(), Vec::new());
    }
    for line in files.told() {
        print::line(line.get(tongue))?;
    }
    if args.dry_run {
        files.files.iter().try_for_each(|file| print::patch(&file.diff()))?;
    } else if !files.files.is_empty() {
        if sources.is_none() {
            let folder = workspace.root.join(&workspace.config.folders.registers).join(&name);
            std::fs::create_dir_all(&folder).map_err(|cause| no_folder(&name).because(cause))?;
        }
        files.write(workspace, &name)?;
    }
    print::line(summary(&outcome, args.dry_run).get(tongue))?;
    Ok(if outcome.questions > 0 { FINDINGS } else { OK })
}

/// The municipality, and its files if it is there: the one that is named, or the one that the workbook is of.
fn municipality(workspace: &Workspace, marked: &Marked, args: &Args) -> anyhow::Result<(String, Option<Sources>)> {
    let name = args.which.only().unwrap_or(&marked.mark.municipality).to_owned();
    let is_id = crate::model::Id::parse(&name, crate::finding::Place::default()).is_some_and(|id| id.whole().is_none());
    if !is_id {
        return Err(no_folder(&name).into());
    }
    let folder = workspace.registers().join(&name);
    let has_files = ["municipality.yaml", "municipality.yml"].iter().any(|file| folder.join(file).exists());
    if !has_files
        && !folder.exists()
        && workspace.registers().exists()
        && marked.files.as_ref().map_or(0, Vec::len) == 0
    {
        let all = workspace.municipalities(&args.which)?;
        return Err(another(&name, &all).into());
    }
    if !has_files {
        return Ok((name, None));
    }
    let sources = workspace.source.read(&name)?.sources;
    Ok((name, Some(sources)))
}

fn of(name: &str, marked: &Marked) -> Message {
    let (day, own) = (&marked.mark.day, &marked.mark.municipality);
    say!(
        en: "a workbook that `ropa build` wrote for `{own}` as of {day}, into `{name}`",
        sv: "en arbetsbok som `ropa build` skrev för `{own}` per den {day}, in i `{name}`",
        da: "en projektmappe, som `ropa build` skrev for `{own}` pr. {day}, ind i `{name}`",
    )
}

fn another(name: &str, all: &[String]) -> crate::Error {
    crate::Error::new(say!(
        en: "the workbook is of `{name}`, which is not here; there are: {all}",
        sv: "arbetsboken är för `{name}`, som inte finns här; det finns: {all}",
        da: "projektmappen er for `{name}`, som ikke findes her; der er: {all}",
        all = all.join(", "),
    ))
}

fn no_folder(name: &str) -> crate::Error {
    crate::Error::new(say!(
        en: "`{name}` cannot be made a municipality here",
        sv: "`{name}` kan inte bli en kommun här",
        da: "`{name}` kan ikke blive en kommune her",
    ))
}

fn summary(outcome: &Outcome, is_dry: bool) -> Message {
    let Outcome { changes, questions, files, .. } = outcome;
    let files = files.len();
    let counts = say!(
        en: "changes: {changes}, in files: {files}; to decide: {questions}",
        sv: "ändringar: {changes}, i filer: {files}; att avgöra: {questions}",
        da: "ændringer: {changes}, i filer: {files}; at afgøre: {questions}",
    );
    match is_dry {
        true => say!(
            en: "{counts}\nnothing was written (--dry-run)",
            sv: "{counts}\ninget skrevs (--dry-run)",
            da: "{counts}\nder blev ikke skrevet noget (--dry-run)",
            counts = counts,
        ),
        false => counts,
    }
}
