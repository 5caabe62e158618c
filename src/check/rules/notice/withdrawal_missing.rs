//! `withdrawal-missing`: nothing says how consent is withdrawn.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::register::facts::consent::{rests_on_consent, withdrawal_is_told};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "withdrawal-missing",
    aliases: &["N-17"],
    title: Words {
        en: "Consent without information on how to withdraw it",
        sv: "Samtycke utan besked om hur det återkallas",
        da: "Samtykke uden besked om, hvordan det trækkes tilbage",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("7(3)"), Provision::Gdpr("13(2)(c)")],
    why: Words {
        en: "Consent that cannot be taken back as easily as it was given is no consent.",
        sv: "Ett samtycke som inte kan återkallas lika lätt som det gavs är inget samtycke.",
        da: "Et samtykke, der ikke kan trækkes tilbage lige så let, som det blev givet, er intet samtykke.",
    },
    bad: "basis: [{code: consent, because: ingen fördel går förlorad}]\nobligation: voluntary",
    good: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{who: guardian, withdraw: the e-service}]\nobligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| rests_on_consent(activity) && !withdrawal_is_told(activity)) {
        findings.push(
            Finding::error(
                RULE.code,
                activity.id.at,
                say!(
                    en: "`{id}` rests on consent, but does not say how to take it back",
                    sv: "`{id}` stöder sig på samtycke, men anger inte hur det återkallas",
                    da: "`{id}` støtter sig på samtykke, men angiver ikke, hvordan det trækkes tilbage",
                    id = activity.id,
                ),
            )
            .label(IN_THIS_ACTIVITY)
            .help(say!(
                en: "write `consent: [{{withdraw: …}}]` with the channel; if it is not known, `withdraw: {{unknown: why}}`",
                sv: "skriv `consent: [{{withdraw: …}}]` med kanalen; är den inte känd, `withdraw: {{unknown: varför}}`",
                da: "skriv `consent: [{{withdraw: …}}]` med kanalen; er den ukendt, `withdraw: {{unknown: hvorfor}}`",
            )),
        );
    }
}
