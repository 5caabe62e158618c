//! What a workbook is compared with: the register that it carries, or the one that is there.

use std::collections::BTreeSet;

use crate::draft::folder;
use crate::reimport::show::{Fault, Showing};
use crate::reimport::view::{Kind, Table, View};
use crate::say::Message;
use crate::source::Sources;

/// Why there is no workbook, in words.
pub(super) fn fault_message(fault: Fault) -> Option<Message> {
    match fault {
        Fault::Unsound(findings) => findings.into_iter().next().map(|finding| finding.message),
        Fault::Failed(error) => Some(error.message().clone()),
        Fault::Absent => None,
    }
}

/// The ids of the controllers.
pub(super) fn controllers(own: &Sources) -> Vec<String> {
    let draft = folder::read(own, &mut Vec::new());
    let all = draft.municipality.iter().flat_map(|own| own.controllers.iter());
    all.map(|(id, _)| id.as_str().to_owned()).collect()
}

/// The workbook whose activities are most like those of a table: that of the municipality, or of one of its controllers.
pub(super) fn fitting<'s>(
    whole: Showing<'s>,
    own: &Sources,
    (activities, controllers): (&Table, &'s [String]),
) -> Showing<'s> {
    let ids = |table: &Table| table.rows.iter().map(|row| row.group.clone()).collect::<BTreeSet<_>>();
    let wanted = ids(activities);
    let of = |controller: &'s String| Showing { controller: Some(controller), ..whole };
    let apart = |showing: &Showing| {
        let view = showing.shown(own, false).ok();
        let table = view.as_ref().and_then(|view| view.table(Kind::Activities));
        table.map_or(usize::MAX, |table| ids(table).symmetric_difference(&wanted).count())
    };
    // `min_by_key` takes the first of several: the municipality, if it fits as well.
    std::iter::once(whole).chain(controllers.iter().map(of)).min_by_key(apart).unwrap_or(whole)
}

/// The files that a workbook carries.
pub(super) fn sources(municipality: &str, files: &[(String, String)]) -> Sources {
    let mut sources = Sources { municipality: municipality.to_owned(), ..Sources::default() };
    for (inside, text) in files {
        sources.add(format!("{municipality}/{inside}"), inside.clone(), text.clone());
    }
    sources
}

/// Whether a text is a fingerprint.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether the first sheet of the file has the fingerprint of the register.
pub(super) fn has_fingerprint(now: &View, file: &View) -> bool {
    let of = |view: &View| {
        let rows = view.table(Kind::Cover).into_iter().flat_map(|cover| &cover.rows);
        rows.flat_map(|row| row.cells.values()).find(|text| is_hash(text)).cloned()
    };
    of(now).is_some_and(|own| of(file) == Some(own))
}
