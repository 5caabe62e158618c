//! Reads, resolves and checks one municipality, and shows its findings.

use crate::Error;
use crate::check::levels::Levels;
use crate::check::records::{self, Records};
use crate::check::{Checked, rules};
use crate::draft::locate::Locator;
use crate::finding::{Finding, Level};
use crate::model::Lang;
use crate::pipeline::Understood;
use crate::register::facts::draft::drafts;
use crate::report;
use crate::report::Part;
use crate::say;
use crate::say::{Message, Tongue, Words};
use crate::source::Sources;
use indexmap::IndexSet;
use jiff::civil;

use crate::cli::print;
use crate::cli::workspace::Workspace;

/// The findings of one municipality.
pub(crate) struct Report {
    /// Its languages.
    pub(crate) languages: Vec<Lang>,
    sources: Sources,
    findings: Vec<Finding>,
    records: Records,
    warnings: usize,
    hints: usize,
    fingerprint: Option<String>,
    /// The notices that are drafts, as `notices/` and their ids.
    pub(crate) drafts: Vec<String>,
}

/// A finding in the form of an entry of `accept.yaml`.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct ToAccept {
    /// The code of the rule.
    pub(crate) rule: &'static str,
    /// The id of the record, or for a finding outside a record the file below the municipality's folder.
    pub(crate) place: String,
    /// The marked words.
    pub(crate) quote: Option<String>,
}

impl Report {
    /// The name of the folder.
    pub(crate) fn name(&self) -> &str {
        &self.sources.municipality
    }

    /// Whether there is no finding at error level.
    pub(crate) fn is_publishable(&self) -> bool {
        self.errors() == 0
    }

    /// Stores the fingerprint of the texts, for the pages.
    pub(crate) fn sign(&mut self) {
        self.fingerprint = Some(self.sources.fingerprint());
    }

    /// The fingerprint of the texts, if it was stored.
    pub(crate) fn fingerprint(&self) -> Option<&str> {
        self.fingerprint.as_deref()
    }

    /// Drops what is not reported after a build, which reports errors only: not all municipalities are kept in
    /// memory.
    pub(crate) fn forget_texts(&mut self) {
        self.findings.retain(|finding| finding.level == Level::Error);
        self.findings.shrink_to_fit();
        self.records = Records::default();
        if self.is_publishable() {
            self.sources.files = Vec::new();
        }
    }

    /// Whether there is a finding at this level or above.
    pub(crate) fn reaches(&self, level: Level) -> bool {
        self.findings.iter().any(|finding| finding.level >= level)
    }

    /// The findings at this level or above, for a report.
    pub(crate) fn part(&self, from: Level) -> Part<'_> {
        let findings = self.findings.iter().filter(|finding| finding.level >= from).collect();
        Part { municipality: self.name(), sources: &self.sources, findings }
    }

    /// The findings of rules at error and warning level, each as one entry of `accept.yaml`, in order of place.
    /// Findings of the privacy rules are not quoted, so that what they mark is not copied.
    pub(crate) fn to_accept(&self) -> Vec<ToAccept> {
        let legal = self.findings.iter().filter(|finding| finding.level >= Level::Warning);
        let mut all = IndexSet::new();
        let locator = Locator::new(&self.sources);
        for finding in legal.filter(|finding| rules::find(finding.code).is_some()) {
            let Some(file) = self.sources.file(finding.place) else { continue };
            let place = self.records.holding(finding.place).unwrap_or(&file.inside).to_owned();
            let is_secret = rules::privacy::RULES.iter().any(|rule| rule.code == finding.code);
            let quote = (!is_secret).then(|| locator.quote(finding)).filter(|quote| !quote.is_empty());
            let entry = ToAccept { rule: finding.code, place, quote };
            all.insert(entry);
        }
        all.into_iter().collect()
    }

    fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.level == Level::Error).count()
    }
}

/// Reads one municipality. Also returns the levels that the settings give to rules.
pub(crate) fn understood(workspace: &Workspace, name: &str) -> Result<(Understood, Levels), Error> {
    let read = workspace.source.read(name)?;
    Ok((Understood::of(read), workspace.config.levels_of(name)))
}

/// Reads and checks one municipality; returns what may be published.
pub(crate) fn municipality(
    workspace: &Workspace,
    name: &str,
    today: civil::Date,
) -> Result<(Report, Option<Checked>), Error> {
    let (understood, levels) = understood(workspace, name)?;
    let register = understood.written.register();
    let languages = register.municipality.languages.items.clone();
    let records = Records::of(records::named(register));
    let (sources, findings, checked) = match understood.check(today, &levels) {
        Ok((sources, checked)) => (sources, checked.findings().to_vec(), Some(checked)),
        Err((sources, findings)) => (sources, findings, None),
    };
    let drafts = checked.iter().flat_map(|checked| drafts(checked.register()));
    let drafts = drafts.map(|notice| format!("{name}/notices/{}", notice.id)).collect();
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    let (warnings, hints) = (count(Level::Warning), count(Level::Info));
    Ok((Report { languages, sources, findings, records, warnings, hints, fingerprint: None, drafts }, checked))
}

/// Prints the findings at this level or above.
pub(crate) fn show(reports: &[Report], from: Level, tongue: Tongue) -> Result<(), Error> {
    for report in reports {
        let locator = Locator::new(&report.sources);
        for finding in report.findings.iter().filter(|finding| finding.level >= from) {
            print::text(&format!("{}\n\n", report::human::finding(finding, &locator, true, tongue)))?;
        }
    }
    Ok(())
}

/// A count of findings by level: `0 errors, 3 warnings, 41 gaps and hints`.
pub(crate) fn summary(reports: &[Report]) -> Message {
    let sum = |count: fn(&Report) -> usize| reports.iter().map(count).sum::<usize>();
    say!(
        en: "{errors}, {warnings}, {hints}",
        sv: "{errors}, {warnings}, {hints}",
        da: "{errors}, {warnings}, {hints}",
        errors = plural(sum(Report::errors), ERROR, ERRORS),
        warnings = plural(sum(|report| report.warnings), WARNING, WARNINGS),
        hints = plural(sum(|report| report.hints), HINT, HINTS),
    )
}

const ERROR: Words = Words { en: "error", sv: "fel", da: "fejl" };
const ERRORS: Words = Words { en: "errors", sv: "fel", da: "fejl" };
const WARNING: Words = Words { en: "warning", sv: "varning", da: "advarsel" };
const WARNINGS: Words = Words { en: "warnings", sv: "varningar", da: "advarsler" };
const HINT: Words = Words { en: "hint", sv: "påpekande", da: "bemærkning" };
const HINTS: Words = Words { en: "hints", sv: "påpekanden", da: "bemærkninger" };

/// A count with its noun in the singular or plural.
pub(crate) fn plural(count: usize, one: Words, several: Words) -> Message {
    Message::each(|tongue| format!("{count} {}", if count == 1 { one } else { several }.get(tongue)))
}
