//! `identity-number-public`: national identification numbers are disclosed to the public.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::flow::{Disclosure, Duty};
use crate::model::shared::RecipientKind;
use crate::register::Register;
use crate::register::facts::special::is_identity_number;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "identity-number-public",
    aliases: &[],
    title: Words {
        en: "National identification numbers are disclosed to the public",
        sv: "Personnummer lämnas till allmänheten",
        da: "CPR-numre videregives til offentligheden",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[
        Provision::Gdpr("87"),
        Provision::National("SE", "3 kap. 10 § dataskyddslagen (2018:218)"),
        Provision::National("DK", "databeskyttelseslovens § 11, stk. 3"),
    ],
    why: Words {
        en: "A number that identifies a person for life is published only where the law allows it: in Denmark with consent, in Sweden where it is clearly justified.",
        sv: "Ett nummer som identifierar en person hela livet offentliggörs bara där lagen tillåter det: i Danmark med samtycke, i Sverige när det är klart motiverat.",
        da: "Et nummer, der identificerer en person hele livet, offentliggøres kun, hvor loven tillader det: i Danmark med samtykke, i Sverige når det er klart begrundet.",
    },
    bad: "recipients: [{to: public, data: [identitet]}]",
    good: "recipients: [{to: public, data: [onskemal]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let disclosures = activity.recipients.iter().filter(|to| is_public(case.register, to));
        for disclosure in disclosures.filter(|to| to.by != Known::Value(Duty::Consent) && to.law.is_unwritten()) {
            let Some(term) =
                disclosure.data.iter().find(|term| has_number(activity, term.word.key(), term.word.code()))
            else {
                continue;
            };
            findings.push(
                RULE.found(
                    term.at(),
                    say!(
                        en: "identification numbers go to the public",
                        sv: "personnummer lämnas till allmänheten",
                        da: "CPR-numre gives til offentligheden",
                    ),
                )
                .label(say!(en: "includes the number", sv: "omfattar numret", da: "omfatter nummeret"))
                .help(say!(
                    en: "leave the number out; where the persons consent, `by: consent`; where a law allows it, `law:`",
                    sv: "utelämna numret; samtycker personerna, `by: consent`; tillåter en lag det, `law:`",
                    da: "udelad nummeret; giver personerne samtykke, `by: consent`; tillader en lov det, `law:`",
                )),
            );
        }
    }
}

/// Whether anybody can be the recipient.
fn is_public(register: &Register, disclosure: &Disclosure) -> bool {
    let word = &disclosure.to.word;
    let recipient = word.key().and_then(|key| register.shared.recipients.by_name(key));
    word.code() == Some("public") || recipient.is_some_and(|recipient| recipient.kind == Some(RecipientKind::Public))
}

/// Whether a term means an identification number: its code, or data of the activity with one among them.
fn has_number(activity: &Activity, key: Option<&str>, code: Option<&str>) -> bool {
    let named = activity.data.iter().find(|data| data.id.as_ref().is_some_and(|id| Some(id.as_str()) == key));
    let mut items = named.into_iter().flat_map(|data| &data.items);
    code.is_some_and(is_identity_number) || items.any(|item| item.word.code().is_some_and(is_identity_number))
}
