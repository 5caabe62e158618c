//! `consent-unbased`: a consent is described that no legal basis uses.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::decision::Ground;
use crate::model::flow::{Derogation, Duty};
use crate::register::facts::consent::rests_on_consent;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "consent-unbased",
    aliases: &[],
    title: Words {
        en: "A consent is described that no legal basis uses",
        sv: "Ett samtycke beskrivs som ingen rättslig grund bygger på",
        da: "Et samtykke beskrives, som intet retsgrundlag bygger på",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("6(1)(a)"), Provision::Gdpr("7(3)"), Provision::Gdpr("13(2)(c)")],
    why: Words {
        en: "Who is asked for consent believes that a no or a withdrawal ends the processing; with another basis it does not.",
        sv: "Den som tillfrågas om samtycke tror att ett nej eller en återkallelse stoppar behandlingen; med en annan grund gör det inte det.",
        da: "Den, der bedes om samtykke, tror, at et nej eller en tilbagetrækning standser behandlingen; det gør det ikke med et andet grundlag.",
    },
    bad: "consent: [{covers: bilder, who: [guardian], withdraw: e-tjänsten}]",
    good: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{covers: bilder, who: [guardian], withdraw: e-tjänsten}]\nobligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| !may_use_consent(activity)) {
        for consent in &activity.consent {
            findings.push(
                RULE.found(
                    consent.at,
                    say!(
                        en: "no legal basis of this activity is consent",
                        sv: "ingen rättslig grund i behandlingen är samtycke",
                        da: "intet retsgrundlag i behandlingen er samtykke",
                    ),
                )
                .label(say!(en: "what does it allow?", sv: "vad tillåter det?", da: "hvad tillader det?"))
                .help(say!(
                    en: "write `basis: consent` for what rests on it, or `by: consent` for the disclosure; else remove `consent:`",
                    sv: "skriv `basis: consent` för det som bygger på samtycket, eller `by: consent` för utlämnandet; ta annars bort `consent:`",
                    da: "skriv `basis: consent` for det, der bygger på samtykket, eller `by: consent` for videregivelsen; fjern ellers `consent:`",
                )),
            );
        }
    }
}

/// Whether consent allows something here, or a legal basis is not known.
pub(crate) fn may_use_consent(activity: &Activity) -> bool {
    are_bases_unknown(activity)
        || rests_on_consent(activity)
        || activity.recipients.iter().any(|to| to.by == Known::Value(Duty::Consent))
        || activity.transfers.iter().any(|transfer| transfer.derogation == Some(Derogation::A))
        || activity.automated.iter().any(|decision| decision.ground == Known::Value(Ground::Consent))
}

/// Whether a legal basis is not known.
pub(crate) fn are_bases_unknown(activity: &Activity) -> bool {
    activity.bases().next().is_none()
        || !activity.basis.gaps.is_empty()
        || activity.purposes.iter().any(|purpose| !purpose.basis.gaps.is_empty())
        || activity.bases().any(|basis| basis.code.is_none())
}
