//! `recipient-vague`: a recipient is not specific.

use crate::check::passage::Room;
use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "recipient-vague",
    aliases: &["N-09b"],
    title: Words {
        en: "A recipient is nobody in particular",
        sv: "En mottagare är ingen bestämd",
        da: "En modtager er ingen bestemt",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(e)"), Provision::Gdpr("14(1)(e)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "A person can use the rights against a recipient only when it has a name or a precise category.",
        sv: "Den registrerade kan vända sig till en mottagare bara om den har ett namn eller är en tydlig kategori.",
        da: "Den registrerede kan kun henvende sig til en modtager, der har et navn eller er en tydelig kategori.",
    },
    bad: "recipients: [{to: andra samarbetspartner}]",
    good: "recipients: [{to: taxibolaget}]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::RecipientVague,
    rooms: &[Room::Recipients],
    label: Words { en: "who?", sv: "vem?", da: "hvem?" },
    help: Words {
        en: "name the recipient, or its kind by task and sector",
        sv: "ange mottagaren, eller vilken typ av mottagare det är",
        da: "skriv modtageren, eller hvilken type modtager det er",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` names no recipient",
                sv: "`{found}` anger ingen mottagare",
                da: "`{found}` angiver ingen modtager",
                found = found,
            )
            .into(),
        )
    });
}
