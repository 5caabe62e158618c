//! `consolidation-superseded`: a Danish consolidated act is cited that is more than five years old.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "consolidation-superseded",
    aliases: &["ST-07"],
    title: Words {
        en: "An old consolidation of an act is cited",
        sv: "En gammal konsolidering av en lag åberopas",
        da: "En gammel lovbekendtgørelse er citeret",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(d)"), Provision::Gdpr("13(1)(c)")],
    why: Words {
        en: "Danish acts are consolidated anew every few years; an old number leads the reader to a text that no longer holds.",
        sv: "Danska lagar konsolideras på nytt vart några år; ett gammalt nummer leder läsaren till en text som inte längre gäller.",
        da: "Danske love bekendtgøres på ny hvert par år; et gammelt nummer fører læseren til en tekst, der ikke længere gælder.",
    },
    bad: "law: dagtilbudsloven (LBK nr 1214 af 11/10/2018)",
    good: "law: dagtilbudsloven",
    check,
};

/// Maximum age of a consolidated act in years.
const YEARS: i16 = 5;

static CONSOLIDATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:\bLBK|lovbekendtgørelse)\b[^.;]{0,12}?\d+\s*(?:af|fra|/)[^.;]{0,20}?((?:19|20)\d{2})").ok()
});

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.is_told && passage.has_digits()) {
        let cited = CONSOLIDATION.iter().flat_map(|pattern| pattern.captures_iter(passage.words));
        let old = cited.filter_map(|found| Some((found.get(0)?.as_str(), found.get(1)?.as_str().parse::<i16>().ok()?)));
        for (cited, _) in old.filter(|(_, year)| year + YEARS < case.today.year()) {
            findings.push(
                passage.mark(
                    RULE.found(
                        passage.at,
                        say!(
                            en: "`{cited}` is more than five years old",
                            sv: "`{cited}` är mer än fem år gammal",
                            da: "`{cited}` er mere end fem år gammel",
                            cited = cited,
                        ),
                    )
                    .label(say!(en: "probably superseded", sv: "troligen ersatt", da: "formentlig afløst"))
                    .help(say!(
                        en: "look up the present consolidation, or cite the act by its name alone",
                        sv: "slå upp den gällande konsolideringen, eller ange bara lagens namn",
                        da: "slå den gældende lovbekendtgørelse op, eller citer loven alene ved navn",
                    )),
                    cited,
                ),
            );
        }
    }
}
