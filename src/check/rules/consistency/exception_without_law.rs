//! `exception-without-law`: an exception of Article 9(2) names no law.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::citation;
use crate::law::provision::Provision;
use crate::model::List;
use crate::model::law::Law;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "exception-without-law",
    aliases: &["C-04"],
    title: Words {
        en: "An exception of Article 9(2) names no law",
        sv: "Ett undantag i artikel 9.2 anger ingen lag",
        da: "En undtagelse i artikel 9, stk. 2, angiver ingen lov",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("9(2)"), Provision::Gdpr("9(3)")],
    why: Words {
        en: "These exceptions exist only where Union or national law lays them down.",
        sv: "De undantagen finns bara där unionsrätt eller nationell rätt föreskriver dem.",
        da: "De undtagelser findes kun, hvor EU-retten eller national ret fastsætter dem.",
    },
    bad: "basis: [{code: public-interest, law: skollagen (2010:800) 26 kap. 25 §}]\nlaw: ~\ndata: [{items: [health-data], exception: care}]",
    good: "data: [{items: [health-data], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_hollow = |law: &Law| law.cite.0.words().all(citation::is_hollow);
    let names_none = |laws: &List<Law>| {
        laws.is_unwritten() || laws.gaps.is_empty() && !laws.items.is_empty() && laws.iter().all(is_hollow)
    };
    for activity in case.activities().filter(|activity| names_none(&activity.law)) {
        let exceptions = activity.data.iter().flat_map(|data| &data.exception);
        let needs_law = |letter| matches!(letter, 'b' | 'g' | 'h' | 'i' | 'j');
        for exception in exceptions.filter(|exception| names_none(&exception.law)) {
            if exception.code.is_some_and(|code| needs_law(code.letter())) {
                findings.push(
                    Finding::warning(
                        RULE.code,
                        exception.at,
                        say!(
                            en: "this exception names no law",
                            sv: "det här undantaget anger ingen lag",
                            da: "denne undtagelse angiver ingen lov",
                        ),
                    )
                    .label(say!(
                        en: "which law lays it down?",
                        sv: "vilken lag föreskriver det?",
                        da: "hvilken lov fastsætter den?",
                    ))
                    .help(say!(
                        en: "write `law:`; if it is not known, `law: {{unknown: why}}`",
                        sv: "skriv `law:`; är det inte känt, `law: {{unknown: varför}}`",
                        da: "skriv `law:`; er det ukendt, `law: {{unknown: hvorfor}}`",
                    )),
                );
            }
        }
    }
}
