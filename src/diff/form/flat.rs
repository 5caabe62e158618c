//! The changes, and what is found about them, one after the other, for formats of other programs.

use crate::diff::form::marked::plain;
use crate::diff::form::remarks::text;
use crate::diff::form::row;
use crate::diff::grade::{Grade, Graded};
use crate::diff::remarks::Remark;
use crate::diff::report::{Municipality, Report};
use crate::diff::settings::Setting;
use crate::diff::site::Site;
use crate::diff::words::{Speaker, shortened};
use crate::say;
use crate::say::Tongue;

/// Maximum number of characters shown of a value.
const MOST: usize = 300;

/// A change, or a finding about changes.
pub(super) struct Item {
    /// The municipality; empty for a setting of all.
    pub(super) municipality: String,
    /// The kind and the id of the record.
    pub(super) subject: String,
    /// The grade; `None` for a finding and for what could not be compared.
    pub(super) grade: Option<Grade>,
    /// The code.
    pub(super) code: &'static str,
    /// What tells it from all others.
    pub(super) fingerprint: String,
    /// What it is, on one line.
    pub(super) title: String,
    /// Why it matters, with its law.
    pub(super) why: String,
    /// Where it is written.
    pub(super) site: Option<Site>,
}

impl Item {
    /// The grade and code: `breaking[purpose-added]`.
    pub(super) fn name(&self, tongue: Tongue) -> String {
        match self.grade {
            Some(grade) => format!("{}[{}]", grade.words().get(tongue), self.code),
            None => self.code.to_owned(),
        }
    }

    /// The message: what it is and why it matters.
    pub(super) fn told(&self) -> String {
        if self.why.is_empty() { self.title.clone() } else { format!("{}\n{}", self.title, self.why) }
    }
}

/// The code of a file that could not be compared.
pub(super) const NOT_COMPARED: &str = "not-compared";

/// Everything in a report: what could not be compared, changes of settings, changes, findings about them.
pub(super) fn items(report: &Report, tongue: Tongue) -> Vec<Item> {
    let unread = report.municipalities.iter().flat_map(|one| one.unread.iter().map(|path| unread(one, path, tongue)));
    let settings = report.settings.iter().map(|setting| of_setting(setting, tongue));
    let of_one = |one: &Municipality| {
        let speaker = Speaker::new(one, tongue);
        let changes: Vec<Item> = one.changes.iter().map(|graded| change(graded, one, &speaker, tongue)).collect();
        let remarks: Vec<Item> = one.remarks.iter().map(|it| remark(it, one, &speaker, tongue)).collect();
        changes.into_iter().chain(remarks)
    };
    unread.chain(settings).chain(report.municipalities.iter().flat_map(of_one)).collect()
}

fn unread(municipality: &Municipality, path: &str, tongue: Tongue) -> Item {
    let whole = format!("{}/{path}", municipality.id);
    let whole = whole.trim_end_matches('/').to_owned();
    let title = say!(
        en: "Not compared, because a version could not be read whole or may not be published: {whole}",
        sv: "Inte jämfört, eftersom en version inte kunde läsas i sin helhet eller inte får publiceras: {whole}",
        da: "Ikke sammenlignet, fordi en version ikke kunne læses fuldt ud eller ikke må offentliggøres: {whole}",
    );
    Item {
        municipality: municipality.id.clone(),
        subject: whole.clone(),
        grade: None,
        code: NOT_COMPARED,
        fingerprint: whole.clone(),
        title: title.get(tongue).to_owned(),
        why: String::new(),
        site: None,
    }
}

fn change(graded: &Graded, municipality: &Municipality, speaker: &Speaker, tongue: Tongue) -> Item {
    let row = row(graded, speaker, tongue);
    let subject = &graded.change.subject;
    let value = |lines: &[Vec<super::marked::Piece>]| {
        let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
        if lines.is_empty() { "–".to_owned() } else { shortened(&lines.join("; "), MOST) }
    };
    let values = match graded.change.path.is_empty() {
        true => String::new(),
        false => format!(": {} → {}", value(&row.before), value(&row.after)),
    };
    let law = if row.law.is_empty() { String::new() } else { format!(" ({})", row.law) };
    let more = [row.countries, row.touches, row.decided].into_iter().flatten();
    Item {
        municipality: municipality.id.clone(),
        subject: format!("{}/{}", subject.room.key(), subject.id()),
        grade: Some(graded.grade),
        code: graded.code,
        fingerprint: graded.fingerprint.clone(),
        title: format!("{}: {}{values}", speaker.title(subject.room, subject.id()), row.way),
        why: std::iter::once(format!("{}{law}", row.reason)).chain(more).collect::<Vec<_>>().join("\n"),
        site: graded.site.clone(),
    }
}

fn remark(remark: &Remark, municipality: &Municipality, speaker: &Speaker, tongue: Tongue) -> Item {
    Item {
        municipality: municipality.id.clone(),
        subject: format!("{}/{}", remark.room.key(), remark.id),
        grade: None,
        code: remark.kind.code(),
        fingerprint: remark.changes.join("-"),
        title: text(remark, municipality, speaker, tongue),
        why: remark.kind.why().get(tongue).to_owned(),
        site: remark.site.clone(),
    }
}

fn of_setting(setting: &Setting, tongue: Tongue) -> Item {
    let value = |value: &Option<String>| value.as_ref().map_or_else(|| "–".to_owned(), |value| shortened(value, MOST));
    Item {
        municipality: setting.municipality.clone().unwrap_or_default(),
        subject: "ropa.toml".to_owned(),
        grade: Some(setting.grade),
        code: setting.code,
        fingerprint: setting.fingerprint(),
        title: format!("ropa.toml: {}: {} → {}", setting.key, value(&setting.before), value(&setting.after)),
        why: setting.reason().get(tongue).to_owned(),
        site: None,
    }
}
