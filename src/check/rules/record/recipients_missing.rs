//! `recipients-missing`: nothing says who receives the data, or that nobody does.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "recipients-missing",
    aliases: &["A30-08", "N-09"],
    title: Words {
        en: "Neither recipients nor their absence are stated (a warning where processors are named)",
        sv: "Varken mottagare eller att det inte finns några är angivet (en varning där biträden anges)",
        da: "Hverken modtagere, eller at der ingen er, er angivet (en advarsel, hvor databehandlere er angivet)",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("30(1)(d)"), Provision::Gdpr("13(1)(e)")],
    why: Words {
        en: "The person must learn who receives the data; that nobody does must be said too.",
        sv: "Den registrerade ska få veta vilka som får uppgifterna; att ingen får dem ska också sägas.",
        da: "Den registrerede skal vide, hvem der får oplysningerne; at ingen får dem, skal også siges.",
    },
    bad: "recipients: ~\nprocessors: none",
    good: "recipients: none\nprocessors: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| activity.recipients.is_unwritten() && !activity.is_processing_for_others())
    {
        if !activity.processors.items.is_empty() {
            findings.push(beside_processors(activity));
            continue;
        }
        findings.push(
            RULE.found(activity.id.at, say!(
                en: "`{id}` does not say who receives the data",
                sv: "`{id}` anger inte vilka som är mottagare av uppgifterna",
                da: "`{id}` angiver ikke, hvem der er modtagere af oplysningerne",
                id = activity.id,
            ))
                .label(IN_THIS_ACTIVITY)
                .help(say!(
                    en: "write `recipients:`, or `recipients: none`; if it is not known, `recipients: {{unknown: why}}`",
                    sv: "skriv `recipients:`, eller `recipients: none`; är det inte känt, `recipients: {{unknown: varför}}`",
                    da: "skriv `recipients:`, eller `recipients: none`; er det ukendt, `recipients: {{unknown: hvorfor}}`",
                )),
        );
    }
}

/// The finding if processors are listed but `recipients` is not. Processors are recipients (Article 4(9)); nothing
/// says whether there are others.
fn beside_processors(activity: &Activity) -> Finding {
    RULE.found(
        activity.processors.at,
        say!(
            en: "the processors are named, but nothing says whether anybody else receives the data",
            sv: "biträdena anges, men inget sägs om någon annan får uppgifterna",
            da: "databehandlerne er angivet, men intet siges om, hvorvidt andre modtager oplysningerne",
        ),
    )
    .at_level(Level::Warning)
    .label(say!(en: "and nobody else?", sv: "och ingen annan?", da: "og ingen andre?"))
    .help(say!(
        en: "write `recipients:`, or `recipients: none`; if it is not known, `recipients: {{unknown: why}}`",
        sv: "skriv `recipients:`, eller `recipients: none`; är det inte känt, `recipients: {{unknown: varför}}`",
        da: "skriv `recipients:`, eller `recipients: none`; er det ukendt, `recipients: {{unknown: hvorfor}}`",
    ))
}
