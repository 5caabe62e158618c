//! `language-missing`: a language of the municipality has no language file.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::language;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "language-missing",
    aliases: &["L-07b"],
    title: Words {
        en: "There is no file for a language of the municipality",
        sv: "Det finns ingen fil för ett av kommunens språk",
        da: "Der er ingen fil for et af kommunens sprog",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
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
            Finding::error(
                RULE.code,
                languages.at,
                say!(
                    en: "there is no file for the language `{lang}`",
                    sv: "det finns ingen fil för språket `{lang}`",
                    da: "der er ingen fil for sproget `{lang}`",
                ),
            )
            .label(say!(
                en: "the known languages are: {known}",
                sv: "de språk som är kända är: {known}",
                da: "de kendte sprog er: {known}",
                known = known(),
            ))
            .help(say!(
                en: "write one of {known}, or add `templates/languages/{lang}.toml`",
                sv: "skriv ett av {known}, eller lägg till `templates/languages/{lang}.toml`",
                da: "skriv et af {known}, eller tilføj `templates/languages/{lang}.toml`",
                known = known(),
            )),
        );
    }
}
