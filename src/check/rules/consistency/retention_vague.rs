//! `retention-vague`: a text on retention gives no period.

use crate::check::passage::Passage;
use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::keys;
use crate::model::record::field;
use crate::model::retention::Retention;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-vague",
    aliases: &["C-23"],
    title: Words {
        en: "A text on retention names no time",
        sv: "En text om lagring anger ingen tid",
        da: "En tekst om opbevaring angiver ingen tid",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(2)(a)"), Provision::Gdpr("5(1)(e)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "A person must be able to tell how long the own data are kept; “as long as necessary” only repeats the law.",
        sv: "En person ska kunna räkna ut hur länge de egna uppgifterna sparas; ”så länge det behövs” upprepar bara lagen.",
        da: "En person skal kunne regne ud, hvor længe egne oplysninger gemmes; ”så længe det er nødvendigt” gentager kun loven.",
    },
    bad: "retention: [{of: decisions, criterion: uppgifterna inte längre behövs}]",
    good: "retention: [{of: decisions, keep: 2 years, from: decision}]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::KeptVaguely],
    label: Words { en: "how long?", sv: "hur länge?", da: "hvor længe?" },
    help: Words {
        en: "write `keep:` and `from:`, or `until:` with the event; if it is not decided, `unknown: why`",
        sv: "skriv `keep:` och `from:`, eller `until:` med händelsen; är det inte bestämt, `unknown: varför`",
        da: "skriv `keep:` og `from:`, eller `until:` med hændelsen; er det ikke besluttet, `unknown: hvorfor`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |passage, _, found| {
        (!is_harmless(passage)).then(|| {
            say!(
                en: "`{found}` does not say how long data are kept",
                sv: "`{found}` säger inte hur länge uppgifterna sparas",
                da: "`{found}` siger ikke, hvor længe oplysningerne gemmes",
                found = found,
            )
        })
    });
}

/// Whether the text is a reason, law, decision or condition, or its rule says that the period is unknown, which is
/// reported as a gap.
fn is_harmless(passage: &Passage) -> bool {
    const REASONS: [&str; 4] = [field!(Retention, because), keys::LAW, keys::DECISION, keys::WHEN];
    let is_here = |rule: &&Retention| rule.at.range().contains(&passage.at.range().start);
    let rule = passage.activity().and_then(|activity| activity.retention.iter().find(is_here));
    REASONS.contains(&passage.field()) || rule.is_some_and(|rule| rule.unknown.is_some())
}
