//! `link-unaddressed`: a link has no address, so that no notice shows it.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::section::Link;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "link-unaddressed",
    aliases: &[],
    title: Words { en: "A link has no address", sv: "En länk har ingen adress", da: "Et link har ingen adresse" },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A notice leaves it out, because it leads nowhere.",
        sv: "Informationstexten utelämnar den, eftersom den inte leder någonstans.",
        da: "Oplysningsteksten udelader det, fordi det ikke fører nogen steder hen.",
    },
    bad: "links: [{label: Ansök om skolskjuts}]",
    good: "links: [{label: Ansök om skolskjuts, url: \"https://example.org/\"}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let register = case.register;
    let activities = register.activities.values().flat_map(|activity| &activity.links);
    let notices = register.notices.values().flat_map(|notice| &notice.links);
    let texts = register.shared.texts.0.values().flat_map(|text| &text.links);
    let all = activities.chain(notices).chain(texts).chain(&register.municipality.links);
    for link in all.filter(|link| link.url.is_none()) {
        let Link { label: _, url: _, at } = link;
        let message = say!(
            en: "this link has no address, and no notice shows it",
            sv: "den här länken har ingen adress, och ingen informationstext visar den",
            da: "dette link har ingen adresse, og ingen oplysningstekst viser det",
        );
        let label = say!(en: "no `url`", sv: "ingen `url`", da: "ingen `url`");
        let help = say!(
            en: "write `url: https://…`, or a gap in its place: `{{unknown: why}}`",
            sv: "skriv `url: https://…`, eller en lucka i dess ställe: `{{unknown: varför}}`",
            da: "skriv `url: https://…`, eller et hul i stedet: `{{unknown: hvorfor}}`",
        );
        findings.push(RULE.found(*at, message).label(label).help(help));
    }
}
