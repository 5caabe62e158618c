//! `vendor-undeclared`: a text names a company with an owner in a third country, but no transfer is declared.

use crate::check::rule::{Case, Rule};
use crate::check::scope;
use crate::check::wording::{Said, Wording};
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::register::facts::third::abroad;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "vendor-undeclared",
    aliases: &["C-19"],
    title: Words {
        en: "A text names a supplier from a third country that the register does not account for",
        sv: "En text nämner en leverantör från tredjeland som registret inte redovisar",
        da: "En tekst nævner en leverandør fra et tredjeland, som fortegnelsen ikke redegør for",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("30(1)(d)"), Provision::Gdpr("13(1)(f)"), Provision::Gdpr("44")],
    why: Words {
        en: "A supplier that is named in a notice belongs in the register as processor or recipient, with an answer on transfers.",
        sv: "En leverantör som nämns i en informationstext hör hemma i registret som biträde eller mottagare, med ett besked om överföringar.",
        da: "En leverandør, der nævnes i en oplysningstekst, hører hjemme i fortegnelsen som databehandler eller modtager, med svar på spørgsmålet om overførsler.",
    },
    bad: "remarks: [Eleverna skriver i Google Docs.]",
    good: "remarks: [Eleverna skriver i skolans ordbehandlare.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::VendorAbroad,
    rooms: &[],
    label: Words {
        en: "a supplier with an owner in a third country",
        sv: "en leverantör med ägare i tredjeland",
        da: "en leverandør med ejer i et tredjeland",
    },
    help: Words {
        en: "enter the supplier in `processors:` or `recipients:` with its country, and answer `transfers:`; if it is not known, `transfers: {unknown: why}`",
        sv: "för in leverantören i `processors:` eller `recipients:` med land, och besvara `transfers:`; är det inte känt, `transfers: {unknown: varför}`",
        da: "angiv leverandøren i `processors:` eller `recipients:` med land, og besvar `transfers:`; er det ukendt, `transfers: {unknown: hvorfor}`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |passage, found| {
        let place = scope::unanswered(case, passage, |activity| accounts_for(case, activity, found))?;
        let message = say!(
            en: "`{found}` is named here, but no transfer is declared or ruled out for a reason",
            sv: "`{found}` nämns här, men ingen överföring är angiven eller utredd",
            da: "`{found}` nævnes her, men ingen overførsel er angivet eller undersøgt",
            found = found,
        );
        let here = say!(en: "it is used here", sv: "den används här", da: "den bruges her");
        Some(Said { message, related: place.map(|place| (place, here)) })
    });
}

/// Whether an activity says anything about transfers, or registers a party in a third country or the supplier with
/// its owner.
fn accounts_for(case: &Case, activity: &Activity, name: &str) -> bool {
    activity.answers_on_transfers()
        || !abroad(case.register, activity).is_empty()
        || is_owned_abroad(case, activity, name)
}

/// Whether the supplier is a processor of the activity whose owner's country is registered.
fn is_owned_abroad(case: &Case, activity: &Activity, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or(name).to_lowercase();
    let named = activity.processors.iter().filter_map(|used| case.register.shared.processors.get(&used.processor.id));
    named
        .filter(|processor| processor.owner_country.is_some())
        .any(|processor| processor.name.0.plain.iter().any(|known| known.to_lowercase().contains(&first)))
}
