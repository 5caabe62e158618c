//! `ropa check --fix` and `--diff`: shows and applies machine-applicable fixes.

use crate::Error;
use crate::fix::{self, Fixed, Outcome};
use crate::pipeline::Understood;
use crate::say;
use crate::say::{Message, Tongue, Words};
use crate::source::{self, disk};
use rayon::prelude::*;

use super::{Args, tell};
use crate::cli::edited::{diff, write};
use crate::cli::print;
use crate::cli::read::plural;
use crate::cli::workspace::Workspace;

const EDIT: Words = Words { en: "edit", sv: "ändring", da: "ændring" };
const EDITS: Words = Words { en: "edits", sv: "ändringar", da: "ændringer" };

/// Shows the edits (`--diff`), applies them (`--fix`), and reports how many there are in each file.
pub(super) fn run(workspace: &Workspace, names: &[String], (args, tongue): (&Args, Tongue)) -> Result<(), Error> {
    let outcomes: Vec<Outcome> =
        names.par_iter().map(|name| outcome(workspace, name, args)).collect::<Result<_, Error>>()?;
    let root = workspace.way_from_here();
    let files =
        || outcomes.iter().zip(names).flat_map(|(outcome, name)| outcome.files.iter().map(move |file| (name, file)));
    if args.diff {
        files().try_for_each(|(_, fixed)| show(&diff(fixed, &root), args))?;
    }
    for (name, fixed) in files() {
        if args.fix {
            write(workspace, name, fixed)?;
        }
        tell(&told(fixed, &root, args.fix), args, tongue)?;
    }
    if files().next().is_none() {
        tell(
            &say!(en: "there is nothing to fix", sv: "det finns inget att rätta", da: "der er intet at rette"),
            args,
            tongue,
        )?;
    }
    for path in outcomes.iter().flat_map(|outcome| &outcome.left) {
        tell(&left(&format!("{root}{path}")), args, tongue)?;
    }
    tell(&Message::default(), args, tongue)?;
    Ok(())
}

fn outcome(workspace: &Workspace, name: &str, args: &Args) -> Result<Outcome, Error> {
    let registers = workspace.registers();
    let today = args.today.date();
    let levels = workspace.config.levels_of(name);
    fix::fix(
        workspace.source.read(name)?,
        |file| disk::bytes(&registers, name, file),
        |read: &source::Read| Understood::of(read.clone()).into_found(today, &levels).2,
    )
}

/// Prints a diff: on standard error if the findings are printed as data.
fn show(diff: &str, args: &Args) -> Result<(), Error> {
    match args.format {
        super::Format::Human => print::patch(diff),
        _ => {
            print::aside(diff);
            Ok(())
        }
    }
}

fn told(fixed: &Fixed, root: &str, is_made: bool) -> Message {
    let path = format!("{root}{}", fixed.file.path);
    let count = plural(fixed.edits, EDIT, EDITS);
    match is_made {
        true => say!(
            en: "{count} written to {path}",
            sv: "{count} i {path}",
            da: "{count} i {path}",
            count = count,
            path = path,
        ),
        false => say!(
            en: "`ropa check --fix` makes {count} in {path}",
            sv: "`ropa check --fix` gör {count} i {path}",
            da: "`ropa check --fix` foretager {count} i {path}",
            count = count,
            path = path,
        ),
    }
}

fn left(path: &str) -> Message {
    say!(
        en: "{path} stays as it is: the edits would bring new findings",
        sv: "{path} lämnas som den är: ändringarna skulle leda till nya avvikelser",
        da: "{path} forbliver, som den er: Ændringerne ville føre til nye afvigelser",
    )
}
