//! The entry that a comparison proposes for `versions` of each notice that must be published again.

use std::fmt::Write as _;

use indexmap::IndexSet;
use jiff::civil;

use crate::diff::RecordKind;
use crate::diff::duty::Duty;
use crate::diff::form::marked::{Marked, plain};
use crate::diff::form::{headline, row};
use crate::diff::grade::{Grade, Graded};
use crate::diff::report::{Municipality, Report};
use crate::diff::words::Speaker;
use crate::say;
use crate::say::Tongue;
use crate::visible;

/// The entries as YAML, one for each notice, in the language of its municipality where that is one of the program.
#[must_use]
pub(crate) fn entries(report: &Report, today: civil::Date, tongue: Tongue) -> String {
    let mut text = String::new();
    if let Some(line) = headline::not_compared(report, tongue) {
        _ = writeln!(text, "# {}", visible::line(&line));
    }
    let head = text.len();
    for municipality in &report.municipalities {
        let own =
            municipality.main.and_then(|lang| Tongue::ALL.into_iter().find(|tongue| tongue.code() == lang.code()));
        for notice in &municipality.publish {
            entry(municipality, notice, today, own.unwrap_or(tongue), &mut text);
        }
    }
    if text.len() == head {
        let none = say!(
            en: "# No notice needs a new version.\n",
            sv: "# Ingen informationstext behöver en ny version.\n",
            da: "# Ingen oplysningstekst har brug for en ny version.\n",
        );
        text.push_str(none.get(tongue));
    }
    text
}

fn entry(municipality: &Municipality, notice: &str, today: civil::Date, tongue: Tongue, text: &mut String) {
    let speaker = Speaker::new(municipality, tongue);
    let is_told = |graded: &&Graded| {
        let obliges = graded.grade >= Grade::Material || graded.obliges.contains(&Duty::NewNotice);
        obliges && graded.touched.notices.contains(notice)
    };
    let changes = municipality.changes.iter().filter(is_told);
    let lines: IndexSet<String> = changes.map(|graded| line(graded, &speaker, tongue)).collect();
    let head = say!(
        en: "# The notice {notice} of {municipality}: put this into the words of its readers.",
        sv: "# Informationstexten {notice} för {municipality}: skriv om det här med läsarnas ord.",
        da: "# Oplysningsteksten {notice} for {municipality}: skriv dette om med læsernes ord.",
        notice = notice,
        municipality = municipality.id,
    );
    _ = writeln!(text, "{}\nversions:\n  - day: {today}\n    changed:", visible::line(head.get(tongue)));
    for line in lines {
        _ = writeln!(text, "      - {}", serde_json::Value::String(line));
    }
}

/// What changed, on one line: the record, the key, and the values.
fn line(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> String {
    let subject = &graded.change.subject;
    let row = row(graded, speaker, tongue);
    let title = match subject.room {
        RecordKind::Municipality => String::new(),
        room => format!("{}: ", speaker.title(room, subject.id())),
    };
    let joined = |lines: &[Marked]| lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join("; ");
    let values = [joined(&row.before), joined(&row.after)];
    let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
    let line = format!("{title}{}: {}", row.way, values.join(" → "));
    visible::line(&line).into_owned()
}
