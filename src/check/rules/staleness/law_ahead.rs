//! `law-ahead`: a law is cited that is not yet in force.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::commencement;
use crate::law::provision::Provision;
use crate::model::administration::Status;
use crate::model::keys;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "law-ahead",
    aliases: &[],
    title: Words {
        en: "A law is cited that is not yet in force",
        sv: "En lag anges som ännu inte har trätt i kraft",
        da: "En lov angives, som endnu ikke er trådt i kraft",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("6(3)"), Provision::Gdpr("5(1)(a)")],
    why: Words {
        en: "A law allows nothing before the day on which it enters into force.",
        sv: "En lag ger inget stöd före den dag då den träder i kraft.",
        da: "En lov giver ingen hjemmel før den dag, den træder i kraft.",
    },
    bad: "basis: [{code: public-interest, law: skolskjutslagen (2027:100) 3 §}]",
    good: "basis: [{code: public-interest, law: skollagen (2010:800) 10 kap. 32 §}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| activity.status != Some(Status::Planned)) {
        for passage in case.passages_of(activity).iter().filter(|passage| passage.is_under(keys::LAW)) {
            let Some(law) = commencement::ahead(passage.words, case.country(), case.today) else { continue };
            let message = match law.from {
                Some(from) => {
                    say!(
                        en: "`{act}` is in force from {from} only",
                        sv: "`{act}` gäller först från {from}",
                        da: "`{act}` gælder først fra {from}",
                        act = law.act,
                        from = say::day(from),
                    )
                }
                None => {
                    say!(
                        en: "`{act}` is of a later day than {today}",
                        sv: "`{act}` är från en senare dag än {today}",
                        da: "`{act}` er fra en senere dag end {today}",
                        act = law.act,
                        today = say::day(case.today),
                    )
                }
            };
            let level = if law.is_verified { RULE.level } else { Level::Warning };
            let finding = RULE.found(passage.at, message).at_level(level);
            let finding =
                finding.label(say!(en: "not yet in force", sv: "ännu inte i kraft", da: "endnu ikke i kraft"));
            findings.push(passage.mark(
                finding.help(say!(
                    en: "name the law that holds today; what begins with the new law has `status: planned`",
                    sv: "ange den lag som gäller i dag; det som börjar med den nya lagen har `status: planned`",
                    da: "angiv den lov, der gælder i dag; det, der begynder med den nye lov, har `status: planned`",
                )),
                law.act,
            ));
        }
    }
}
