//! `disclosure-denied-but-made`: a text says that data are not disclosed, but the register lists recipients.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::check::wording::Said;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::flow::Disclosure;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "disclosure-denied-but-made",
    aliases: &["C-14"],
    title: Words {
        en: "A text says that nobody gets the data, but the register shows who does",
        sv: "En text säger att ingen får uppgifterna, men registret visar vilka som får dem",
        da: "En tekst siger, at ingen får oplysningerne, men fortegnelsen viser, hvem der får dem",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Gdpr("13(1)(e)")],
    why: Words {
        en: "A false statement on recipients misleads the person it is made for.",
        sv: "Ett falskt besked om mottagare vilseleder den som ska informeras.",
        da: "Et forkert udsagn om modtagere vildleder den, der skal oplyses.",
    },
    bad: "remarks: [Uppgifterna lämnas inte ut till någon.]",
    good: "remarks: [Elever i fristående skolor omfattas också.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::NotDisclosed],
    label: Words {
        en: "the register says otherwise",
        sv: "registret säger något annat",
        da: "fortegnelsen siger noget andet",
    },
    help: Words {
        en: "take the sentence away, or write in `not-disclosed:` who does not get the data",
        sv: "ta bort meningen, eller skriv i `not-disclosed:` vilka som inte får uppgifterna",
        da: "fjern sætningen, eller skriv i `not-disclosed:`, hvem der ikke får oplysningerne",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |passage, _, found| {
        let activity = passage.activity()?;
        // A processor acts for the controller: what it is given is not disclosed (Article 4(8) to (10)).
        let is_processor = |to: &Disclosure| {
            let key = to.to.word.key();
            key.is_some_and(|key| case.register.shared.processors.by_name(key).is_some())
                || matches!(
                    to.to.word.code(),
                    Some("processors" | "supplier" | "system-suppliers" | "service-providers")
                )
        };
        let place = activity.recipients.iter().find(|to| !is_processor(to)).map(|to| to.at)?;
        let message = say!(
            en: "`{found}` denies a disclosure that the register shows",
            sv: "`{found}` förnekar ett utlämnande som registret visar",
            da: "`{found}` benægter en videregivelse, som fortegnelsen viser",
            found = found,
        );
        let there = say!(en: "here somebody gets them", sv: "här får någon dem", da: "her får nogen dem");
        Some(Said { message, related: Some((place, there)) })
    });
}
