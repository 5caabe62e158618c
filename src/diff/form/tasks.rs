//! The tasks that follow from the changes: each duty once, with everything it applies to.

use std::collections::BTreeSet;

use crate::diff::RecordKind;
use crate::diff::duty::Duty;
use crate::diff::form::Task;
use crate::diff::grade::Graded;
use crate::diff::labels::duty_words;
use crate::diff::report::Report;
use crate::diff::words::Speaker;
use crate::say;
use crate::say::Tongue;

/// The tasks, each with what it applies to: changes, or for a new version the notices.
pub(super) fn tasks(report: &Report, tongue: Tongue) -> Vec<Task> {
    let several = report.municipalities.len() > 1;
    let mut tasks = Vec::new();
    for duty in Duty::ALL {
        let mut of: Vec<String> = Vec::new();
        for municipality in &report.municipalities {
            let speaker = Speaker::new(municipality, tongue);
            let obliging: Vec<&Graded> =
                municipality.changes.iter().filter(|graded| graded.obliges.contains(&duty)).collect();
            let mut own: Vec<String> = Vec::new();
            if duty == Duty::NewNotice {
                own.extend(municipality.publish.iter().map(|id| speaker.name(RecordKind::Notices, id)));
                own.extend(
                    obliging.iter().filter(|graded| is_untold(graded)).map(|graded| untold(graded, &speaker, tongue)),
                );
            } else {
                own.extend(obliging.iter().map(|graded| subject_and_way(graded, &speaker)));
            }
            // Two municipalities may have records of the same name.
            let name = || speaker.name(RecordKind::Municipality, &municipality.id);
            of.extend(own.into_iter().map(|line| if several { format!("{}: {line}", name()) } else { line }));
        }
        let mut seen = BTreeSet::new();
        of.retain(|line| seen.insert(line.clone()));
        if !of.is_empty() {
            tasks.push(Task { what: duty_words(duty).get(tongue).to_owned(), of });
        }
    }
    tasks
}

/// Whether a change of an activity must be published, but no notice covers the activity.
fn is_untold(graded: &Graded) -> bool {
    graded.touched.notices.is_empty()
        && graded.change.subject.room == RecordKind::Activities
        && graded.change.after.is_some()
}

fn untold(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> String {
    let name = speaker.name(RecordKind::Activities, graded.change.subject.id());
    say!(
        en: "{name}: no notice covers it; only its own page describes it",
        sv: "{name}: ingen informationstext redovisar den, bara dess egen sida",
        da: "{name}: ingen oplysningstekst beskriver den, kun dens egen side",
        name = name
    )
    .get(tongue)
    .to_owned()
}

fn subject_and_way(graded: &Graded, speaker: &Speaker) -> String {
    let subject = &graded.change.subject;
    format!("{}: {}", speaker.title(subject.room, subject.id()), speaker.way(&graded.change))
}
