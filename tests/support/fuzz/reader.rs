//! Reads bytes as a file of a register: the first line is its path, the rest its content.

use ropa::internals::draft;
use ropa::internals::draft::folder::Draft;
use ropa::internals::draft::locate::Locator;
use ropa::internals::finding::{Finding, Level};
use ropa::internals::pipeline::Understood;
use ropa::internals::report::human;
use ropa::internals::say::Tongue;
use ropa::internals::source::Read;

use super::base;
use super::harmless::printed;
use super::stages;

/// The maximum number of findings rendered; more only repeat the same ones.
const MOST: usize = 40;

/// Reads a file and renders its findings. Returns whether the file was parsed.
pub(crate) fn reader(bytes: &[u8]) -> bool {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (path, rest) = bytes.split_at(end);
    let path = base::path(&String::from_utf8_lossy(path));
    let read = stages::read([(path.as_str(), rest.get(1..).unwrap_or_default())]);
    let findings = Understood::of(read.clone()).findings;
    findings.iter().take(MOST).for_each(|finding| show(finding, &read));
    let mut faults = read.findings.clone();
    let draft = draft::folder::read(&read.sources, &mut faults);
    let has_error = faults.iter().any(|fault| fault.level == Level::Error);
    let is_yaml = [".yaml", ".yml"].iter().any(|ending| path.to_ascii_lowercase().ends_with(ending));
    let is_empty = !read.sources.files.is_empty() && records(&draft) == 0;
    assert!(!is_empty || has_error || !is_yaml && !faults.is_empty(), "{path} gives no record and no error");
    assert!(draft.unread.is_empty() || has_error, "{path} is unread without an error");
    !read.sources.files.is_empty() && draft.unread.is_empty() && !has_error
}

/// The number of records in the file.
fn records(draft: &Draft) -> usize {
    let Draft { municipality, shared, activities, notices, accept, unread: _, is_refused: _ } = draft;
    municipality.iter().count() + shared.len() + activities.len() + notices.len() + accept.len()
}

/// Renders a finding in every language; panics if its place is outside its text.
pub(crate) fn show(finding: &Finding, read: &Read) {
    let locator = Locator::new(&read.sources);
    for tongue in Tongue::ALL {
        let told = human::finding(finding, &locator, false, tongue);
        assert!(told.contains(finding.code), "{told}");
        printed("a finding", &told);
        printed("a finding", &human::finding(finding, &locator, true, tongue));
    }
}
