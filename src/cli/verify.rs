//! `ropa verify`.

mod published;

use std::io;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::audience::Audience;
use crate::emit;
use crate::model::Lang;
use crate::say;
use crate::say::Tongue;
use clap::Args as ClapArgs;
use walkdir::WalkDir;

use crate::cli::build;
use crate::cli::workspace::{Place, Revision, Today};
use crate::cli::{FINDINGS, OK, Usage, print};
use published::Difference;

/// Compare a published folder with the output of the registers, and list the differences
///
/// The registers are those of the working tree, or of a revision. FOLDER is the output folder of `ropa build`, or a
/// copy of its folder `public` or `internal`. Files, folders and links that a build does not make are reported.
/// `.nojekyll`, `CNAME`, `.well-known` and the paths of `[verify] allow` in ropa.toml are skipped and listed. Without
/// --date the law is applied as of the `date` in the published `register.json`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The published folder
    folder: PathBuf,
    #[command(flatten)]
    revision: Revision,
    #[command(flatten)]
    today: Today,
    /// The folder is the complete register for the supervisory authority
    #[arg(long)]
    internal: bool,
}

/// Compiles into a temporary folder and compares.
pub(crate) fn run(place: &Place, args: Args, tongue: Tongue) -> anyhow::Result<u8> {
    let Args { folder, revision, today, internal } = args;
    if !folder.is_dir() {
        let path = folder.display();
        return Err(Usage(say!(
            en: "there is no folder {path}",
            sv: "det finns ingen mapp {path}",
            da: "der er ingen mappe {path}",
            path = path,
        ))
        .into());
    }
    let allowed = place.open()?.config.verify.allow;
    let made = tempfile::tempdir().map_err(no_temporary_folder)?;
    let code = build::quietly(place, revision, (today, tongue), (&folder, made.path(), has_fragments(&folder)))?;
    if code != OK {
        return Ok(code);
    }
    let kind = |side: &str| folder.join(side).symlink_metadata().map(|known| known.is_dir()).ok();
    let mut difference = Difference::default();
    let sides = Audience::ALL.map(Audience::folder);
    let holds_sides = sides.iter().any(|side| emit::is_ours(&folder.join(side)));
    let is_side = !holds_sides && (emit::is_ours(&folder) || sides.iter().all(|side| kind(side).is_none()));
    if is_side {
        let made = made.path().join(if internal { Audience::Internal } else { Audience::Public }.folder());
        difference.add(&folder, &made, "", &allowed)?;
    } else {
        let there: Vec<&str> = sides.into_iter().filter(|side| kind(side) == Some(true)).collect();
        difference.beside(&folder, &there, &allowed)?;
        for audience in Audience::ALL {
            let side = audience.folder();
            let compiled = made.path().join(side);
            match kind(side) {
                Some(true) => difference.add(&folder.join(side), &compiled, &format!("{side}/"), &allowed)?,
                None if compiled.exists() => difference.lacks(audience),
                Some(false) | None => {}
            }
        }
    }
    Ok(tell(&difference, tongue)?)
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

fn tell(difference: &Difference, tongue: Tongue) -> Result<u8, Error> {
    let Difference { files, differing, passed, absent } = difference;
    differing.iter().chain(absent).try_for_each(|line| print::line(line.get(tongue)))?;
    for path in passed {
        let told = say!(
            en: "not compared, because it is allowed next to the compiled files: {path}",
            sv: "jämförs inte, eftersom den får ligga bredvid de sammanställda filerna: {path}",
            da: "sammenlignes ikke, fordi den gerne må ligge ved siden af de sammenstillede filer: {path}",
        );
        print::line(told.get(tongue))?;
    }
    let (files, count) = (*files, differing.len());
    let summary = match count {
        0 => say!(
            en: "the folder is what the registers compile to: {files} files",
            sv: "mappen stämmer med registren: {files} filer",
            da: "mappen svarer til fortegnelserne: {files} filer",
        ),
        _ => say!(
            en: "the folder is not what the registers compile to: {count} differences, {files} files are compiled",
            sv: "mappen stämmer inte med registren: {count} skillnader, {files} filer jämförda",
            da: "mappen afviger fra fortegnelserne: {count} forskelle, {files} filer sammenlignet",
        ),
    };
    print::line(summary.get(tongue))?;
    Ok(if count == 0 { OK } else { FINDINGS })
}
