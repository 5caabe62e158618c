//! One municipality in one version, complete or as the public sees it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil;

use crate::check::accept::Accepted;
use crate::check::levels::Levels;
use crate::check::{self, Conditions, Public, rules};
use crate::diff::reach::Side;
use crate::finding::Findings;
use crate::pipeline::Understood;
use crate::register::Register;
use crate::register::phase::{Complete, Written};
use crate::source::{Read, Sources};

/// A register that can be compared: all of it, or what everybody may see.
pub trait Seen: Sized {
    /// Whether everybody may see it.
    const IS_PUBLIC: bool;

    /// The register, in which children have what they inherit.
    fn register(&self) -> &Register;

    /// The same view of a register from which files were left out; `None` if it may then not be published.
    fn of_part(written: &Written) -> Option<Self>;
}

impl Seen for Complete {
    const IS_PUBLIC: bool = false;

    fn register(&self) -> &Register {
        self.register()
    }

    fn of_part(written: &Written) -> Option<Self> {
        Some(written.clone().complete())
    }
}

impl Seen for Public {
    const IS_PUBLIC: bool = true;

    fn register(&self) -> &Register {
        self.register()
    }

    fn of_part(_: &Written) -> Option<Self> {
        None
    }
}

/// The register of a version that does not exist, or may not be published.
static EMPTY: LazyLock<Register> = LazyLock::new(Register::default);

/// The names of the file on which the reading of all others depends: it has the languages and the format.
const MUNICIPALITY: [&str; 2] = ["municipality.yaml", "municipality.yml"];

/// One municipality in one version. Only versions of which the same is seen can be compared: what becomes a public
/// report is taken from [`Public`].
#[derive(Debug)]
pub struct Version<S = Complete> {
    pub(super) sources: Sources,
    pub(super) written: Written,
    seen: Option<S>,
    pub(super) findings: Findings,
    pub(super) accepted: Vec<Accepted>,
    levels: Levels,
    /// The files that could not be read whole, as paths below the municipality; the empty path is all of it.
    pub(super) unread: BTreeSet<String>,
}

impl<S> Default for Version<S> {
    fn default() -> Self {
        Self {
            sources: Sources::default(),
            written: Written::default(),
            seen: None,
            findings: Findings::default(),
            accepted: Vec::new(),
            levels: Levels::default(),
            unread: BTreeSet::new(),
        }
    }
}

impl Version<Complete> {
    /// Reads, resolves and checks a municipality as of a day, with the levels of its settings.
    #[must_use]
    pub fn read(read: Read, today: civil::Date, levels: &Levels) -> Self {
        let mut version = Self::unchecked(read);
        let Some(complete) = &version.seen else { return version };
        let conditions = Conditions { today, levels, sources: &version.sources };
        (version.findings, version.accepted) = check::find(complete, version.findings, conditions);
        let country = complete.register().municipality.country_code().unwrap_or_default();
        version.levels = levels.in_country(country, today);
        version
    }

    /// Reads and resolves a municipality without running the legal rules.
    #[must_use]
    pub fn unchecked(read: Read) -> Self {
        let understood = Understood::of(read);
        let seen = Some(understood.complete());
        let Understood { sources, written, unread, findings } = understood;
        Self { sources, written, seen, findings, unread, ..Self::default() }
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
            Err((sources, _)) => Self { sources, unread: BTreeSet::from([String::new()]), ..Self::default() },
        }
    }
}

/// Whether without these files nothing of the municipality can be compared.
pub(super) fn is_whole(unread: &BTreeSet<String>) -> bool {
    unread.iter().any(|path| path.is_empty() || MUNICIPALITY.contains(&path.as_str()))
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

    /// The files that could not be read whole, as paths below the municipality; the empty path is all of it.
    #[must_use]
    pub(crate) fn unread(&self) -> &BTreeSet<String> {
        &self.unread
    }

    pub(super) fn side(&self) -> Side<'_> {
        Side { written: self.written.register(), complete: self.register() }
    }

    /// Whether a rule is off here, so that it finds nothing.
    pub(super) fn is_off(&self, code: &str) -> bool {
        rules::find(code).is_some_and(|rule| self.levels.of(rule).is_none())
    }

    /// Reads the register again without these files. Their records are then unknown in both versions, and what refers
    /// to them is read in the same way.
    pub(super) fn leave_out(&mut self, unread: &BTreeSet<String>) {
        if is_whole(unread) {
            self.written = Written::default();
            self.seen = None;
            return;
        }
        let mut sources = self.sources.clone();
        let left_out = sources.files.iter_mut().filter(|file| unread.contains(&file.inside));
        left_out.for_each(|file| file.text.clear());
        self.written = Understood::of(Read { sources, findings: Vec::new() }).written;
        self.seen = S::of_part(&self.written);
    }
}
