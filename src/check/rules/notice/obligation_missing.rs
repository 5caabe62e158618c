//! `obligation-missing`: nothing says whether data must be provided.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::register::facts::origin;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "obligation-missing",
    aliases: &["N-21"],
    title: Words {
        en: "Whether data must be provided is not stated",
        sv: "Om uppgifterna måste lämnas är inte angivet",
        da: "Om oplysningerne skal gives, er ikke angivet",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("13(2)(e)")],
    why: Words {
        en: "Who is asked for data must learn whether they have to give them, and what follows if not.",
        sv: "Den som blir ombedd att lämna uppgifter ska få veta om det krävs och vad som annars händer.",
        da: "Den, der bedes om oplysninger, skal vide, om det kræves, og hvad der ellers sker.",
    },
    bad: "obligation: ~",
    good: "obligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let lacks = |activity: &Activity| activity.obligation.is_unwritten();
    let finding = |activity: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "`{id}` does not say whether the person must provide the data",
                sv: "`{id}` anger inte om den registrerade måste lämna uppgifterna",
                da: "`{id}` angiver ikke, om den registrerede skal give oplysningerne",
                id = activity.id,
            ),
        )
        .label(say!(en: "no `obligation`", sv: "`obligation` saknas", da: "`obligation` mangler"))
        .help(say!(
            en: "write `obligation:`, such as `{{kind: needed, consequence: …}}`; if it is not known, `obligation: {{unknown: why}}`",
            sv: "skriv `obligation:`, till exempel `{{kind: needed, consequence: …}}`; är det inte känt, `obligation: {{unknown: varför}}`",
            da: "skriv `obligation:`, for eksempel `{{kind: needed, consequence: …}}`; er det ukendt, `obligation: {{unknown: hvorfor}}`",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities says whether the person must provide the data",
            sv: "ingen av de {count} behandlingarna anger om den registrerade måste lämna uppgifterna",
            da: "ingen af de {count} behandlinger angiver, om den registrerede skal give oplysningerne",
            count = count,
        )
    };
    missing::report(case, (may_ask_the_person, lacks), finding, none, findings);
}

/// Whether data may be collected from the data subject: not if all purposes are further uses, or every source is
/// known to be somebody else (Article 13(2)(e)).
fn may_ask_the_person(activity: &Activity) -> bool {
    let is_reuse = !activity.purposes.items.is_empty() && activity.purposes.iter().all(|purpose| purpose.further.0);
    let is_told = !activity.sources.items.is_empty() && activity.sources.gaps.is_empty();
    !is_reuse && (!is_told || origin::of(activity).any(|source| origin::is_the_person(source, activity) != Some(false)))
}
