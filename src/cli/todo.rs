//! `ropa todo`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::audience::Audience;
use crate::check::levels::Levels;
use crate::emit;
use crate::emit::people::Named;
use crate::model::Id;
use crate::pipeline::Understood;
use crate::say;
use crate::say::{Tongue, Words};
use crate::todo::{self, Filter, Todo, Weight, tick};
use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil;
use rayon::prelude::*;

use crate::cli::read::{self, plural};
use crate::cli::workspace::{Place, Speech, Today, Which, Workspace};
use crate::cli::{OK, Usage, out, print};

/// List what is missing or wrong as questions, each with whom to ask
///
/// The list has one item per question, grouped by controller, unit and activity; in each group errors come first, then
/// warnings, gaps in what Articles 13, 14 and 30 require, other gaps, and hints. The list is internal. It is in the
/// first language of each municipality, unless --lang names another.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    /// List only items of this unit or controller, by id (repeat for several)
    #[arg(long, value_name = "ID")]
    unit: Vec<String>,
    /// List only items of this activity and its children, by id (repeat for several)
    #[arg(long, value_name = "ID")]
    activity: Vec<String>,
    /// List only items of at least this weight
    #[arg(long, value_enum, value_name = "WEIGHT", default_value = "hint")]
    from: From,
    #[command(flatten)]
    today: Today,
    /// Print Markdown with check boxes
    #[arg(long)]
    markdown: bool,
    /// Write Markdown to this file, and keep its ticks on items that are still listed
    #[arg(long, value_name = "FILE", conflicts_with = "markdown")]
    out: Option<PathBuf>,
    /// Overwrite a file that `ropa todo` did not write or that was edited by hand
    #[arg(long, requires = "out")]
    force: bool,
}

/// The lowest weight of a listed item.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum From {
    /// What prevents publication
    Error,
    /// What is probably not compliant
    Warning,
    /// Gaps in what Articles 13, 14 and 30 require
    Required,
    /// Every gap
    Gap,
    /// Everything
    Hint,
}

/// Prints or writes the list.
pub(crate) fn run(place: &Place, args: &Args, speech: &Speech) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let names = workspace.municipalities(&args.which)?;
    let all: Vec<(Understood, Levels)> =
        names.par_iter().map(|name| read::understood(&workspace, name)).collect::<Result<_, _>>()?;
    refuse_unknown((&args.unit, &args.activity), &all)?;
    let today = args.today.date();
    let todos: Vec<Todo> =
        all.into_par_iter().map(|(understood, levels)| list(understood, &levels, args, (speech, today))).collect();
    if let Some(out) = &args.out {
        return Ok(write(&workspace, (out, args.force), (&todos, today), speech.tongue())?);
    }
    let all = |form: fn(&Todo, civil::Date) -> String| {
        todos.iter().map(|todo| form(todo, today)).collect::<Vec<_>>().join("\n")
    };
    match args.markdown {
        true => print::data(&all(todo::markdown))?,
        false => print::text(&all(todo::text))?,
    }
    Ok(OK)
}

fn list(understood: Understood, levels: &Levels, args: &Args, (speech, today): (&Speech, civil::Date)) -> Todo {
    let (sources, complete, findings) = understood.into_found(today, levels);
    let filter = Filter {
        units: args.unit.clone(),
        activities: args.activity.clone(),
        from: match args.from {
            From::Error => Weight::Error,
            From::Warning => Weight::Warning,
            From::Required => Weight::Required,
            From::Gap => Weight::Gap,
            From::Hint => Weight::Hint,
        },
    };
    let own = complete.register().municipality.main_language().and_then(|lang| Tongue::parse(lang.code()));
    let tongue = speech.asked().or(own).unwrap_or_default();
    Todo::of(&complete, &findings, &sources, &filter, tongue)
}

/// Refuses a unit or activity that no municipality has.
pub(super) fn refuse_unknown(
    (units_asked, activities_asked): (&[String], &[String]),
    all: &[(Understood, Levels)],
) -> Result<(), Usage> {
    let units = |(understood, _): &(Understood, Levels)| -> Vec<String> {
        let municipality = &understood.written.register().municipality;
        municipality.units.ids().chain(municipality.controllers.ids()).map(str::to_owned).collect()
    };
    let activities = |(understood, _): &(Understood, Levels)| -> Vec<String> {
        understood.written.register().activities.keys().map(Id::to_string).collect()
    };
    const UNIT: Words =
        Words { en: "unit or controller", sv: "enhet eller personuppgiftsansvarig", da: "enhed eller dataansvarlig" };
    const ACTIVITY: Words = Words { en: "activity", sv: "behandling", da: "behandling" };
    refuse(UNIT, units_asked, all.iter().flat_map(units).collect())?;
    refuse(ACTIVITY, activities_asked, all.iter().flat_map(activities).collect())
}

