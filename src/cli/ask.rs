//! `ropa ask`.

use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, ValueEnum};
use rayon::prelude::*;

use crate::Error;
use crate::ask::form::Form;
use crate::ask::gather::{Asked, Filter, forms};
use crate::ask::{book, page};
use crate::check::levels::Levels;
use crate::emit::people::Named;
use crate::pipeline::Understood;
use crate::say;
use crate::say::{Message, Tongue, Words};

use crate::cli::read::{self, plural};
use crate::cli::workspace::{Place, Speech, Today, Which, Workspace};
use crate::cli::{OK, Usage, out, print, todo};

/// Ask the units: write a form for each unit, with what is missing or wrong as questions
///
/// A form is one HTML file that opens by a double click and works offline, and the same as a workbook (XLSX). The unit
/// needs neither this program nor YAML: it answers, saves an answer file or the workbook, and sends it back; `ropa answer`
/// reads it. A form has the questions of `ropa todo` that the unit can settle, in the first language of the municipality,
/// unless --lang names another. Forms are internal.
#[derive(Debug, ClapArgs)]
#[command(group = clap::ArgGroup::new("whom").required(true).multiple(true))]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    /// Ask this unit or controller, by id (repeat for several)
    #[arg(long, value_name = "ID", group = "whom")]
    unit: Vec<String>,
    /// Ask only about this activity and its children, by id (repeat for several)
    #[arg(long, value_name = "ID", group = "whom")]
    activity: Vec<String>,
    /// Ask every unit
    #[arg(long, group = "whom")]
    all: bool,
    /// Ask about everything that is written, too: is it still right?
    #[arg(long)]
    review: bool,
    /// Also ask what another role settles (repeat for several)
    #[arg(long, value_enum, value_name = "ROLE")]
    role: Vec<Role>,
    #[command(flatten)]
    today: Today,
    /// The file format of the forms
    #[arg(long, short, value_enum, default_value = "both")]
    format: Format,
    /// The folder for the forms [default: forms, beside ropa.toml]
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Overwrite a form that is there already
    #[arg(long)]
    force: bool,
}

/// A role that settles questions.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Role {
    /// The data protection officer
    Officer,
    /// The legal adviser
    Lawyer,
    /// Whoever writes the register
    Editor,
    /// The web editor
    Web,
}

impl Role {
    /// The name in the questions of the to-do list.
    fn key(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Lawyer => "lawyer",
            Self::Editor => "editor",
            Self::Web => "web",
        }
    }
}

/// A file format of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A page for a browser
    Html,
    /// A workbook
    Xlsx,
    /// Both
    Both,
}

const QUESTION: Words = Words { en: "question", sv: "fråga", da: "spørgsmål" };
const QUESTIONS: Words = Words { en: "questions", sv: "frågor", da: "spørgsmål" };

/// Writes the forms.
pub(crate) fn run(place: &Place, args: &Args, speech: &Speech) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let names = workspace.municipalities(&args.which)?;
    let all: Vec<(Understood, Levels)> =
        names.par_iter().map(|name| read::understood(&workspace, name)).collect::<Result<_, _>>()?;
    todo::refuse_unknown((&args.unit, &args.activity), &all)?;
    let asked: Vec<Asked> = all.into_par_iter().map(|all| asked(all, args, speech)).collect();
    let folder = args.out.clone().unwrap_or_else(|| workspace.root.join("forms"));
    refuse(&workspace, &folder)?;
    let tongue = speech.tongue();
    for form in asked.iter().flat_map(|asked| &asked.forms) {
        write(&folder, form, args, tongue)?;
    }
    if asked.iter().all(|asked| asked.forms.is_empty()) {
        let none = say!(
            en: "there is nothing to ask",
            sv: "det finns inget att fråga om",
            da: "der er intet at spørge om",
        );
        print::line(none.get(tongue))?;
    }
    for told in left(&asked) {
        print::line(told.get(tongue))?;
    }
    Ok(OK)
}

fn asked((understood, levels): (Understood, Levels), args: &Args, speech: &Speech) -> Asked {
    let today = args.today.date();
    let (sources, complete, findings) = understood.into_found(today, &levels);
    let filter = Filter {
        units: args.unit.clone(),
        activities: args.activity.clone(),
        roles: args.role.iter().map(|role| role.key().to_owned()).collect(),
        is_review: args.review,
    };
    let own = complete.register().municipality.main_language().and_then(|lang| Tongue::parse(lang.code()));
    let tongue = speech.asked().or(own).unwrap_or_default();
    forms(&complete, (&findings, &sources), &filter, (tongue, today.to_string()))
}

/// Refuses a folder inside the registers or the published output.
fn refuse(workspace: &Workspace, folder: &Path) -> Result<(), Error> {
    out::refuse_links(&workspace.root, folder)?;
    let file = folder.join("form");
    todo::refuse_own(workspace, &file)?;
    todo::refuse_published(workspace, folder)
}

fn write(folder: &Path, form: &Form, args: &Args, tongue: Tongue) -> anyhow::Result<()> {
    let name = form.file_name();
    let count = plural(form.questions().count(), QUESTION, QUESTIONS);
    let mut files = Vec::new();
    if args.format != Format::Xlsx {
        files.push((format!("{name}.html"), page::page(form)?.into_bytes()));
    }
    if args.format != Format::Html {
        files.push((format!("{name}.xlsx"), book::book(form)?));
    }
    for (name, bytes) in files {
        let file = Named::in_folder(folder, &name)?;
        let path = folder.join(&name);
        let before = file.read(MOST)?;
        if before.as_ref().is_some_and(|before| *before != bytes) && !args.force {
            return Err(Usage(say!(
                en: "{path} is there already, and may be filled in; choose another folder with --out, or write over it with --force",
                sv: "{path} finns redan och kan vara ifylld; välj en annan mapp med --out, eller skriv över den med --force",
                da: "{path} findes allerede og kan være udfyldt; vælg en anden mappe med --out, eller overskriv den med --force",
                path = path.display(),
            ))
            .into());
        }
        if before.as_ref() != Some(&bytes) {
            file.put(before.as_deref(), &bytes)?;
        }
        let told = say!(en: "{path}: {count}", sv: "{path}: {count}", da: "{path}: {count}", path = path.display(), count = count);
        print::line(told.get(tongue))?;
    }
    Ok(())
}

/// The largest form that is there already and is compared, in bytes.
const MOST: u64 = 64 << 20;

/// What no form asks: the questions to others, by role.
fn left(asked: &[Asked]) -> Vec<Message> {
    let mut told = Vec::new();
    let others: usize = asked.iter().flat_map(|asked| asked.left.values()).sum();
    if others > 0 {
        let roles: std::collections::BTreeSet<&str> =
            asked.iter().flat_map(|asked| asked.left.keys().map(String::as_str)).collect();
        told.push(say!(
            en: "{count} left to others: {roles}; --role adds them to the forms, `ropa todo` lists them",
            sv: "{count} lämnas till andra: {roles}; --role tar med dem i formulären, `ropa todo` räknar upp dem",
            da: "{count} overlades til andre: {roles}; --role tager dem med i skemaerne, `ropa todo` opregner dem",
            count = plural(others, QUESTION, QUESTIONS),
            roles = roles.into_iter().collect::<Vec<_>>().join(", "),
        ));
    }
    told
}
