//! `change-ahead`: a phrase in the register will be outdated within six months.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;
use jiff::ToSpan;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "change-ahead",
    aliases: &["ST-08", "G-12"],
    title: Words {
        en: "Something in the register will be out of date within six months",
        sv: "Något i registret blir inaktuellt inom sex månader",
        da: "Noget i fortegnelsen bliver forældet inden for seks måneder",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("24(1)"), Provision::Gdpr("13(3)")],
    why: Words {
        en: "A change that is known can be prepared: people are told before it happens.",
        sv: "En känd ändring kan förberedas: de registrerade informeras innan den sker.",
        da: "En kendt ændring kan forberedes: de registrerede oplyses, før den sker.",
    },
    bad: "",
    good: "",
    check,
};

/// How many months ahead a change is reported.
const AHEAD: i32 = 6;

fn check(case: &Case, findings: &mut Findings) {
    let until = case.today.saturating_add(AHEAD.months());
    for (passage, row, found) in
        wording::stale_in(case).filter(|(_, row, _)| row.from > case.today && row.from <= until)
    {
        let message = say!(
            en: "`{found}` will be wrong from {from}",
            sv: "`{found}` blir fel från och med {from}",
            da: "`{found}` bliver forkert fra {from}",
            found = found,
            from = say::day(row.from),
        );
        let help = say!(
            en: "prepare the change: what will be right is {instead}",
            sv: "förbered ändringen: det som gäller då är {instead}",
            da: "forbered ændringen: det, der gælder da, er {instead}",
            instead = row.instead.message(),
        );
        let label = say!(en: "a change is coming", sv: "en ändring är på väg", da: "en ændring er på vej");
        findings.push(passage.mark(RULE.found(passage.at, message).label(label).help(help), found));
    }
}
