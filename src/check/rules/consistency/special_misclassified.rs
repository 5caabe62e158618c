//! `special-misclassified`: a photo is classified as biometric data, or citizenship as ethnic origin.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::data::Special;
use crate::model::term::{DataTerms, Term};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "special-misclassified",
    aliases: &["C-03"],
    title: Words {
        en: "A photo is called biometric data, or citizenship ethnic origin",
        sv: "Ett foto kallas biometrisk uppgift, eller ett medborgarskap etniskt ursprung",
        da: "Et foto kaldes biometrisk oplysning, eller et statsborgerskab etnisk oprindelse",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("9(1)"), Provision::Recital(51)],
    why: Words {
        en: "A photo is biometric only when special technical means identify the person; citizenship is no ethnic origin. A wrong class asks for exceptions that do not exist.",
        sv: "Ett foto är biometriskt bara när särskild teknik identifierar personen; medborgarskap är inte etniskt ursprung. En felaktig klass kräver undantag som inte finns.",
        da: "Et foto er kun biometriske data, når særlige tekniske midler identificerer personen; statsborgerskab er ikke etnisk oprindelse. En forkert klasse kræver undtagelser, der ikke findes.",
    },
    bad: "data: [{items: [photo], special: [biometric], exception: {code: substantial-public-interest, law: dataskyddslagen (2018:218) 3 kap. 3 §}}]",
    good: "data: [{items: [photo]}]",
    check,
};

/// A special category that certain items do not belong to, with their codes and names.
struct Mistake {
    special: Special,
    codes: &'static [&'static str],
    names: &'static [&'static str],
    help: Words,
}

const MISTAKES: [Mistake; 2] = [
    Mistake {
        special: Special::Biometric,
        codes: &["photo", "film-recordings", "portrait", "surveillance-footage"],
        names: &["foto", "bild", "billede", "photo"],
        help: Words {
            en: "take the class away; keep it only if the photo is processed to identify people by their faces",
            sv: "ta bort klassen; behåll den bara om bilden bearbetas för att identifiera personer utifrån ansiktet",
            da: "fjern klassen; behold den kun, hvis billedet bearbejdes for at identificere personer ud fra ansigtet",
        },
    },
    Mistake {
        special: Special::EthnicOrigin,
        codes: &["citizenship", "nationality"],
        names: &["medborgarskap", "statsborgerskab", "citizenship"],
        help: Words {
            en: "take the class away; an item that may show origin, such as the mother tongue, belongs in a row of its own",
            sv: "ta bort klassen; en uppgift som kan avslöja ursprung, till exempel modersmål, hör hemma i en egen rad",
            da: "fjern klassen; en oplysning, der kan afsløre oprindelse, for eksempel modersmål, hører hjemme i sin egen række",
        },
    },
];

fn check(case: &Case, findings: &mut Findings) {
    for data in case.activities().flat_map(|activity| &activity.data) {
        for mistake in MISTAKES.iter().filter(|mistake| data.special.iter().any(|known| *known == mistake.special)) {
            let Some(item) = data.items.iter().find(|item| is_meant(mistake, item)) else { continue };
            findings.push(
                RULE.found(
                    item.at(),
                    say!(
                        en: "this item is not of the class `{special}`",
                        sv: "uppgiften hör inte till klassen `{special}`",
                        da: "oplysningen hører ikke til klassen `{special}`",
                        special = mistake.special.key(),
                    ),
                )
                .label(say!(en: "an ordinary item", sv: "en vanlig uppgift", da: "en almindelig oplysning"))
                .related(data.special.at, say!(en: "classed here", sv: "klassad här", da: "klassificeret her"))
                .help(mistake.help),
            );
        }
    }
}

/// Whether an item is one of those of the mistake, by code or in words.
fn is_meant(mistake: &Mistake, item: &Term<DataTerms>) -> bool {
    let mut words = item.word.text.words();
    item.word.code().is_some_and(|code| mistake.codes.contains(&code))
        || words.any(|words| mistake.names.iter().any(|name| words.to_lowercase().contains(name)))
}
