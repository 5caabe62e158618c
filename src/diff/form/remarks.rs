//! The findings about the changes themselves.

use crate::diff::form::{Group, Line, where_is};
use crate::diff::remarks::{Kind, Remark, message};
use crate::diff::report::{Municipality, Report};
use crate::diff::words::Speaker;
use crate::say::Tongue;

/// The findings of each kind.
pub(super) fn groups(report: &Report, tongue: Tongue) -> Vec<Group> {
    let group = |kind: Kind| {
        let lines: Vec<Line> = report.municipalities.iter().flat_map(|of| lines(of, kind, tongue)).collect();
        (!lines.is_empty()).then(|| Group {
            heading: kind.title().get(tongue).to_owned(),
            note: Some(kind.why().get(tongue).to_owned()),
            lines,
        })
    };
    Kind::ALL.into_iter().filter_map(group).collect()
}

/// What is found, with the name of the record, and where in it a text is that changed.
pub(super) fn text(remark: &Remark, municipality: &Municipality, speaker: &Speaker, tongue: Tongue) -> String {
    let name = speaker.name(remark.room, &remark.id);
    let changed = municipality.changes.iter().find(|graded| remark.changes.contains(&graded.fingerprint));
    let name = match changed.filter(|_| remark.kind == Kind::OneLanguageOnly) {
        Some(graded) => {
            let mut change = graded.change.clone();
            // All languages of a text are in one place.
            change.path.pop();
            format!("{name} › {}", speaker.way(&change))
        }
        None => name,
    };
    message(remark, &name).get(tongue).to_owned()
}

fn lines(municipality: &Municipality, kind: Kind, tongue: Tongue) -> Vec<Line> {
    let speaker = Speaker::new(municipality, tongue);
    let line = |remark: &Remark| Line {
        code: kind.code().to_owned(),
        message: text(remark, municipality, &speaker, tongue),
        address: remark.site.as_ref().map(|site| where_is(site, tongue)).unwrap_or_else(|| municipality.id.clone()),
    };
    municipality.remarks.iter().filter(|remark| remark.kind == kind).map(line).collect()
}
