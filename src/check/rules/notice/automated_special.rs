//! `automated-special`: an automated decision uses special categories without what Article 22(4) requires.

use crate::check::rule::{Case, Rule};
use crate::claim::{self, Category};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::data::ExceptionCode;
use crate::model::decision::Automated;
use crate::register::facts::special::special_of;
use crate::say;
use crate::say::Words;
use std::ops::Range;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "automated-special",
    aliases: &["C-17"],
    title: Words {
        en: "A decision is automated on special categories without explicit consent or a substantial public interest",
        sv: "Ett beslut automatiseras med känsliga personuppgifter utan uttryckligt samtycke eller viktigt allmänt intresse",
        da: "En afgørelse er automatisk på følsomme oplysninger uden udtrykkeligt samtykke eller væsentlig samfundsinteresse",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("22(4)")],
    why: Words {
        en: "Automated decisions may not rest on special categories, unless (a) or (g) of Article 9(2) applies with safeguards.",
        sv: "Automatiserade beslut får inte grundas på känsliga personuppgifter, om inte artikel 9.2 a eller g gäller med skyddsåtgärder.",
        da: "Automatiske afgørelser må ikke bygge på følsomme oplysninger, medmindre artikel 9, stk. 2, litra a eller g gælder med garantier.",
    },
    bad: "data: [{items: [health-data], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}}]\nautomated: [{decision: avgiften, ground: law, logic: Avgiften följer inkomsten., significance: Du betalar avgiften., review: Fråga enheten.}]",
    good: "data: [name]\nautomated: [{decision: avgiften, ground: law, logic: Avgiften följer inkomsten., significance: Du betalar avgiften., review: Fråga enheten.}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let Some(decision) = activity.automated.iter().find(|decision| may_use_special(case, activity, decision))
        else {
            continue;
        };
        for data in activity.data.iter().filter(|data| !special_of(data).is_empty() && !data.exception.items.is_empty())
        {
            let allows = |code| matches!(code, ExceptionCode::ExplicitConsent | ExceptionCode::PublicInterest);
            if !data.exception.iter().any(|exception| exception.code.is_some_and(allows)) {
                findings.push(
                    RULE.found(
                        data.exception.at,
                        say!(
                            en: "an automated decision may not rest on these data under this exception",
                            sv: "ett automatiserat beslut får inte grundas på uppgifterna med stöd av det här undantaget",
                            da: "en automatisk afgørelse må ikke bygge på oplysningerne efter denne undtagelse",
                        ),
                    )
                    .label(say!(
                        en: "neither (a) nor (g) of Article 9(2)",
                        sv: "varken artikel 9.2 a eller g",
                        da: "hverken artikel 9, stk. 2, litra a eller g",
                    ))
                    .related(
                        decision.at,
                        say!(
                            en: "the automated decision",
                            sv: "det automatiserade beslutet",
                            da: "den automatiske afgørelse",
                        ),
                    )
                    .help(say!(
                        en: "leave these data out of the decision, or let a person decide",
                        sv: "låt uppgifterna stå utanför beslutet, eller låt en människa besluta",
                        da: "hold oplysningerne ude af afgørelsen, eller lad et menneske afgøre",
                    )),
                );
            }
        }
    }
}

/// Whether the inputs of a decision are not listed, or suggest a special category.
fn may_use_special(case: &Case, activity: &Activity, decision: &Automated) -> bool {
    let inputs = decision.inputs.iter().map(|input| input.at.range());
    let inputs: Vec<Range<usize>> = inputs.collect();
    let mut spoken = case.passages_of(activity).iter().filter(|passage| inputs.contains(&passage.at.range()));
    inputs.is_empty() || spoken.any(|passage| is_special(passage.words, passage.lang.code()))
}

/// Whether words point to a special category.
fn is_special(words: &str, lang: &str) -> bool {
    claim::special(words, lang).is_some_and(|(category, _)| category != Category::Criminal)
}
