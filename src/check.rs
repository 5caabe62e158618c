//! The engine of the legal rules: decides whether a register may be published.

pub(crate) mod accept;
pub(crate) mod example;
pub(crate) mod incomplete;
pub(crate) mod levels;
pub(crate) mod meaning;
pub(crate) mod missing;
pub(crate) mod passage;
pub(crate) mod records;
pub(crate) mod repeated;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod scope;
pub(crate) mod telling;
pub(crate) mod uses;
pub(crate) mod wording;

use std::collections::BTreeSet;

use jiff::civil;
use rustc_hash::FxHashSet;

use crate::assets;
use crate::error::Error;
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::provision;
use crate::limit;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::register::Register;
use crate::register::phase::{Complete, Written};
use crate::say;
use crate::say::Message;
use crate::source::Sources;
use accept::Accepted;
use levels::Levels;
use rule::{Case, Rule};

/// A register without errors. Only a checked register can be rendered.
#[derive(Debug)]
pub struct Checked {
    complete: Complete,
    findings: Findings,
    accepted: Vec<Accepted>,
    likely_special: FxHashSet<Id>,
}

impl Checked {
    /// The register.
    #[must_use]
    pub fn register(&self) -> &Register {
        self.complete.register()
    }

    /// The remaining findings. They do not prevent publication.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The accepted findings, with their reasons; internal.
    #[must_use]
    pub fn accepted(&self) -> &[Accepted] {
        &self.accepted
    }
}

/// A checked register without internal fields: the only input of public output.
#[derive(Debug)]
pub struct Public {
    complete: Complete,
    likely_special: FxHashSet<Id>,
}

impl Checked {
    /// The register without its internal fields. This is the only way to a [`Public`].
    #[must_use]
    pub fn public(self) -> Public {
        let Self { mut complete, likely_special, findings: _, accepted: _ } = self;
        complete.conceal();
        Public { complete, likely_special }
    }
}

impl Checked {
    /// The register as written.
    #[must_use]
    pub(crate) fn written(&self) -> Written {
        self.complete.written()
    }

    /// A copy without internal fields, to measure what is published.
    #[must_use]
    pub(crate) fn public_copy(&self) -> Public {
        let Self { complete, likely_special, findings: _, accepted: _ } = self;
        let (complete, likely_special) = (complete.clone(), likely_special.clone());
        Self { complete, likely_special, findings: Findings::default(), accepted: Vec::new() }.public()
    }
}

impl Public {
    /// The register.
    #[must_use]
    pub fn register(&self) -> &Register {
        self.complete.register()
    }

    /// The activities with data that the check takes for a special category although they are not marked (Article 9).
    pub(crate) fn likely_special(&self) -> &FxHashSet<Id> {
        &self.likely_special
    }

    /// The register as written, without its internal fields.
    #[must_use]
    pub(crate) fn written(&self) -> Written {
        self.complete.written()
    }
}

/// The parameters of a check.
#[derive(Clone, Copy)]
pub(crate) struct Conditions<'c> {
    /// The date as of which the law is applied.
    pub today: civil::Date,
    /// The levels that the settings give to rules.
    pub levels: &'c Levels,
    /// The source texts that the findings point into.
    pub sources: &'c Sources,
}

/// Checks a register. `findings` are those of earlier stages.
///
/// # Errors
/// All findings, if one of them is an error.
pub(crate) fn check(complete: Complete, findings: Findings, conditions: Conditions) -> Result<Checked, Findings> {
    let (findings, accepted) = find(&complete, findings, conditions);
    if findings.iter().any(|finding| finding.level == Level::Error) {
        return Err(findings);
    }
    let likely_special = likely_special(complete.register(), &findings);
    Ok(Checked { complete, findings, accepted, likely_special })
}

/// The activities with data that are likely of a special category, but not marked.
fn likely_special(register: &Register, findings: &Findings) -> FxHashSet<Id> {
    let code = rules::consistency::special_unflagged::RULE.code;
    let places: Vec<Place> =
        findings.iter().filter(|finding| finding.code == code).map(|finding| finding.place).collect();
    let is_likely =
        |activity: &&Activity| activity.data.iter().any(|data| places.iter().any(|place| place.is_in(data.at)));
    register.activities.values().filter(is_likely).map(|activity| activity.id.clone()).collect()
}

