//! `officer-mailbox-shared`: the data protection officer shares a mailbox with those the officer monitors.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::organisation::Contact;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "officer-mailbox-shared",
    aliases: &["G-09"],
    title: Words {
        en: "The data protection officer shares a mailbox with those who are watched",
        sv: "Dataskyddsombudet delar e-postadress med dem som granskas",
        da: "Databeskyttelsesrådgiveren deler mailadresse med dem, der føres tilsyn med",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("38(3)"), Provision::Gdpr("38(5)"), Provision::Gdpr("38(6)")],
    why: Words {
        en: "The officer keeps secrets and must be independent of the unit.",
        sv: "Ombudet har tystnadsplikt och ska vara oberoende av verksamheten.",
        da: "Rådgiveren har tavshedspligt og skal være uafhængig af enheden.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let municipality = &case.register.municipality;
    let controllers = municipality.controllers.iter().map(|(_, controller)| &controller.contact);
    let units = municipality.units.iter().map(|(_, unit)| &unit.contact);
    let others: Vec<&Contact> = controllers.chain(units).chain([&municipality.contact]).collect();
    for (_, officer) in municipality.officers.iter() {
        let Some(mailbox) = officer.contact.email.as_ref() else { continue };
        let same = |other: &&&Contact| other.email.as_ref().is_some_and(|own| own.0.eq_ignore_ascii_case(&mailbox.0));
        let Some(other) = others.iter().find(same) else { continue };
        let message = say!(
            en: "`{mailbox}` is also the mailbox of another contact",
            sv: "`{mailbox}` är också en annan kontakts e-postadress",
            da: "`{mailbox}` er også en anden kontakts mailadresse",
            mailbox = mailbox.0,
        );
        let label = say!(en: "the officer's mailbox", sv: "ombudets e-postadress", da: "rådgiverens mailadresse");
        let help = say!(
            en: "give the officer a mailbox of its own",
            sv: "ge ombudet en egen e-postadress",
            da: "giv rådgiveren sin egen mailadresse",
        );
        let there = say!(en: "the same mailbox", sv: "samma e-postadress", da: "samme mailadresse");
        findings.push(
            RULE.found(officer.contact.at, message)
                .field(field!(Contact, email))
                .label(label)
                .help(help)
                .related(other.at, there),
        );
    }
}
