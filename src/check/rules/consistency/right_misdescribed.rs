//! `right-misdescribed`: a text tells portability, objection or correction otherwise than the law.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "right-misdescribed",
    aliases: &[],
    title: Words {
        en: "A right is told otherwise than the law gives it",
        sv: "En rättighet beskrivs på annat sätt än i lagen",
        da: "En rettighed beskrives anderledes end i loven",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("16"), Provision::Gdpr("20(1)"), Provision::Gdpr("20(3)"), Provision::Gdpr("21(1)")],
    why: Words {
        en: "Inaccurate data are corrected whenever they are found; portability leaves public tasks out; an objection is weighed.",
        sv: "Felaktiga uppgifter rättas när de än upptäcks; dataportabilitet gäller inte allmänna uppgifter; en invändning vägs.",
        da: "Urigtige oplysninger rettes, når de opdages; dataportabilitet gælder ikke offentlige opgaver; en indsigelse afvejes.",
    },
    bad: "rights: [{right: rectification, how: [Vi rättar aldrig felaktiga uppgifter i systemet.]}]",
    good: "rights: [{right: rectification, how: [Skriv till oss vad som är fel.]}]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::PortabilityWrong, Claim::ObjectionWrong, Claim::RectifiedWrongly],
    label: Words { en: "not what the law says", sv: "så står det inte i lagen", da: "sådan står det ikke i loven" },
    help: Words {
        en: "leave the sentence out: the rights are told with their limits from the legal bases",
        sv: "ta bort meningen: rättigheterna anges med sina gränser utifrån de rättsliga grunderna",
        da: "fjern sætningen: rettighederne oplyses med deres grænser ud fra retsgrundlagene",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, claim, found| {
        let article = match claim {
            Claim::PortabilityWrong => "20",
            Claim::ObjectionWrong => "21",
            _ => "16",
        };
        Some(say!(
            en: "`{found}` is not what Article {article} says",
            sv: "`{found}` är inte vad artikel {article} säger",
            da: "`{found}` er ikke, hvad artikel {article} siger",
            found = found,
            article = article,
        ))
    });
}
