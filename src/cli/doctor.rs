//! `ropa doctor`.

mod folder;
mod git;
mod registers;

use crate::Error;
use crate::say;
use crate::say::{Message, Tongue, Words};
use crate::source::git::{Repository, is_installed};
use clap::Args as ClapArgs;

use crate::cli::read::plural;
use crate::cli::workspace::{Place, Today};
use crate::cli::{FINDINGS, OK, print};

/// Say what is missing or odd around the registers, each with a way out
///
/// Looks at the settings, git, files that are not read, schemas, the pipeline, the compiled files, the data protection
/// officer, and names that Windows cannot have. `ropa check` looks at what the registers say. Nothing is written.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    #[command(flatten)]
    today: Today,
    /// Print what is missing only, without hints
    #[arg(long, short)]
    quiet: bool,
}

/// How much a remark weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// Something is missing or wrong: the exit code is 1.
    Missing,
    /// Something could be better.
    Hint,
}

/// Something that is missing or odd.
struct Remark {
    weight: Weight,
    what: Message,
    way: Message,
}

impl Remark {
    fn missing(what: Message, way: Message) -> Self {
        Self { weight: Weight::Missing, what, way }
    }

    fn hint(what: Message, way: Message) -> Self {
        Self { weight: Weight::Hint, what, way }
    }
}

/// Looks, and prints the remarks.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let repository = Repository::open(&workspace.root);
    let mut remarks = folder::remarks(&workspace, repository.as_ref().ok())?;
    match &repository {
        Ok(repository) => remarks.extend(git::remarks((place, &workspace), repository, args.today)?),
        Err(cause) => remarks.push(no_repository(cause)),
    }
    remarks.extend(registers::remarks(&workspace, args.today.date())?);
    remarks.retain(|remark| !args.quiet || remark.weight == Weight::Missing);
    // What is missing first; otherwise in the order of the checks.
    remarks.sort_by_key(|remark| remark.weight == Weight::Hint);
    remarks.iter().try_for_each(|remark| print::line(told(remark).get(tongue)))?;
    let count = |weight| remarks.iter().filter(|remark| remark.weight == weight).count();
    let (missing, hints) = (count(Weight::Missing), count(Weight::Hint));
    if !args.quiet {
        print::line(summary(missing, hints).get(tongue))?;
    }
    Ok(if missing == 0 { OK } else { FINDINGS })
}

fn no_repository(cause: &Error) -> Remark {
    if is_installed() {
        return Remark::missing(
            cause.message().clone(),
            say!(
                en: "run `git init`, so that every change is kept with its day and its reason",
                sv: "kör `git init`, så att varje ändring sparas med dag och skäl",
                da: "kør `git init`, så hver ændring gemmes med dag og grund",
            ),
        );
    }
    Remark::missing(
        say!(
            en: "the program `git` is not installed",
            sv: "programmet `git` är inte installerat",
            da: "programmet `git` er ikke installeret",
        ),
        say!(
            en: "install it (https://git-scm.com): `ropa diff`, `ropa log` and `--rev` read the history through it",
            sv: "installera det (https://git-scm.com): `ropa diff`, `ropa log` och `--rev` läser historiken genom det",
            da: "installer det (https://git-scm.com): `ropa diff`, `ropa log` og `--rev` læser historikken gennem det",
        ),
    )
}

fn told(remark: &Remark) -> Message {
    let weight = match remark.weight {
        Weight::Missing => Words { en: "missing", sv: "saknas", da: "mangler" },
        Weight::Hint => Words { en: "hint", sv: "tips", da: "tip" },
    };
    say!(
        en: "{weight}: {what}\n  {way}\n",
        sv: "{weight}: {what}\n  {way}\n",
        da: "{weight}: {what}\n  {way}\n",
        weight = weight,
        what = remark.what,
        way = remark.way,
    )
}

fn summary(missing: usize, hints: usize) -> Message {
    let hints =
        plural(hints, Words { en: "hint", sv: "tips", da: "tip" }, Words { en: "hints", sv: "tips", da: "tips" });
    match missing {
        0 => {
            say!(en: "nothing is missing; {hints}", sv: "inget saknas; {hints}", da: "intet mangler; {hints}", hints = hints)
        }
        _ => say!(
            en: "{things} missing; {hints}",
            sv: "{things} saknas; {hints}",
            da: "{things} mangler; {hints}",
            hints = hints,
            things = plural(
                missing,
                Words { en: "thing is", sv: "sak", da: "ting" },
                Words { en: "things are", sv: "saker", da: "ting" },
            ),
        ),
    }
}
