//! `request-obstructed`: requests can be made in one way only.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "request-obstructed",
    aliases: &["N-30"],
    title: Words {
        en: "Requests are allowed in one way only",
        sv: "En begäran får göras på bara ett sätt",
        da: "En anmodning kan kun fremsættes på én måde",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(2)"), Provision::Gdpr("12(6)")],
    why: Words {
        en: "A controller makes the rights easy to use; a closed channel keeps people from them.",
        sv: "Den personuppgiftsansvarige ska göra det lätt att använda rättigheterna; en stängd väg hindrar folk från det.",
        da: "Den dataansvarlige skal gøre det let at bruge rettighederne; en lukket vej forhindrer folk i det.",
    },
    bad: "rights: [{right: access, how: [Det går inte att begära utdrag via e-post.]}]",
    good: "rights: [{right: access, how: [Skriv eller ring till oss.]}]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::RequestOneWay],
    label: Words { en: "which other way is there?", sv: "vilken annan väg finns?", da: "hvilken anden vej er der?" },
    help: Words {
        en: "name at least one way that everybody can take, such as a letter or a visit",
        sv: "ange minst en väg som alla kan använda, till exempel brev eller besök",
        da: "skriv mindst én vej, som alle kan bruge, for eksempel brev eller personligt fremmøde",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, _, found| {
        Some(say!(
            en: "`{found}` closes a way to use the rights",
            sv: "`{found}` stänger en väg att använda rättigheterna",
            da: "`{found}` lukker en vej til at bruge rettighederne",
            found = found,
        ))
    });
}
