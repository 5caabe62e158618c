//! The changes that each commit made in the registers.

use std::collections::BTreeSet;

use jiff::civil;

use crate::Error;
use crate::config::Config;
use crate::diff::grade::Graded;
use crate::diff::report::{self, Judge, Municipality, Setting, Version};
use crate::diff::settings;
use crate::error::Kind;
use crate::source::git::Repository;
use crate::source::git::history::Commit;
use crate::source::{Read, Registers};

use crate::cli::workspace::{Which, Workspace};

/// Reads commits.
pub(super) struct Reader<'r> {
    pub(super) repository: Repository,
    pub(super) workspace: Workspace,
    /// The folder of the registers, below the root of the repository.
    pub(super) folder: String,
    pub(super) which: &'r Which,
}

/// What a commit changed.
pub(super) struct Changed {
    pub(super) commit: Commit,
    pub(super) municipalities: Vec<Municipality>,
    pub(super) settings: Vec<Setting>,
    /// The changes of the merged commits that a merge threw away.
    pub(super) lost: Vec<Municipality>,
    /// The files that could not be read, below the folder of the registers.
    pub(super) unread: BTreeSet<String>,
    /// The commits with which was compared in place of the parent, which could not be read.
    pub(super) across: BTreeSet<String>,
}

/// The settings below the folder of the workspace.
const SETTINGS: &str = "ropa.toml";

