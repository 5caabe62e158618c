//! `ropa new`.

pub(super) mod country;
pub(super) mod texts;

use std::path::Path;

use crate::assets::{self, Files};
use crate::emit::people::{self, Named};
use crate::error::Kind;
use crate::{Error, say};
use clap::Args as ClapArgs;
use minijinja::{Environment, UndefinedBehavior, context, value::Serde};

use crate::cli::workspace::{Place, Speech};
use crate::cli::{OK, print};
use country::Country;

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

/// Checks that the texts of the files can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    texts::check(files, "new")
}

/// Creates the folder of a new municipality.
pub(crate) fn run(place: &Place, args: &Args, speech: &Speech) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let folder = args.country.folder(&args.name, args.folder.as_deref())?;
    let target = workspace.registers().join(&folder);
    let words = args.country.words();
    let own = texts::read(&Files::OWN, "new", words.tongue)?;
    let comments = texts::read(&Files::OWN, "new", speech.asked().unwrap_or(words.tongue))?;
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
pub(super) fn render(template: &str, context: &minijinja::Value) -> Result<String, Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    let text = templates.render_str(assets::text(template)?, context);
    let text = text.map_err(|cause| assets::damaged_template(template, cause))?;
    Ok(text.trim_end().to_owned() + "\n")
}
