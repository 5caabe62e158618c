//! `ropa verify`.

mod compiler;
mod published;
mod single;
mod told;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::audience::Audience;
use crate::emit;
use crate::model::Lang;
use crate::say;
use crate::say::Tongue;
use clap::{Args as ClapArgs, ValueEnum};
use walkdir::WalkDir;

use crate::cli::build;
use crate::cli::workspace::{Place, Revision, Today, Which};
use crate::cli::{FAILED, FINDINGS, OK, Usage};
use compiler::Compiler;
use published::{Difference, Part};
use told::Verdict;

/// Compare a published folder or page with what the registers compile to
///
/// The registers are those of the working tree, or of a revision. FOLDER is the output folder of `ropa build`, or a
/// copy of its folder `public` or `internal`; or one file below such a folder. Files, folders and links that a build does
/// not make are reported. `.nojekyll`, `CNAME`, `.well-known` and the paths of `[verify] allow` in ropa.toml are skipped
/// and listed. Files that differ only in their line ends are told apart. Without --date the law is applied as of the
/// `date` in the published `register.json`. If the folder differs and another version of the program or of the law data
/// compiled it, as `register.json` says, the exit code is 3: whether the registers differ cannot be told. It is also 3 if
/// the registers have errors, so that nothing is compiled.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The published folder, or one file in it
    folder: PathBuf,
    #[command(flatten)]
    which: Which,
    /// Only this language (repeat for several); files that are not in a language are then left out
    #[arg(long, short, value_name = "CODE")]
    language: Vec<String>,
    #[command(flatten)]
    revision: Revision,
    #[command(flatten)]
    today: Today,
    /// The folder is the complete register for the supervisory authority
    #[arg(long)]
    internal: bool,
    /// The output format
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For other programs
    Json,
}

/// Compiles into a temporary folder and compares.
pub(crate) fn run(place: &Place, args: Args, tongue: Tongue) -> anyhow::Result<u8> {
    let Args { folder, which, language, revision, today, internal, format } = args;
    if !folder.exists() {
        let path = folder.display();
        return Err(Usage(say!(
            en: "there is no folder or file {path}",
            sv: "det finns ingen mapp eller fil {path}",
            da: "der er ingen mappe eller fil {path}",
            path = path,
        ))
        .into());
    }
    let workspace = place.open_at(&revision)?;
    let allowed = place.open()?.config.verify.allow;
    let municipalities = match which.is_all() {
        true => BTreeSet::new(),
        false => workspace.municipalities(&which)?.into_iter().collect(),
    };
    let part = Part { municipalities, languages: languages(&language)? };
    let side = if internal { Audience::Internal } else { Audience::Public };
    let is_page = folder.is_file();
    let published = if is_page { single::published(&folder).or(folder.parent()).unwrap_or(&folder) } else { &folder };
    let made = tempfile::tempdir().map_err(no_temporary_folder)?;
    let silent = format == Format::Json;
    let code = build::quietly(
        place,
        revision,
        which,
        (today, tongue, silent),
        (published, made.path(), has_fragments(published)),
    )?;
    let mut difference = Difference::default();
    if code != OK {
        return tell((&difference, &[]), Verdict::HasErrors, format, tongue);
    }
    let sides = match is_page {
        true => {
            page((&folder, made.path()), side, &mut difference)?;
            vec![published.to_owned()]
        }
        false => whole((&folder, made.path()), side, (&part, &allowed), &mut difference)?,
    };
    let mut all = compiler::all(sides.iter().map(PathBuf::as_path));
    all.retain(|(name, _)| part.municipalities.is_empty() || part.municipalities.contains(name));
    let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, compiler)| *compiler == Compiler::own());
    let is_own = |path: &str| own.iter().any(|(name, _)| inside(path).starts_with(&format!("{name}/")));
    let verdict = match (difference.differing.is_empty(), others.is_empty()) {
        (true, _) => Verdict::Same,
        (false, true) => Verdict::Differs,
        (false, false) if difference.differing.iter().any(|different| is_own(&different.path)) => Verdict::Differs,
        (false, false) => Verdict::CannotTell,
    };
    tell((&difference, &others), verdict, format, tongue)
}

