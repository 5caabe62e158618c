//! Prints findings as JUnit XML, which GitLab and Jenkins show as tests.
//!
//! A suite is a municipality. A case is a rule with findings in a file, or a file without findings. Both programs
//! identify a case by class and name, and GitLab reads one failure per case, so all findings of a rule in a file are
//! one case, and its history is that of the rule in the file. Cases below the level that fails the run pass, with the
//! findings as output.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::error::Error;
use crate::finding::Level;
use crate::report::entry::Entry;
use crate::report::{Part, Run, unwritten};
use crate::visible;

type Out = Writer<Vec<u8>>;

/// The findings of one rule in one file: at least one entry.
type Case<'e> = &'e [Entry<'e>];

/// The report as XML.
///
/// # Errors
/// When writing fails, which no finding can cause.
pub fn report(run: &Run) -> Result<String, Error> {
    written(run).map_err(unwritten)
}

fn written(run: &Run) -> io::Result<String> {
    let mut entries = run.entries();
    let place = |entry: &Entry| (entry.spot.start.line, entry.spot.start.column);
    entries.sort_by(|one, other| key(one).cmp(&key(other)).then(place(one).cmp(&place(other))));
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    out.create_element("testsuites")
        .with_attribute(("name", "ropa check"))
        .write_inner_content(|out| run.parts.iter().try_for_each(|part| suite(run, part, &entries, out)))?;
    let bytes = out.into_inner();
    let report = String::from_utf8(bytes).map_err(io::Error::other)?;
    Ok(visible::markup(&report))
}

fn key<'e>(entry: &'e Entry) -> (&'e str, &'e str, &'e str) {
    (entry.municipality, &entry.spot.path, entry.finding.code)
}

fn suite(run: &Run, part: &Part, entries: &[Entry], out: &mut Out) -> io::Result<()> {
    let own = entries.chunk_by(|one, other| key(one) == key(other));
    let own: Vec<Case> = own.filter(|case| municipality(case) == part.municipality).collect();
    let paths = part.sources.files.iter().map(|file| format!("{}{}", run.root, file.path));
    let clean: Vec<String> = paths.filter(|path| own.iter().all(|case| case_path(case) != path)).collect();
    let tests = (own.len() + clean.len()).to_string();
    let failures = own.iter().filter(|case| fails(run, case)).count().to_string();
    let counts = [("tests", tests.as_str()), ("failures", &failures), ("errors", "0"), ("skipped", "0")];
    let suite = out.create_element("testsuite").with_attribute(("name", xml(part.municipality).as_str()));
    suite.with_attributes(counts).write_inner_content(|out| {
        own.iter().try_for_each(|case| found(run, case, out))?;
        clean.iter().try_for_each(|path| {
            out.create_element("testcase").with_attributes(attributes(path, path)).write_empty().map(drop)
        })
    })?;
    Ok(())
}

fn municipality<'e>(case: Case<'e>) -> &'e str {
    case.first().map_or("", |entry| entry.municipality)
}

fn case_path<'e>(case: Case<'e>) -> &'e str {
    case.first().map_or("", |entry| &entry.spot.path)
}

fn level(case: Case) -> Level {
    case.iter().map(|entry| entry.finding.level).max().unwrap_or(Level::Info)
}

fn fails(run: &Run, case: Case) -> bool {
    level(case) >= run.fail_on
}

fn attributes<'a>(path: &'a str, name: &'a str) -> [(&'static str, &'a str); 4] {
    [("classname", path), ("name", name), ("file", path), ("time", "0")]
}

fn found(run: &Run, case: Case, out: &mut Out) -> io::Result<()> {
    let Some(first) = case.first() else { return Ok(()) };
    let all: Vec<String> = case.iter().map(|entry| told(run, entry)).collect();
    let all = xml(&all.join("\n\n"));
    let element = out.create_element("testcase").with_attributes(attributes(&first.spot.path, first.finding.code));
    element.write_inner_content(|out| {
        if !fails(run, case) {
            return out.create_element("system-out").write_text_content(BytesText::new(&all)).map(drop);
        }
        let (message, level) = (xml(first.finding.message.get(run.tongue)), level(case).to_string());
        let failure = out
            .create_element("failure")
            .with_attributes([("message", &message), ("type", &level)].map(|(name, value)| (name, value.as_str())));
        failure.write_text_content(BytesText::new(&all)).map(drop)
    })?;
    Ok(())
}

fn told(run: &Run, entry: &Entry) -> String {
    let start = entry.spot.start;
    format!("{}:{}:{}: {}", entry.spot.path, start.line, start.column, entry.told(run.tongue))
}

/// Removes characters that XML 1.0 does not allow.
pub(crate) fn xml(text: &str) -> String {
    let is_control = |letter: char| letter < ' ' && !matches!(letter, '\t' | '\n' | '\r');
    let is_none = |letter: char| is_control(letter) || matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    text.replace(is_none, "\u{FFFD}")
}
