//! `ropa evidence`.

use clap::Args as ClapArgs;

use crate::check::Public;
use crate::document::audience::Source;
use crate::document::scene::Scene;
use crate::draft::locate::Locator;
use crate::evidence::{self, Basis};
use crate::model::Lang;
use crate::say;
use crate::source::Sources;

use crate::cli::workspace::{Place, Speech, Today, Which};
use crate::cli::{FINDINGS, OK, Usage, print, read};

/// Show item by item that a notice informs as Articles 12 to 14 require
///
/// For each item: the published sentences, the file and line where they are written, and the law; then what is missing,
/// what is not settled, and the length with the readability index (LIX). It is written for a supervisory authority that
/// asks, as Markdown or as a page. A municipality with errors publishes nothing, so there is no evidence.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The id of the notice
    notice: String,
    #[command(flatten)]
    which: Which,
    /// The notice in this language [default: the first language of the municipality]
    #[arg(long = "in", value_name = "CODE", value_parser = language)]
    language: Option<Lang>,
    /// Print a page (HTML) instead of Markdown
    #[arg(long)]
    html: bool,
    #[command(flatten)]
    today: Today,
}

/// Parses the code of a language of notices.
fn language(code: &str) -> Result<Lang, Usage> {
    Lang::parse(code).ok_or_else(|| {
        Usage(say!(
            en: "a language has two small letters, such as sv",
            sv: "ett språk har två små bokstäver, till exempel sv",
            da: "et sprog har to små bogstaver, for eksempel da",
        ))
    })
}

/// A municipality that has the notice.
struct Found {
    name: String,
    sources: Sources,
    public: Public,
}

/// Prints the evidence.
pub(crate) fn run(place: &Place, args: &Args, speech: &Speech) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let day = args.today.date();
    let mut found: Vec<Found> = Vec::new();
    for name in workspace.municipalities(&args.which)? {
        let (understood, levels) = read::understood(&workspace, &name)?;
        let notices = &understood.written.register().notices;
        if !notices.keys().any(|id| id.as_str() == args.notice) {
            continue;
        }
        let Ok((sources, checked)) = understood.check(day, &levels) else {
            return Err(has_errors(&name).into());
        };
        found.push(Found { name, sources, public: checked.public() });
    }
    let Some(Found { sources, public, .. }) = found.first() else { return Err(no_notice(&args.notice).into()) };
    if found.len() > 1 {
        return Err(in_several(&args.notice, &found).into());
    }
    let register = public.register();
    let notice = register.notices.values().find(|notice| notice.id.as_str() == args.notice);
    let languages = notice.map(|notice| register.municipality.languages_of(notice)).unwrap_or_default();
    let lang = args.language.or(register.municipality.main_language());
    let scene = lang.filter(|lang| languages.contains(lang)).and_then(|lang| Scene::new(Source::Public(public), lang));
    let (Some(notice), Some(scene)) = (notice, scene) else { return Err(no_language(&args.notice).into()) };
    let locator = Locator::new(sources);
    let basis = Basis { scene: &scene.as_of(day), locator: &locator, day, tongue: speech.tongue() };
    let evidence = evidence::of(&basis, notice);
    match args.html {
        true => print::data(&evidence::html(&evidence)?)?,
        false => print::data(&evidence::markdown(&evidence))?,
    }
    Ok(if evidence.is_complete() { OK } else { FINDINGS })
}

fn no_notice(id: &str) -> Usage {
    Usage(say!(
        en: "there is no notice `{id}`",
        sv: "det finns ingen information `{id}`",
        da: "der er ingen oplysning `{id}`",
        id = id,
    ))
}

fn no_language(id: &str) -> Usage {
    Usage(say!(
        en: "the notice `{id}` is not in this language",
        sv: "informationen `{id}` finns inte på det språket",
        da: "oplysningen `{id}` findes ikke på det sprog",
        id = id,
    ))
}

fn in_several(id: &str, found: &[Found]) -> Usage {
    let names: Vec<&str> = found.iter().map(|found| found.name.as_str()).collect();
    Usage(say!(
        en: "several municipalities have a notice `{id}`: {names}; choose with --municipality",
        sv: "flera kommuner har en information `{id}`: {names}; välj med --municipality",
        da: "flere kommuner har en oplysning `{id}`: {names}; vælg med --municipality",
        id = id,
        names = names.join(", "),
    ))
}

fn has_errors(name: &str) -> crate::Error {
    crate::Error::new(say!(
        en: "{name} has errors, so nothing of it is published; `ropa check` lists them",
        sv: "{name} har fel, så ingenting av den publiceras; `ropa check` visar dem",
        da: "{name} har fejl, så intet af den offentliggøres; `ropa check` viser dem",
        name = name,
    ))
}
