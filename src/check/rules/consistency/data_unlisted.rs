//! `data-unlisted`: somebody gets data, or a decision uses data, that the activity does not list.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::Finding;
use crate::finding::Place;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::List;
use crate::model::activity::Activity;
use crate::model::term::{DataTerms, Term};
use crate::register::facts::listed::Listed;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "data-unlisted",
    aliases: &[],
    title: Words {
        en: "Data are given or used that the activity does not list",
        sv: "Uppgifter lämnas eller används som behandlingen inte tar upp",
        da: "Oplysninger gives eller bruges, som behandlingen ikke angiver",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("30(1)(c)"), Provision::Gdpr("30(1)(d)"), Provision::Gdpr("14(1)(d)")],
    why: Words {
        en: "The categories of data must be complete: what is disclosed or decided on is processed.",
        sv: "Kategorierna av uppgifter ska vara fullständiga: det som lämnas ut eller ligger till grund för ett beslut behandlas.",
        da: "Kategorierne af oplysninger skal være fuldstændige: det, der videregives eller ligger til grund for en afgørelse, behandles.",
    },
    bad: "recipients: [{to: schools, data: [income]}]",
    good: "recipients: [{to: schools, data: [address]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in missing::single(case) {
        let Some(listed) = Listed::of(case.register, activity) else { continue };
        for term in terms(activity).filter(|term| !listed.has(&term.word)) {
            let word = term.word.text.words().next().unwrap_or_default().to_owned();
            findings.push(found(term.at(), &word));
        }
        for input in activity.automated.iter().flat_map(|decision| &decision.inputs) {
            if let Some(word) = listed.lacks(input) {
                findings.push(found(input.at, &word));
            }
        }
    }
}

/// The data that somebody gets, that consent covers or that must be given.
fn terms(activity: &Activity) -> impl Iterator<Item = &Term<DataTerms>> {
    let recipients = activity.recipients.iter().map(|recipient| &recipient.data);
    let processors = activity.processors.iter().map(|processor| &processor.data);
    let transfers = activity.transfers.iter().map(|transfer| &transfer.data);
    let sources = activity.sources.iter().map(|source| &source.data);
    let obligations = activity.obligation.iter().map(|obligation| &obligation.data);
    let consents = activity.consent.iter().map(|consent| &consent.data);
    let all = recipients.chain(processors).chain(transfers).chain(sources).chain(obligations).chain(consents);
    all.flat_map(List::iter)
}

fn found(place: Place, word: &str) -> Finding {
    RULE.found(
        place,
        say!(
            en: "`{word}` is not among the data of this activity",
            sv: "`{word}` finns inte bland behandlingens uppgifter",
            da: "`{word}` er ikke blandt behandlingens oplysninger",
            word = word,
        ),
    )
    .label(say!(en: "not in `data`", sv: "saknas i `data`", da: "mangler i `data`"))
    .help(say!(
        en: "add it to `data:`, or name the data of the activity that are meant; a list that is not complete belongs in `open: [data]`",
        sv: "lägg till uppgiften i `data:`, eller ange den av behandlingens uppgifter som avses; en lista som inte är fullständig anges med `open: [data]`",
        da: "tilføj oplysningen i `data:`, eller angiv den af behandlingens oplysninger, der menes; en liste, der ikke er fuldstændig, angives med `open: [data]`",
    ))
}
