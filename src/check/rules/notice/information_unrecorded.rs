//! `information-unrecorded`: data are not collected from the data subject, and nothing says when they are informed.

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
    code: "information-unrecorded",
    aliases: &["N-27"],
    title: Words {
        en: "Data come from others, and nothing says when the person is informed",
        sv: "Uppgifter kommer från andra, men inget sägs om när den registrerade informeras",
        da: "Oplysninger kommer fra andre, men intet siges om, hvornår den registrerede oplyses",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("14(3)"), Provision::Gdpr("14(5)"), Provision::Gdpr("5(2)")],
    why: Words {
        en: "The person must be informed within a month, at the first contact or the first disclosure, unless an exception applies; the controller must be able to show it.",
        sv: "Den registrerade ska informeras inom en månad, vid första kontakten eller första utlämnandet, om inte ett undantag gäller; den personuppgiftsansvarige ska kunna visa det.",
        da: "Den registrerede skal oplyses inden en måned, ved første henvendelse eller første videregivelse, medmindre en undtagelse gælder; den dataansvarlige skal kunne påvise det.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = comes_from_others;
    let lacks = |activity: &Activity| missing::without(activity, |own| own.information.is_some());
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "data come from others, but nothing says when the person is informed",
                sv: "uppgifter kommer från andra, men inget sägs om när den registrerade informeras",
                da: "oplysninger kommer fra andre, men intet siges om, hvornår den registrerede oplyses",
            ),
        )
        .label(say!(
            en: "no `administration: {{information: …}}`",
            sv: "`administration: {{information: …}}` saknas",
            da: "`administration: {{information: …}}` mangler",
        ))
        .help(say!(
            en: "write `administration: {{information: {{when: …, how: …}}}}`, or `exception:` with the exception that applies",
            sv: "skriv `administration: {{information: {{when: …, how: …}}}}`, eller `exception:` med det undantag som gäller",
            da: "skriv `administration: {{information: {{when: …, how: …}}}}`, eller `exception:` med den undtagelse, der gælder",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities says when the person is informed of data from others",
            sv: "ingen av de {count} behandlingarna säger när den registrerade informeras om uppgifter från andra",
            da: "ingen af de {count} behandlinger siger, hvornår den registrerede oplyses om oplysninger fra andre",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}

/// Whether a source is known not to be the data subject.
fn comes_from_others(activity: &Activity) -> bool {
    origin::of(activity).any(|source| origin::is_the_person(source, activity) == Some(false))
}
