//! `interest-missing`: a legitimate interest is not named.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::purpose::BasisCode;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "interest-missing",
    aliases: &["N-08"],
    title: Words {
        en: "A legitimate interest is not named",
        sv: "Ett berättigat intresse är inte angivet",
        da: "En legitim interesse er ikke angivet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("13(1)(d)"), Provision::Gdpr("14(2)(b)")],
    why: Words {
        en: "Who rests on legitimate interests must say which.",
        sv: "Den som stöder sig på ett berättigat intresse ska säga vilket.",
        da: "Den, der støtter sig på en legitim interesse, skal sige hvilken.",
    },
    bad: "basis: [legitimate-interests]\ncontroller: company",
    good: "basis: [{code: legitimate-interests, interest: to protect the building}]\ncontroller: company",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let bases = activity.bases();
        for basis in
            bases.filter(|basis| basis.code == Some(BasisCode::LegitimateInterests) && basis.interest.is_unwritten())
        {
            findings.push(
                Finding::error(
                    RULE.code,
                    basis.at,
                    say!(
                        en: "the legitimate interest is not named",
                        sv: "det berättigade intresset är inte angivet",
                        da: "den legitime interesse er ikke angivet",
                    ),
                )
                .label(say!(en: "which interest?", sv: "vilket intresse?", da: "hvilken interesse?"))
                .help(say!(
                    en: "write `{{code: legitimate-interests, interest: …}}`",
                    sv: "skriv `{{code: legitimate-interests, interest: …}}`",
                    da: "skriv `{{code: legitimate-interests, interest: …}}`",
                )),
            );
        }
    }
}
