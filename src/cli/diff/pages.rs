//! The public pages that are not the same in two versions of a municipality.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use jiff::civil;

use crate::Error;
use crate::audience::Sheets;
use crate::check::levels::Levels;
use crate::compile::{self, Files};
use crate::diff::RecordKind;
use crate::diff::grade::Grade;
use crate::diff::report::{Municipality, Pages as Changed};
use crate::document::audience::Source;
use crate::pipeline::Understood;
use crate::render::Artifact;
use crate::render::html::{Look, Pages};
use crate::source::Read;

/// A version of a municipality, with the levels of its rules.
pub(super) type Version<'v> = (&'v Read, &'v Levels);

/// The pages that differ, apart from fingerprints and the look: those of which people must be told, and the others.
/// `None` if a version has errors, so that it has no pages.
pub(super) fn changed(
    (before, after): (Version, Version),
    today: civil::Date,
    compared: &Municipality,
) -> Result<Option<Changed>, Error> {
    let (Some(old), Some(new)) = (pages(before, today)?, pages(after, today)?) else { return Ok(None) };
    let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differing = all.into_iter().filter(|path| old.get(*path) != new.get(*path));
    let told = told(compared);
    let is_told = |path: &&String| {
        let (_, page) = path.split_once('/').unwrap_or(("", path.as_str()));
        told.contains(page)
    };
    let (tell, change): (Vec<&String>, Vec<&String>) = differing.partition(is_told);
    let owned = |paths: Vec<&String>| paths.into_iter().cloned().collect();
    Ok(Some(Changed { tell: owned(tell), change: owned(change) }))
}

/// The pages of the notices that must be published again, and of the activities with changes that people must be told
/// of, below the folder of a language.
fn told(compared: &Municipality) -> BTreeSet<String> {
    let mut told: BTreeSet<String> = compared.publish.iter().map(|id| format!("notices/{id}.html")).collect();
    for graded in compared.changes.iter().filter(|graded| graded.grade >= Grade::Material) {
        told.extend(graded.touched.activities.iter().map(|id| format!("activities/{id}.html")));
        if graded.change.subject.room == RecordKind::Notices {
            told.insert(format!("notices/{}.html", graded.change.subject.id()));
        }
    }
    told
}

/// The bytes of every public page, by its path below the folder of the municipality.
fn pages((read, levels): Version, today: civil::Date) -> Result<Option<BTreeMap<String, Vec<u8>>>, Error> {
    if read.sources.municipality.is_empty() {
        return Ok(Some(BTreeMap::new()));
    }
    let Ok((_, checked)) = Understood::of(read.clone()).check(today, levels) else { return Ok(None) };
    let public = checked.public();
    let languages = public.register().municipality.languages.items.clone();
    let look = Pages::new(&Look::default())?;
    let all = Mutex::new(BTreeMap::new());
    let put = |artifact: Artifact| {
        if let Some((_, path)) = artifact.path.split_once('/').filter(|(_, path)| path.ends_with(".html")) {
            let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
            all.insert(path.to_owned(), artifact.bytes);
        }
        Ok(())
    };
    let files = Files { pages: &look, fingerprint: None, has_fragments: false, sheets: Sheets::NONE, put: &put };
    compile::municipality(Source::Public(&public), &languages, today, files)?;
    Ok(Some(all.into_inner().unwrap_or_else(PoisonError::into_inner)))
}
