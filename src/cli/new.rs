//! `ropa new`.

mod texts;

use std::path::Path;

use crate::assets::{self, Files};
use crate::emit::people::{self, Named};
use crate::error::Kind;
use crate::finding::Place as At;
use crate::lexicon::texts;
use crate::model::{Id, suggest};
use crate::say::Tongue;
use crate::{Error, say};
use clap::{Args as ClapArgs, ValueEnum};
use minijinja::{Environment, UndefinedBehavior, context, value::Serde};

use crate::cli::workspace::{Place, Speech};
use crate::cli::{OK, print};

/// Create the folder of a new municipality, with a first activity and notice to fill in
///
/// Existing files are not overwritten. The register is in the language of the country, and so are the comments in its
/// files, unless --lang names another.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The name of the municipality, such as "Exempelby kommun"
    name: String,
    /// The country
    #[arg(long, value_enum, ignore_case = true, default_value = "SE")]
    country: Country,
    /// The name of the folder [default: derived from NAME]
    #[arg(long, value_name = "NAME")]
    folder: Option<String>,
}

/// A country with its own defaults.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Country {
    #[value(name = "SE")]
    Sweden,
    #[value(name = "DK")]
    Denmark,
}

/// What depends on the country and not on the language.
struct Words {
    code: &'static str,
    tongue: Tongue,
    controller: &'static str,
    form: &'static str,
}

impl Country {
    fn words(self) -> Words {
        match self {
            Self::Sweden => Words { code: "SE", tongue: Tongue::Swedish, controller: "namnden", form: "board" },
            Self::Denmark => Words { code: "DK", tongue: Tongue::Danish, controller: "kommunen", form: "municipality" },
        }
    }
}

impl Country {
    /// The name of a municipality without the word for one, and for Sweden without the genitive: `Flens kommun` is
    /// `Flen`, but `Degerfors kommun` is `Degerfors`. Danish letters are replaced as in Danish.
    fn short_name(self, name: &str) -> String {
        let name = name.trim();
        let last = name.rsplit(' ').next().unwrap_or_default();
        let is_called = texts().municipality.has(&last.to_lowercase()) && last.len() < name.len();
        let base = if is_called { name[..name.len() - last.len()].trim_end() } else { name };
        match self {
            Self::Sweden => {
                let keeps = texts().own_s.iter().any(|ending| base.to_lowercase().ends_with(ending));
                base.strip_suffix('s').filter(|_| is_called && !keeps).unwrap_or(base).to_owned()
            }
            Self::Denmark => {
                let letters = [("å", "aa"), ("Å", "Aa"), ("ø", "oe"), ("Ø", "Oe"), ("æ", "ae"), ("Æ", "Ae")];
                letters.iter().fold(base.to_owned(), |name, (letter, letters)| name.replace(letter, letters))
            }
        }
    }
}

/// Checks that the texts of the files can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    texts::check(files)
}

/// Creates the folder of a new municipality.
pub(crate) fn run(place: &Place, args: &Args, speech: &Speech) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let suggested = || suggest(&args.country.short_name(&args.name).replace('/', " "));
    let folder = args.folder.clone().or_else(suggested).ok_or_else(|| {
        Error::new(say!(
            en: "the name has no letters to make a folder name of",
            sv: "namnet har inga bokstäver att bilda ett mappnamn av",
            da: "navnet har ingen bogstaver at danne et mappenavn af",
        ))
    })?;
    Id::parse(&folder, At::default()).filter(|id| id.whole().is_none()).ok_or_else(|| {
        Error::new(say!(
            en: "`{folder}` is not a folder name; use the letters a–z, digits and hyphens",
            sv: "`{folder}` är inte ett mappnamn; använd bokstäverna a–z, siffror och bindestreck",
            da: "`{folder}` er ikke et mappenavn; brug bogstaverne a–z, cifre og bindestreger",
        ))
    })?;
    let target = workspace.registers().join(&folder);
    let words = args.country.words();
    let own = texts::read(&Files::OWN, words.tongue)?;
    let comments = texts::read(&Files::OWN, speech.asked().unwrap_or(words.tongue))?;
    let context = context! {
        name => quoted(&args.name)?,
        country => words.code,
        language => words.tongue.code(),
        controller => words.controller,
        form => words.form,
        value => Serde(own.value),
        example => Serde(own.example),
        say => Serde(comments.comment),
    };
    let file = |path, template| Ok::<_, Error>((path, render(template, &context)?));
    let files = [
        file("municipality.yaml", "new/municipality.yaml.j2")?,
        file("shared/parties.yaml", "new/parties.yaml.j2")?,
        file("activities/first-activity.yaml", "new/activity.yaml.j2")?,
        file("notices/first-notice.yaml", "new/notice.yaml.j2")?,
    ];
    people::create_folder(&workspace.registers(), &folder, &files).map_err(|fault| match fault.kind() {
        Kind::Exists => exists(&target),
        Kind::Absent | Kind::Other => fault,
    })?;
    let settings = Named::below(&workspace.root, Path::new("ropa.toml"))?;
    if !settings.is_there()? {
        settings.create(render("new/ropa.toml.j2", &context)?.as_bytes())?;
    }
    let made = say!(
        en: "made {target}; fill it in, then run `ropa check --all -m {folder}` and `ropa build`",
        sv: "{target} har skapats; fyll i, och kör sedan `ropa check --all -m {folder}` och `ropa build`",
        da: "{target} er oprettet; udfyld, og kør derefter `ropa check --all -m {folder}` og `ropa build`",
        target = target.display(),
    );
    print::line(made.get(speech.tongue()))?;
    Ok(OK)
}

/// A string as a YAML scalar, quoted if necessary.
pub(crate) fn quoted(text: &str) -> Result<String, Error> {
    let quoted = serde_yaml::to_string(text).map(|quoted| quoted.trim_end().to_owned());
    quoted.map_err(|cause| {
        Error::new(say!(
            en: "`{text}` could not be written as YAML",
            sv: "`{text}` kunde inte skrivas som YAML",
            da: "`{text}` kunne ikke skrives som YAML",
        ))
        .because(cause)
    })
}

fn exists(target: &Path) -> Error {
    Error::new(say!(
        en: "{target} exists already; choose another name with --folder",
        sv: "{target} finns redan; välj ett annat namn med --folder",
        da: "{target} findes allerede; vælg et andet navn med --folder",
        target = target.display(),
    ))
}

/// Renders the template of a file; the result ends in a line feed.
fn render(template: &str, context: &minijinja::Value) -> Result<String, Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    let text = templates.render_str(assets::text(template)?, context);
    let text = text.map_err(|cause| assets::damaged_template(template, cause))?;
    Ok(text.trim_end().to_owned() + "\n")
}
