//! Rewrites a municipality from format 1 to format 2. Comments, layout and meaning are kept.

mod at_most;
mod kle;
mod taken_out;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::draft::folder::is_municipality;
use crate::draft::inserted::{after_key, at_the_start, value_of};
use crate::error::Error;
use crate::finding::{Level, Place};
use crate::fix::{Fixed, edited};
use crate::format::key::Key;
use crate::model::activity::Activity;
use crate::model::inherited::Inherited;
use crate::model::municipality::Municipality;
use crate::model::record::field;
use crate::model::reference::RefKind;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::version::Version;
use crate::model::visit::{TextKind, Visit, Visitor, VisitorMut};
use crate::model::{Gap, Id, List, Text, keys};
use crate::pipeline::Understood;
use crate::register::Register;
use crate::register::inherit::inherited;
use crate::register::phase::Complete;
use crate::say;
use crate::source::original::{Original, replaced};
use crate::source::{File, Read};

/// A replacement of a stretch of a file.
type Edit = (Range<usize>, String);

/// Rewrites a municipality in format 2. Returns the changed files; none if it is in format 2 already.
///
/// # Errors
/// When the municipality has errors other than keys and forms of format 2, a file cannot be edited, the meaning would change, or `bytes` fails.
pub(crate) fn migrate(read: &Read, bytes: impl Fn(&File) -> Result<Vec<u8>, Error>) -> Result<Vec<Fixed>, Error> {
    let before = Understood::of(read.clone());
    if before.written.register().municipality.version() == Version::NEWEST {
        return Ok(Vec::new());
    }
    if before.findings.iter().any(|finding| finding.level == Level::Error && finding.only_in != Some(1)) {
        return Err(Error::new(say!(
            en: "{name} has errors; first fix what `ropa check` reports",
            sv: "{name} har fel; åtgärda först det som `ropa check` rapporterar",
            da: "{name} har fejl; ret først det, som `ropa check` melder",
            name = read.sources.municipality,
        )));
    }
    let mut edits = codes(&before);
    let at_most = at_most::edits(&before)?;
    let kle = kle::edits(&before)?;
    for (file, edit) in inheritance(&before).into_iter().chain(version(&before)).chain(at_most).chain(kle) {
        edits.entry(file).or_default().push(edit);
    }
    let mut after = read.clone();
    let mut fixed = Vec::with_capacity(edits.len());
    for (number, mut edits) in edits {
        edits.sort_by_key(|(range, _)| range.start);
        let Some(file) = after.sources.files.get_mut(number as usize) else { continue };
        let earlier = file.clone();
        file.text = replaced(&earlier.text, edits.iter().map(|(range, to)| (range.clone(), to.as_str())));
        let original = Original::of(bytes(&earlier)?, &earlier.text);
        let edited = original.as_ref().and_then(|original| edited(original, &edits, &file.text));
        let (Some(before), Some(after)) = (original, edited) else { return Err(not_editable(&earlier)) };
        fixed.push(Fixed { file: earlier, before, after, edits: edits.len() });
    }
    let after = Understood::of(after);
    if after.findings.iter().any(|finding| finding.level == Level::Error) {
        return Err(changed(&read.sources.municipality));
    }
    prove(&before.complete(), &after.complete())?;
    Ok(fixed)
}

/// Marks the reasons of all gaps as internal. They are published in format 1 only, which is not a change of meaning.
fn hide_reasons(register: &mut Register) {
    struct Hide;
    impl VisitorMut for Hide {
        fn text(&mut self, _: &mut Text) {}

        fn gap(&mut self, gap: &mut Gap) {
            gap.is_public = false;
        }

        fn term(&mut self, _: TermKind, _: &mut Word) {}

        fn reference(&mut self, _: RefKind, _: &Id) {}

        fn country(&mut self, _: &str, _: Place) {}
    }
    register.municipality.visit_mut(&mut Hide);
    register.shared.visit_mut(&mut Hide);
    register.activities.values_mut().for_each(|activity| activity.visit_mut(&mut Hide));
    register.notices.values_mut().for_each(|notice| notice.visit_mut(&mut Hide));
}

fn not_editable(file: &File) -> Error {
    Error::new(say!(
        en: "{path} cannot be rewritten without changing its layout; write `format: 2` yourself, and see what `ropa check` says",
        sv: "{path} kan inte skrivas om utan att layouten ändras; skriv `format: 2` själv, och se vad `ropa check` säger",
        da: "{path} kan ikke omskrives uden at ændre opstillingen; skriv selv `format: 2`, og se, hvad `ropa check` siger",
        path = file.path,
    ))
}

