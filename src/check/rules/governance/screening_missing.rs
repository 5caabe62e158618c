//! `screening-missing`: nothing says whether the need for an impact assessment was screened.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "screening-missing",
    aliases: &["D-02"],
    title: Words {
        en: "Nobody has asked whether an impact assessment is needed",
        sv: "Ingen har prövat om en konsekvensbedömning behövs",
        da: "Ingen har vurderet, om en konsekvensanalyse er nødvendig",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("35(1)"), Provision::Gdpr("5(2)")],
    why: Words {
        en: "Whether a processing is likely to be a high risk must be answered before it begins, and the answer be kept.",
        sv: "Om en behandling sannolikt leder till en hög risk ska prövas innan den börjar, och svaret ska bevaras.",
        da: "Om en behandling sandsynligvis indebærer en høj risiko, skal vurderes, før den begynder, og svaret skal gemmes.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| missing::without(activity, |own| own.assessment.is_some());
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "nothing says whether an impact assessment is needed",
                sv: "inget sägs om en konsekvensbedömning behövs",
                da: "intet siges om, hvorvidt en konsekvensanalyse er nødvendig",
            ),
        )
        .label(say!(
            en: "no `administration: {{assessment: …}}`",
            sv: "`administration: {{assessment: …}}` saknas",
            da: "`administration: {{assessment: …}}` mangler",
        ))
        .help(say!(
            en: "write `administration: {{assessment: {{screened: <date>, required: yes}}}}`, or `required: no`",
            sv: "skriv `administration: {{assessment: {{screened: <datum>, required: yes}}}}`, eller `required: no`",
            da: "skriv `administration: {{assessment: {{screened: <dato>, required: yes}}}}`, eller `required: no`",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities says whether an impact assessment is needed",
            sv: "ingen av de {count} behandlingarna säger om en konsekvensbedömning behövs",
            da: "ingen af de {count} behandlinger siger, om en konsekvensanalyse er nødvendig",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}
