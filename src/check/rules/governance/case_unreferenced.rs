//! `case-unreferenced`: an activity has no process, KLE or case number.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "case-unreferenced",
    aliases: &["G-13"],
    title: Words {
        en: "An activity has no number in the office’s own order",
        sv: "En behandling saknar process- eller diarienummer",
        da: "En behandling mangler KLE- eller sagsnummer",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(2)")],
    why: Words {
        en: "A process, KLE or case number leads from the record to the documents.",
        sv: "Ett process- eller diarienummer leder från registret till handlingarna.",
        da: "Et KLE- eller sagsnummer fører fra fortegnelsen til dokumenterne.",
    },
    bad: "administration:\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| {
        activity.kle.is_unwritten()
            && missing::without(activity, |own| own.process.is_some() || own.kle.is_some() || own.reference.is_some())
    };
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "this activity has no process, KLE or case number",
                sv: "behandlingen har varken process-, KLE- eller diarienummer",
                da: "behandlingen har hverken proces-, KLE- eller sagsnummer",
            ),
        )
        .label(say!(
            en: "no `process`, `kle` or `reference`",
            sv: "`process`, `kle` och `reference` saknas",
            da: "`process`, `kle` og `reference` mangler",
        ))
        .help(say!(
            en: "write `kle:` in the activity, or `process:` or `reference:` below `administration:`",
            sv: "skriv `process:` eller `reference:` under `administration:`",
            da: "skriv `kle:` i behandlingen, eller `reference:` under `administration:`",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities has a process, KLE or case number",
            sv: "ingen av de {count} behandlingarna har process-, KLE- eller diarienummer",
            da: "ingen af de {count} behandlinger har proces-, KLE- eller sagsnummer",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}
