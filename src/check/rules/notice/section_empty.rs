//! `section-empty`: a text announces content that does not follow.

use crate::check::passage::{Kind, Owner, Passage};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::model::visit::TextKind;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "section-empty",
    aliases: &["N-03"],
    title: Words {
        en: "A text announces something that does not follow",
        sv: "En text utlovar något som inte följer",
        da: "En tekst lover noget, der ikke følger",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A heading without text or a colon without a list leaves the reader without the information that the law promises.",
        sv: "En rubrik utan text eller ett kolon utan uppräkning lämnar läsaren utan den information som lagen utlovar.",
        da: "En overskrift uden tekst eller et kolon uden opregning efterlader læseren uden de oplysninger, som loven lover.",
    },
    bad: "summary: [\"Du når dataskyddsombudet på:\"]",
    good: "summary: [\"Du når dataskyddsombudet på kommunens växel.\"]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (_, section) in case.register.shared.texts.iter() {
        let is_empty = section.body.is_unwritten()
            && section.points.is_unwritten()
            && section.links.is_unwritten()
            && section.law.is_unwritten();
        if is_empty {
            findings.push(
                RULE.found(
                    section.at,
                    say!(
                        en: "this text has a heading and nothing below it",
                        sv: "texten har en rubrik men inget innehåll",
                        da: "teksten har en overskrift, men intet indhold",
                    ),
                )
                .label(say!(en: "and then?", sv: "och sedan?", da: "og så?"))
                .help(say!(
                    en: "write what was announced, or take the line away; if it is not known, write a gap, `{{unknown: why}}`",
                    sv: "skriv det som utlovas, eller ta bort raden; är det inte känt, skriv varför: `{{unknown: varför}}`",
                    da: "skriv det, der loves, eller slet linjen; er det ukendt, så skriv hvorfor: `{{unknown: hvorfor}}`",
                )),
            );
        }
    }
    for passage in case.passages.iter().filter(|passage| passage.is_told && passage.kind == Kind::Text(TextKind::Text))
    {
        if passage.words.trim_end().ends_with(':') && !is_followed(passage) {
            findings.push(
                passage.mark(
                    RULE.found(
                        passage.at,
                        say!(
                            en: "nothing follows this colon",
                            sv: "det står inget efter kolonet",
                            da: "der står intet efter kolonet",
                        ),
                    )
                    .label(say!(en: "and then?", sv: "och sedan?", da: "og så?"))
                    .help(say!(
                        en: "write what was announced, or take the line away; if it is not known, write a gap, `{{unknown: why}}`",
                        sv: "skriv det som utlovas, eller ta bort raden; är det inte känt, skriv varför: `{{unknown: varför}}`",
                        da: "skriv det, der loves, eller slet linjen; er det ukendt, så skriv hvorfor: `{{unknown: hvorfor}}`",
                    )),
                    passage.words.trim_end(),
                ),
            );
        }
    }
}

/// Whether more paragraphs, points or links follow a paragraph.
fn is_followed(passage: &Passage) -> bool {
    match passage.owner {
        Owner::Section(section) => {
            let is_last = section.body.iter().last().is_some_and(|last| last.at.range() == passage.at.range());
            !is_last || !section.points.items.is_empty() || !section.links.items.is_empty()
        }
        Owner::Activity(activity) => passage.field() == field!(Activity, remarks) && !activity.links.items.is_empty(),
        Owner::Notice(notice) => !notice.links.items.is_empty(),
        Owner::Municipality | Owner::Shared => false,
    }
}
