//! A part of a comparison: some municipalities, or changes of a grade, an activity or a unit.

use std::collections::BTreeSet;

use crate::diff::RecordKind;
use crate::diff::grade::{Grade, Graded};
use crate::diff::report::{Municipality, Report};
use crate::say;
use crate::say::Message;

/// Which changes are shown.
#[derive(Debug, Default, Clone)]
pub struct Selection {
    /// The lowest grade.
    pub grade: Option<Grade>,
    /// The ids of activities; none are all.
    pub activities: BTreeSet<String>,
    /// The ids of units; none are all.
    pub units: BTreeSet<String>,
    /// The municipalities that are compared; none are all.
    pub municipalities: BTreeSet<String>,
}

impl Selection {
    /// Whether everything that is compared is shown.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.grade.is_none() && self.activities.is_empty() && self.units.is_empty()
    }

    /// What is compared and shown, in words, if it is a part.
    #[must_use]
    pub(crate) fn words(&self) -> Option<Message> {
        let compared = (!self.municipalities.is_empty()).then(|| {
            say!(
                en: "Only a part is compared: {municipalities}.",
                sv: "Bara en del jämförs: {municipalities}.",
                da: "Kun en del sammenlignes: {municipalities}.",
                municipalities = list(&self.municipalities),
            )
        });
        let all = [compared, self.shown()];
        let words =
            |tongue| all.iter().flatten().map(|message| message.get(tongue).to_owned()).collect::<Vec<_>>().join(" ");
        all.iter().any(Option::is_some).then(|| Message::each(words))
    }

    fn shown(&self) -> Option<Message> {
        let of = |tongue| {
            let grade = self.grade.map(|grade| {
                say!(
                    en: "at least {grade}",
                    sv: "minst {grade}",
                    da: "mindst {grade}",
                    grade = grade.words(),
                )
            });
            let activities = list(&self.activities);
            let activities = (!activities.is_empty())
                .then(|| say!(en: "of {activities}", sv: "i {activities}", da: "i {activities}"));
            let units = list(&self.units);
            let units =
                (!units.is_empty()).then(|| say!(en: "of the unit {units}", sv: "hos {units}", da: "hos {units}"));
            let all = [grade, activities, units].into_iter().flatten();
            all.map(|message| message.get(tongue).to_owned()).collect::<Vec<_>>().join(", ")
        };
        let told = say!(
            en: "Only a part is shown: changes {part}.",
            sv: "Bara en del visas: ändringar {part}.",
            da: "Kun en del vises: ændringer {part}.",
            part = Message::each(of),
        );
        (!self.is_all()).then_some(told)
    }

    fn takes(&self, graded: &Graded, municipality: &Municipality) -> bool {
        let subject = &graded.change.subject;
        let ids = || subject.before.iter().chain(&subject.after);
        let is_of =
            |room: RecordKind, wanted: &BTreeSet<String>| subject.room == room && ids().any(|id| wanted.contains(id));
        let touched = &graded.touched.activities;
        let is_activity = || is_of(RecordKind::Activities, &self.activities) || !touched.is_disjoint(&self.activities);
        let of_unit = |id: &String| {
            municipality
                .concerned
                .get(id)
                .and_then(|one| one.unit.as_ref())
                .is_some_and(|unit| self.units.contains(unit))
        };
        let is_unit = || is_of(RecordKind::Units, &self.units) || touched.iter().any(of_unit);
        self.grade.is_none_or(|from| graded.grade >= from)
            && (self.activities.is_empty() || is_activity())
            && (self.units.is_empty() || is_unit())
    }
}

fn list(ids: &BTreeSet<String>) -> String {
    ids.iter().cloned().collect::<Vec<_>>().join(", ")
}

impl Report {
    /// Leaves out what is not selected. Findings and pages of a part are not known, so they are left out; what could not
    /// be compared stays.
    pub fn select(&mut self, selection: Selection) {
        if selection.is_all() {
            self.selection = selection;
            return;
        }
        let is_graded = selection.activities.is_empty() && selection.units.is_empty();
        self.settings.retain(|setting| is_graded && selection.grade.is_none_or(|from| setting.grade >= from));
        for one in &mut self.municipalities {
            let changes = std::mem::take(&mut one.changes);
            one.changes = changes.into_iter().filter(|graded| selection.takes(graded, one)).collect();
            let kept: BTreeSet<&String> = one.changes.iter().map(|graded| &graded.fingerprint).collect();
            one.remarks.retain(|remark| remark.changes.iter().any(|change| kept.contains(change)));
            one.publish.retain(|id| {
                let mut obliging = one.changes.iter().filter(|graded| graded.obliges_notice());
                obliging.any(|graded| graded.touched.notices.contains(id))
            });
            (one.findings, one.standing, one.pages) = Default::default();
        }
        self.municipalities.retain(|one| !one.changes.is_empty() || !one.unread.is_empty());
        self.has_compared_pages = false;
        self.selection = selection;
    }
}