/// Prints the result, and returns its exit code.
fn tell(
    (difference, others): (&Difference, &[(String, Compiler)]),
    verdict: Verdict,
    format: Format,
    tongue: Tongue,
) -> anyhow::Result<u8> {
    match format {
        Format::Text => told::text(difference, others, verdict, tongue)?,
        Format::Json => told::json(difference, others, verdict)?,
    }
    Ok(match verdict {
        Verdict::Same => OK,
        Verdict::Differs => FINDINGS,
        Verdict::CannotTell | Verdict::HasErrors => FAILED,
    })
}

/// A path of a published folder below its side.
fn inside(path: &str) -> &str {
    let mut sides = Audience::ALL.into_iter().filter_map(|side| path.strip_prefix(side.folder())?.strip_prefix('/'));
    sides.next().unwrap_or(path)
}

/// Compares one published file.
fn page((file, made): (&Path, &Path), side: Audience, difference: &mut Difference) -> anyhow::Result<()> {
    let whole = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let Some((compiled, path)) = single::compiled(&whole, made, side) else {
        let path = file.display();
        return Err(Usage(say!(
            en: "the registers compile to no file {path}: its path must end as in the published folder",
            sv: "registren ger ingen fil {path}: sökvägen måste sluta som i den publicerade mappen",
            da: "fortegnelserne giver ingen fil {path}: Stien skal ende som i den offentliggjorte mappe",
            path = path,
        ))
        .into());
    };
    difference.files = 1;
    Ok(difference.file((file, &compiled), "", &path)?)
}

/// Compares a published folder; returns the folders of its sides.
fn whole(
    (folder, made): (&Path, &Path),
    side: Audience,
    (part, allowed): (&Part, &[String]),
    difference: &mut Difference,
) -> Result<Vec<PathBuf>, Error> {
    let kind = |side: &str| folder.join(side).symlink_metadata().map(|known| known.is_dir()).ok();
    let sides = Audience::ALL.map(Audience::folder);
    let holds_sides = sides.iter().any(|side| emit::is_ours(&folder.join(side)));
    let is_side = !holds_sides && (emit::is_ours(folder) || sides.iter().all(|side| kind(side).is_none()));
    if is_side {
        difference.add((folder, &made.join(side.folder())), "", (part, allowed))?;
        return Ok(vec![folder.to_owned()]);
    }
    let there: Vec<&str> = sides.into_iter().filter(|side| kind(side) == Some(true)).collect();
    if part.is_all() {
        difference.beside(folder, &there, allowed)?;
    }
    for audience in Audience::ALL {
        let side = audience.folder();
        let compiled = made.join(side);
        match kind(side) {
            Some(true) => difference.add((&folder.join(side), &compiled), &format!("{side}/"), (part, allowed))?,
            None if compiled.exists() => difference.lacks(audience),
            Some(false) | None => {}
        }
    }
    Ok(there.into_iter().map(|side| folder.join(side)).collect())
}

/// The languages of the arguments.
fn languages(codes: &[String]) -> Result<BTreeSet<String>, Usage> {
    let named = build::languages::named(codes)?;
    Ok(named.into_iter().map(|lang| lang.code().to_owned()).collect())
}

/// Whether a published folder holds the folder `fragments` of a language, as `ropa build --fragments` makes it.
fn has_fragments(folder: &Path) -> bool {
    let inside = WalkDir::new(folder).min_depth(3).max_depth(4).into_iter().filter_map(Result::ok);
    let is_of_language = |path: &Path| {
        let above = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        above.is_some_and(|name| Lang::parse(name).is_some())
    };
    inside.into_iter().any(|entry| entry.file_name() == "fragments" && is_of_language(entry.path()))
}

fn no_temporary_folder(cause: io::Error) -> Error {
    Error::new(say!(
        en: "no temporary folder could be made",
        sv: "det gick inte att skapa en tillfällig mapp",
        da: "der kunne ikke oprettes en midlertidig mappe",
    ))
    .because(cause)
}
