//! `ropa init`.

mod answers;
pub(super) mod files;
mod repository;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::assets::Files;
use crate::emit::people;
use crate::pipeline::Understood;
use crate::say;
use crate::say::{Message, Tongue};
use crate::{Error, draft};
use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::new::country::Country;
use crate::cli::new::texts;
use crate::cli::version::slashed;
use crate::cli::workspace::{Place, Speech, Workspace};
use crate::cli::{OK, print};
use answers::Answers;
use files::{File, Looks};
use repository::Repository;

/// Create a workspace with an example, ready to build
///
/// Writes settings, a municipality with an invented example, and files for git, editors and a pipeline. Asks for what is
/// not given as an option, if a person sits at the terminal. Existing files are never overwritten: in a
/// workspace with a municipality, only what is missing beside it is written.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The folder of the workspace [default: the current folder]
    folder: Option<PathBuf>,
    /// The name of the municipality, such as "Exempelby kommun"
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The country [default: SE]
    #[arg(long, value_enum, ignore_case = true)]
    country: Option<Country>,
    /// The name of a board that is a controller (repeat for several)
    #[arg(long, value_name = "NAME")]
    board: Vec<String>,
    /// Where changes are checked: a pipeline for this forge is written [default: none]
    #[arg(long, value_enum)]
    pipeline: Option<Pipeline>,
    /// Ask nothing
    #[arg(long, short)]
    yes: bool,
}

/// A forge that runs pipelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Pipeline {
    /// GitHub Actions
    Github,
    /// GitLab CI/CD
    Gitlab,
    /// No pipeline
    None,
}

/// Checks that the texts of the files can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    texts::check(files, "init")?;
    texts::check(files, "new")
}

/// Creates the workspace.
pub(crate) fn run(place: &Place, args: &Args, speech: &Speech) -> anyhow::Result<u8> {
    let root = args.folder.as_deref().unwrap_or_else(|| place.folder());
    let tongue = speech.tongue();
    let repository = Repository::of(root)?;
    let standing = Standing::of(root)?;
    let is_asked = !args.yes && io::stdin().is_terminal() && io::stderr().is_terminal();
    let answers = answers::gather(args, &standing, is_asked.then(|| io::stdin().lock()), tongue)?;
    let comments = speech.asked().unwrap_or_else(|| answers.country.words().tongue);
    let looks = Looks { standing: &standing, repository: &repository, comments };
    let mut written = Vec::new();
    let mut kept = Vec::new();
    for File { within, path, text } in files::all(&answers, &looks)? {
        let folder = within.map_or(root, |of_repository| of_repository);
        let is_new = people::create_unless_there(folder, &path, text.as_bytes())?;
        if is_new { &mut written } else { &mut kept }.push(folder.join(&path).display().to_string());
    }
    tell(&told(&written, &kept), tongue)?;
    tell(&next(root, (&answers, &standing), &repository), tongue)?;
    Ok(OK)
}

/// What is in the workspace already.
pub(super) struct Standing {
    /// The folder of the registers, below the workspace.
    registers: String,
    /// The output folder, below the workspace.
    out: String,
    /// Whether it has a municipality.
    has_municipality: bool,
    /// The country of its municipalities, if it is the same.
    country: Option<String>,
    /// The ids of controllers, by the name of the folder of their municipality.
    boards: Vec<(String, Vec<String>)>,
}

impl Standing {
    /// The country of its municipalities, if it is the same.
    pub(super) fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }

    /// Looks into a workspace, which need not exist.
    ///
    /// # Errors
    /// When its settings or a register cannot be read.
    pub(super) fn of(root: &Path) -> Result<Self, Error> {
        let workspace = Workspace::at(root)?;
        let names = if workspace.registers().is_dir() { workspace.source.municipalities() } else { Ok(Vec::new()) };
        let mut countries = Vec::new();
        let mut boards = Vec::new();
        for name in names.unwrap_or_default() {
            let written = Understood::of(workspace.source.read(&name)?).written;
            let municipality = &written.register().municipality;
            countries.extend(municipality.country_code().map(str::to_owned));
            boards.push((name, municipality.controllers.iter().map(|(id, _)| id.to_string()).collect()));
        }
        countries.dedup();
        let country = countries.pop().filter(|_| countries.is_empty());
        let folders = &workspace.config.folders;
        let (registers, out) = (slashed(&folders.registers), slashed(&folders.out));
        Ok(Self { registers, out, has_municipality: !boards.is_empty(), country, boards })
    }
}

