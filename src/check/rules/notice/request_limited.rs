//! `request-limited`: a text limits requests in a way that the law does not allow.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "request-limited",
    aliases: &["N-31"],
    title: Words {
        en: "Requests are limited as the law does not allow",
        sv: "En begäran begränsas på ett sätt som lagen inte tillåter",
        da: "Anmodninger begrænses på en måde, loven ikke tillader",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(2)"), Provision::Gdpr("12(3)"), Provision::Gdpr("12(5)"), Provision::Gdpr("15")],
    why: Words {
        en: "A request needs no form, signature, fee or reason, no year must pass between two of them, and it is answered within a month.",
        sv: "En begäran behöver ingen blankett, underskrift, avgift eller motivering, det finns ingen gräns på en gång per år, och den besvaras inom en månad.",
        da: "En anmodning kræver ingen blanket, underskrift, betaling eller begrundelse, der er ingen grænse på én gang om året, og den besvares inden for en måned.",
    },
    bad: "rights: [{right: access, how: [Du kan en gång per kalenderår begära registerutdrag.]}]",
    good: "rights: [{right: access, how: [Skriv till oss.]}]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::RequestLimited],
    label: Words { en: "no such limit", sv: "den gränsen finns inte", da: "den grænse findes ikke" },
    help: Words {
        en: "write that a request can be made at any time and in any form, free of charge; more information on who asks may be wanted where there is reasonable doubt",
        sv: "skriv att en begäran får göras när som helst, i vilken form som helst och utan avgift; finns det rimliga skäl att betvivla vem som frågar får man be om fler uppgifter",
        da: "skriv, at en anmodning kan fremsættes når som helst, i enhver form og uden gebyr; er der rimelig tvivl om, hvem der spørger, må man bede om flere oplysninger",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, _, found| {
        Some(say!(
            en: "`{found}` limits a right that the Regulation gives without such a limit",
            sv: "`{found}` begränsar en rättighet som förordningen ger utan den gränsen",
            da: "`{found}` begrænser en rettighed, som forordningen giver uden den grænse",
            found = found,
        ))
    });
}
