//! The folder with `ropa.toml` and `registers/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::config::{Config, messages};
use crate::say;
use crate::say::{Message, Tongue};
use crate::source::{Registers, inside};
use clap::Args;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use crate::cli::version::Version;
use crate::cli::{Usage, dated};

/// The folder of the workspace.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// The folder that contains ropa.toml and registers/
    #[arg(long, global = true, default_value = ".", value_name = "FOLDER")]
    workspace: PathBuf,
}

/// The selected municipalities.
#[derive(Debug, Default, Args)]
pub(crate) struct Which {
    /// Only this municipality, by the name of its folder (repeat for several)
    #[arg(long, short, value_name = "NAME")]
    municipality: Vec<String>,
}

impl Which {
    /// Whether no municipality was selected; all are then meant.
    pub(crate) fn is_all(&self) -> bool {
        self.municipality.is_empty()
    }

    /// The selected municipalities; none if all are.
    pub(crate) fn selected(&self) -> &[String] {
        &self.municipality
    }

    /// The selected municipality, if it is one.
    pub(crate) fn only(&self) -> Option<&str> {
        match self.municipality.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether a municipality is selected.
    pub(crate) fn names(&self, name: &str) -> bool {
        self.is_all() || self.municipality.iter().any(|asked| asked == name)
    }

    /// The selected municipalities among the existing ones.
    pub(crate) fn among(&self, all: Vec<String>) -> Result<Vec<String>, Usage> {
        if let Some(name) = self.municipality.iter().find(|name| !all.contains(name)) {
            return Err(Usage(say!(
                en: "there is no municipality `{name}`; there are: {all}",
                sv: "det finns ingen kommun `{name}`; det finns: {all}",
                da: "der er ingen kommune `{name}`; der er: {all}",
                all = all.join(", "),
            )));
        }
        Ok(all.into_iter().filter(|name| self.names(name)).collect())
    }
}

/// The date of the run.
#[derive(Debug, Default, Clone, Copy, Args)]
pub(crate) struct Today {
    /// Apply the law as of this date (ISO 8601) [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<civil::Date>,
}

impl Today {
    /// The date, by default today in UTC.
    pub(crate) fn date(&self) -> civil::Date {
        self.date.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date())
    }

    /// The date, by default the one as of which a municipality was compiled into a published folder, or else today.
    pub(crate) fn or_of(self, published: Option<&Path>, municipality: &str) -> civil::Date {
        let published = || dated::date_of(published?, municipality);
        Self { date: self.date.or_else(published) }.date()
    }
}

/// The language of messages.
#[derive(Debug, Default, Args)]
pub(crate) struct Speech {
    /// The language of messages: en, sv or da [default: `messages` in ropa.toml, or the language of this computer]
    #[arg(long, global = true, value_name = "CODE", value_parser = tongue)]
    lang: Option<Tongue>,
    /// The language in the settings of the workspace.
    #[arg(skip)]
    of_workspace: Option<Tongue>,
}

impl Speech {
    /// The same, with the language that the settings of a workspace name.
    pub(crate) fn at(self, workspace: &Path) -> Self {
        Self { of_workspace: messages::asked(&workspace.join("ropa.toml")), ..self }
    }

    /// The language from the command line.
    pub(crate) fn asked(&self) -> Option<Tongue> {
        self.lang
    }

    /// The language from the command line, the settings or the environment; English if the program does not support it.
    pub(crate) fn tongue(&self) -> Tongue {
        self.lang.or(self.of_workspace).or_else(|| Tongue::parse(&locale()?)).unwrap_or_default()
    }
}

/// The locale from the environment variables in POSIX order, or the system's.
#[expect(clippy::disallowed_methods, reason = "the environment says in which language a person reads")]
fn locale() -> Option<String> {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let of_environment = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    of_environment.or_else(sys_locale::get_locale)
}

/// The path from one folder to another, with `/` after each part.
fn way(from: &Path, to: &Path) -> String {
    let (mut from, mut to) = (from.components().peekable(), to.components().peekable());
    if from.peek() != to.peek() {
        return String::new();
    }
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let up = from.map(|_| "../".to_owned());
    up.chain(to.map(|part| format!("{}/", part.as_os_str().to_string_lossy()))).collect()
}

