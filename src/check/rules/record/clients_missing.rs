//! `clients-missing`: a processor's record does not name the controller or the service.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::format::key::Key;
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "clients-missing",
    aliases: &["A30-14"],
    title: Words {
        en: "A record of a processor does not say for whom or what",
        sv: "Ett register som personuppgiftsbiträde säger inte för vem eller vad",
        da: "En fortegnelse som databehandler siger ikke for hvem eller hvad",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("30(2)(a)"), Provision::Gdpr("30(2)(b)")],
    why: Words {
        en: "The processor's record names each controller and the categories of processing.",
        sv: "Biträdets register anger varje personuppgiftsansvarig och vilka slags behandlingar det gäller.",
        da: "Databehandlerens fortegnelse angiver hver dataansvarlig og kategorierne af behandling.",
    },
    bad: "record: processor",
    good: "record: processor\non-behalf-of: [{name: Grannkommunen, contact: {email: info@example.org}}]\nservices: [storage]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| activity.is_processing_for_others()) {
        let lacks = [
            (field!(Activity, on_behalf_of), activity.on_behalf_of.is_unwritten()),
            (field!(Activity, services), activity.services.is_unwritten()),
        ];
        for (key, _) in lacks.into_iter().filter(|(_, is_missing)| *is_missing) {
            let key = Key::named(key).written();
            findings.push(
                Finding::error(
                    RULE.code,
                    activity.id.at,
                    say!(
                        en: "`{id}` is a record of a processor without `{key}`",
                        sv: "`{id}` är ett register som personuppgiftsbiträde utan `{key}`",
                        da: "`{id}` er en fortegnelse som databehandler uden `{key}`",
                        id = activity.id,
                    ),
                )
                .label(IN_THIS_ACTIVITY)
                .help(say!(
                    en: "write `{key}:`; if it is not known, `{key}: {{unknown: why}}`",
                    sv: "skriv `{key}:`; är det inte känt, `{key}: {{unknown: varför}}`",
                    da: "skriv `{key}:`; er det ukendt, `{key}: {{unknown: hvorfor}}`",
                )),
            );
        }
    }
}
