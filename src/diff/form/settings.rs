//! The changes of settings, as a section of their own.

use crate::diff::form::marked::sides;
use crate::diff::form::{Row, Section};
use crate::diff::settings::Setting;
use crate::say;
use crate::say::Tongue;

/// The section of the settings; `None` if none changed.
pub(super) fn section(settings: &[Setting], tongue: Tongue) -> Option<Section> {
    let row = |setting: &Setting| {
        let value = |value: &Option<String>| value.iter().cloned().collect();
        let (before, after) = sides(value(&setting.before), value(&setting.after));
        Row {
            grade: setting.grade,
            word: setting.grade.words().get(tongue).to_owned(),
            code: setting.code,
            fingerprint: setting.fingerprint(),
            way: setting.key.clone(),
            before,
            after,
            reason: setting.reason().get(tongue).to_owned(),
            law: String::new(),
            touches: None,
            decided: None,
            site: None,
            countries: None,
        }
    };
    let kind = say!(en: "settings", sv: "inställningar", da: "indstillinger");
    (!settings.is_empty()).then(|| Section {
        heading: "ropa.toml".to_owned(),
        kind: kind.get(tongue).to_owned(),
        note: None,
        rows: settings.iter().map(row).collect(),
    })
}
