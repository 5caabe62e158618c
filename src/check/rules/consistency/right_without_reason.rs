//! `right-without-reason`: a right is limited or denied without a reason.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::rights::{Applies, Right, RightNote};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "right-without-reason",
    aliases: &["C-29a"],
    title: Words {
        en: "A right is limited or denied without a reason",
        sv: "En rättighet begränsas eller nekas utan skäl",
        da: "En rettighed begrænses eller nægtes uden begrundelse",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Gdpr("23")],
    why: Words {
        en: "A right that does not apply must say by which law.",
        sv: "En rättighet som inte gäller ska säga enligt vilken lag.",
        da: "En rettighed, der ikke gælder, skal sige efter hvilken lov.",
    },
    bad: "rights: [{right: objection, applies: no}]",
    good: "rights: [{right: objection, applies: no, because: Socialtjänstens register undantas., law: lag (2001:454) 6 §}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let of_activities = case.activities().flat_map(|activity| &activity.rights);
    for note in case.register.municipality.rights.iter().chain(of_activities).filter(|note| is_fault(note)) {
        findings.push(
            Finding::error(
                RULE.code,
                note.at,
                say!(
                    en: "this changes a right without saying why",
                    sv: "det här ändrar en rättighet utan att säga varför",
                    da: "dette ændrer en rettighed uden at sige hvorfor",
                ),
            )
            .label(say!(
                en: "neither `because` nor `law`",
                sv: "varken `because` eller `law`",
                da: "hverken `because` eller `law`",
            ))
            .help(say!(
                en: "name one right, and write `because:` and `law:`",
                sv: "ange en enda rättighet, och skriv `because:` och `law:`",
                da: "angiv én rettighed, og skriv `because:` og `law:`",
            )),
        );
    }
}

fn is_fault(note: &RightNote) -> bool {
    let changes = note.applies.is_some_and(|applies| applies != Applies::Yes);
    changes && (note.right == Some(Right::All) || note.because.is_unwritten() && note.law.is_unwritten())
}