/// Checks that the register has the same meaning before and after, except for `format`, `same-as-parent` and whether
/// the reasons of gaps are published.
fn prove(before: &Complete, after: &Complete) -> Result<(), Error> {
    let plain = |complete: &Complete| {
        let mut register = complete.register().clone();
        register.municipality.format = None;
        hide_reasons(&mut register);
        kle::settle(&mut register);
        register.activities.values_mut().for_each(|activity| activity.same_as_parent = List::default());
        register
    };
    let (before, after) = (plain(before), plain(after));
    if before == after {
        return Ok(());
    }
    let differs = |(id, activity): (&_, &Activity)| after.activities.get(id).is_none_or(|after| after != activity);
    let id = before.activities.iter().find(|each| differs(*each)).map(|(id, _)| id.to_string());
    Err(changed(&id.unwrap_or_else(|| before.id.clone())))
}

/// The error for an activity or municipality that would change.
fn changed(id: &str) -> Error {
    Error::new(say!(
        en: "{id} would say something else in format 2; nothing was written",
        sv: "{id} skulle säga något annat i format 2; inget har skrivits",
        da: "{id} ville sige noget andet i format 2; intet er skrevet",
    ))
}

/// Edits that write codes in place of the words that format 1 reads as codes.
fn codes(understood: &Understood) -> BTreeMap<u32, Vec<Edit>> {
    let Register { municipality, shared, activities, notices, accept, .. } = understood.written.register();
    let mut words = Words { texts: &understood.sources.files, edits: BTreeMap::new() };
    municipality.visit(&mut words);
    shared.visit(&mut words);
    activities.values().for_each(|activity| activity.visit(&mut words));
    notices.values().for_each(|notice| notice.visit(&mut words));
    accept.iter().for_each(|entry| entry.visit(&mut words));
    let edits = words.edits.into_iter();
    edits.map(|(file, edits)| (file, edits.into_values().collect())).collect()
}

/// Collects the edits of words. A word that an anchor and its aliases share is edited once.
struct Words<'r> {
    texts: &'r [File],
    edits: BTreeMap<u32, BTreeMap<usize, Edit>>,
}

impl<'r> Visitor<'r> for Words<'r> {
    fn enter(&mut self, _: &'static Key, _: Place) {}

    fn leave(&mut self) {}

    fn text(&mut self, _: TextKind, _: &'r Text) {}

    fn term(&mut self, _: TermKind, word: &'r Word) {
        let (Refers::Vocabulary(_), Some(code)) = (word.refers, word.text.plain.as_deref()) else { return };
        let at = word.text.at;
        let written = self.texts.get(at.file as usize).and_then(|file| file.text.get(at.range()));
        let Some(written) = written.filter(|written| !written.starts_with('*')) else { return };
        if written.trim_matches(['"', '\'']) != code {
            self.edits.entry(at.file).or_default().insert(at.range().start, (at.range(), code.to_owned()));
        }
    }

    fn plain(&mut self, _: &'r str) {}
}

/// Edits that write `same-as-parent` in each child that inherits.
fn inheritance(understood: &Understood) -> Vec<(u32, Edit)> {
    let register = understood.written.register();
    let line = |part: &Activity| {
        let parent = register.whole_of(part)?;
        let mut names: Vec<&str> = inherited(part, parent).into_iter().map(Inherited::key).collect();
        let has_number = parent.administration.as_ref().is_some_and(|own| own.kle.is_some());
        if has_number && names.contains(&Inherited::Administration.key()) {
            names.push(Inherited::Kle.key());
        }
        let file = understood.sources.files.get(part.id.at.file as usize).filter(|_| !names.is_empty())?;
        let written = |name| Key::named(name).written();
        let (part_of, same) = (written(field!(Activity, part_of)), written(field!(Activity, same_as_parent)));
        let line = format!("{same}: [{}]", names.join(", "));
        let edit = after_key(&file.text, &[part_of.as_str(), keys::ID], &line)?;
        Some((part.id.at.file, edit))
    };
    register.activities.values().filter_map(line).collect()
}

/// The edit that writes `format: 2` before the first key of the municipality, or in place of another version.
fn version(understood: &Understood) -> Option<(u32, Edit)> {
    let files = &understood.sources.files;
    let number = files.iter().position(|file| is_municipality(&file.inside))?;
    let text = &files.get(number)?.text;
    let newest = Version::NEWEST.number().to_string();
    let edit = match value_of(text, field!(Municipality, format)) {
        Some(value) => (value, newest),
        None => at_the_start(text, &format!("format: {newest}"))?,
    };
    Some((u32::try_from(number).ok()?, edit))
}
