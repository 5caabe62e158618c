//! `basis-contradicted`: a text names a legal basis that the activity does not have.

use crate::check::rule::{Case, Rule};
use crate::check::rules::consistency::consent_unbased::{are_bases_unknown, may_use_consent};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::purpose::BasisCode;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "basis-contradicted",
    aliases: &[],
    title: Words {
        en: "A text names a legal basis that the activity does not have",
        sv: "En text anger en rättslig grund som behandlingen inte har",
        da: "En tekst angiver et retsgrundlag, som behandlingen ikke har",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Gdpr("13(1)(c)")],
    why: Words {
        en: "The rights follow from the legal basis; whoever is told another one relies on rights that do not apply.",
        sv: "Rättigheterna följer av den rättsliga grunden; den som får veta en annan räknar med rättigheter som inte gäller.",
        da: "Rettighederne følger af retsgrundlaget; den, der får et andet at vide, regner med rettigheder, som ikke gælder.",
    },
    bad: "remarks: [Behandlingen grundar sig på en intresseavvägning.]",
    good: "remarks: [Behandlingen grundar sig inte på samtycke.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::RestsOnInterests, Claim::RestsOnConsent],
    label: Words {
        en: "the register says otherwise",
        sv: "registret säger något annat",
        da: "fortegnelsen siger noget andet",
    },
    help: Words {
        en: "take the sentence away, or declare the basis in `basis:`; the bases are told by themselves",
        sv: "ta bort meningen, eller ange grunden i `basis:`; grunderna redovisas ändå",
        da: "fjern sætningen, eller angiv grundlaget i `basis:`; retsgrundlagene oplyses af sig selv",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |passage, claim, found| {
        let activity = passage.activity()?;
        let has_it = match claim {
            Claim::RestsOnConsent => may_use_consent,
            _ => may_rest_on_interests,
        };
        let is_declared = has_it(activity) || case.register.parts_of(activity).any(has_it);
        (!is_declared).then(|| {
            say!(
                en: "`{found}`: this activity has another legal basis",
                sv: "`{found}`: behandlingen har en annan rättslig grund",
                da: "`{found}`: behandlingen har et andet retsgrundlag",
                found = found,
            )
        })
    });
}

/// Whether a legal basis is a legitimate interest, or not known.
fn may_rest_on_interests(activity: &Activity) -> bool {
    are_bases_unknown(activity) || activity.bases().any(|basis| basis.code == Some(BasisCode::LegitimateInterests))
}