impl Reader<'_> {
    /// The commits up to `tip` that touched the registers or their settings, the latest first.
    pub(super) fn commits(&self, tip: &str) -> Result<Vec<Commit>, Error> {
        let prefix = self.repository.prefix();
        let settings = if prefix.is_empty() { SETTINGS.to_owned() } else { format!("{prefix}/{SETTINGS}") };
        self.repository.log(tip, &[&self.folder, &settings])
    }

    /// Refuses a start commit without registers.
    pub(super) fn refuse_without_registers(&self, tip: &str) -> Result<(), Error> {
        let tree = self.repository.tree(tip, &self.folder, |path| !path.contains('/'))?;
        Registers::in_tree(tree, String::new(), self.workspace.config.ignore.clone()).municipalities()?;
        Ok(())
    }

    /// The changes of a commit. None for the oldest commit of a shallow clone, whose parent is not known.
    pub(super) fn changed(&self, commit: &Commit) -> Result<Changed, Error> {
        let mut changed = Changed {
            commit: commit.clone(),
            municipalities: Vec::new(),
            settings: Vec::new(),
            lost: Vec::new(),
            unread: BTreeSet::new(),
            across: BTreeSet::new(),
        };
        if commit.parents.is_empty() && self.repository.is_shallow() {
            return Ok(changed);
        }
        let parents: Vec<Option<&str>> = match commit.parents.as_slice() {
            [] => vec![None],
            parents => parents.iter().map(|parent| Some(parent.as_str())).collect(),
        };
        let earlier: Vec<Config> = parents.iter().map(|parent| self.config(*parent)).collect::<Result<_, _>>()?;
        let later = self.config(Some(&commit.id))?;
        let of =
            |config: &Config| settings::compared(&config.written, &later.written, false, |name| self.which.names(name));
        let mut all = earlier.iter().map(of);
        changed.settings = all.next().unwrap_or_default();
        all.for_each(|other| changed.settings.retain(|setting| other.contains(setting)));

        let paths = self.repository.touched(commit, &self.folder)?;
        let names: BTreeSet<&str> = paths.iter().filter_map(|path| Some(path.split_once('/')?.0)).collect();
        for name in names.into_iter().filter(|name| self.which.names(name)) {
            let today = commit.day.parse::<civil::Date>().unwrap_or_default();
            let decided = earlier.first().map(|config| config.diff.grade.as_slice()).unwrap_or_default();
            self.municipality(name, &parents, Judge { today, decided }, &mut changed)?;
        }
        if let [Some(one), Some(other)] = parents[..] {
            let today = commit.day.parse::<civil::Date>().unwrap_or_default();
            let judge = Judge { today, decided: &[] };
            self.lost((one, other), judge, &mut changed)?;
            self.lost((other, one), judge, &mut changed)?;
        }
        Ok(changed)
    }

    /// The changes of one merged commit, since it parted from the other, that a merge does not hold: it has the value of
    /// the other, or that from before.
    fn lost(&self, (one, other): (&str, &str), judge: Judge, changed: &mut Changed) -> Result<(), Error> {
        // Without a commit in common, nothing was made since.
        let Ok(base) = self.repository.merge_base(one, other) else { return Ok(()) };
        let merge = changed.commit.id.clone();
        let own = self.repository.differing(&base, one, &self.folder)?;
        let differing = self.repository.differing(one, &merge, &self.folder)?;
        let names: BTreeSet<&str> =
            own.intersection(&differing).filter_map(|path| Some(path.split_once('/')?.0)).collect();
        for name in names.into_iter().filter(|name| self.which.names(name)) {
            let version = |commit: &str| self.version(Some(commit), name);
            if [&base, one, &merge].into_iter().map(version).any(|one| one.is_ok_and(|it| !it.unread().is_empty())) {
                continue;
            }
            let mut made = report::municipality(version(&base)?, version(one)?, judge);
            let undone = report::municipality(version(one)?, version(&merge)?, judge);
            made.changes.retain(|change| undone.changes.iter().any(|other| undoes(other, change)));
            if !made.changes.is_empty() {
                changed.lost.push(made);
            }
        }
        Ok(())
    }

    /// The changes in one municipality. Those of a merge are what differs in the same way from every parent: the rest
    /// was made in one of the merged commits.
    fn municipality(
        &self,
        name: &str,
        parents: &[Option<&str>],
        judge: Judge,
        changed: &mut Changed,
    ) -> Result<(), Error> {
        let mut made: Option<Municipality> = None;
        for parent in parents {
            let after = self.version(Some(&changed.commit.id), name)?;
            if !after.unread().is_empty() {
                let whole = |path: &String| format!("{name}/{path}").trim_end_matches('/').to_owned();
                changed.unread.extend(after.unread().iter().map(whole));
                return Ok(());
            }
            let (before, found) = self.readable(*parent, name)?;
            if found.as_deref() != *parent {
                changed.across.extend(found);
            }
            let compared = report::municipality(before, after, judge);
            made = Some(match made {
                None => compared,
                Some(mut made) => {
                    made.changes.retain(|one| compared.changes.iter().any(|other| is_same(one, other)));
                    made
                }
            });
        }
        changed.municipalities.extend(made);
        Ok(())
    }

    /// A municipality at the latest commit up to `commit` at which it can be read whole, and that commit.
    fn readable(&self, commit: Option<&str>, name: &str) -> Result<(Version, Option<String>), Error> {
        let mut commit = commit.map(str::to_owned);
        loop {
            let version = self.version(commit.as_deref(), name)?;
            match &commit {
                Some(id) if !version.unread().is_empty() => commit = self.repository.parent(id)?,
                _ => return Ok((version, commit)),
            }
        }
    }

    /// A municipality at a commit; empty if it did not exist.
    fn version(&self, commit: Option<&str>, name: &str) -> Result<Version, Error> {
        let Some(commit) = commit else { return Ok(Version::default()) };
        let within = format!("{name}/");
        let wanted = |path: &str| path == name || path.starts_with(&within);
        match self.repository.tree(commit, &self.folder, wanted) {
            Err(fault) if fault.kind() == Kind::Absent => Ok(Version::default()),
            Err(fault) => Err(fault),
            Ok(tree) => {
                let Read { sources, findings } = tree.read("", name);
                let is_there = !sources.files.is_empty();
                Ok(if is_there { Version::unchecked(Read { sources, findings }) } else { Version::default() })
            }
        }
    }

    /// The settings at a commit. Settings that cannot be read decide nothing.
    fn config(&self, commit: Option<&str>) -> Result<Config, Error> {
        let Some(commit) = commit else { return Ok(Config::default()) };
        let tree = match self.repository.tree(commit, self.repository.prefix(), |path| path == SETTINGS) {
            Err(fault) if fault.kind() == Kind::Absent => return Ok(Config::default()),
            other => other?,
        };
        let content = tree.at(SETTINGS).cloned();
        Ok(content.and_then(|content| Config::of_revision(SETTINGS.as_ref(), content).ok()).unwrap_or_default())
    }
}

/// Whether a change takes back another: the same record and path, from the value after the other.
fn undoes(later: &Graded, earlier: &Graded) -> bool {
    let (later, earlier) = (&later.change, &earlier.change);
    later.subject.room == earlier.subject.room
        && later.subject.before == earlier.subject.after
        && later.fields() == earlier.fields()
        && later.before == earlier.after
        && (earlier.after.is_some() || later.after == earlier.before)
}

/// Whether two changes lead to the same: the same record and path, and the same value after.
fn is_same(one: &Graded, other: &Graded) -> bool {
    let (one, other) = (&one.change, &other.change);
    let is_same_value = match (&one.after, &other.after) {
        (None, None) => one.path.is_empty() || one.before == other.before,
        (one, other) => one == other,
    };
    one.subject.room == other.subject.room
        && one.subject.id() == other.subject.id()
        && one.fields() == other.fields()
        && is_same_value
}
