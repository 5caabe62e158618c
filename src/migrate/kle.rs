//! `kle` of the administration becomes `kle` of the activity.

use super::{Edit, not_editable, taken_out::taken_out};
use crate::draft::inserted::after_key;
use crate::error::Error;
use crate::format::key::Key;
use crate::format::yaml::{self, Kind};
use crate::model::activity::Activity;
use crate::model::administration::Administration;
use crate::model::keys;
use crate::model::kle::Kle;
use crate::model::record::field;
use crate::pipeline::Understood;
use crate::register::Register;
use crate::say;
use crate::source::File;

/// The edits of every activity whose administration has a KLE number, with the numbers of their files.
///
/// # Errors
/// When the key cannot be taken out without touching something else.
pub(super) fn edits(understood: &Understood) -> Result<Vec<(u32, Edit)>, Error> {
    let mut edits = Vec::new();
    for activity in understood.written.register().activities.values() {
        let has_number = activity.administration.as_ref().is_some_and(|own| own.kle.is_some());
        let number = activity.id.at.file;
        let Some(file) = understood.sources.files.get(number as usize).filter(|_| has_number) else { continue };
        let written = activity.administration.as_ref().and_then(|own| own.kle.as_deref()).unwrap_or_default();
        if Kle::parse(written).is_none() {
            return Err(Error::new(say!(
                en: "{path}: `{written}` is not a KLE number; correct it first",
                sv: "{path}: `{written}` är inte ett KLE-nummer; rätta det först",
                da: "{path}: `{written}` er ikke et KLE-nummer; ret det først",
                path = file.path,
            )));
        }
        let own = moved(file).ok_or_else(|| not_editable(file))?;
        edits.extend(own.into_iter().map(|edit| (number, edit)));
    }
    Ok(edits)
}

/// The edits of one file.
fn moved(file: &File) -> Option<Vec<Edit>> {
    let root = yaml::parse(0, &file.text, &mut Vec::new())?;
    let (administration, own) = root.entry(&Key::named(field!(Activity, administration)).written())?;
    let name = field!(Administration, kle);
    let (key, value) = own.entry(name)?;
    let written = file.text.get(value.place.range())?;
    let line = format!("{name}: {written}");
    if matches!(&own.kind, Kind::Map(entries) if entries.len() == 1) {
        let last = value.place.range().end;
        let is_flow = file.text.get(own.place.range())?.starts_with('{');
        // A comment between the keys has no place any more.
        if file.text.get(administration.place.range().start..value.place.range().start)?.contains('#') {
            return None;
        }
        let end = if is_flow { last + file.text.get(last..)?.find('}')? + 1 } else { last };
        return Some(vec![(administration.place.range().start..end, line)]);
    }
    let taken_out = taken_out(&file.text, key.place.range().start..value.place.range().end)?;
    let title = field!(Activity, title);
    Some(vec![after_key(&file.text, &[title, keys::ID], &line)?, (taken_out, String::new())])
}

/// The register as if the numbers had been moved, for comparison.
pub(super) fn settle(register: &mut Register) {
    for activity in register.activities.values_mut() {
        let Some(own) = &mut activity.administration else { continue };
        activity.kle.items.extend(own.kle.take().map(Kle));
        if *own == Administration::default() {
            activity.administration = None;
        }
    }
}
