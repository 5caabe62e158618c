//! A version of the registers: the working tree, a folder, or a git revision.

use std::fs;
use std::path::{Component, Path};

use crate::Error;
use crate::config::Config;
use crate::error::Kind;
use crate::say;
use crate::source::git::{self, Repository};
use crate::source::tree::Tree;
use crate::source::{Read, Registers, disk};

use crate::cli::Usage;
use crate::cli::workspace::{Place, Workspace};

/// The file in every municipality's folder, with either extension.
const MUNICIPALITY: [&str; 2] = ["municipality.yaml", "municipality.yml"];

/// The registers of one version.
pub(crate) struct Version {
    /// The name in messages.
    pub(crate) label: String,
    /// The settings of this version.
    pub(crate) config: Config,
    /// Where the registers are.
    pub(crate) registers: Registers,
    /// The one municipality whose folder was named.
    pub(super) only: Option<String>,
}

impl Version {
    /// The working tree.
    pub(crate) fn working_tree(place: &Place, label: &str) -> Result<Self, Error> {
        let workspace = place.open()?;
        Ok(Self::of(label, workspace))
    }

    fn of(label: &str, workspace: Workspace) -> Self {
        Self { label: label.to_owned(), config: workspace.config, registers: workspace.source, only: None }
    }

    /// The named version: a folder if one exists, otherwise a revision.
    pub(crate) fn named(place: &Place, name: &str) -> anyhow::Result<Self> {
        let folder = Path::new(name);
        if folder.is_dir() {
            if let Some(version) = Self::folder(folder)? {
                return Ok(version);
            }
            if Repository::open(place.folder()).and_then(|repository| repository.commit(name)).is_err() {
                return Err(Usage(say!(
                    en: "the folder {name} holds no registers",
                    sv: "mappen {name} innehåller inga register",
                    da: "mappen {name} indeholder ingen fortegnelser",
                ))
                .into());
            }
        }
        Ok(Self::revision(place, name)?)
    }

    /// The version in a folder: a workspace, a folder of municipalities, or the folder of one.
    fn folder(folder: &Path) -> Result<Option<Self>, Error> {
        let label = folder.display().to_string();
        let workspace = Workspace::at(folder)?;
        if workspace.registers().is_dir() {
            return Ok(Some(Self::of(&label, workspace)));
        }
        let config = workspace.config;
        let whole = fs::canonicalize(folder).map_err(|cause| disk::fault::read(folder, cause))?;
        let name = whole.components().next_back().and_then(|last| match last {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        });
        let is_one = |folder: &Path| MUNICIPALITY.iter().any(|file| folder.join(file).symlink_metadata().is_ok());
        if is_one(folder) && name.is_some() {
            let above = whole.parent().unwrap_or(&whole).to_owned();
            let registers = Registers::on_disk(above, config.ignore.clone());
            return Ok(Some(Self { label, config, registers, only: name }));
        }
        let holds = disk::municipalities(&whole)?.iter().any(|name| is_one(&folder.join(name)));
        let registers = Registers::on_disk(whole, config.ignore.clone());
        Ok(holds.then_some(Self { label, config, registers, only: None }))
    }

    /// The version named `<revision>` or `<revision>:<path>`.
    pub(crate) fn revision(place: &Place, name: &str) -> Result<Self, Error> {
        let repository = Repository::open(place.folder())?;
        let (revision, path) = split(name);
        let commit = repository.commit(revision)?;
        let short = commit.get(..10).unwrap_or(&commit);
        let label = if short.starts_with(revision) { name.to_owned() } else { format!("{name} ({short})") };
        let folder = path.map_or(repository.prefix(), |path| path.trim_matches('/')).to_owned();
        let read = |wanted: &dyn Fn(&str) -> bool| match repository.tree(&commit, &folder, wanted) {
            Err(fault) if fault.kind() == Kind::Absent => match path {
                None => Ok(Tree::default()),
                Some(_) => Err(git::fault::no_folder(revision, &folder)),
            },
            other => other,
        };
        let settings = read(&|path| path == "ropa.toml")?;
        let config = match settings.at("ropa.toml") {
            Some(content) => Config::of(Path::new(&format!("{name}:ropa.toml")), content.clone())?,
            None => Config::default(),
        };
        let registers = slashed(&config.folders.registers);
        let within = format!("{registers}/");
        let tree = read(&|path| path.starts_with(&within) || within.starts_with(&format!("{path}/")))?;
        let ignore = config.ignore.clone();
        if !tree.is_empty() || path.is_none() {
            let registers = Registers::in_tree(tree, registers, ignore);
            return Ok(Self { label, config, registers, only: None });
        }
        let tree = read(&|_| true)?;
        let (tree, only) = match MUNICIPALITY.iter().any(|file| tree.at(file).is_some()) {
            true => {
                let (above, name) = folder.rsplit_once('/').unwrap_or(("", &folder));
                let within = format!("{name}/");
                let wanted = |path: &str| path == name || path.starts_with(&within);
                (repository.tree(&commit, above, wanted)?, Some(name.to_owned()))
            }
            false => (tree, None),
        };
        Ok(Self { label, config, registers: Registers::in_tree(tree, String::new(), ignore), only })
    }

    /// The names of the municipalities. A revision without registers has none.
    pub(crate) fn municipalities(&self) -> Result<Vec<String>, Error> {
        if let Some(name) = &self.only {
            return Ok(vec![name.clone()]);
        }
        match self.registers.municipalities() {
            Err(fault) if fault.kind() == Kind::Absent && !self.registers.is_on_disk() => Ok(Vec::new()),
            other => other,
        }
    }

    /// The one municipality whose folder was named.
    pub(crate) fn only(&self) -> Option<&str> {
        self.only.as_deref()
    }

    /// Reads the texts of one municipality.
    pub(crate) fn read(&self, name: &str) -> Result<Read, Error> {
        self.registers.read(name)
    }
}

/// A path below the workspace, with `/` as separator.
pub(crate) fn slashed(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Splits `v1:folder` into revision and folder. A colon in braces or at the beginning belongs to the revision.
fn split(name: &str) -> (&str, Option<&str>) {
    let after_braces = name.rfind('}').map_or(0, |end| end + 1);
    match name[after_braces..].find(':').map(|at| at + after_braces).filter(|at| *at > 0) {
        Some(at) => (&name[..at], Some(name[at + 1..].trim_start_matches("./"))),
        None => (name, None),
    }
}
