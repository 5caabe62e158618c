//! `source-unlisted`: an automated decision takes its data from a source that the activity does not list.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::{Activity, Listed};
use crate::register::facts::origin;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "source-unlisted",
    aliases: &[],
    title: Words {
        en: "A decision uses a source that the activity does not list",
        sv: "Ett beslut bygger på en källa som behandlingen inte tar upp",
        da: "En afgørelse bygger på en kilde, som behandlingen ikke angiver",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("14(2)(f)")],
    why: Words {
        en: "People must be told from which sources their data come.",
        sv: "Den registrerade ska få veta från vilka källor uppgifterna kommer.",
        da: "Den registrerede skal have at vide, fra hvilke kilder oplysningerne kommer.",
    },
    bad: "automated: [{decision: avgiften, ground: law, law: förvaltningslagen (2017:900) 28 §, inputs: [adress], from: [tax-agency], logic: Avgiften följer adressen., significance: Du betalar avgiften., review: Fråga enheten.}]",
    good: "automated: [{decision: avgiften, ground: law, law: förvaltningslagen (2017:900) 28 §, inputs: [adress], from: [guardian], logic: Avgiften följer adressen., significance: Du betalar avgiften., review: Fråga enheten.}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_listed =
        |activity: &&Activity| !activity.sources.items.is_empty() && !activity.may_have_more(Listed::Sources);
    for activity in missing::single(case).filter(is_listed) {
        for source in activity.automated.iter().flat_map(|decision| &decision.from) {
            let is_same = |known: &&crate::model::flow::Origin| {
                let (one, other) = (&known.from.word, &source.from.word);
                one.text == other.text || one.code().is_some() && one.code() == other.code()
            };
            let passes =
                |known: &crate::model::flow::Origin| known.via.iter().any(|via| via.word.text == source.from.word.text);
            let is_person = origin::is_the_person(source, activity) == Some(true);
            if is_person || origin::of(activity).any(|known| is_same(&known) || passes(known)) {
                continue;
            }
            findings.push(
                RULE.found(
                    source.from.at(),
                    say!(
                        en: "this source is not among the sources of the activity",
                        sv: "källan finns inte bland behandlingens källor",
                        da: "kilden er ikke blandt behandlingens kilder",
                    ),
                )
                .label(say!(en: "not in `sources`", sv: "saknas i `sources`", da: "mangler i `sources`"))
                .help(say!(
                    en: "add it to `sources:`, with the data that come from it",
                    sv: "lägg till den i `sources:`, med de uppgifter som kommer därifrån",
                    da: "tilføj den i `sources:` med de oplysninger, der kommer derfra",
                )),
            );
        }
    }
}
