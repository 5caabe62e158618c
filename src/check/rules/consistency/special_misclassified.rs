//! `special-misclassified`: a photo is called biometric, or a citizenship an ethnic origin.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::model::Text;
use crate::model::data::Special;
use crate::model::term::{DataTerms, Term};
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "special-misclassified",
    aliases: &["C-03"],
    title: Words {
        en: "A photo is called biometric data, or citizenship ethnic origin",
        sv: "Ett foto kallas biometrisk uppgift, eller ett medborgarskap etniskt ursprung",
        da: "Et foto kaldes biometrisk oplysning, eller et statsborgerskab etnisk oprindelse",
    },
    level: Level::Warning,
    law: &[Provision::Gdpr("9(1)"), Provision::Cited("recital 51")],
    why: Words {
        en: "A photo is biometric only when special technical means identify the person; citizenship is no ethnic origin. A wrong class asks for exceptions that do not exist.",
        sv: "Ett foto är biometriskt bara när särskild teknik identifierar personen; medborgarskap är inte etniskt ursprung. En felaktig klass kräver undantag som inte finns.",
        da: "Et foto er kun biometrisk, når særlige tekniske midler identificerer personen; statsborgerskab er ikke etnisk oprindelse. En forkert klasse kræver undtagelser, der ikke findes.",
    },
    bad: "data: [{items: [photo], special: [biometric], exception: {code: substantial-public-interest, law: dataskyddslagen (2018:218) 3 kap. 3 §}}]",
    good: "data: [{items: [photo]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for data in case.activities().flat_map(|activity| &activity.data) {
        let wrong = [
            (Special::Biometric, ["photo", "film"], "foto"),
            (Special::EthnicOrigin, ["citizenship", "nationality"], "borgarskap"),
        ];
        for (special, codes, _) in
            wrong.iter().filter(|(special, ..)| data.special.iter().any(|known| known == special))
        {
            let is_meant = |item: &&Term<DataTerms>| {
                item.word.code().is_some_and(|code| codes.contains(&code)) || is_called(*special, &item.word.text)
            };
            if let Some(item) = data.items.iter().find(is_meant) {
                findings.push(
                    RULE.found(
                        item.at(),
                        say!(
                            en: "this is no `{special}` data",
                            sv: "detta är ingen uppgift av slaget `{special}`",
                            da: "dette er ikke en oplysning af typen `{special}`",
                            special = special.key(),
                        ),
                    )
                    .label(say!(en: "an ordinary item", sv: "en vanlig uppgift", da: "en almindelig oplysning"))
                    .related(data.special.at, say!(en: "classed here", sv: "klassad här", da: "klassificeret her"))
                    .help(say!(
                        en: "take the class away; keep it only if the photo is processed to identify people by their bodies",
                        sv: "ta bort klassen; behåll den bara om bilden bearbetas för att identifiera personer genom kroppen",
                        da: "fjern klassen; behold den kun, hvis billedet bearbejdes for at identificere personer ud fra kroppen",
                    )),
                );
            }
        }
    }
}

/// Whether free words name a photo, or a citizenship.
fn is_called(special: Special, text: &Text) -> bool {
    let names: &[&str] = match special {
        Special::Biometric => &["foto", "bild", "billede", "photo"],
        _ => &["medborgarskap", "statsborgerskab", "citizenship"],
    };
    let mut words = text.plain.iter().chain(text.by_lang.iter().map(|(_, words)| words));
    words.any(|words| names.iter().any(|name| words.to_lowercase().contains(name)))
}
