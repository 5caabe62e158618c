//! `withdrawal-harder`: consent is given online, but withdrawn on paper or in person.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Text;
use crate::say;
use crate::say::Words;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "withdrawal-harder",
    aliases: &["N-18"],
    title: Words {
        en: "Consent is harder to take back than to give",
        sv: "Samtycket är svårare att återkalla än att lämna",
        da: "Samtykket er sværere at trække tilbage end at give",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("7(3)")],
    why: Words {
        en: "Withdrawing must be as easy as giving, through the same channel.",
        sv: "Det ska vara lika lätt att återkalla som att lämna samtycke, genom samma kanal.",
        da: "Det skal være lige så let at trække samtykke tilbage som at give det, ad samme vej.",
    },
    bad: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{who: guardian, how: [kommunens e-tjänst], withdraw: {how: [en pappersblankett]}}]\nobligation: voluntary",
    good: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{who: guardian, how: [kommunens e-tjänst], withdraw: {how: [kommunens e-tjänst]}}]\nobligation: voluntary",
    check,
};

static DIGITAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)e-tj[äa]nst|webb|e-post|mejl|digital|online|\bapp\b|selvbetjening|\bmail|e-service|web|e-mail")
        .ok()
});
static HARD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)papper|blankett|\bbrev|besök|personligen|formulär på|papir|blanket|personligt? fremmøde|fremmøde|mød(?:e|er) op|underskri|paper|form\b|in person|visit").ok()
});

fn check(case: &Case, findings: &mut Findings) {
    for consent in case.activities().flat_map(|activity| &activity.consent) {
        let Some(withdrawal) = consent.withdraw.value() else { continue };
        if withdrawal.how.is_unwritten() {
            findings.push(
                RULE.found(
                    withdrawal.at,
                    say!(
                        en: "the withdrawal names no channel",
                        sv: "återkallelsen anger ingen kanal",
                        da: "tilbagetrækningen angiver ingen kanal",
                    ),
                )
                .label(say!(en: "through which channel?", sv: "genom vilken kanal?", da: "ad hvilken vej?"))
                .help(say!(
                    en: "offer the channel in which consent is given for the withdrawal too, and write it in `withdraw: {{how: …}}`",
                    sv: "erbjud samma kanal för återkallelsen som för samtycket, och skriv den i `withdraw: {{how: …}}`",
                    da: "tilbyd samme vej for tilbagetrækningen som for samtykket, og skriv den i `withdraw: {{how: …}}`",
                )),
            );
        }
        let is_given_online = consent.how.iter().any(|how| says(&DIGITAL, how));
        let is_online = |how: &Text| says(&DIGITAL, how) && !says(&HARD, how);
        let exception = withdrawal.exceptions.iter().find(|exception| says(&HARD, exception));
        let hard = withdrawal.how.iter().find(|how| says(&HARD, how) && !says(&DIGITAL, how));
        let hard = hard.filter(|_| !withdrawal.how.iter().any(is_online));
        let harder = hard.filter(|_| is_given_online).or(exception);
        if let Some(harder) = harder {
            findings.push(
                RULE.found(
                    harder.at,
                    say!(
                        en: "consent is harder to take back than to give",
                        sv: "samtycket är svårare att återkalla än att lämna",
                        da: "samtykket er sværere at trække tilbage end at give",
                    ),
                )
                .label(say!(en: "through which channel?", sv: "genom vilken kanal?", da: "ad hvilken vej?"))
                .related(consent.how.at, say!(en: "it is given here", sv: "det lämnas här", da: "det gives her"))
                .help(say!(
                    en: "offer the channel in which consent is given for the withdrawal too, and write it in `withdraw: {{how: …}}`",
                    sv: "erbjud samma kanal för återkallelsen som för samtycket, och skriv den i `withdraw: {{how: …}}`",
                    da: "tilbyd samme vej for tilbagetrækningen som for samtykket, og skriv den i `withdraw: {{how: …}}`",
                )),
            );
        }
    }
}

fn says(pattern: &LazyLock<Option<Regex>>, text: &Text) -> bool {
    text.words().any(|words| pattern.iter().any(|pattern| pattern.is_match(words)))
}
