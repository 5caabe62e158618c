//! Reports keys of an activity that do not go together.

use crate::finding::{Finding, Findings};
use crate::register::Register;
use crate::say;

/// Reports `controller` beside `controllers`, and parts that are not parts of the activity that names them.
pub(super) fn refuse(register: &Register, findings: &mut Findings) {
    for activity in register.activities.values() {
        if let Some(controller) = activity.controller.as_ref().filter(|_| !activity.controllers.is_unwritten()) {
            let message = say!(
                en: "`controller` and `controllers` both say who is the controller",
                sv: "både `controller` och `controllers` anger vem som är personuppgiftsansvarig",
                da: "både `controller` og `controllers` angiver den dataansvarlige",
            );
            findings.push(Finding::error("controller-twice", controller.id.at, message).help(say!(
                en: "remove `controller`, and write each controller in `controllers`",
                sv: "ta bort `controller`, och skriv varje personuppgiftsansvarig i `controllers`",
                da: "fjern `controller`, og skriv hver dataansvarlig i `controllers`",
            )));
        }
        let is_part = |part: &crate::model::Id| {
            let of = register.activities.get(part).and_then(|part| part.part_of.as_ref());
            of.is_some_and(|of| of.id == activity.id)
        };
        let known = activity.parts.iter().filter(|part| register.activities.contains_key(&part.id));
        for part in known.filter(|part| !is_part(&part.id)) {
            let message = say!(
                en: "`{part}` is not a part of this activity",
                sv: "`{part}` är inte en del av den här behandlingen",
                da: "`{part}` er ikke en del af denne behandling",
                part = part.id,
            );
            findings.push(Finding::error("part-elsewhere", part.id.at, message).help(say!(
                en: "write `part-of: {whole}` in it, or remove it here",
                sv: "skriv `part-of: {whole}` i den, eller ta bort den här",
                da: "skriv `part-of: {whole}` i den, eller fjern den her",
                whole = activity.id,
            )));
        }
    }
}
