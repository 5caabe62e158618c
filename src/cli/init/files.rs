//! The files of a new workspace.

use std::path::Path;

use minijinja::{Value, context, value::Serde};
use serde::Serialize;

use crate::Error;
use crate::assets::Files;
use crate::draft::schema;
use crate::model::version::Version;
use crate::say::Tongue;
use crate::vocabulary::CountryCode;

use crate::cli::init::answers::{Answers, Municipality};
use crate::cli::init::{Pipeline, Repository, SCHEMAS, Standing};
use crate::cli::new::{quoted, render, texts};

/// A file to write.
pub(super) struct File<'r> {
    /// The folder of the repository, for a file that a forge looks for there; else the workspace.
    pub(super) within: Option<&'r Path>,
    /// The path below that folder, with `/` as separator.
    pub(super) path: String,
    /// The text.
    pub(super) text: String,
}

/// What the files depend on, besides the answers.
pub(super) struct Looks<'l> {
    /// What is in the workspace already.
    pub(super) standing: &'l Standing,
    /// The repository around it.
    pub(super) repository: &'l Repository,
    /// The language of comments.
    pub(super) comments: Tongue,
}

/// A controller, as the templates name it.
#[derive(Serialize)]
struct Board {
    id: String,
    name: String,
}

/// All files, in the order in which they are written.
///
/// # Errors
/// When a template or a text of the program is damaged.
pub(super) fn all<'l>(answers: &Answers, looks: &Looks<'l>) -> Result<Vec<File<'l>>, Error> {
    let words = answers.country.words();
    let values = texts::read(&Files::OWN, "new", words.tongue)?.value;
    let prefix = looks.repository.prefix();
    let common = context! {
        say => Serde(texts::read(&Files::OWN, "init", looks.comments)?.comment),
        messages => looks.comments.code(),
        language => words.tongue.code(),
        country => words.code,
        form => words.form,
        registers => looks.standing.registers.as_str(),
        out => looks.standing.out.as_str(),
        gap => values.get("gap"),
        title => values.get("index"),
        version => env!("CARGO_PKG_VERSION"),
        prefix => if prefix.is_empty() { String::new() } else { quoted(prefix)? },
    };
    let mut files = vec![file("ropa.toml", "ropa.toml.j2", &common)?];
    if let Some(municipality) = &answers.municipality {
        files.extend(self::municipality(municipality, (words.code, &looks.standing.registers), &common)?);
    }
    for (path, template) in [
        (".gitignore", "gitignore.j2"),
        (".gitattributes", "gitattributes.j2"),
        (".vscode/settings.json", "settings.json.j2"),
        (".vscode/extensions.json", "extensions.json.j2"),
    ] {
        files.push(file(path, template, &common)?);
    }
    let country = looks.standing.country.as_deref().or(answers.municipality.as_ref().map(|_| words.code));
    for (part, name) in SCHEMAS {
        files.push(File { within: None, path: schema_path(name), text: schema_text(part, country)? });
    }
    let at_root = |file: File<'l>| File { within: looks.repository.root_above(), ..file };
    let lines = owners(answers, looks);
    files.push(at_root(file("CODEOWNERS", "codeowners.j2", &context! { lines, ..common.clone() })?));
    files.extend(match answers.pipeline {
        Pipeline::None => None,
        Pipeline::Github => Some(at_root(file(".github/workflows/ropa.yml", "github.yml.j2", &common)?)),
        Pipeline::Gitlab => Some(at_root(file(".gitlab-ci.yml", "gitlab.yml.j2", &common)?)),
    });
    Ok(files)
}

/// The files of the municipality: who it is, and an example.
fn municipality<'l>(
    municipality: &Municipality,
    (country, registers): (&str, &str),
    common: &Value,
) -> Result<Vec<File<'l>>, Error> {
    let Municipality { name, folder, boards } = municipality;
    let board = |(id, name): &(String, String)| Ok::<_, Error>(Board { id: id.clone(), name: quoted(name)? });
    let boards: Vec<Board> = boards.iter().map(board).collect::<Result<_, _>>()?;
    let first = boards.first().map(|board| board.id.clone()).unwrap_or_default();
    let context = context! { name => quoted(name)?, boards => Serde(boards), ..common.clone() };
    let country = country.to_lowercase();
    let own = |path: &str, template: &str| file(&format!("{registers}/{folder}/{path}"), template, &context);
    Ok(vec![
        own("municipality.yaml", "municipality.yaml.j2")?,
        own("shared/parties.yaml", &format!("{country}/shared.yaml.j2"))?,
        own(&format!("activities/{first}/example.yaml"), &format!("{country}/activity.yaml.j2"))?,
        own("notices/example.yaml", &format!("{country}/notice.yaml.j2"))?,
    ])
}

fn file<'l>(path: &str, template: &str, context: &Value) -> Result<File<'l>, Error> {
    Ok(File { within: None, path: path.to_owned(), text: render(&format!("init/{template}"), context)? })
}

/// The path of a schema below the workspace.
pub(in crate::cli) fn schema_path(name: &str) -> String {
    format!("schemas/{name}.schema.json")
}

/// The schema of a part of the register, with the codes of a country, or with all codes.
///
/// # Errors
/// When it cannot be written as JSON.
pub(in crate::cli) fn schema_text(part: schema::Part, country: Option<&str>) -> Result<String, Error> {
    let country = country.and_then(CountryCode::of);
    crate::cli::schema::text(&schema::of(Some(part), Version::NEWEST, country))
}

/// The lines of CODEOWNERS: the register of each municipality, and the folder of each board.
fn owners(answers: &Answers, looks: &Looks) -> Vec<String> {
    let prefix = looks.repository.prefix();
    let root = if prefix.is_empty() { String::new() } else { format!("/{}", prefix.replace(' ', "\\ ")) };
    let new = answers.municipality.iter().map(|new| {
        let boards: Vec<String> = new.boards.iter().map(|(id, _)| id.clone()).collect();
        (new.folder.clone(), boards)
    });
    let all: Vec<(String, Vec<String>)> = looks.standing.boards.iter().cloned().chain(new).collect();
    all.iter()
        .flat_map(|(folder, boards)| {
            let register = format!("{root}/{}/{folder}", looks.standing.registers);
            let boards = boards.iter().map(|id| format!("{register}/activities/{id}/ @organisation/{id}"));
            std::iter::once(format!("{register}/ @organisation/{folder}")).chain(boards).collect::<Vec<_>>()
        })
        .collect()
}
