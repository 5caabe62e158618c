//! `data-circular`: a category of data says only that it is data.

use crate::check::passage::Kind;
use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::model::term::TermKind;
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "data-circular",
    aliases: &["A30-07"],
    title: Words {
        en: "A category of data says only that it is data",
        sv: "En kategori av uppgifter säger bara att det är uppgifter",
        da: "En kategori af oplysninger siger kun, at det er oplysninger",
    },
    level: Level::Warning,
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

const CIRCULAR: [&str; 15] = [
    "personuppgifter",
    "uppgifter",
    "övriga uppgifter",
    "andra uppgifter",
    "information",
    "med mera",
    "datauppgifter",
    "personoplysninger",
    "oplysninger",
    "andre oplysninger",
    "øvrige oplysninger",
    "data",
    "personal data",
    "other data",
    "other information",
];

fn check(case: &Case, findings: &mut Findings) {
    let items = case.passages.iter().filter(|passage| passage.kind == Kind::Term(TermKind::DataTerms));
    for passage in items.filter(|passage| CIRCULAR.contains(&passage.words.to_lowercase().as_str())) {
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
