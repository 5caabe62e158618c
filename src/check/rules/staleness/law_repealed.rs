//! `law-repealed`: a repealed law is cited.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "law-repealed",
    aliases: &["ST-01"],
    title: Words {
        en: "A law is cited that no longer holds",
        sv: "En lag som inte längre gäller åberopas",
        da: "En lov, der ikke længere gælder, anføres",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Gdpr("6(3)")],
    why: Words {
        en: "A reader who looks the law up finds that it was repealed.",
        sv: "Den som slår upp lagen ser att den är upphävd.",
        da: "Den, der slår loven op, ser, at den er ophævet.",
    },
    bad: "law: [skollagen (1985:1100) 4 kap. 7 §]",
    good: "law: [skollagen (2010:800) 10 kap. 32 §]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Law], findings);
}
