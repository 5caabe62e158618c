//! `language-missing`: there is no file for a language of the municipality.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::document::language;
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "language-missing",
    aliases: &["L-07b"],
    title: Words {
        en: "There is no file for a language of the municipality",
        sv: "Det finns ingen fil för ett av kommunens språk",
        da: "Der er ingen fil for et af kommunens sprog",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A notice in a language that the program does not speak cannot be written.",
        sv: "En information på ett språk som programmet inte kan går inte att skriva.",
        da: "En oplysning på et sprog, som programmet ikke kender, kan ikke skrives.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let languages = &case.register.municipality.languages;
    let known = || language::all().map(|lang| lang.to_string()).collect::<Vec<_>>().join(", ");
    for lang in languages.iter().filter(|lang| language::language(**lang).is_none()) {
        findings.push(
            Finding::error(RULE.code, languages.at, format!("there is no file for the language `{lang}`"))
                .label(format!("the known languages are: {}", known()))
                .help(format!("write one of {}, or add `templates/languages/{lang}.toml`", known())),
        );
    }
}