/// Runs every rule that applies in the country of the municipality. Returns the findings, including those of earlier
/// stages, and separately those that are accepted.
#[must_use]
pub(crate) fn find(complete: &Complete, mut findings: Findings, conditions: Conditions) -> (Findings, Vec<Accepted>) {
    let register = complete.register();
    let unread = half_read(register, &findings);
    let before = findings.len();
    let case = Case::new(complete, conditions.today);
    let country = case.country();
    let levels = conditions.levels.in_country(country, conditions.today);
    let is_law_here = |rule: &&Rule| rule.country.is_none_or(|only| only == country);
    for rule in rules::all().filter(is_law_here) {
        let from = findings.len();
        (rule.check)(&case, &mut findings);
        if findings.len() == from {
            continue;
        }
        let reason = reason(rule, country);
        findings[from..].iter_mut().for_each(|finding| _ = finding.note.get_or_insert_with(|| reason.clone()));
    }
    drop(case);
    let is_notice_unread = unread.iter().any(|file| is_notice(conditions.sources, *file));
    let mut index = 0;
    findings.retain(|finding| {
        index += 1;
        let is_unclear = unread.contains(&finding.place.file) || finding.code == UNTOLD && is_notice_unread;
        index <= before || !(is_unclear && is_follow_up(finding))
    });
    once(&mut findings);
    levels.apply(&mut findings);
    let accepted = accept::apply(register, conditions, (&levels, &unread), &mut findings);
    limit::apply(&mut findings, 0);
    findings.extend(assets::sound().err().map(damaged));
    (findings, accepted)
}

/// The code of the rule on activities that no notice covers. A notice with errors may cover any of them.
const UNTOLD: &str = rules::notice::activity_untold::RULE.code;

/// Whether a file is a notice.
fn is_notice(sources: &Sources, file: u32) -> bool {
    sources
        .files
        .get(file as usize)
        .is_some_and(|file| file.path.contains("/notices/") || file.path.starts_with("notices/"))
}

/// The finding for a table of the program that cannot be read. With it nothing is published, since rules may have been
/// silent; it can be neither accepted nor lowered.
fn damaged(table: Error) -> Finding {
    let finding = Finding::error("program-damaged", Place::default(), table.message().clone());
    finding.help(
        say!(en: "install the program anew", sv: "installera programmet på nytt", da: "installer programmet igen"),
    )
}

/// Why a rule matters, and its legal source.
fn reason(rule: &Rule, country: &str) -> Message {
    let law = provision::cite(rule.law, country);
    Message::each(|tongue| format!("{} ({})", rule.why.get(tongue), law.get(tongue)))
}

/// The files with errors, and those of children that inherit from them. What seems missing there may only be
/// misspelt.
fn half_read(register: &Register, findings: &Findings) -> BTreeSet<u32> {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    let own: BTreeSet<u32> = errors.map(|finding| finding.place.file).collect();
    let is_half_read = |activity: &&Activity| {
        let whole = register.whole_of(activity);
        whole.is_some_and(|whole| own.contains(&whole.id.at.file))
    };
    let parts = register.activities.values().filter(is_half_read).map(|part| part.id.at.file);
    own.iter().copied().chain(parts).collect()
}

/// Whether a finding may only be the consequence of a value that could not be read.
fn is_follow_up(finding: &Finding) -> bool {
    rules::find(finding.code).is_some_and(|rule| rule.follows_from_misreading)
}

/// Sorts the findings by place and removes duplicates: children repeat what they inherit from their parent.
fn once(findings: &mut Findings) {
    findings.sort_by(|one, other| {
        let key = |finding: &Finding| (finding.place.begin(), finding.code);
        key(one).cmp(&key(other)).then_with(|| one.message.en.cmp(&other.message.en))
    });
    findings.dedup_by(|one, other| {
        one.code == other.code
            && one.field == other.field
            && one.place.begin() == other.place.begin()
            && one.message == other.message
    });
}
