//! `further-use-untested`: a further use without a compatibility test.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "further-use-untested",
    aliases: &["C-33"],
    title: Words {
        en: "A further use has no compatibility test",
        sv: "En ytterligare användning anges utan prövning av om den är förenlig",
        da: "En viderebehandling er angivet uden vurdering af, om den er forenelig",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("6(4)"), Provision::Gdpr("13(3)")],
    why: Words {
        en: "Data may be used for another purpose only if it is compatible with the first one, or law or consent allows it.",
        sv: "Uppgifter får användas för ett annat ändamål bara om det är förenligt med det första, eller lag eller samtycke tillåter det.",
        da: "Oplysninger må kun bruges til et andet formål, hvis det er foreneligt med det første, eller lov eller samtykke tillader det.",
    },
    bad: "purposes: [{what: planera resorna}, {what: följa upp resorna, further: yes}]",
    good: "purposes: [{what: planera resorna}, {what: följa upp resorna, further: yes, compatible: sammanhanget är detsamma}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let purposes = case.activities().flat_map(|activity| &activity.purposes);
    for purpose in purposes.filter(|purpose| purpose.further.0 && purpose.compatible.is_unwritten()) {
        findings.push(
            RULE.found(
                purpose.at,
                say!(
                    en: "nothing says why this further use is compatible",
                    sv: "inget sägs om varför den ytterligare användningen är förenlig",
                    da: "intet siges om, hvorfor viderebehandlingen er forenelig",
                ),
            )
            .label(say!(en: "no `compatible`", sv: "`compatible` saknas", da: "`compatible` mangler"))
            .help(say!(
                en: "write `compatible:` with the result of the test; if there is none, `compatible: {{unknown: why}}`",
                sv: "skriv `compatible:` med prövningens resultat; finns ingen, `compatible: {{unknown: varför}}`",
                da: "skriv `compatible:` med vurderingens resultat; findes ingen, `compatible: {{unknown: hvorfor}}`",
            )),
        );
    }
}
