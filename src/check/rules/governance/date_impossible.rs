//! `date-impossible`: a day lies in the future or before the day that it follows.

use crate::check::rule::{Case, Rule};
use crate::finding::Finding;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::administration::Administration;
use crate::model::notice::Notice;
use crate::model::period::Date;
use crate::say;
use crate::say::Words;
use jiff::civil;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "date-impossible",
    aliases: &[],
    title: Words {
        en: "A day lies in the future, or before the day that it follows",
        sv: "Ett datum ligger i framtiden, eller före det datum som det följer på",
        da: "En dato ligger i fremtiden eller før den dato, den følger efter",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(2)"), Provision::Gdpr("24(1)")],
    why: Words {
        en: "A record that was changed before it was made, or a notice dated tomorrow, proves nothing.",
        sv: "En post som ändrats innan den skapades, eller en informationstext med morgondagens datum, bevisar ingenting.",
        da: "En post, der er ændret, før den blev oprettet, eller en oplysningstekst med morgendagens dato beviser intet.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2025-06-01\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for own in case.activities().filter_map(|activity| activity.administration.as_ref()) {
        let days = [own.created, own.changed, own.approved, own.class.value().and_then(|class| class.date)];
        findings.extend(days.into_iter().flatten().filter_map(|day| ahead(day, case.today)));
        findings.extend(reversed(own));
    }
    let assessments = case.activities().filter_map(|activity| activity.administration.as_ref()?.assessment.as_ref());
    let days = assessments.flat_map(|assessment| [assessment.screened, assessment.date]);
    findings.extend(days.flatten().filter_map(|day| ahead(day, case.today)));
    let is_to_come = |notice: &Notice| notice.valid_from.is_some_and(|from| from.day > case.today);
    for notice in case.register.notices.values().filter(|notice| !is_to_come(notice)) {
        let updated = notice.updated.value().copied();
        findings.extend(updated.and_then(|day| ahead(day, case.today)));
    }
}

/// The finding for a day of something done that lies in the future.
fn ahead(date: Date, today: civil::Date) -> Option<Finding> {
    let message = say!(
        en: "{day} is still to come",
        sv: "{day} har inte inträffat än",
        da: "{day} er endnu ikke kommet",
        day = say::day(date.day),
    );
    let label = say!(en: "in the future", sv: "i framtiden", da: "i fremtiden");
    let help = say!(
        en: "write the day on which it was done; a notice that applies later has `valid-from:`",
        sv: "skriv den dag då det gjordes; en informationstext som gäller senare har `valid-from:`",
        da: "skriv den dag, det skete; en oplysningstekst, der gælder senere, har `valid-from:`",
    );
    (date.day > today).then(|| RULE.found(date.at, message).label(label).help(help))
}

/// The finding for a record that was changed before it was created.
fn reversed(own: &Administration) -> Option<Finding> {
    let (created, changed) = (own.created?, own.changed?);
    let message = say!(
        en: "changed on {changed}, before it was created on {created}",
        sv: "ändrad {changed}, innan den skapades {created}",
        da: "ændret {changed}, før den blev oprettet {created}",
        changed = say::day(changed.day),
        created = say::day(created.day),
    );
    let label = say!(en: "before `created`", sv: "före `created`", da: "før `created`");
    let help = say!(en: "correct one of the days", sv: "rätta ett av datumen", da: "ret en af datoerne");
    (changed.day < created.day).then(|| RULE.found(changed.at, message).label(label).help(help))
}
