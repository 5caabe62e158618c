//! `right-override-unwritten`: an act that the activity relies on removes a right that the register still promises.

use crate::check::passage::Room;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::rights::{self, Override};
use crate::model::keys;
use crate::model::rights::{Applies, RightNote};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "right-override-unwritten",
    aliases: &["C-29"],
    title: Words {
        en: "A law takes a right away, and the register still promises it",
        sv: "En lag tar bort en rättighet som registret ändå utlovar",
        da: "En lov fjerner en rettighed, som fortegnelsen alligevel lover",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("21(1)"), Provision::Gdpr("23(1)")],
    why: Words {
        en: "A right that national law takes away or limits may not be promised in a notice.",
        sv: "En rättighet som nationell rätt tar bort eller begränsar får inte utlovas i en informationstext.",
        da: "En rettighed, som national ret fjerner eller begrænser, må ikke loves i en oplysningstekst.",
    },
    bad: "basis: [{code: public-interest, law: lagen (2001:454) om behandling av personuppgifter inom socialtjänsten}]",
    good: "basis: [{code: public-interest, law: lagen (2001:454) om behandling av personuppgifter inom socialtjänsten}]\nrights: [{right: objection, applies: no, because: Lagen ger ingen sådan rätt., law: lagen (2001:454) 6 §}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| !activity.is_processing_for_others()) {
        let cites = case
            .passages_of(activity)
            .iter()
            .filter(|passage| passage.room == Room::Purposes && passage.is_under(keys::LAW));
        let overridden = cites.flat_map(|passage| {
            rights::by(passage.words, case.country(), case.today).map(move |found| (passage, found))
        });
        let unwritten =
            overridden.into_iter().find(|(_, found)| !activity.rights.iter().any(|note| is_told(note, found)));
        if let Some((passage, found)) = unwritten {
            let said = found.says.message();
            findings.push(
                RULE.found(
                    passage.at,
                    say!(
                        en: "{said}, but the register promises it",
                        sv: "{said}, men registret utlovar den",
                        da: "{said}, men fortegnelsen lover den",
                        said = said,
                    ),
                )
                .label(say!(en: "this law", sv: "den här lagen", da: "denne lov"))
                .help(say!(
                    en: "write `rights: [{{right: {right}, applies: {applies}, because: …, law: …}}]`",
                    sv: "skriv `rights: [{{right: {right}, applies: {applies}, because: …, law: …}}]`",
                    da: "skriv `rights: [{{right: {right}, applies: {applies}, because: …, law: …}}]`",
                    right = found.right,
                    applies = found.applies,
                )),
            );
        }
    }
}

/// Whether a note says how the act affects the right.
fn is_told(note: &RightNote, found: &Override) -> bool {
    note.right.is_some_and(|right| right.key() == found.right)
        && note.applies.is_some_and(|applies| applies != Applies::Yes)
}
