//! `transfer-denied-but-made`: a text says that no data leave the EU and the EEA, but the register shows transfers.

use std::cell::OnceCell;

use crate::check::passage::Owner;
use crate::check::rule::{Case, Rule};
use crate::check::scope;
use crate::check::telling::Telling;
use crate::check::wording::Said;
use crate::claim::Claim;
use crate::finding::{Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::register::facts::third::abroad;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfer-denied-but-made",
    aliases: &["T-01"],
    title: Words {
        en: "A text says that no data leave the EU and the EEA, but the register shows that they do",
        sv: "En text säger att inga uppgifter lämnar EU och EES, men registret visar att de gör det",
        da: "En tekst siger, at ingen oplysninger forlader EU og EØS, men fortegnelsen viser, at de gør",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Gdpr("13(1)(f)")],
    why: Words {
        en: "A false statement on transfers is worse than none: people rely on it.",
        sv: "Ett falskt besked om överföringar är värre än inget: folk litar på det.",
        da: "Et forkert udsagn om overførsler er værre end intet: folk stoler på det.",
    },
    bad: "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, assessed: 2026-01-15, copy: ask the officer}]\nremarks: [Vi överför aldrig uppgifter utanför EU/EES.]",
    good: "remarks: [Vi överför aldrig uppgifter utanför EU/EES.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::StaysInEea],
    label: Words {
        en: "the register says otherwise",
        sv: "registret säger något annat",
        da: "fortegnelsen siger noget andet",
    },
    help: Words {
        en: "take the sentence away, or stop the transfer; what the register declares is told by itself",
        sv: "ta bort meningen, eller upphör med överföringen; det som är angivet i registret redovisas ändå",
        da: "fjern sætningen, eller stop overførslen; det, der er angivet i fortegnelsen, oplyses af sig selv",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    let anywhere = OnceCell::new();
    TELLING.report(case, findings, |passage, _, found| {
        let place = match passage.activity() {
            Some(activity) => place_abroad(case, activity),
            None if matches!(passage.owner, Owner::Municipality | Owner::Shared) => {
                *anywhere.get_or_init(|| case.activities().find_map(|activity| place_abroad(case, activity)))
            }
            None => {
                let mut told = case.activities().filter(|activity| scope::speaks_of(case, passage, activity));
                told.find_map(|activity| place_abroad(case, activity))
            }
        }?;
        let message = say!(
            en: "`{found}` denies a transfer that the register shows",
            sv: "`{found}` förnekar en överföring som registret visar",
            da: "`{found}` benægter en overførsel, som fortegnelsen viser",
            found = found,
        );
        let there = say!(
            en: "here data leave the EU and the EEA",
            sv: "här lämnar uppgifter EU och EES",
            da: "her forlader oplysninger EU og EØS",
        );
        Some(Said { message, related: Some((place, there)) })
    });
}

/// The place of a third country that data of an activity go to.
fn place_abroad(case: &Case, activity: &Activity) -> Option<Place> {
    let declared = activity.transfers.iter().filter_map(|transfer| transfer.country.value());
    let undeclared = abroad(case.register, activity);
    let mut all = declared.chain(undeclared.iter().map(|(_, country)| *country));
    all.find(|country| country.is_third()).map(|country| country.at)
}