/// Parses a language code of the command line.
pub(crate) fn tongue(code: &str) -> Result<Tongue, Usage> {
    let known = Tongue::ALL.map(Tongue::code).join(", ");
    let found = Tongue::ALL.into_iter().find(|tongue| tongue.code() == code);
    found.ok_or_else(|| {
        Usage(say!(en: "the languages are: {known}", sv: "språken är: {known}", da: "sprogene er: {known}"))
    })
}

/// The revision of the registers and settings.
#[derive(Debug, Default, Args)]
pub(crate) struct Revision {
    /// Read the registers and settings at this git revision; the working tree is not changed
    #[arg(long, value_name = "REVISION")]
    rev: Option<String>,
    /// Read the registers and settings as they are staged for the next commit, for a pre-commit hook
    #[arg(long, conflicts_with = "rev")]
    staged: bool,
}

impl Revision {
    /// Whether the registers are not those of the working tree.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.rev.is_some() || self.staged
    }
}

/// The name of the index, in messages.
pub(crate) fn index() -> Message {
    say!(en: "the index", sv: "indexet", da: "indekset")
}

/// An opened workspace.
pub(crate) struct Workspace {
    /// The folder.
    pub(crate) root: PathBuf,
    /// Its settings.
    pub(crate) config: Config,
    /// Where its registers are.
    pub(crate) source: Registers,
    /// The only municipality that was read, if a revision names its folder.
    pub(crate) only: Option<String>,
}

impl Place {
    /// The folder of the workspace.
    pub(crate) fn folder(&self) -> &Path {
        &self.workspace
    }

    /// Opens the workspace and reads its settings.
    pub(crate) fn open(&self) -> Result<Workspace, Error> {
        Workspace::at(&self.workspace)
    }

    /// Opens the workspace, at a revision if one is given.
    pub(crate) fn open_at(&self, revision: &Revision) -> Result<Workspace, Error> {
        let Version { config, registers, only, .. } = match (&revision.rev, revision.staged) {
            (Some(name), _) => Version::revision(self, name)?,
            (None, true) => Version::staged(self, &index().en)?,
            (None, false) => return self.open(),
        };
        Ok(Workspace { root: self.workspace.clone(), config, source: registers, only })
    }
}

impl Workspace {
    /// Opens the workspace in a folder.
    pub(crate) fn at(folder: &Path) -> Result<Self, Error> {
        let config = Config::open(&folder.join("ropa.toml"))?;
        inside::refuse_outside(folder, &config.folders.registers)?;
        let source = Registers::on_disk(folder.join(&config.folders.registers), config.ignore.clone());
        Ok(Self { root: folder.to_owned(), config, source, only: None })
    }

    /// The path of the registers.
    pub(crate) fn registers(&self) -> PathBuf {
        self.root.join(&self.config.folders.registers)
    }

    /// The path from the current directory to the workspace, ending in `/`; empty if they are the same folder, or on
    /// different drives.
    pub(crate) fn way_from_here(&self) -> String {
        let here = std::env::current_dir().and_then(fs::canonicalize);
        fs::canonicalize(&self.root).ok().zip(here.ok()).map(|(root, here)| way(&here, &root)).unwrap_or_default()
    }

    /// The names of the selected municipalities.
    pub(crate) fn municipalities(&self, which: &Which) -> anyhow::Result<Vec<String>> {
        let all = self.source.municipalities()?;
        if let Some(name) = self.config.municipality.keys().find(|name| !all.contains(name)) {
            return Err(Error::new(say!(
                en: "ropa.toml: there is no municipality `{name}`; there are: {all}",
                sv: "ropa.toml: det finns ingen kommun `{name}`; det finns: {all}",
                da: "ropa.toml: der er ingen kommune `{name}`; der er: {all}",
                all = all.join(", "),
            ))
            .into());
        }
        let all = match &self.only {
            Some(only) => vec![only.clone()],
            None => all,
        };
        Ok(which.among(all)?)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::way;

    #[test]
    fn a_path_leads_from_any_folder_to_any_other() {
        let is = |from, to, path| assert_eq!(way(Path::new(from), Path::new(to)), path);
        is("/a", "/a", "");
        is("/a", "/a/b/c", "b/c/");
        is("/a/registers", "/a", "../");
        is("/a/b/c", "/a/d", "../../d/");
    }
}
