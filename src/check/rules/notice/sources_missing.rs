//! `sources-missing`: the source of data is not stated.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "sources-missing",
    aliases: &["N-24"],
    title: Words {
        en: "The source of data is not stated",
        sv: "Varifrån uppgifterna kommer är inte angivet",
        da: "Hvor oplysningerne stammer fra, er ikke angivet",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("14(2)(f)")],
    why: Words {
        en: "Data that are not collected from the person come from somewhere, and the person must learn from where.",
        sv: "Uppgifter som inte samlas in från den registrerade kommer någonstans ifrån, och den registrerade ska få veta varifrån.",
        da: "Oplysninger, der ikke indsamles hos den registrerede, kommer et sted fra, og den registrerede skal have at vide, hvor de kommer fra.",
    },
    bad: "sources: ~",
    good: "sources: [data-subject]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| !activity.is_processing_for_others()) {
        let has_own = !activity.data.items.is_empty() && activity.data.iter().all(|data| !data.from.is_unwritten());
        if activity.sources.is_unwritten() && !has_own && activity.data.iter().all(|data| data.same_as.is_none()) {
            findings.push(
                Finding::warning(
                    RULE.code,
                    row_without(activity).unwrap_or(activity.id.at),
                    say!(
                        en: "`{id}` does not say where the data come from",
                        sv: "`{id}` anger inte varifrån uppgifterna kommer",
                        da: "`{id}` angiver ikke, hvor oplysningerne stammer fra",
                        id = activity.id,
                    ),
                )
                .label(IN_THIS_ACTIVITY)
                .help(say!(
                    en: "write `sources:`, such as `[data-subject]`; if it is not known, `sources: {{unknown: why}}`",
                    sv: "skriv `sources:`, till exempel `[data-subject]`; är det inte känt, `sources: {{unknown: varför}}`",
                    da: "skriv `sources:`, for eksempel `[data-subject]`; er det ukendt, `sources: {{unknown: hvorfor}}`",
                )),
            );
        }
    }
}

/// The first data without a source, if other data have one.
fn row_without(activity: &Activity) -> Option<Place> {
    let others_have = activity.data.iter().any(|data| !data.from.is_unwritten());
    activity.data.iter().find(|data| data.from.is_unwritten()).filter(|_| others_have).map(|data| data.at)
}
