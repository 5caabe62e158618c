//! Comparing versions of which not every file could be read: what is in those files is left out on both sides.

use std::collections::{BTreeSet, HashMap};

use crate::check::records;
use crate::diff::report::{Seen, Version};
use crate::diff::version::is_whole;
use crate::diff::{Change, compare};
use crate::model::version::Version as Format;

/// The changes between two versions, and the files that are not compared, as paths below the municipality.
pub(super) fn compared<S: Seen>(before: &mut Version<S>, after: &mut Version<S>) -> (Vec<Change>, BTreeSet<String>) {
    let mut left_out: BTreeSet<String> = before.unread.union(&after.unread).cloned().collect();
    loop {
        if !left_out.is_empty() {
            before.leave_out(&left_out);
            after.leave_out(&left_out);
        }
        let changes = changes(before, after);
        if left_out.is_empty() || is_whole(&left_out) {
            return (changes, left_out);
        }
        // A record that is gone may be in a file that could not be read, under another path.
        let gone = changes.iter().filter(|change| !after.unread.is_empty() && change.after.is_none());
        let come = changes.iter().filter(|change| !before.unread.is_empty() && change.before.is_none());
        let mut more: BTreeSet<String> = files(before, gone, |change| change.subject.before.as_deref());
        more.extend(files(after, come, |change| change.subject.after.as_deref()));
        more.retain(|path| !left_out.contains(path));
        if more.is_empty() {
            return (changes, left_out);
        }
        left_out.extend(more);
    }
}

fn changes<S: Seen>(before: &mut Version<S>, after: &mut Version<S>) -> Vec<Change> {
    let formats = [&*before, &*after].map(|version| version.written.register().municipality.version());
    for version in [&mut *before, &mut *after] {
        if formats[0] != formats[1] && version.written.register().municipality.version() == Format::First {
            version.written.name_inheritance();
        }
    }
    compare::between(before.side(), after.side())
}

/// The files with the records that these changes add or remove whole. Those of `municipality.yaml` can be nowhere else.
fn files<'c, S: Seen>(
    version: &Version<S>,
    changes: impl Iterator<Item = &'c Change>,
    id: impl Fn(&'c Change) -> Option<&'c str>,
) -> BTreeSet<String> {
    let whole: BTreeSet<&str> = changes.filter(|change| change.path.is_empty()).filter_map(id).collect();
    if whole.is_empty() {
        return BTreeSet::new();
    }
    let places: HashMap<&str, u32> =
        records::named(version.written.register()).into_iter().map(|(id, at)| (id, at.file)).collect();
    let file = |id: &&str| version.sources.files.get(*places.get(id)? as usize);
    let inside = whole.iter().filter_map(file).map(|file| file.inside.clone());
    inside.filter(|path| !is_whole(&BTreeSet::from([path.clone()]))).collect()
}