pub(super) fn refuse(what: Words, asked: &[String], mut known: Vec<String>) -> Result<(), Usage> {
    let Some(id) = asked.iter().find(|id| !known.contains(id)) else { return Ok(()) };
    known.sort_unstable();
    known.dedup();
    Err(Usage(say!(
        en: "there is no {what} `{id}`; there are: {known}",
        sv: "det finns ingen {what} `{id}`; det finns: {known}",
        da: "der er ingen {what} `{id}`; der er: {known}",
        what = what,
        id = id,
        known = known.join(", "),
    )))
}

const ITEM: Words = Words { en: "item", sv: "punkt", da: "punkt" };
const ITEMS: Words = Words { en: "items", sv: "punkter", da: "punkter" };

/// The largest existing list that is read, in bytes: 64 MiB.
const MAX_LIST: u64 = 64 << 20;

/// Writes the lists to one file and reports how many items are ticked.
fn write(
    workspace: &Workspace,
    (out, force): (&Path, bool),
    (todos, today): (&[Todo], civil::Date),
    tongue: Tongue,
) -> Result<u8, Error> {
    out::refuse_links(&workspace.root, out)?;
    refuse_own(workspace, out)?;
    refuse_public(workspace, out)?;
    let file = Named::at(out)?;
    let before = file.read(MAX_LIST)?;
    let earlier = before.as_deref().map(String::from_utf8_lossy);
    if !force && earlier.as_ref().is_some_and(|earlier| !tick::is_ours(earlier)) {
        return Err(Error::new(say!(
            en: "{file} was not written by `ropa todo`, or more than its ticks was changed by hand; name another file, or write over it with --force",
            sv: "{file} skrevs inte av `ropa todo`, eller så har mer än kryssen ändrats för hand; ange en annan fil, eller skriv över den med --force",
            da: "{file} er ikke skrevet af `ropa todo`, eller mere end krydserne er ændret i hånden; angiv en anden fil, eller overskriv den med --force",
            file = out.display(),
        )));
    }
    let lists: Vec<String> = todos.iter().map(|todo| todo::markdown(todo, today)).collect();
    let sealed = tick::sealed(&lists.join("\n"), &earlier.unwrap_or_default());
    file.put(before.as_deref(), sealed.as_bytes())?;
    let items = todos.iter().flat_map(Todo::items).count();
    let ticked = tick::ticked(&sealed).len();
    let told = say!(
        en: "{file}: {items}, {ticked} ticked",
        sv: "{file}: {items}, {ticked} kryssade",
        da: "{file}: {items}, {ticked} krydset af",
        file = out.display(),
        items = plural(items, ITEM, ITEMS),
        ticked = ticked,
    );
    print::line(told.get(tongue))?;
    Ok(OK)
}

/// Refuses `ropa.toml` and files inside the registers.
pub(super) fn refuse_own(workspace: &Workspace, out: &Path) -> Result<(), Error> {
    let whole = out::resolved(out)?;
    let folders = &workspace.config.folders;
    let is_in = |folder: &Path| out::resolved(&workspace.root.join(folder)).map(|folder| whole.starts_with(folder));
    if is_in(&folders.registers)? || whole == out::resolved(&workspace.root.join("ropa.toml"))? {
        return Err(Error::new(say!(
            en: "{file} belongs to the registers or the settings; choose another name",
            sv: "{file} hör till registren eller inställningarna; välj ett annat namn",
            da: "{file} hører til fortegnelserne eller indstillingerne; vælg et andet navn",
            file = out.display(),
        )));
    }
    Ok(())
}

/// Refuses a file inside the published output.
fn refuse_public(workspace: &Workspace, out: &Path) -> Result<(), Error> {
    let folder = out.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    fs::canonicalize(folder).map_err(|cause| {
        let folder = folder.display();
        Error::new(say!(en: "there is no folder {folder}", sv: "det finns ingen mapp {folder}", da: "der er ingen mappe {folder}", folder = folder)).because(cause)
    })?;
    refuse_published(workspace, out)
}

/// Refuses a path inside the published output. It need not exist.
pub(super) fn refuse_published(workspace: &Workspace, path: &Path) -> Result<(), Error> {
    let whole = out::resolved(path)?;
    let public = workspace.root.join(&workspace.config.folders.out).join(Audience::Public.folder());
    let public = fs::canonicalize(public).ok();
    let is_public = |above: &Path| {
        public.as_deref() == Some(above) || above.ends_with(Audience::Public.folder()) && emit::is_ours(above)
    };
    if whole.ancestors().any(is_public) {
        return Err(Error::new(say!(
            en: "{file} is internal, but its folder is published; choose another folder",
            sv: "{file} är intern, men mappen publiceras; välj en annan mapp",
            da: "{file} er intern, men mappen offentliggøres; vælg en anden mappe",
            file = path.display(),
        )));
    }
    Ok(())
}
