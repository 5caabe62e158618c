//! A version of the registers: the working tree, a folder, or a git revision.

use std::path::{Component, Path};
use std::sync::Arc;

use ropa::config::Config;
use ropa::say;
use ropa::source::git::{self, Repository};
use ropa::source::tree::Tree;
use ropa::source::{Read, Registers, disk};

use crate::cli::Usage;
use crate::cli::workspace::{Place, Workspace};

/// The file that every folder of a municipality has.
const MUNICIPALITY: &str = "municipality.yaml";

/// The registers as they are or were.
pub(crate) struct Version {
    /// What it is called.
    pub(crate) label: String,
    /// The settings that stand beside them.
    pub(crate) config: Config,
    /// Where they are.
    pub(crate) registers: Registers,
    /// The one municipality whose folder was named.
    only: Option<String>,
}

impl Version {
    /// The working tree.
    pub(crate) fn working_tree(place: &Place, label: &str) -> anyhow::Result<Self> {
        let workspace = place.open()?;
        Ok(Self::of(label, workspace))
    }

    fn of(label: &str, workspace: Workspace) -> Self {
        Self { label: label.to_owned(), config: workspace.config, registers: workspace.source, only: None }
    }

    /// The version that is named: a folder where there is one, otherwise a revision.
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
        Self::revision(place, name)
    }

    /// A workspace, a folder of municipalities, or the folder of one.
    fn folder(folder: &Path) -> anyhow::Result<Option<Self>> {
        let label = folder.display().to_string();
        let workspace = Workspace::at(folder)?;
        if workspace.registers().is_dir() {
            return Ok(Some(Self::of(&label, workspace)));
        }
        let config = workspace.config;
        let whole = std::path::absolute(folder)?;
        let name = whole.components().next_back().and_then(|last| match last {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        });
        if folder.join(MUNICIPALITY).is_file() && name.is_some() {
            let above = whole.parent().unwrap_or(&whole).to_owned();
            return Ok(Some(Self { label, config, registers: Registers::Disk(above), only: name }));
        }
        let inside = disk::municipalities(folder)?;
        let holds = inside.iter().any(|name| folder.join(name).join(MUNICIPALITY).is_file());
        Ok(holds.then(|| Self { label, config, registers: Registers::Disk(folder.to_owned()), only: None }))
    }

    /// `<revision>` or `<revision>:<path>`.
    pub(crate) fn revision(place: &Place, name: &str) -> anyhow::Result<Self> {
        let repository = Repository::open(place.folder())?;
        let (revision, path) = split(name);
        let commit = repository.commit(revision)?;
        let short = commit.get(..10).unwrap_or(&commit);
        let label = if short.starts_with(revision) { name.to_owned() } else { format!("{name} ({short})") };
        let folder = path.map_or(repository.prefix(), |path| path.trim_matches('/')).to_owned();
        let read = |wanted: &dyn Fn(&str) -> bool| match repository.tree(&commit, &folder, wanted) {
            Err(git::Error::NoFolder { .. }) if path.is_none() => Ok(Tree::default()),
            Err(git::Error::NoFolder { path, .. }) => Err(git::Error::NoFolder { revision: revision.to_owned(), path }),
            other => other,
        };
        let settings = read(&|path| path == "ropa.toml")?;
        let config = match settings.bytes("ropa.toml") {
            Some(bytes) => Config::parse(Path::new(&format!("{name}:ropa.toml")), &String::from_utf8_lossy(bytes))?,
            None => Config::default(),
        };
        let registers = config.folders.registers.to_string_lossy().replace('\\', "/");
        let within = format!("{}/", registers.trim_matches('/'));
        let tree = read(&|path| path.starts_with(&within))?;
        if tree.municipalities(&registers).is_some() || path.is_none() {
            return Ok(Self {
                label,
                config,
                registers: Registers::Tree { tree: Arc::new(tree), folder: registers },
                only: None,
            });
        }
        let tree = read(&|_| true)?;
        let (tree, only) = match tree.bytes(MUNICIPALITY) {
            Some(_) => {
                let (above, name) = folder.rsplit_once('/').unwrap_or(("", &folder));
                let within = format!("{name}/");
                (repository.tree(&commit, above, |path| path.starts_with(&within))?, Some(name.to_owned()))
            }
            None => (tree, None),
        };
        Ok(Self { label, config, registers: Registers::Tree { tree: Arc::new(tree), folder: String::new() }, only })
    }

    /// The names of the municipalities. A revision without registers has none.
    pub(crate) fn municipalities(&self) -> anyhow::Result<Vec<String>> {
        match (&self.only, &self.registers) {
            (Some(name), _) => Ok(vec![name.clone()]),
            (None, Registers::Tree { tree, folder }) => Ok(tree.municipalities(folder).unwrap_or_default()),
            (None, registers) => Ok(registers.municipalities()?),
        }
    }

    /// The one municipality whose folder was named.
    pub(crate) fn only(&self) -> Option<&str> {
        self.only.as_deref()
    }

    /// The texts of one municipality.
    pub(crate) fn read(&self, name: &str) -> Result<Read, disk::Error> {
        self.registers.read(name)
    }
}

/// `v1:folder` is the folder of a revision; a colon in braces or at the beginning belongs to the revision.
fn split(name: &str) -> (&str, Option<&str>) {
    let after_braces = name.rfind('}').map_or(0, |end| end + 1);
    match name[after_braces..].find(':').map(|at| at + after_braces).filter(|at| *at > 0) {
        Some(at) => (&name[..at], Some(name[at + 1..].trim_start_matches("./"))),
        None => (name, None),
    }
}
