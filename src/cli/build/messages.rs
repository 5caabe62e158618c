//! The messages of `ropa build`.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::emit::Done;
use crate::say;
use crate::say::{Message, Words};

use crate::cli::read::{self, Report};

/// How many differences are listed by name.
const NAMED: usize = 20;

/// Files of an earlier build that were changed by hand.
pub(super) fn left_alone(done: &[Done]) -> Vec<Message> {
    let left = done.iter().flat_map(|done| done.left.iter().map(move |path| format!("{}/{path}", done.folder)));
    left.map(|path| {
        say!(
            en: "left alone, because it was changed by hand: {path}",
            sv: "lämnas orörd, eftersom den har ändrats för hand: {path}",
            da: "røres ikke, fordi den er ændret i hånden: {path}",
        )
    })
    .collect()
}

/// What a build would write or remove: the first [`NAMED`] paths, then the number of the others.
pub(super) fn differences(done: &[Done]) -> Vec<Message> {
    let paths = done.iter().flat_map(|done| done.changed.iter().chain(&done.removed).map(move |path| (done, path)));
    let rest = paths.clone().count().saturating_sub(NAMED);
    let message = |(done, path): (&Done, &String)| {
        let whole = format!("{}/{path}", done.folder);
        if done.new.contains(path) {
            say!(en: "missing: {path}", sv: "saknas: {path}", da: "mangler: {path}", path = whole)
        } else if done.removed.contains(path) {
            say!(
                en: "not compiled any more: {path}",
                sv: "sammanställs inte längre: {path}",
                da: "sammenstilles ikke længere: {path}",
                path = whole,
            )
        } else {
            say!(en: "differs: {path}", sv: "skiljer sig: {path}", da: "afviger: {path}", path = whole)
        }
    };
    let mut told: Vec<Message> = paths.take(NAMED).map(message).collect();
    if rest > 0 {
        told.push(say!(en: "and {rest} more", sv: "och {rest} till", da: "og {rest} mere"));
    }
    told
}

/// Municipalities of an earlier build whose folder no longer exists; their output is removed.
pub(super) fn gone(done: &[Done], reports: &[Report], only_checks: bool) -> Vec<Message> {
    let read: BTreeSet<&str> = reports.iter().map(Report::name).collect();
    let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
    for path in done.iter().flat_map(|done| &done.removed) {
        if let Some((name, _)) = path.split_once('/').filter(|(name, _)| !read.contains(name)) {
            *gone.entry(name).or_default() += 1;
        }
    }
    let verb = if only_checks { WOULD_BE_REMOVED } else { REMOVED };
    let told = |(name, count): (&str, usize)| {
        say!(
            en: "{verb}: {files} of `{name}`, because the registers have no folder of that name any more",
            sv: "{verb}: {files} för `{name}`, eftersom registren inte längre har någon mapp med det namnet",
            da: "{verb}: {files} for `{name}`, fordi fortegnelserne ikke længere har en mappe med det navn",
            verb = verb,
            files = read::plural(count, FILE, FILES),
            name = name,
        )
    };
    gone.into_iter().map(told).collect()
}

const REMOVED: Words = Words { en: "removed", sv: "borttaget", da: "fjernet" };
const WOULD_BE_REMOVED: Words = Words { en: "would be removed", sv: "skulle tas bort", da: "ville blive fjernet" };
const FILE: Words = Words { en: "file", sv: "fil", da: "fil" };
const FILES: Words = Words { en: "files", sv: "filer", da: "filer" };

/// The notices that are drafts, and that nothing was written.
pub(super) fn drafts(drafts: &[&String]) -> Vec<Message> {
    let named = drafts.iter().map(|path| say!(en: "draft: {path}", sv: "utkast: {path}", da: "udkast: {path}"));
    let stopped = say!(
        en: "nothing is written, because a notice is a draft; `ropa todo` lists what is missing",
        sv: "ingenting skrivs, eftersom en informationstext är ett utkast; `ropa todo` räknar upp vad som saknas",
        da: "der skrives intet, fordi en oplysningstekst er et udkast; `ropa todo` viser, hvad der mangler",
    );
    named.chain([stopped]).collect()
}

/// Why the files over all municipalities were not updated.
pub(super) fn waiting() -> Message {
    say!(
        en: "the index and the files over all municipalities wait until every municipality is free of errors",
        sv: "startsidan och filerna för alla kommuner uppdateras först när ingen kommun har fel",
        da: "forsiden og filerne for alle kommuner opdateres først, når ingen kommune har fejl",
    )
}

/// A summary in figures.
pub(super) fn summary(reports: &[Report], done: &[Done], only_checks: bool, time: Duration) -> Message {
    let sum = |count: fn(&Done) -> usize| done.iter().map(count).sum::<usize>();
    say!(
        en: "{built} of {all} municipalities compiled: {files} files, {changed} {verb}, {removed} removed, in {time} s; {found}",
        sv: "{built} av {all} kommuner sammanställda: {files} filer, {changed} {verb}, {removed} borttagna, på {time} s; {found}",
        da: "{built} af {all} kommuner sammenstillet: {files} filer, {changed} {verb}, {removed} fjernet, på {time} s; {found}",
        built = reports.iter().filter(|report| report.is_publishable()).count(),
        all = reports.len(),
        files = sum(|done| done.files),
        changed = sum(|done| done.changed.len()),
        verb = if only_checks { WOULD_CHANGE } else { WRITTEN },
        removed = sum(|done| done.removed.len()),
        time = seconds(time),
        found = read::summary(reports),
    )
}

const WRITTEN: Words = Words { en: "written", sv: "skrivna", da: "skrevet" };
const WOULD_CHANGE: Words = Words { en: "would change", sv: "skulle ändras", da: "ville blive ændret" };

/// A duration in seconds with one decimal, with the decimal mark of each language.
fn seconds(time: Duration) -> Message {
    let seconds = format!("{:.1}", time.as_secs_f64());
    let with_comma = seconds.replace('.', ",");
    Message { en: seconds, sv: with_comma.clone(), da: with_comma }
}
