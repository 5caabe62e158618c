//! `ropa answer`.

mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use jiff::civil;

use crate::Error;
use crate::ask::book;
use crate::ask::gather::questions;
use crate::ask::given::{self, Given, LARGEST};
use crate::ask::settle::{Court, Fate, Outcome, settle};
use crate::ask::settled::settled;
use crate::diff::form::{self, text};
use crate::diff::report::{self, Judge, Report};
use crate::emit::people::Named;
use crate::model::version::Version;
use crate::pipeline::Understood;
use crate::say;
use crate::say::{Message, Tongue, Words};
use crate::source::disk;

use crate::cli::edited::{diff, write_all};
use crate::cli::read::plural;
use crate::cli::workspace::{Place, Speech, Today, Which, Workspace};
use crate::cli::{FINDINGS, OK, Usage, print};

/// Take in the answers of units: show what they change in the registers, or write it
///
/// FILE is an answer file that a form of `ropa ask` saved, or the workbook, filled in. Each answer is held against its
/// question as it is today. Shown are the changes as a diff, in words as `ropa diff` does, and what became of each answer.
/// With --write only these values are written: comments and layout stay, and `administration.reviewed` gets who answered
/// and when. An answer that does not fit, or would cause an error, is not written; nor is one to a question about which the
/// register has changed. The exit code is 1 if there is such an answer.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The answer files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write the changes
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    today: Today,
}

const ANSWER: Words = Words { en: "answer", sv: "svar", da: "svar" };
const ANSWERS: Words = Words { en: "answers", sv: "svar", da: "svar" };

/// Reads the answers, shows the changes, and writes them if that is wanted.
pub(crate) fn run(place: &Place, args: &Args, speech: &Speech) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let names = workspace.municipalities(&Which::default())?;
    let today = args.today.date();
    let tongue = speech.tongue();
    let mut by_municipality: BTreeMap<String, Vec<Given>> = BTreeMap::new();
    // A file that is no form does not hold up the others; the exit code is that of the first such file.
    let mut faults: Vec<anyhow::Error> = Vec::new();
    for path in &args.files {
        let given = read(path).map_err(anyhow::Error::from).and_then(|given| {
            refuse(path, &given, &names, today)?;
            Ok(given)
        });
        match given {
            Ok(given) => by_municipality.entry(given.municipality.clone()).or_default().push(given),
            Err(fault) => faults.push(fault),
        }
    }
    let mut is_whole = true;
    for (name, given) in &by_municipality {
        let outcome = one(&workspace, name, given, args, speech)?;
        show(&workspace, (name, &outcome), given, args, tongue)?;
        is_whole &=
            outcome.answers.iter().all(|settled| matches!(settled.fate, Fate::Changes | Fate::Stays | Fate::Already));
        if args.write {
            write_all(&workspace, name, &outcome.files)?;
        }
    }
    let mut faults = faults.into_iter();
    match faults.next() {
        Some(first) => {
            faults.for_each(|fault| crate::cli::say_error(&fault, tongue));
            Err(first)
        }
        None => Ok(if is_whole { OK } else { FINDINGS }),
    }
}

/// Reads an answer file or a workbook.
fn read(path: &Path) -> Result<Given, Error> {
    let name = path.display().to_string();
    let bytes = Named::at(path)?.read(LARGEST)?.ok_or_else(|| {
        Error::new(say!(en: "there is no file {name}", sv: "det finns ingen fil {name}", da: "der er ingen fil {name}"))
    })?;
    if bytes.starts_with(b"PK") {
        return book::read::book(&name, &bytes);
    }
    given::json(&name, bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes))
}

