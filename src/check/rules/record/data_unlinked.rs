//! `data-unlinked`: several subjects, recipients or retention rules, and none says which data it applies to.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "data-unlinked",
    aliases: &["A30-16"],
    title: Words {
        en: "Nothing links the data to whom they concern, who gets them or how long they are kept",
        sv: "Inget kopplar uppgifterna till vem de rör, vem som får dem eller hur länge de sparas",
        da: "Intet knytter oplysningerne til, hvem de vedrører, hvem der får dem, eller hvor længe de opbevares",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("30(1)(c)"), Provision::Gdpr("30(1)(d)"), Provision::Gdpr("30(1)(f)")],
    why: Words {
        en: "A register that lists without linking does not let a person or an auditor see who gets what, and for how long.",
        sv: "Ett register som räknar upp utan att koppla låter varken den registrerade eller granskaren se vem som får vad, och hur länge.",
        da: "En fortegnelse, der opregner uden at forbinde, lader hverken den registrerede eller tilsynet se, hvem der får hvad, og hvor længe.",
    },
    bad: "subjects: [pupil, guardian, sibling]\ndata: [name, address, school, phone]\nrecipients: [taxibolaget, police]",
    good: "subjects: [pupil, guardian, sibling]\ndata: [{id: identitet, items: [name, address, school, phone], about: [pupil]}]\nrecipients: [{to: taxibolaget, data: [identitet]}, police]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in missing::single(case) {
        let is_wide = activity.data.iter().map(|data| data.items.items.len()).sum::<usize>() > 3;
        let subjects = activity.subjects.items.len() > 1 && activity.data.iter().all(|data| data.about.is_unwritten());
        let recipients = activity.recipients.items.len() > 1
            && activity.recipients.iter().all(|to| to.data.is_unwritten() && to.why.is_unwritten());
        let retention = activity.retention.iter().all(|rule| rule.data.is_unwritten() && rule.of.items.len() <= 1);
        if is_wide && subjects && recipients && retention {
            findings.push(
                RULE.found(
                    activity.data.at,
                    say!(
                        en: "several data subjects and recipients, and nothing says which data concern or reach whom",
                        sv: "flera registrerade och mottagare, men det framgår inte vem uppgifterna rör och vem som får dem",
                        da: "flere registrerede og modtagere, men det fremgår ikke, hvem oplysningerne vedrører, og hvem der får dem",
                    ),
                )
                .label(say!(en: "no `about`", sv: "`about` saknas", da: "`about` mangler"))
                .related(activity.recipients.at, say!(en: "no `data`", sv: "`data` saknas", da: "`data` mangler"))
                .help(say!(
                    en: "give the data an `id:`, write `about:` beside them, and `data:` beside each recipient",
                    sv: "ge uppgifterna ett `id:`, skriv `about:` vid dem och `data:` vid varje mottagare",
                    da: "giv oplysningerne et `id:`, skriv `about:` ved dem og `data:` ved hver modtager",
                )),
            );
        }
    }
}
