//! Reports keys of an activity that do not go together.

use crate::finding::{Finding, Findings};
use crate::model::activity::Activity;
use crate::register::Register;
use crate::register::facts::covered::covers;
use crate::register::facts::responsible::controller_id_of;
use crate::say;

/// Reports keys on controllers that contradict each other, and parts that are not parts of the activity that names them.
pub(super) fn refuse(register: &Register, findings: &mut Findings) {
    for activity in register.activities.values() {
        findings.extend(needless_notice(register, activity));
    }
    for (id, controller) in register.municipality.controllers.iter() {
        if controller.officer.is_some() && controller.without_officer.is_some() {
            let message = say!(
                en: "`{id}` has an officer and says why it has none",
                sv: "`{id}` har ett dataskyddsombud och anger varför det inte finns något",
                da: "`{id}` har en databeskyttelsesrådgiver og angiver, hvorfor der ikke er nogen",
            );
            findings.push(Finding::error("officer-twice", id.at, message).help(say!(
                en: "remove `officer` or `without-officer`",
                sv: "ta bort `officer` eller `without-officer`",
                da: "fjern `officer` eller `without-officer`",
            )));
        }
    }
    for activity in register.activities.values() {
        let has_several = !activity.controllers.is_unwritten();
        if let Some(controller) = activity.controller.as_ref().filter(|_| has_several) {
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
        let mut joint = activity.joint.iter().flat_map(|joint| joint.with.iter());
        let own = controller_id_of(register, activity);
        if let Some(other) = joint.find(|other| own.is_some_and(|own| other.word.key() == Some(own.as_str()))) {
            let message = say!(
                en: "the controller cannot be a joint controller with itself",
                sv: "den personuppgiftsansvarige kan inte vara gemensamt ansvarig med sig själv",
                da: "den dataansvarlige kan ikke være fælles dataansvarlig med sig selv",
            );
            findings.push(Finding::error("joint-with-itself", other.word.text.at, message).help(say!(
                en: "name the other controllers in `with`",
                sv: "skriv de andra personuppgiftsansvariga i `with`",
                da: "skriv de andre dataansvarlige i `with`",
            )));
        }
        if activity.joint.is_some() && has_several {
            let message = say!(
                en: "controllers cannot be joint and each on its own",
                sv: "personuppgiftsansvariga kan inte vara både gemensamt och var för sig ansvariga",
                da: "dataansvarlige kan ikke både være fælles og hver for sig ansvarlige",
            );
            findings.push(Finding::error("controller-twice", activity.controllers.at, message).help(say!(
                en: "write `controllers` if each decides on its own, `joint` if they decide together (Article 26)",
                sv: "skriv `controllers` om var och en bestämmer själv, `joint` om de bestämmer tillsammans (artikel 26)",
                da: "skriv `controllers`, hvis de hver især bestemmer, `joint`, hvis de bestemmer sammen (artikel 26)",
            )));
        }
        let mut ids: Vec<&str> =
            activity.controllers.iter().filter_map(|own| own.controller.as_ref()).map(|own| own.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        if has_several && (ids.len() < 2 || ids.len() < activity.controllers.items.len()) {
            let message = say!(
                en: "`controllers` names several controllers, each once",
                sv: "`controllers` anger flera personuppgiftsansvariga, var och en en gång",
                da: "`controllers` angiver flere dataansvarlige, hver én gang",
            );
            findings.push(Finding::error("controllers-few", activity.controllers.at, message).help(say!(
                en: "write `controller` if there is only one",
                sv: "skriv `controller` om det bara finns en",
                da: "skriv `controller`, hvis der kun er én",
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

/// The finding for an activity that says that no notice need tell, and is in one.
fn needless_notice(register: &Register, activity: &Activity) -> Option<Finding> {
    let untold = activity.no_notice.as_ref()?;
    let (id, notice) = register.notices.iter().find(|(_, notice)| covers(notice, activity))?;
    let message = say!(
        en: "the notice `{id}` covers this activity, but `no-notice` says that none is needed",
        sv: "informationstexten `{id}` omfattar behandlingen, men `no-notice` anger att ingen behövs",
        da: "oplysningsteksten `{id}` omfatter behandlingen, men `no-notice` angiver, at der ikke kræves nogen",
    );
    let related = say!(en: "the notice", sv: "informationstexten", da: "oplysningsteksten");
    Some(Finding::error("notice-contradicted", untold.at, message).related(notice.at, related).help(say!(
        en: "remove `no-notice`, or leave the activity out of the notice: name the parts one by one instead of the whole",
        sv: "ta bort `no-notice`, eller utelämna behandlingen ur informationstexten: ange delarna var för sig i stället för helheten",
        da: "fjern `no-notice`, eller udelad behandlingen af oplysningsteksten: angiv delene hver for sig i stedet for helheden",
    )))
}
