//! `sub-processor-unapproved`: a sub-processor has no day of approval.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::processor::SubProcessor;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "sub-processor-unapproved",
    aliases: &[],
    title: Words {
        en: "A sub-processor has no day of approval",
        sv: "Ett underbiträde saknar datum för godkännande",
        da: "En underdatabehandler mangler dato for godkendelse",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("28(2)")],
    why: Words {
        en: "A processor may not engage another without prior written authorisation, specific or general.",
        sv: "Ett biträde får inte anlita ett annat utan skriftligt förhandstillstånd, särskilt eller allmänt.",
        da: "En databehandler må ikke gøre brug af en anden uden forudgående skriftlig godkendelse, specifik eller generel.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for processor in case.register.shared.processors.0.values() {
        let mut unapproved = processor.sub_processors.iter().filter(|sub| lacks_approval(sub));
        let Some(first) = unapproved.next() else { continue };
        let mut finding = RULE
            .found(
                first.at,
                say!(
                    en: "nothing says when this sub-processor was approved",
                    sv: "inget säger när underbiträdet godkändes",
                    da: "intet siger, hvornår underdatabehandleren blev godkendt",
                ),
            )
            .label(say!(en: "no `approved`", sv: "`approved` saknas", da: "`approved` mangler"))
            .help(say!(
                en: "write `approved:` with the day; with a general authorisation, the day from which it covers this one",
                sv: "skriv `approved:` med datum; vid ett allmänt tillstånd den dag från vilken det omfattar underbiträdet",
                da: "skriv `approved:` med dato; ved en generel godkendelse den dag, fra hvilken den omfatter underdatabehandleren",
            ));
        let too = || say!(en: "nor this one", sv: "inte heller det här", da: "heller ikke denne");
        finding.related.extend(unapproved.map(|sub| (sub.at, too())));
        findings.push(finding);
    }
}

fn lacks_approval(sub: &SubProcessor) -> bool {
    sub.approved.is_none() && sub.name.value().is_some()
}
