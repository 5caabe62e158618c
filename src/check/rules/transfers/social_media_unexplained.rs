//! `social-media-unexplained`: data go to a social network, but no transfer or joint controllers are declared.

use crate::check::passage::Room;
use crate::check::rule::{Case, Rule};
use crate::check::scope;
use crate::check::wording::{Said, Wording};
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "social-media-unexplained",
    aliases: &["T-10"],
    title: Words {
        en: "Data are published on a social network, and nothing says where they go",
        sv: "Uppgifter publiceras i sociala medier, men inget sägs om vart de tar vägen",
        da: "Oplysninger offentliggøres på sociale medier, men intet siges om, hvor de havner",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(f)"), Provision::Gdpr("26"), Provision::Cited("C-210/16")],
    why: Words {
        en: "The network is a controller of its own, often with servers abroad; the person must be told.",
        sv: "Nätverket är självt ansvarigt och har ofta servrar i tredjeland; den registrerade ska få veta det.",
        da: "Netværket er selv ansvarligt og har ofte servere i et tredjeland; den registrerede skal have det at vide.",
    },
    bad: "remarks: [Bilder läggs ut på Facebook.]",
    good: "remarks: [Bilder läggs ut på kommunens webbplats.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::SocialMedia,
    rooms: &[],
    label: Words { en: "a network abroad", sv: "ett nätverk utomlands", da: "et netværk i udlandet" },
    help: Words {
        en: "declare the transfer with its tool and, where you decide together, the arrangement in `joint:`; if it is not known, `transfers: {unknown: why}`",
        sv: "ange överföringen med sitt verktyg och, där ni bestämmer tillsammans, arrangemanget i `joint:`; är det inte känt, `transfers: {unknown: varför}`",
        da: "angiv overførslen med sit grundlag og, hvor I bestemmer sammen, ordningen i `joint:`; er det ukendt, `transfers: {unknown: hvorfor}`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| !is_answered(activity)) {
        let coded = activity.recipients.iter().filter(|to| to.to.word.code() == Some("social-media"));
        findings.extend(coded.map(|to| {
            RULE.found(
                to.to.at(),
                say!(
                    en: "data go to social networks, but no transfer or joint responsibility is declared",
                    sv: "uppgifter går till sociala medier, men varken överföring eller gemensamt ansvar är angivet",
                    da: "oplysninger går til sociale medier, men hverken overførsel eller fælles ansvar er angivet",
                ),
            )
            .label(WORDING.label)
            .help(WORDING.help)
        }));
    }
    WORDING.report(case, findings, |passage, found| {
        let is_source = passage.room == Room::Sources;
        let place = scope::unanswered(case, passage, is_answered).filter(|_| !is_source)?;
        let message = say!(
            en: "data go to `{found}`, but no transfer or joint responsibility is declared",
            sv: "uppgifter går till `{found}`, men varken överföring eller gemensamt ansvar är angivet",
            da: "oplysninger går til `{found}`, men hverken overførsel eller fælles ansvar er angivet",
            found = found,
        );
        let here = say!(en: "it is used here", sv: "det används här", da: "det bruges her");
        Some(Said { message, related: place.map(|place| (place, here)) })
    });
}

/// Whether an activity has joint controllers, or says anything about its transfers.
fn is_answered(activity: &Activity) -> bool {
    activity.joint.is_some() || activity.answers_on_transfers()
}
