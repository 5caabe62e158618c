//! `sub-processors-unlisted`: nothing says whether a processor uses sub-processors.

use crate::check::rule::{Case, Rule};
use crate::check::rules::consistency::agreement_missing::in_use;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::processor::Processor;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "sub-processors-unlisted",
    aliases: &["G-05", "T-15"],
    title: Words {
        en: "Nothing says whether a processor uses sub-processors",
        sv: "Inget sägs om ett biträde anlitar underbiträden",
        da: "Intet siges om, hvorvidt en databehandler bruger underdatabehandlere",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("28(2)"), Provision::Gdpr("28(4)")],
    why: Words {
        en: "The controller must have approved each sub-processor, and answers for where they are.",
        sv: "Den personuppgiftsansvarige ska ha godkänt varje underbiträde och svarar för var de finns.",
        da: "Den dataansvarlige skal have godkendt hver underdatabehandler og er ansvarlig for, hvor de er.",
    },
    bad: "processors: [without-list]",
    good: "processors: [molnet]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let silent = |processor: &&Processor| processor.sub_processors.is_unwritten();
    for processor in in_use(case).map(|(processor, _)| processor).filter(silent) {
        findings.push(
            RULE.found(
                processor.name.0.at,
                say!(
                    en: "nothing says whether this processor uses sub-processors",
                    sv: "inget sägs om personuppgiftsbiträdet anlitar underbiträden",
                    da: "intet siges om, hvorvidt databehandleren bruger underdatabehandlere",
                ),
            )
            .label(say!(en: "no `sub-processors`", sv: "`sub-processors` saknas", da: "`sub-processors` mangler"))
            .help(say!(
                en: "write `sub-processors:` with name and country, or `sub-processors: none`; if it is not known, `sub-processors: {{unknown: why}}`",
                sv: "skriv `sub-processors:` med namn och land, eller `sub-processors: none`; är det inte känt, `sub-processors: {{unknown: varför}}`",
                da: "skriv `sub-processors:` med navn og land, eller `sub-processors: none`; er det ukendt, `sub-processors: {{unknown: hvorfor}}`",
            )),
        );
    }
}
