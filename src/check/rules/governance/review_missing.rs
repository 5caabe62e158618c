//! `review-missing`: no date is set for the next review.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "review-missing",
    aliases: &["G-03"],
    title: Words {
        en: "No day is set for the next review",
        sv: "Ingen dag är satt för nästa översyn",
        da: "Ingen dag er fastsat for næste gennemgang",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("24(1)"), Provision::Gdpr("5(2)")],
    why: Words {
        en: "Measures must be reviewed and updated; without a day nobody does it.",
        sv: "Åtgärderna ska ses över och uppdateras; utan en dag blir det inte gjort.",
        da: "Foranstaltningerne skal gennemgås og ajourføres; uden en dag bliver det ikke gjort.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| missing::without(activity, |own| !own.review.is_unwritten());
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "no day is set for the next review of this activity",
                sv: "ingen dag är satt för nästa översyn av behandlingen",
                da: "ingen dag er fastsat for næste gennemgang af behandlingen",
            ),
        )
        .label(say!(
            en: "no `administration: {{review: …}}`",
            sv: "`administration: {{review: …}}` saknas",
            da: "`administration: {{review: …}}` mangler",
        ))
        .help(say!(
            en: "write `administration: {{review: <date>}}`",
            sv: "skriv `administration: {{review: <datum>}}`",
            da: "skriv `administration: {{review: <dato>}}`",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities has a day for its next review",
            sv: "ingen av de {count} behandlingarna har en dag för nästa översyn",
            da: "ingen af de {count} behandlinger har en dag for næste gennemgang",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}
