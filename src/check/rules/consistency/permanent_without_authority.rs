//! `permanent-without-authority`: data are kept permanently without a law or a decision.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::period::Keep;
use crate::model::record::field;
use crate::model::retention::Retention;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "permanent-without-authority",
    aliases: &["C-21"],
    title: Words {
        en: "Data are kept for ever without an authority, or on consent",
        sv: "Uppgifter bevaras för alltid utan stöd, eller med stöd av samtycke",
        da: "Oplysninger bevares for altid uden hjemmel eller på grundlag af samtykke",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[
        Provision::Gdpr("5(1)(e)"),
        Provision::Gdpr("89(1)"),
        Provision::National("SE", "10 § arkivlagen (1990:782)"),
        Provision::National("DK", "arkivloven § 21"),
    ],
    why: Words {
        en: "To keep for ever is an exception that a law or a decision must carry.",
        sv: "Att bevara för alltid är ett undantag som kräver lag eller beslut.",
        da: "At bevare for altid er en undtagelse, der kræver lov eller beslutning.",
    },
    bad: "retention: [{of: decisions, keep: permanent, then: archive}]",
    good: "retention: [{of: decisions, keep: permanent, then: archive, law: arkivlagen (1990:782) 3 §}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for rule in case.activities().flat_map(|activity| &activity.retention) {
        let is_permanent = matches!(rule.keep.value(), Some(Keep::Permanent { .. }));
        if is_permanent && rule.law.is_unwritten() && rule.decision.is_unwritten() && rule.unknown.is_none() {
            findings.push(
                RULE.found(
                    rule.at,
                    say!(
                        en: "nothing says who decided that this is kept for ever",
                        sv: "inget visar vem som har bestämt att detta ska bevaras",
                        da: "intet viser, hvem der har besluttet, at dette skal bevares",
                    ),
                )
                .field(field!(Retention, keep))
                .label(say!(en: "by which authority?", sv: "med vilket stöd?", da: "med hvilken hjemmel?"))
                .help(say!(
                    en: "write `law:` or `decision:`; if it is not known, `law: {{unknown: why}}`",
                    sv: "skriv `law:` eller `decision:`; är det inte känt, `law: {{unknown: varför}}`",
                    da: "skriv `law:` eller `decision:`; er det ukendt, `law: {{unknown: hvorfor}}`",
                )),
            );
        }
    }
}
