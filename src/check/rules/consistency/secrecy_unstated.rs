//! `secrecy-unstated`: data are processed for care, and nothing says who is bound by secrecy.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::data::{Exception, ExceptionCode};
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "secrecy-unstated",
    aliases: &[],
    title: Words {
        en: "Care data name no duty of secrecy",
        sv: "Uppgifter för vård eller omsorg anger ingen tystnadsplikt",
        da: "Oplysninger til pleje eller behandling angiver ingen tavshedspligt",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[
        Provision::Gdpr("9(3)"),
        Provision::National("SE", "3 kap. 5 § dataskyddslagen (2018:218)"),
        Provision::National("DK", "databeskyttelseslovens § 7, stk. 3"),
    ],
    why: Words {
        en: "Article 9(2)(h) holds only where somebody bound by professional secrecy processes the data.",
        sv: "Artikel 9.2 h gäller bara när den som behandlar uppgifterna har tystnadsplikt.",
        da: "Artikel 9, stk. 2, litra h, gælder kun, når den, der behandler oplysningerne, har tavshedspligt.",
    },
    bad: "data: [{items: [health-data], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}}]\nadministration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  reference: UBN 2025/7\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "data: [{items: [health-data], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §, safeguard: tystnadsplikt enligt offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §}}]\nadministration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  reference: UBN 2025/7\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| !names_secrecy(activity)) {
        for exception in activity.data.iter().flat_map(|data| &data.exception) {
            if exception.code != Some(ExceptionCode::Care) || !exception.safeguard.is_unwritten() {
                continue;
            }
            findings.push(
                RULE.found(
                    exception.at,
                    say!(
                        en: "nothing says which duty of secrecy covers these data",
                        sv: "inget säger vilken tystnadsplikt som gäller för uppgifterna",
                        da: "intet siger, hvilken tavshedspligt der gælder for oplysningerne",
                    ),
                )
                .field(field!(Exception, code))
                .label(say!(en: "needs Article 9(3)", sv: "kräver artikel 9.3", da: "kræver artikel 9, stk. 3"))
                .help(say!(
                    en: "write `safeguard:` with the duty of secrecy, or the provision in `administration: {{secrecy: …}}`; if it is not known, `safeguard: {{unknown: why}}`",
                    sv: "skriv `safeguard:` med tystnadsplikten, eller bestämmelsen i `administration: {{secrecy: …}}`; är det inte känt, `safeguard: {{unknown: varför}}`",
                    da: "skriv `safeguard:` med tavshedspligten, eller bestemmelsen i `administration: {{secrecy: …}}`; er det ukendt, `safeguard: {{unknown: hvorfor}}`",
                )),
            );
        }
    }
}

/// Whether the administration names the provisions on secrecy, or why they are not known.
fn names_secrecy(activity: &Activity) -> bool {
    activity.administration.as_ref().is_some_and(|own| !own.secrecy.is_unwritten() && !own.secrecy.none)
}
