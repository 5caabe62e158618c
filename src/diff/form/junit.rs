//! A comparison as JUnit XML, which GitLab and Jenkins show as tests.
//!
//! A suite is a municipality; a case is a kind of change of one record. A case fails if one of its changes has at least
//! the grade that fails the run.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::diff::form::flat::{Item, NOT_COMPARED, items};
use crate::diff::grade::Grade;
use crate::diff::report::Report;
use crate::error::Error;
use crate::report::junit::xml;
use crate::report::unwritten;
use crate::say::Tongue;
use crate::visible;

type Out = Writer<Vec<u8>>;

/// The changes of one kind of one record.
type Cases<'i> = BTreeMap<(&'i str, &'i str), Vec<&'i Item>>;

/// The report as XML.
///
/// # Errors
/// When writing fails, which no change can cause.
pub(crate) fn report(report: &Report, fail_on: Option<Grade>, tongue: Tongue) -> Result<String, Error> {
    written(report, fail_on, tongue).map_err(unwritten)
}

fn written(report: &Report, fail_on: Option<Grade>, tongue: Tongue) -> io::Result<String> {
    let items = items(report, tongue);
    let municipalities: BTreeSet<&str> = items.iter().map(|item| item.municipality.as_str()).collect();
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    out.create_element("testsuites").with_attribute(("name", "ropa diff")).write_inner_content(|out| {
        municipalities.iter().try_for_each(|name| suite(name, &items, fail_on, (out, tongue)))
    })?;
    let report = String::from_utf8(out.into_inner()).map_err(io::Error::other)?;
    Ok(visible::markup(&report))
}

fn suite(name: &str, items: &[Item], fail_on: Option<Grade>, (out, tongue): (&mut Out, Tongue)) -> io::Result<()> {
    let mut cases = Cases::new();
    for item in items.iter().filter(|item| item.municipality == name) {
        cases.entry((&item.subject, item.code)).or_default().push(item);
    }
    let tests = cases.len().to_string();
    let failures = cases.values().filter(|case| fails(case, fail_on)).count().to_string();
    let name = if name.is_empty() { "ropa.toml".to_owned() } else { xml(name) };
    let counts = [("tests", tests.as_str()), ("failures", &failures), ("errors", "0"), ("skipped", "0")];
    out.create_element("testsuite")
        .with_attribute(("name", name.as_str()))
        .with_attributes(counts)
        .write_inner_content(|out| cases.values().try_for_each(|case| written_case(case, fail_on, (out, tongue))))?;
    Ok(())
}

/// What could not be compared fails always.
fn fails(case: &[&Item], fail_on: Option<Grade>) -> bool {
    let is_graded = |item: &&Item| item.grade.zip(fail_on).is_some_and(|(grade, from)| grade >= from);
    case.iter().any(|item| item.code == NOT_COMPARED || is_graded(item))
}

fn written_case(case: &[&Item], fail_on: Option<Grade>, (out, tongue): (&mut Out, Tongue)) -> io::Result<()> {
    let Some(first) = case.first() else { return Ok(()) };
    let told: Vec<String> = case.iter().map(|item| text(item)).collect();
    let told = xml(&told.join("\n\n"));
    let (class, name) = (xml(&first.subject), first.code);
    let mut attributes = vec![("classname", class.as_str()), ("name", name), ("time", "0")];
    let file = first.site.as_ref().map(|site| xml(&site.file));
    attributes.extend(file.as_deref().map(|file| ("file", file)));
    out.create_element("testcase").with_attributes(attributes).write_inner_content(|out| {
        if !fails(case, fail_on) {
            return out.create_element("system-out").write_text_content(BytesText::new(&told)).map(drop);
        }
        let (message, kind) = (xml(&first.title), first.name(tongue));
        let failure = [("message", message.as_str()), ("type", kind.as_str())];
        let element = out.create_element("failure").with_attributes(failure);
        element.write_text_content(BytesText::new(&told)).map(drop)
    })?;
    Ok(())
}

fn text(item: &Item) -> String {
    let place = item.site.as_ref().map(|site| format!("{}:{}: ", site.file, site.line));
    format!("{}{} [{}]", place.unwrap_or_default(), item.told(), item.fingerprint)
}
