//! `gap-open`: the register says that something is not known.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::draft::walk::{Visit, Walk};
use crate::finding::{Finding, Findings, Level, Place};
use crate::model::reference::RefKind;
use crate::model::term::{TermKind, Word};
use crate::model::{Id, Text};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "gap-open",
    aliases: &["G-14"],
    title: Words {
        en: "The register says that something is not known",
        sv: "Registret säger att något inte är känt",
        da: "Fortegnelsen siger, at noget er ukendt",
    },
    level: Level::Info,
    law: &[Provision::Gdpr("5(2)"), Provision::Gdpr("24(1)")],
    why: Words {
        en: "A gap is honest, but it is still a gap: somebody has to find the answer.",
        sv: "En lucka är ärlig, men fortfarande en lucka: någon behöver hitta svaret.",
        da: "Et hul er ærligt, men stadig et hul: nogen skal finde svaret.",
    },
    bad: "remarks: {unknown: nobody has asked}",
    good: "remarks: [The list is complete.]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut gaps = Gaps(findings);
    case.register.municipality.clone().walk(&mut gaps);
    case.register.shared.clone().walk(&mut gaps);
    case.register.notices.values().for_each(|notice| notice.clone().walk(&mut gaps));
    case.register.activities.values().for_each(|activity| activity.clone().walk(&mut gaps));
}

struct Gaps<'f>(&'f mut Findings);

impl Visit for Gaps<'_> {
    fn text(&mut self, _: &mut Text) {}

    fn gap(&mut self, reason: &mut Text) {
        self.0.push(
            Finding::info(RULE.code, reason.at, "this is not known yet")
                .label("a gap")
                .help("find the answer and write it here"),
        );
    }

    fn term(&mut self, _: TermKind, _: &mut Word) {}

    fn reference(&mut self, _: RefKind, _: &Id) {}

    fn country(&mut self, _: &str, _: Place) {}
}
