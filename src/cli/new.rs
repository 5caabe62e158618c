//! `ropa new`.

use std::fs;
use std::path::Path;

use anyhow::Context;
use clap::{Args as ClapArgs, ValueEnum};
use minijinja::{Environment, UndefinedBehavior, context};
use ropa::assets;
use ropa::emit;
use ropa::finding::Place as At;
use ropa::model::{Id, suggest};
use ropa::say;

use crate::cli::workspace::{Place, Speech};
use crate::cli::{OK, Refusal};

/// Make the folder of a new municipality, with a first activity and notice to fill in
///
/// Nothing that exists is overwritten.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The name of the municipality, such as "Exempelby kommun"
    name: String,
    /// The country
    #[arg(long, value_enum, default_value = "SE")]
    country: Country,
    /// The name of the folder [default: made from the name]
    #[arg(long, value_name = "NAME")]
    folder: Option<String>,
}

/// A country with a form of its own.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Country {
    #[value(name = "SE")]
    Sweden,
    #[value(name = "DK")]
    Denmark,
}

/// What stands in a new municipality of a country.
struct Words {
    code: &'static str,
    language: &'static str,
    controller: &'static str,
    controller_name: Option<&'static str>,
    form: &'static str,
    title: &'static str,
    gap: &'static str,
    notice: &'static str,
}

impl Country {
    fn words(self) -> Words {
        match self {
            Self::Sweden => Words {
                code: "SE",
                language: "sv",
                controller: "namnden",
                controller_name: Some("Nämndens namn (byt ut)"),
                form: "board",
                title: "Min första behandling",
                gap: "ännu inte ifyllt",
                notice: "Så behandlar vi personuppgifter",
            },
            Self::Denmark => Words {
                code: "DK",
                language: "da",
                controller: "kommunen",
                controller_name: None,
                form: "municipality",
                title: "Min første behandling",
                gap: "endnu ikke udfyldt",
                notice: "Sådan behandler vi personoplysninger",
            },
        }
    }
}

/// Makes the folder.
pub(crate) fn run(place: &Place, args: &Args) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let short = args.name.trim_end_matches(" kommun").trim_end_matches(" Kommune").trim_end_matches('s');
    let suggested = || suggest(&short.replace('/', " "));
    let folder = args.folder.clone().or_else(suggested).ok_or_else(|| {
        Refusal(say!(
            en: "the name has no letters to make a folder name of",
            sv: "namnet har inga bokstäver att bilda ett mappnamn av",
            da: "navnet har ingen bogstaver at danne et mappenavn af",
        ))
    })?;
    Id::parse(&folder, At::default()).filter(|id| id.whole().is_none()).ok_or_else(|| {
        Refusal(say!(
            en: "`{folder}` is not a folder name; use the letters a–z, digits and hyphens",
            sv: "`{folder}` är inte ett mappnamn; använd bokstäverna a–z, siffror och bindestreck",
            da: "`{folder}` er ikke et mappenavn; brug bogstaverne a–z, cifre og bindestreger",
        ))
    })?;
    let target = workspace.registers().join(&folder);
    if target.exists() {
        return Err(Refusal(say!(
            en: "{target} exists already; choose another name with --folder",
            sv: "{target} finns redan; välj ett annat namn med --folder",
            da: "{target} findes allerede; vælg et andet navn med --folder",
            target = target.display(),
        ))
        .into());
    }
    let words = args.country.words();
    let context = context! {
        name => quoted(&args.name)?,
        country => words.code,
        language => words.language,
        controller => words.controller,
        controller_name => quoted(words.controller_name.unwrap_or(&args.name))?,
        form => words.form,
        gap => words.gap,
        title => quoted(words.title)?,
        notice => quoted(words.notice)?,
    };
    let settings = workspace.root.join("ropa.toml");
    if !settings.exists() {
        write(&settings, "new/ropa.toml.j2", &context)?;
    }
    write(&target.join("municipality.yaml"), "new/municipality.yaml.j2", &context)?;
    write(&target.join("shared/parties.yaml"), "new/parties.yaml.j2", &context)?;
    write(&target.join("activities/first-activity.yaml"), "new/activity.yaml.j2", &context)?;
    write(&target.join("notices/first-notice.yaml"), "new/notice.yaml.j2", &context)?;
    let made = say!(
        en: "made {target}; fill it in, then run `ropa check --all -m {folder}` and `ropa build`",
        sv: "{target} har skapats; fyll i, och kör sedan `ropa check --all -m {folder}` och `ropa build`",
        da: "{target} er oprettet; udfyld, og kør derefter `ropa check --all -m {folder}` og `ropa build`",
        target = target.display(),
    );
    anstream::println!("{}", made.get(Speech::default().tongue()));
    Ok(OK)
}

/// A text as YAML writes it: in quotation marks where it needs them.
pub(crate) fn quoted(text: &str) -> anyhow::Result<String> {
    Ok(serde_yaml::to_string(text)?.trim_end().to_owned())
}

fn write(path: &Path, template: &str, context: &minijinja::Value) -> anyhow::Result<()> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    let text = templates.render_str(assets::text(template)?, context)?.trim_end().to_owned() + "\n";
    let folder = path.parent().context("a file stands in a folder")?;
    fs::create_dir_all(folder).with_context(|| {
        Refusal(say!(
            en: "{folder} could not be made",
            sv: "{folder} kunde inte skapas",
            da: "{folder} kunne ikke oprettes",
            folder = folder.display(),
        ))
    })?;
    fs::write(path, text).map_err(|source| emit::Error::Io { path: path.to_owned(), source }.into())
}
