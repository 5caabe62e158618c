//! `retention-without-start`: a retention period has no start.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::period::{Keep, Period};
use crate::model::retention::Retention;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-without-start",
    aliases: &["C-22"],
    title: Words {
        en: "A period has no start",
        sv: "Det framgår inte från när en tid räknas",
        da: "En frist har ingen begyndelse",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "Without an event from which it runs, nobody can tell when a period is over.",
        sv: "Utan en händelse att räkna från kan ingen veta när fristen har löpt ut.",
        da: "Uden en hændelse at regne fra kan ingen vide, hvornår fristen er udløbet.",
    },
    bad: "retention: [{of: decisions, keep: 2 years}]",
    good: "retention: [{of: decisions, keep: 2 years, from: decision}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let known = activity.retention.iter().filter(|rule| rule.unknown.is_none() && rule.from.gap().is_none());
        for end in known.flat_map(Retention::ends_with_start).filter(|end| end.from.is_none()) {
            if let Some(Keep::For(Period { at, .. })) = end.keep {
                findings.push(
                    Finding::warning(RULE.code, *at, say!(
                        en: "this period has no start",
                        sv: "det framgår inte från när tiden räknas",
                        da: "denne frist har ingen begyndelse",
                    ))
                        .label(say!(en: "from when?", sv: "från när?", da: "fra hvornår?"))
                        .help(say!(
                            en: "write `from:` with an event, such as `decision`; if it is not known, `unknown: why`",
                            sv: "skriv `from:` med en händelse, till exempel `decision`; är den inte känd, `unknown: varför`",
                            da: "skriv `from:` med en hændelse, for eksempel `decision`; er den ukendt, `unknown: hvorfor`",
                        )),
                );
            }
        }
    }
}