/// The files that were written, and those that were there.
fn told(written: &[String], kept: &[String]) -> Vec<Message> {
    let written = written.iter().map(|path| say!(en: "wrote {path}", sv: "skrev {path}", da: "skrev {path}"));
    let kept = kept.iter().map(|path| {
        say!(
            en: "kept  {path}, which exists already",
            sv: "behöll {path}, som redan finns",
            da: "beholdt {path}, som allerede findes",
        )
    });
    written.chain(kept).collect()
}

/// What to do next.
fn next(root: &Path, (answers, standing): (&Answers, &Standing), repository: &Repository) -> Vec<Message> {
    let Standing { registers, out, .. } = standing;
    let mut steps = vec![Message::default()];
    let folder = root.display();
    if root != Path::new(".") {
        steps.push(say!(
            en: "Work in that folder: cd {folder}",
            sv: "Arbeta i den mappen: cd {folder}",
            da: "Arbejd i den mappe: cd {folder}",
        ));
    }
    steps.push(say!(
        en: "Build: `ropa build`, then open {out}/public/index.html",
        sv: "Sammanställ: `ropa build`, och öppna sedan {out}/public/index.html",
        da: "Sammenstil: `ropa build`, og åbn derefter {out}/public/index.html",
    ));
    if let Some(municipality) = &answers.municipality {
        let municipality = &municipality.folder;
        steps.push(say!(
            en: "Write the contacts in {registers}/{municipality}/municipality.yaml; until then every notice is a draft",
            sv: "Skriv kontaktuppgifterna i {registers}/{municipality}/municipality.yaml; tills dess är varje informationstext ett utkast",
            da: "Skriv kontaktoplysningerne i {registers}/{municipality}/municipality.yaml; indtil da er hver oplysningstekst et udkast",
        ));
        steps.push(say!(
            en: "Replace the example in {registers}/{municipality}/activities and notices by what you do",
            sv: "Byt ut exemplet i {registers}/{municipality}/activities och notices mot det ni gör",
            da: "Udskift eksemplet i {registers}/{municipality}/activities og notices med det, I gør",
        ));
    }
    if repository.is_absent() {
        steps.push(say!(
            en: "Keep the history: git init, git add --all, git commit",
            sv: "Spara historiken: git init, git add --all, git commit",
            da: "Gem historikken: git init, git add --all, git commit",
        ));
    }
    steps.push(say!(
        en: "`ropa todo` asks for what is missing in the register, `ropa doctor` for what is missing around it",
        sv: "`ropa todo` frågar efter det som saknas i registret, `ropa doctor` efter det som saknas runt omkring",
        da: "`ropa todo` spørger om det, der mangler i fortegnelsen, `ropa doctor` om det, der mangler omkring den",
    ));
    steps
}

fn tell(lines: &[Message], tongue: Tongue) -> Result<(), Error> {
    lines.iter().try_for_each(|line| print::line(line.get(tongue)))
}

/// The parts of a register that have a schema, each with the name of its file in `schemas/`.
pub(super) const SCHEMAS: [(draft::schema::Part, &str); 5] = [
    (draft::schema::Part::Municipality, "municipality"),
    (draft::schema::Part::Shared, "shared"),
    (draft::schema::Part::Activity, "activity"),
    (draft::schema::Part::Notice, "notice"),
    (draft::schema::Part::Accept, "accept"),
];
