//! `link-unnamed`: the label of a link does not say where it leads.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::record::field;
use crate::model::section::Link;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "link-unnamed",
    aliases: &["K-03"],
    title: Words {
        en: "A link has no name of its own",
        sv: "En länk har inget eget namn",
        da: "Et link har intet eget navn",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Cited("WCAG 2.1, 2.4.4")],
    why: Words {
        en: "Who hears the page read aloud hears only “here”.",
        sv: "Den som får sidan uppläst hör bara ”här”.",
        da: "Den, der får siden læst op, hører kun ”her”.",
    },
    bad: "links: [{label: här, url: \"https://example.org/\"}]",
    good: "links: [{label: Ansök om skolskjuts, url: \"https://example.org/\"}]",
    check,
};

const EMPTY: [&str; 19] = [
    "här",
    "her",
    "here",
    "läs mer",
    "læs mere",
    "read more",
    "klicka här",
    "klik her",
    "click here",
    "läs mer här",
    "läs mera",
    "läs mera här",
    "länk",
    "læs mere her",
    "se mere",
    "se mer",
    "tryk her",
    "link",
    "read more here",
];

fn check(case: &Case, findings: &mut Findings) {
    let labels = case.passages.iter().filter(|passage| passage.field() == field!(Link, label));
    for passage in labels.filter(|passage| EMPTY.contains(&passage.words.to_lowercase().as_str())) {
        let message = say!(
            en: "`{words}` does not say where the link leads",
            sv: "`{words}` säger inte vart länken leder",
            da: "`{words}` siger ikke, hvor linket fører hen",
            words = passage.words,
        );
        let label = say!(en: "lead where?", sv: "vart?", da: "hvorhen?");
        let help = say!(
            en: "name the page or what one does there",
            sv: "ange sidan eller vad man gör där",
            da: "skriv sidens navn, eller hvad man gør der",
        );
        findings.push(RULE.found(passage.at, message).label(label).help(help));
    }
}
