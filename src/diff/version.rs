//! One municipality in one version, complete or as the public sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil;

use crate::check::Public;
use crate::check::levels::Levels;
use crate::diff::reach::Side;
use crate::finding::{Finding, Findings};
use crate::model::Id;
use crate::pipeline::Understood;
use crate::register::Register;
use crate::register::phase::{Complete, Written};
use crate::source::{Read, Sources};

/// A register that can be compared: all of it, or what everybody may see.
pub trait Seen {
    /// Whether everybody may see it.
    const IS_PUBLIC: bool;

    /// The register, in which children have what they inherit.
    fn register(&self) -> &Register;
}

impl Seen for Complete {
    const IS_PUBLIC: bool = false;

    fn register(&self) -> &Register {
        self.register()
    }
}

impl Seen for Public {
    const IS_PUBLIC: bool = true;

    fn register(&self) -> &Register {
        self.register()
    }
}

/// The register of a version that does not exist, or may not be published.
static EMPTY: LazyLock<Register> = LazyLock::new(Register::default);

/// One municipality in one version. Only versions of which the same is seen can be compared: what becomes a public
/// report is taken from [`Public`].
#[derive(Debug)]
pub struct Version<S = Complete> {
    pub(super) sources: Sources,
    pub(super) written: Written,
    seen: Option<S>,
    pub(super) findings: Findings,
    unread: Vec<String>,
    /// Whether it has errors and was to be compared as the public sees it.
    is_unpublished: bool,
}

impl<S> Default for Version<S> {
    fn default() -> Self {
        let (sources, written, findings) = Default::default();
        Self { sources, written, seen: None, findings, unread: Vec::new(), is_unpublished: false }
    }
}

impl Version<Complete> {
    /// Reads, resolves and checks a municipality as of a day, with the levels of its settings.
    #[must_use]
    pub fn read(read: Read, today: civil::Date, levels: &Levels) -> Self {
        let mut understood = Understood::of(read);
        let complete = understood.complete();
        understood.findings = understood.findings_in(&complete, today, levels);
        Self::of(understood, complete)
    }

    /// Reads and resolves a municipality without running the legal rules.
    #[must_use]
    pub fn unchecked(read: Read) -> Self {
        let understood = Understood::of(read);
        let complete = understood.complete();
        Self::of(understood, complete)
    }

    fn of(understood: Understood, complete: Complete) -> Self {
        let Understood { sources, written, unread, findings } = understood;
        Self { sources, written, seen: Some(complete), findings, unread, is_unpublished: false }
    }
}

impl Version<Public> {
    /// The public view: without internal fields, and without findings, which quote. A municipality with errors is not
    /// compared.
    #[must_use]
    pub fn public(read: Read, today: civil::Date, levels: &Levels) -> Self {
        match Understood::of(read).check(today, levels) {
            Ok((sources, checked)) => {
                let public = checked.public();
                Self { sources, written: public.written(), seen: Some(public), ..Self::default() }
            }
            Err((sources, _)) => Self { sources, is_unpublished: true, ..Self::default() },
        }
    }
}

impl<S: Seen> Version<S> {
    /// The register, in which children have what they inherit.
    pub(super) fn register(&self) -> &Register {
        self.seen.as_ref().map_or(&*EMPTY, S::register)
    }

    /// The register as written.
    #[must_use]
    pub fn written(&self) -> &Written {
        &self.written
    }

    pub(super) fn side(&self) -> Side<'_> {
        Side { written: self.written.register(), complete: self.register() }
    }

    /// The files that could not be read, as paths below the municipality; the empty path is all of it.
    pub(super) fn unread(&self) -> BTreeSet<String> {
        if self.is_unpublished {
            return BTreeSet::from([String::new()]);
        }
        let unread: BTreeSet<&String> = self.unread.iter().collect();
        let is_unread = |path: &String| unread.contains(path);
        self.sources.files.iter().filter(|file| is_unread(&file.path)).map(|file| file.inside.clone()).collect()
    }

    /// The keys that identify findings: code, message, and record, or file if it has no record.
    pub(super) fn keys(&self) -> Vec<(&'static str, &str, &str)> {
        let Register { activities, notices, .. } = self.register();
        let ids = activities.keys().chain(notices.keys());
        let by_file: BTreeMap<u32, &str> = ids.map(|id| (id.at.file, id.as_str())).collect();
        let record = |finding: &Finding| {
            let file = self.sources.file(finding.place).map_or("", |file| file.inside.as_str());
            by_file.get(&finding.place.file).copied().unwrap_or(file)
        };
        self.findings.iter().map(|finding| (finding.code, finding.message.en.as_str(), record(finding))).collect()
    }

    /// Removes the records in files that the other side could not read; all of them if that is the folder itself.
    pub(super) fn forget(&mut self, unread: &BTreeSet<String>) {
        let files = &self.sources.files;
        let is_whole = unread.contains("");
        let is_unread = |id: &Id| files.get(id.at.file as usize).is_some_and(|file| unread.contains(&file.inside));
        let is_kept = |id: &Id| !is_whole && !is_unread(id);
        let register = self.written.register_mut();
        register.activities.retain(|_, activity| is_kept(&activity.id));
        register.notices.retain(|_, notice| is_kept(&notice.id));
        let shared = &mut register.shared;
        shared.systems.0.retain(|id, _| is_kept(id));
        shared.processors.0.retain(|id, _| is_kept(id));
        shared.recipients.0.retain(|id, _| is_kept(id));
        shared.sources.0.retain(|id, _| is_kept(id));
        shared.texts.0.retain(|id, _| is_kept(id));
        shared.measures.0.retain(|id, _| is_kept(id));
    }
}
