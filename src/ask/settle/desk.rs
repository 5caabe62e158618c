//! A municipality while answers are written in it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::{Case, Court};
use crate::ask::shape::Shapes;
use crate::draft::put::{self, Change, Put, Step, Wanted};
use crate::draft::schema::Part;
use crate::fix::{self, Fixed};
use crate::model::activity::Activity;
use crate::model::administration::{Administration, Reviewed};
use crate::model::record::field;
use crate::model::version::Version;
use crate::source::original::Original;
use crate::source::{File, Read};

/// A municipality while answers are written.
pub(super) struct Desk {
    pub(super) read: Read,
    pub(super) files: BTreeMap<u32, Fixed>,
}

impl Desk {
    /// Makes the changes of one answer, all or none. Returns whether they could be made.
    pub(super) fn make<E>(
        &mut self,
        puts: &[Put],
        number: u32,
        bytes: impl Fn(&File) -> Result<Vec<u8>, E>,
    ) -> Result<bool, E> {
        let Some(file) = self.read.sources.files.get(number as usize).filter(|_| !puts.is_empty()) else {
            return Ok(true);
        };
        let first = file.clone();
        let original = match self.files.get(&number) {
            Some(fixed) => Some(fixed.after.clone()),
            None => Original::of(bytes(&first)?, &first.text),
        };
        let Some(mut after) = original.clone() else { return Ok(false) };
        let mut text = first.text.clone();
        let mut count = 0;
        for put in puts {
            let Some((edits, changed)) = put::made(&text, put) else { return Ok(false) };
            let Some(edited) = fix::edited(&after, &edits, &changed) else { return Ok(false) };
            count += edits.len();
            (text, after) = (changed, edited);
        }
        if let Some(file) = self.read.sources.files.get_mut(number as usize) {
            file.text.clone_from(&text);
        }
        let Some(before) = original else { return Ok(false) };
        let fixed =
            self.files.entry(number).or_insert_with(|| Fixed { file: first, before, after: after.clone(), edits: 0 });
        fixed.after = after;
        fixed.edits += count;
        Ok(true)
    }

    /// Writes who answered and when, in each activity that an answer is about.
    pub(super) fn review<E>(
        &mut self,
        court: &Court,
        placed: &[&Case],
        bytes: impl Fn(&File) -> Result<Vec<u8>, E>,
    ) -> Result<(), E> {
        let mut by_file: BTreeMap<u32, (civil::Date, Vec<&str>, BTreeSet<&str>)> = BTreeMap::new();
        for case in placed.iter().filter(|_| court.keeps_reviews) {
            let file = case.question.target.file;
            let is_activity =
                court.read.sources.files.get(file as usize).is_some_and(|file| file.inside.starts_with("activities/"));
            let Some(Step::Key(key)) = case.question.target.path.first().filter(|_| is_activity) else { continue };
            let (on, roles, keys) = by_file.entry(file).or_insert((case.given.on, Vec::new(), BTreeSet::new()));
            *on = case.given.on.max(*on);
            // Each of those whose answers stand is named.
            if !roles.contains(&case.given.by.as_str()) {
                roles.push(&case.given.by);
            }
            keys.insert(key);
        }
        let path = [field!(Activity, administration), field!(Administration, reviewed)];
        let path: Vec<Step> = path.into_iter().map(|key| Step::Key(key.to_owned())).collect();
        let shape = Shapes::new(Version::NEWEST, None).at(("activities", Part::Activity), &path);
        let before = shape.map(|shape| shape.before).unwrap_or_default();
        for (file, (on, roles, keys)) in by_file {
            let scalar = |text: &str| Wanted::Scalar(text.to_owned());
            let record = vec![
                (field!(Reviewed, on).to_owned(), scalar(&on.to_string())),
                (field!(Reviewed, role).to_owned(), scalar(&roles.join(", "))),
                (field!(Reviewed, about).to_owned(), Wanted::List(keys.into_iter().map(scalar).collect())),
            ];
            let path = path.clone();
            let before = before.clone();
            let put = Put { path, change: Change::Set { to: Wanted::Record(record), short: None, before } };
            self.make(&[put], file, &bytes)?;
        }
        Ok(())
    }
}
