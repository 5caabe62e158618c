//! `interests-of-authority`: a public authority relies on legitimate interests.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::purpose::BasisCode;
use crate::register::facts::responsible::{controllers_of, is_authority};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "interests-of-authority",
    aliases: &["C-06"],
    title: Words {
        en: "A public authority rests on legitimate interests",
        sv: "En myndighet stöder sig på berättigat intresse",
        da: "En myndighed støtter sig på legitime interesser",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("6(1)2")],
    why: Words {
        en: "Public authorities cannot use point (f) in the performance of their tasks.",
        sv: "Myndigheter får inte använda led f när de fullgör sina uppgifter.",
        da: "Myndigheder kan ikke bruge litra f som led i udførelsen af deres opgaver.",
    },
    bad: "basis: [{code: legitimate-interests, interest: to protect the building}]",
    good: "basis: [public-interest]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let is_authority = controllers_of(case.register, activity).into_iter().any(is_authority);
        let bases = activity.bases();
        for basis in bases.filter(|basis| is_authority && basis.code == Some(BasisCode::LegitimateInterests)) {
            findings.push(
                Finding::error(RULE.code, basis.at, say!(
                    en: "a public authority cannot rest on legitimate interests",
                    sv: "en myndighet kan inte stödja sig på berättigat intresse",
                    da: "en myndighed kan ikke støtte sig på legitime interesser",
                ))
                    .label(say!(en: "Article 6(1)(f)", sv: "artikel 6.1 f", da: "artikel 6, stk. 1, litra f"))
                    .help(say!(
                        en: "write the public task that the processing serves: `public-interest` or `official-authority`, with its law",
                        sv: "ange den uppgift som behandlingen tjänar: `public-interest` eller `official-authority`, med lagen",
                        da: "angiv den opgave, som behandlingen tjener: `public-interest` eller `official-authority`, med loven",
                    )),
            );
        }
    }
}
