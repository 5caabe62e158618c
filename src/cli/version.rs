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
    /// Whether it is a workspace, so that its settings belong to it. A folder of registers alone has none.
    pub(super) is_workspace: bool,
}

impl Version {
    /// The working tree.
    pub(crate) fn working_tree(place: &Place, label: &str) -> Result<Self, Error> {
        let workspace = place.open()?;
        Ok(Self::of(label, workspace))
    }

    fn of(label: &str, workspace: Workspace) -> Self {
        let Workspace { config, source: registers, .. } = workspace;
        Self { label: label.to_owned(), config, registers, only: None, is_workspace: true }
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
            return Ok(Some(Self { label, config, registers, only: name, is_workspace: false }));
        }
        let holds = disk::municipalities(&whole)?.iter().any(|name| is_one(&folder.join(name)));
        let registers = Registers::on_disk(whole, config.ignore.clone());
        Ok(holds.then_some(Self { label, config, registers, only: None, is_workspace: false }))
    }

    /// The versions that `<one>...<other>` names: the last commit that both have in common, and the second. `None` if
    /// the name is not of that form.
    pub(crate) fn since_they_parted(place: &Place, name: &str) -> Result<Option<(Self, Self)>, Error> {
        let Some((one, other)) = name.split_once("...").filter(|_| !Path::new(name).is_dir()) else { return Ok(None) };
        let or_head = |revision: &str| if revision.is_empty() { "HEAD" } else { revision }.to_owned();
        let (one, other) = (or_head(one), or_head(other));
        let repository = Repository::open(place.folder())?;
        let base = repository.merge_base(&one, &other)?;
        let label = format!("{one}...{other} ({})", base.get(..10).unwrap_or(&base));
        let before = Self::at_commit(&repository, (&base, None), name, label)?;
        Ok(Some((before, Self::revision(place, &other)?)))
    }

    /// The version named `<revision>` or `<revision>:<path>`.
    pub(crate) fn revision(place: &Place, name: &str) -> Result<Self, Error> {
        let repository = Repository::open(place.folder())?;
        let (revision, path) = split(name);
        let commit = repository.commit(revision)?;
        let short = commit.get(..10).unwrap_or(&commit);
        let label = if short.starts_with(revision) { name.to_owned() } else { format!("{name} ({short})") };
        Self::at_commit(&repository, (&commit, path), name, label)
    }

    /// The version in the index: what the next commit will hold.
    pub(crate) fn staged(place: &Place, label: &str) -> Result<Self, Error> {
        let repository = Repository::open(place.folder())?;
        let folder = repository.prefix().to_owned();
        let read = |wanted: &dyn Fn(&str) -> bool| match repository.index(&folder, wanted) {
            Err(fault) if fault.kind() == Kind::Absent => Ok(Tree::default()),
            other => other,
        };
        let (config, tree) = settings_and_registers(&read, label)?;
        let (registers, ignore) = (slashed(&config.folders.registers), config.ignore.clone());
        let registers = Registers::in_tree(tree, registers, ignore);
        Ok(Self { label: label.to_owned(), config, registers, only: None, is_workspace: true })
    }

    fn at_commit(
        repository: &Repository,
        (commit, path): (&str, Option<&str>),
        name: &str,
        label: String,
    ) -> Result<Self, Error> {
        let folder = path.map_or(repository.prefix(), |path| path.trim_matches('/')).to_owned();
        let read = |wanted: &dyn Fn(&str) -> bool| match repository.tree(commit, &folder, wanted) {
            Err(fault) if fault.kind() == Kind::Absent => match path {
                None => Ok(Tree::default()),
                Some(_) => Err(git::fault::no_folder(split(name).0, &folder)),
            },
            other => other,
        };
        let (config, tree) = settings_and_registers(&read, name)?;
        let (registers, ignore) = (slashed(&config.folders.registers), config.ignore.clone());
        if !tree.is_empty() || path.is_none() {
            let registers = Registers::in_tree(tree, registers, ignore);
            return Ok(Self { label, config, registers, only: None, is_workspace: true });
        }
        let tree = read(&|_| true)?;
        let (tree, only) = match MUNICIPALITY.iter().any(|file| tree.at(file).is_some()) {
            true => {
                let (above, name) = folder.rsplit_once('/').unwrap_or(("", &folder));
                let within = format!("{name}/");
                let wanted = |path: &str| path == name || path.starts_with(&within);
                (repository.tree(commit, above, wanted)?, Some(name.to_owned()))
            }
            false => (tree, None),
        };
        let registers = Registers::in_tree(tree, String::new(), ignore);
        Ok(Self { label, config, registers, only, is_workspace: false })
    }

    /// The names of the municipalities. A version that git holds without registers is an error, unless `may_lack` them.
    pub(crate) fn municipalities(&self, may_lack: bool) -> Result<Vec<String>, Error> {
        if let Some(name) = &self.only {
            return Ok(vec![name.clone()]);
        }
        match self.registers.municipalities() {
            Err(fault) if fault.kind() == Kind::Absent && !self.registers.is_on_disk() => match may_lack {
                true => Ok(Vec::new()),
                false => Err(git::fault::no_registers(&self.label)),
            },
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

/// Reads the entries of a version whose paths are wanted.
type Reading<'r> = &'r dyn Fn(&dyn Fn(&str) -> bool) -> Result<Tree, Error>;

/// The settings of a version that git holds, and its folder of registers.
fn settings_and_registers(read: Reading, name: &str) -> Result<(Config, Tree), Error> {
    let settings = read(&|path| path == "ropa.toml")?;
    let config = match settings.at("ropa.toml") {
        Some(content) => Config::of_revision(Path::new(&format!("{name}:ropa.toml")), content.clone())?,
        None => Config::default(),
    };
    let within = format!("{}/", slashed(&config.folders.registers));
    let tree = read(&|path| path.starts_with(&within) || within.starts_with(&format!("{path}/")))?;
    Ok((config, tree))
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
