//! `made-public-nowhere`: data are said to be made public by the person, and no source is public.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::{Activity, Listed};
use crate::model::data::{Data, ExceptionCode};
use crate::model::flow::Origin;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "made-public-nowhere",
    aliases: &[],
    title: Words {
        en: "Data are said to be made public, and no source is public",
        sv: "Uppgifter sägs vara offentliggjorda, men ingen källa är offentlig",
        da: "Oplysninger siges at være offentliggjort, men ingen kilde er offentlig",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("9(2)(e)")],
    why: Words {
        en: "Article 9(2)(e) needs an act by which the person made the data public; what is told to an authority or fetched from a register is not public.",
        sv: "Artikel 9.2 e kräver att den registrerade själv tydligt har offentliggjort uppgifterna; det som lämnas till en myndighet eller hämtas ur ett register är inte offentliggjort.",
        da: "Artikel 9, stk. 2, litra e, kræver, at den registrerede selv tydeligt har offentliggjort oplysningerne; det, der gives til en myndighed eller hentes i et register, er ikke offentliggjort.",
    },
    bad: "data: [name, {items: [political-opinions], exception: made-public}]",
    good: "data: [name, {items: [political-opinions], exception: made-public, from: [{from: public-sources, public: yes}]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for data in activity.data.iter().filter(|data| !may_be_public(activity, data)) {
            for exception in data.exception.iter().filter(|exception| exception.code == Some(ExceptionCode::MadePublic))
            {
                findings.push(
                    RULE.found(
                        exception.at,
                        say!(
                            en: "none of the sources of these data is public",
                            sv: "ingen av uppgifternas källor är offentlig",
                            da: "ingen af oplysningernes kilder er offentlig",
                        ),
                    )
                    .label(say!(en: "made public where?", sv: "offentliggjorda var?", da: "offentliggjort hvor?"))
                    .help(say!(
                        en: "write the public source with `public: yes`, or another exception",
                        sv: "skriv den offentliga källan med `public: yes`, eller ett annat undantag",
                        da: "skriv den offentlige kilde med `public: yes`, eller en anden undtagelse",
                    )),
                );
            }
        }
    }
}

/// Whether data may come from a public source: one is declared, or the sources are not known.
fn may_be_public(activity: &Activity, data: &Data) -> bool {
    let list = if data.from.is_unwritten() { &activity.sources } else { &data.from };
    list.items.is_empty()
        || !list.gaps.is_empty()
        || activity.may_have_more(Listed::Sources)
        || list.iter().any(is_public)
}

fn is_public(source: &Origin) -> bool {
    let code = source.from.word.code();
    source.public.0 || matches!(code, Some("public-sources" | "social-media" | "news-media"))
}
