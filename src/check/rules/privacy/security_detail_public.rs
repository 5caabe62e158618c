//! `security-detail-public`: a public text reveals a security detail, such as the IP address of a server.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "security-detail-public",
    aliases: &["P-08"],
    title: Words {
        en: "A public text tells a detail of security",
        sv: "En publik text avslöjar en säkerhetsdetalj",
        da: "En offentlig tekst afslører en sikkerhedsdetalje",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[
        Provision::Gdpr("32"),
        Provision::National("SE", "18 kap. 8 § offentlighets- och sekretesslagen (2009:400)"),
    ],
    why: Words {
        en: "What protects the systems helps an attacker when it is published.",
        sv: "Det som skyddar systemen hjälper en angripare om det publiceras.",
        da: "Det, der beskytter systemerne, hjælper en angriber, hvis det offentliggøres.",
    },
    bad: "remarks: [Servern har adressen 192.0.2.10.]",
    good: "remarks: [Servern står i kommunens egen datahall.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::SecurityDetail,
    rooms: &[],
    label: Words { en: "a detail of security", sv: "en säkerhetsdetalj", da: "en sikkerhedsdetalje" },
    help: Words {
        en: "take it out of the public text, and write it in `measures:`, which is internal",
        sv: "ta bort den ur den publika texten och skriv den i `measures:`, som är internt",
        da: "fjern den fra den offentlige tekst, og skriv den i `measures:`, som er internt",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |passage, found| {
        let message = say!(
            en: "`{found}` tells how the systems are protected",
            sv: "`{found}` avslöjar hur systemen skyddas",
            da: "`{found}` afslører, hvordan systemerne er beskyttet",
            found = found,
        );
        (passage.is_public()).then(|| message.into())
    });
}
