//! `retention-unclear`: a retention rule gives no period, or contradicts itself.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::period::Keep;
use crate::model::retention::{Event, Retention};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-unclear",
    aliases: &["C-20a"],
    title: Words {
        en: "A retention rule says nothing, or two things",
        sv: "En lagringsregel säger ingenting, eller två saker",
        da: "En opbevaringsregel siger intet, eller to ting",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("5(1)(e)"), Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "A rule that gives no time, or two, tells nobody how long the data are kept.",
        sv: "En regel som inte anger någon tid, eller två, säger inte hur länge uppgifterna sparas.",
        da: "En regel, der ikke angiver nogen tid, eller to, siger ikke, hvor længe oplysningerne gemmes.",
    },
    bad: "retention: [{of: decisions, law: arkivlagen (1990:782)}]",
    good: "retention: [{of: decisions, keep: 2 years, from: decision}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for rule in &activity.retention {
            for (message, help) in faults(rule) {
                findings.push(
                    Finding::error(RULE.code, rule.at, message)
                        .label(say!(en: "in this rule", sv: "i den här regeln", da: "i denne regel"))
                        .help(help),
                );
            }
        }
    }
}

fn faults(rule: &Retention) -> Vec<(Words, Words)> {
    let has_end = !rule.until.items.is_empty() || rule.criterion.is_some();
    let says_nothing = rule.keep.is_none() && !has_end && rule.unknown.is_none();
    let is_permanent = matches!(rule.keep, Some(Keep::Permanent { .. }));
    let mut events = rule.from.iter().chain(&rule.until);
    let faults = [
        (says_nothing, NOTHING),
        (rule.keep.is_some() && has_end, TWO_THINGS),
        (is_permanent && rule.from.is_some(), PERMANENT_WITH_START),
        (events.any(has_no_age), NO_AGE),
    ];
    faults.into_iter().filter(|(is_fault, _)| *is_fault).map(|(_, fault)| fault).collect()
}

const NOTHING: (Words, Words) = (
    Words {
        en: "this rule does not say how long",
        sv: "den här regeln säger inte hur länge",
        da: "denne regel siger ikke hvor længe",
    },
    Words {
        en: "write `keep:`, `until:` or `criterion:`; if it is not known, `unknown: why`",
        sv: "skriv `keep:`, `until:` eller `criterion:`; är det inte känt, `unknown: varför`",
        da: "skriv `keep:`, `until:` eller `criterion:`; er det ukendt, `unknown: hvorfor`",
    },
);

const TWO_THINGS: (Words, Words) = (
    Words { en: "this rule says two things", sv: "den här regeln säger två saker", da: "denne regel siger to ting" },
    Words {
        en: "write either `keep:`, or `until:` and `criterion:`; two rules if both hold",
        sv: "skriv antingen `keep:`, eller `until:` och `criterion:`; två regler om båda gäller",
        da: "skriv enten `keep:`, eller `until:` og `criterion:`; to regler, hvis begge gælder",
    },
);

const PERMANENT_WITH_START: (Words, Words) = (
    Words {
        en: "what is kept for ever has no start",
        sv: "det som bevaras för alltid har ingen början",
        da: "det, der bevares for altid, har ingen begyndelse",
    },
    Words {
        en: "remove `from:`, or say in `remarks:` when it is archived",
        sv: "ta bort `from:`, eller ange i `remarks:` när det arkiveras",
        da: "fjern `from:`, eller angiv i `remarks:`, hvornår det arkiveres",
    },
);

const NO_AGE: (Words, Words) = (
    Words {
        en: "this event needs an age",
        sv: "den här händelsen behöver en ålder",
        da: "denne hændelse kræver en alder",
    },
    Words {
        en: "write `{event: turns-age, age: 18}`",
        sv: "skriv `{event: turns-age, age: 18}`",
        da: "skriv `{event: turns-age, age: 18}`",
    },
);

fn has_no_age(event: &Event) -> bool {
    event.event.word.code() == Some("turns-age") && event.age.is_none()
}
