//! `obligation-without-law`: a statutory obligation to provide data names no law.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::consent::ObligationKind;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "obligation-without-law",
    aliases: &[],
    title: Words {
        en: "A statutory obligation to provide data names no law",
        sv: "En lagstadgad skyldighet att lämna uppgifter anger ingen lag",
        da: "En lovbestemt pligt til at give oplysninger angiver ingen lov",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(2)(e)"), Provision::Gdpr("6(3)")],
    why: Words {
        en: "Whoever says that the law demands data must be able to name the law; without it the reader cannot tell a duty from a wish.",
        sv: "Den som säger att lagen kräver uppgifter ska kunna ange lagen; annars kan läsaren inte skilja ett krav från ett önskemål.",
        da: "Den, der siger, at loven kræver oplysninger, skal kunne angive loven; ellers kan læseren ikke skelne et krav fra et ønske.",
    },
    bad: "obligation: {kind: statutory, consequence: kan nämnden begära in uppgifterna}",
    good: "obligation: {kind: statutory, law: skollagen (2010:800) 29 kap. 19 §, consequence: kan nämnden begära in uppgifterna}",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let obligations = case.activities().flat_map(|activity| &activity.obligation);
    let is_statutory = |kind: Option<&ObligationKind>| kind == Some(&ObligationKind::Statutory);
    for obligation in obligations.filter(|one| is_statutory(one.kind.value()) && one.law.is_unwritten()) {
        findings.push(
            RULE.found(
                obligation.at,
                say!(
                    en: "the law is said to require the data, but no law is named",
                    sv: "lagen sägs kräva uppgifterna, men ingen lag anges",
                    da: "loven siges at kræve oplysningerne, men ingen lov er angivet",
                ),
            )
            .label(say!(en: "which law requires them?", sv: "vilken lag kräver dem?", da: "hvilken lov kræver dem?"))
            .help(say!(
                en: "write `law:` here; if it is not known, `law: {{unknown: why}}`; where no law requires them, another `kind:`",
                sv: "skriv `law:` här; är det inte känt, `law: {{unknown: varför}}`; kräver ingen lag dem, ett annat `kind:`",
                da: "skriv `law:` her; er det ukendt, `law: {{unknown: hvorfor}}`; kræver ingen lov dem, et andet `kind:`",
            )),
        );
    }
}
