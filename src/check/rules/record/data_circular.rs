//! `data-circular`: the name of a data category says only that it is data.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::passage::{Passage, Room};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::data::Data;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "data-circular",
    aliases: &["A30-07"],
    title: Words {
        en: "A category of data says only that it is data",
        sv: "En kategori av uppgifter säger bara att det är uppgifter",
        da: "En kategori af oplysninger siger kun, at det er oplysninger",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("30(1)(c)")],
    why: Words {
        en: "The person wants to know which data; “personal data” is all of them.",
        sv: "Den registrerade vill veta vilka uppgifter; ”personuppgifter” är alla.",
        da: "Den registrerede vil vide hvilke oplysninger; ”personoplysninger” er dem alle.",
    },
    bad: "data: [personuppgifter]",
    good: "data: [name]",
    check,
};

static CIRCULAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let sv = r"(?:alla |vissa |många |övriga |andra |nödvändiga |relevanta |diverse |samtliga |de )*(?:person|grund|bas|data)?uppgifter(?:na)?(?: (?:som|ur|om kommunens invånare)\b.*)?|information(?: och personuppgifter)?|med mera";
    let da = r"(?:alle |visse |nogle |øvrige |andre |anden |nødvendige |personlige |relevante |diverse |de )*(?:person|stam|grund)?(?:oplysninger|data|informationer|information)(?:ne)?(?: (?:som|der)\b.*)?";
    let en = r"(?:all |some |other |certain |necessary )*(?:personal )?(?:data|information|details)";
    Regex::new(&format!("^(?i:{sv}|{da}|{en})$")).ok()
});

fn check(case: &Case, findings: &mut Findings) {
    let is_item = |passage: &&Passage| {
        passage.room == Room::Data && [field!(Data, items), field!(Data, title)].contains(&passage.field())
    };
    let is_circular = |passage: &&Passage| CIRCULAR.iter().any(|circular| circular.is_match(passage.words.trim()));
    for passage in case.passages.iter().filter(is_item).filter(is_circular) {
        let message = say!(
            en: "`{words}` is no category of data",
            sv: "`{words}` är ingen kategori av uppgifter",
            da: "`{words}` er ingen kategori af oplysninger",
            words = passage.words,
        );
        let label = say!(en: "which data?", sv: "vilka uppgifter?", da: "hvilke oplysninger?");
        let help = say!(
            en: "name the data, or write `{{unknown: why}}`",
            sv: "ange uppgifterna, eller skriv `{{unknown: varför}}`",
            da: "skriv oplysningerne, eller `{{unknown: hvorfor}}`",
        );
        findings.push(RULE.found(passage.at, message).label(label).help(help));
    }
}
