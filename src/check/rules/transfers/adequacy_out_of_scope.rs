//! `adequacy-out-of-scope`: the adequacy decision does not cover the receiver as registered.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::adequacy::{self, Covers, Decision};
use crate::law::provision::Provision;
use crate::model::flow::{Tool, Transfer};
use crate::model::shared::RecipientKind;
use crate::register::Register;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "adequacy-out-of-scope",
    aliases: &["T-04"],
    title: Words {
        en: "An adequacy decision does not cover the receiver as it is registered",
        sv: "Beslutet om adekvat skyddsnivå omfattar inte mottagaren så som den är registrerad",
        da: "Afgørelsen om tilstrækkeligt beskyttelsesniveau omfatter ikke modtageren, som den er registreret",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("45")],
    why: Words {
        en: "The decision on the United States covers certified receivers only, and the list changes; others cover companies, not authorities.",
        sv: "Beslutet om USA omfattar bara certifierade mottagare, och listan ändras; andra omfattar företag, inte myndigheter.",
        da: "Afgørelsen om USA omfatter kun certificerede modtagere, og listen ændrer sig; andre omfatter virksomheder, ikke myndigheder.",
    },
    bad: "transfers: [{to: american, country: US, tool: adequacy, copy: ask the officer}]",
    good: "transfers: [{to: american, country: CH, tool: adequacy, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for transfer in case.activities().flat_map(|activity| &activity.transfers) {
        let country = transfer.country.value().filter(|_| transfer.tool.value() == Some(&Tool::Adequacy));
        let decision = country.and_then(|country| adequacy::of(&country.code, case.today));
        let certified = |decision: &&Decision| decision.covers == Covers::Certified && transfer.certified.is_none();
        let is_public_body = || is_authority(case.register, transfer);
        let companies = |decision: &&Decision| decision.covers == Covers::Companies && is_public_body();
        if let (Some(country), Some(decision)) = (country, decision.filter(companies)) {
            findings.push(
                RULE.found(
                    country.at,
                    say!(
                        en: "the decision {decision} covers companies only, and the receiver is an authority",
                        sv: "beslutet {decision} omfattar bara företag, och mottagaren är en myndighet",
                        da: "afgørelsen {decision} omfatter kun virksomheder, og modtageren er en myndighed",
                        decision = decision.decision,
                    ),
                )
                .label(say!(
                    en: "not covered by the decision",
                    sv: "omfattas inte av beslutet",
                    da: "ikke omfattet af afgørelsen",
                ))
                .help(say!(
                    en: "choose another tool, such as `administrative-arrangement`",
                    sv: "välj ett annat verktyg, till exempel `administrative-arrangement`",
                    da: "vælg et andet grundlag, for eksempel `administrative-arrangement`",
                )),
            );
        }
        if let (Some(country), Some(decision)) = (country, decision.filter(certified)) {
            findings.push(
                RULE.found(
                    country.at,
                    say!(
                        en: "the decision {decision} covers certified receivers only, and no day of the check is written",
                        sv: "beslutet {decision} omfattar bara certifierade mottagare, och ingen kontrolldag är angiven",
                        da: "afgørelsen {decision} omfatter kun certificerede modtagere, og ingen kontroldag er angivet",
                        decision = decision.decision,
                    ),
                )
                .label(say!(
                    en: "is the receiver certified?",
                    sv: "är mottagaren certifierad?",
                    da: "er modtageren certificeret?",
                ))
                .help(say!(
                    en: "look the receiver up in the public list and write `certified:` with the day; if it is not there, choose another tool",
                    sv: "slå upp mottagaren i den offentliga listan och skriv `certified:` med dagen; finns den inte där, välj ett annat verktyg",
                    da: "slå modtageren op på den offentlige liste og skriv `certified:` med dagen; står den der ikke, så vælg et andet grundlag",
                )),
            );
        }
    }
}

/// Whether the receiver is a recipient of this register that is an authority.
fn is_authority(register: &Register, transfer: &Transfer) -> bool {
    use RecipientKind::{Authority, Municipality};
    let recipient = transfer.to.word.key().and_then(|key| register.shared.recipients.by_name(key));
    recipient.is_some_and(|recipient| matches!(recipient.kind, Some(Authority | Municipality)))
}
