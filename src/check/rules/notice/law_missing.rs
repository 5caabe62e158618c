//! `law-missing`: a legal obligation or public task names no law.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::citation;
use crate::law::provision::Provision;
use crate::model::List;
use crate::model::law::Law;
use crate::model::purpose::Basis;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "law-missing",
    aliases: &["N-07"],
    title: Words {
        en: "A legal obligation or public task names no law",
        sv: "En rättslig förpliktelse eller uppgift av allmänt intresse anger ingen lag",
        da: "En retlig forpligtelse eller opgave i samfundets interesse angiver ingen lov",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("6(3)")],
    why: Words {
        en: "A legal obligation and a public task exist only where Union or national law lays them down.",
        sv: "En rättslig förpliktelse eller en uppgift av allmänt intresse ska vara fastställd i unionsrätten eller i nationell rätt.",
        da: "De grundlag findes kun, hvor EU-retten eller national ret fastsætter dem.",
    },
    bad: "basis: [legal-obligation]\nlaw: ~",
    good: "basis: [{code: legal-obligation, law: skollagen (2010:800) 26 kap. 25 §}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| names_no_law(&activity.law)) {
        let mut lacking = activity.bases().filter(|basis| needs_law(basis) && names_no_law(&basis.law));
        let Some(first) = lacking.next() else { continue };
        let named = first.law.iter().chain(&activity.law).find(|law| law.cite.0.words().any(citation::is_hollow));
        let finding = match named {
            Some(law) => RULE.found(
                law.cite.0.at,
                say!(
                    en: "this is no law that lays the task or the obligation down",
                    sv: "det här är ingen lag som fastställer uppgiften eller förpliktelsen",
                    da: "dette er ingen lov, der fastsætter opgaven eller forpligtelsen",
                ),
            ),
            None => RULE.found(
                first.at,
                say!(
                    en: "this legal basis names no law",
                    sv: "den här rättsliga grunden anger ingen lag",
                    da: "dette behandlingsgrundlag angiver ingen lov",
                ),
            ),
        };
        let mut finding = finding
            .label(say!(
                en: "which law lays it down?",
                sv: "vilken lag är stödet?",
                da: "hvilken lov fastsætter det?",
            ))
            .help(say!(
                en: "write `law:` in the basis or once in the activity; if it is not known, `law: {{unknown: why}}`",
                sv: "skriv `law:` i den rättsliga grunden eller en gång i behandlingen; är det inte känt, `law: {{unknown: varför}}`",
                da: "skriv `law:` i behandlingsgrundlaget eller én gang i behandlingen; er det ukendt, `law: {{unknown: hvorfor}}`",
            ));
        let too = || say!(en: "nor does this one", sv: "inte heller den här", da: "heller ikke dette");
        finding.related.extend(lacking.map(|basis| (basis.at, too())));
        findings.push(finding);
    }
}

fn needs_law(basis: &Basis) -> bool {
    basis.code.is_some_and(|code| matches!(code.letter(), 'c' | 'e'))
}

/// Phrases that refer to any law.
static ANY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let which = "gällande|gældende|tillämplig\\w*|relevant\\w*|applicable|annan|anden";
    Regex::new(&format!(
        "(?i)(?:{which}).{{0,40}}(?:lag\\w*|bestämmelser|bestemmelser|regler|regelverk|lovgivning\\w*|law)"
    ))
    .ok()
});

/// Whether there is no law, or only phrases that refer to any law, the Regulation itself or a text of the controller.
fn names_no_law(laws: &List<Law>) -> bool {
    let is_any = |law: &Law| {
        law.cite.0.words().all(citation::is_hollow)
            || law.cite.0.words().all(|words| {
                !words.contains('§')
                    && !words.contains(|sign: char| sign.is_ascii_digit())
                    && ANY.iter().any(|any| any.is_match(words))
            })
    };
    laws.is_unwritten() || laws.gaps.is_empty() && !laws.items.is_empty() && laws.iter().all(is_any)
}