/// Refuses answers for a municipality that is not here, and answers from the future.
fn refuse(path: &Path, given: &Given, names: &[String], today: civil::Date) -> anyhow::Result<()> {
    if !names.contains(&given.municipality) {
        return Err(Usage(say!(
            en: "{file}: there is no municipality `{name}`; there are: {all}",
            sv: "{file}: det finns ingen kommun `{name}`; det finns: {all}",
            da: "{file}: der er ingen kommune `{name}`; der er: {all}",
            file = path.display(),
            name = given.municipality,
            all = names.join(", "),
        ))
        .into());
    }
    // A unit may be a day ahead of universal time.
    let latest = today.tomorrow().unwrap_or(today);
    if given.on > latest {
        return Err(Usage(say!(
            en: "{file}: the answers are from {on}, which is still to come",
            sv: "{file}: svaren är från {on}, som ännu inte har varit",
            da: "{file}: svarene er fra {on}, som endnu ikke har været",
            file = path.display(),
            on = given.on,
        ))
        .into());
    }
    Ok(())
}

fn one(workspace: &Workspace, name: &str, given: &[Given], args: &Args, speech: &Speech) -> Result<Outcome, Error> {
    let today = args.today.date();
    let levels = workspace.config.levels_of(name);
    let registers = workspace.registers();
    let read = workspace.source.read(name)?;
    let (sources, complete, findings) = Understood::of(read.clone()).into_found(today, &levels);
    let municipality = &complete.register().municipality;
    let own = municipality.main_language().and_then(|lang| Tongue::parse(lang.code()));
    let tongue = speech.asked().or(own).unwrap_or_default();
    let questions = questions(&complete, (&findings, &sources), tongue);
    let ids = given.iter().flat_map(|given| &given.answers).map(|answer| answer.id.as_str());
    let gone: BTreeSet<&str> = ids.filter(|id| !questions.contains_key(*id)).collect();
    let court = Court {
        read: &read,
        questions: &questions,
        settled: &settled(&complete, &sources, &gone, tongue),
        tongue,
        main: municipality.main_language(),
        keeps_reviews: municipality.version() != Version::First,
        check: &|read| Understood::of(read.clone()).into_found(today, &levels).2,
    };
    settle(&court, given, |file| disk::bytes(&registers, name, file))
}

/// Shows the changes and what became of each answer.
fn show(
    workspace: &Workspace,
    (name, outcome): (&str, &Outcome),
    given: &[Given],
    args: &Args,
    tongue: Tongue,
) -> Result<(), Error> {
    let root = workspace.way_from_here();
    outcome.files.iter().try_for_each(|file| print::patch(&diff(file, &root)))?;
    if !outcome.files.is_empty() {
        print::line("")?;
        print::text(&in_words(workspace, name, outcome, args, tongue)?)?;
    }
    for line in told::told(outcome, given, tongue) {
        print::line(&line)?;
    }
    let made = outcome.answers.iter().filter(|settled| settled.fate == Fate::Changes).count();
    let count = plural(made, ANSWER, ANSWERS);
    let last = match (made, args.write) {
        (0, _) => say!(
            en: "{name}: nothing changes",
            sv: "{name}: inget ändras",
            da: "{name}: intet ændres",
        ),
        (_, true) => say!(
            en: "{name}: {count} written",
            sv: "{name}: {count} har skrivits in",
            da: "{name}: {count} er skrevet ind",
            count = count,
        ),
        (_, false) => say!(
            en: "{name}: `ropa answer --write` writes {count}",
            sv: "{name}: `ropa answer --write` skriver in {count}",
            da: "{name}: `ropa answer --write` skriver {count} ind",
            count = count,
        ),
    };
    print::line(last.get(tongue))
}

/// The changes as `ropa diff` tells them.
fn in_words(
    workspace: &Workspace,
    name: &str,
    outcome: &Outcome,
    args: &Args,
    tongue: Tongue,
) -> Result<String, Error> {
    let today = args.today.date();
    let levels = workspace.config.levels_of(name);
    let before = report::Version::read(workspace.source.read(name)?, today, &levels);
    let after = report::Version::read(outcome.after.clone(), today, &levels);
    let judge = Judge { today, decided: &workspace.config.diff.grade };
    let label = |message: Message| message.get(tongue).to_owned();
    let report = Report {
        before: label(say!(en: "the register", sv: "registret", da: "fortegnelsen")),
        after: label(say!(en: "the answers", sv: "svaren", da: "svarene")),
        municipalities: vec![report::municipality(before, after, judge)],
        ..Report::default()
    };
    Ok(text::text(&form::tell(&report, tongue)))
}
