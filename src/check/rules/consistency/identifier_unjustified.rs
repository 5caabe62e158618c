//! `identifier-unjustified`: Swedish personal identity numbers are processed without a reason.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::purpose::BasisCode;
use crate::model::term::{DataTerms, Term};
use crate::register::facts::special::is_identity_number;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "identifier-unjustified",
    aliases: &["C-16"],
    title: Words {
        en: "National identification numbers have no justification",
        sv: "Personnummer anges utan motivering",
        da: "Personnumre er angivet uden begrundelse",
    },
    level: Level::Warning,
    country: Some("SE"),
    follows_from_misreading: false,
    law: &[Provision::National("SE", "3 kap. 10 § dataskyddslagen (2018:218)"), Provision::Gdpr("87")],
    why: Words {
        en: "Without consent they may only be processed where the purpose, a secure identification or another good reason clearly justifies it.",
        sv: "Utan samtycke får de behandlas bara när det är klart motiverat av ändamålet, vikten av en säker identifiering eller något annat beaktansvärt skäl.",
        da: "Uden samtykke må de i Sverige kun behandles, når formålet, sikker identifikation eller en anden vægtig grund klart begrunder det.",
    },
    bad: "data: [{id: identitet, items: [name, national-id]}]",
    good: "data: [{id: identitet, items: [name, national-id], justification: säker identifiering}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |activity: &Activity| activity.data.iter().any(has_number);
    let lacks = is_unjustified;
    let finding = |activity: &Activity, place: Place| {
        let item =
            activity.data.iter().filter(|data| is_bare(data)).flat_map(|data| &data.items).find(|item| is_number(item));
        let place = item.filter(|_| place.range() == activity.id.at.range()).map_or(place, |item| item.at());
        RULE.found(
            place,
            say!(
                en: "national identification numbers are processed, but nothing says why",
                sv: "personnummer behandlas, men inget sägs om varför",
                da: "personnumre behandles, men intet siges om hvorfor",
            ),
        )
        .label(say!(en: "no `justification`", sv: "`justification` saknas", da: "`justification` mangler"))
        .help(say!(
            en: "write `justification:` beside the data; if it is not known, ask the unit",
            sv: "skriv `justification:` vid uppgifterna; är det inte känt, fråga enheten",
            da: "skriv `justification:` ved oplysningerne; er det ukendt, så spørg enheden",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities says why national identification numbers are processed",
            sv: "ingen av de {count} behandlingarna säger varför personnummer behandlas",
            da: "ingen af de {count} behandlinger siger, hvorfor personnumre behandles",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}

fn is_unjustified(activity: &Activity) -> bool {
    activity.data.iter().any(is_bare) && !rests_on_consent_alone(activity)
}

fn is_bare(data: &Data) -> bool {
    has_number(data) && data.justification.is_unwritten() && data.because.is_unwritten() && data.law.is_unwritten()
}

fn has_number(data: &Data) -> bool {
    data.items.iter().any(is_number)
}

fn is_number(item: &Term<DataTerms>) -> bool {
    item.word.code().is_some_and(is_identity_number)
}

fn rests_on_consent_alone(activity: &Activity) -> bool {
    let mut bases = activity.bases().filter_map(|basis| basis.code).peekable();
    bases.peek().is_some() && bases.all(|code| code == BasisCode::Consent)
}
