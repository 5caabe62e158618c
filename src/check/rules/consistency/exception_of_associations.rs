//! `exception-of-associations`: an authority uses the exception for associations.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::data::ExceptionCode;
use crate::model::organisation::LegalForm;
use crate::register::facts::responsible::controllers_of;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "exception-of-associations",
    aliases: &[],
    title: Words {
        en: "An authority uses the exception for associations",
        sv: "En myndighet använder undantaget för föreningar",
        da: "En myndighed bruger undtagelsen for foreninger",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("9(2)(d)")],
    why: Words {
        en: "Article 9(2)(d) is for foundations and associations with a political, philosophical, religious or trade-union aim, about their own members.",
        sv: "Artikel 9.2 d är till för stiftelser och föreningar med politiskt, filosofiskt, religiöst eller fackligt syfte, om deras egna medlemmar.",
        da: "Artikel 9, stk. 2, litra d, er for stiftelser og foreninger med et politisk, filosofisk, religiøst eller fagforeningsmæssigt sigte, om deres egne medlemmer.",
    },
    bad: "data: [name, {items: [trade-union], exception: association}]",
    good: "data: [name, {items: [trade-union], exception: {code: social-law, law: dataskyddslagen (2018:218) 3 kap. 2 §}}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let exceptions = activity.data.iter().flat_map(|data| &data.exception);
        let mut unfit = exceptions.filter(|exception| exception.code == Some(ExceptionCode::Association)).peekable();
        let is_foundation = |form| form == Some(LegalForm::Foundation);
        if unfit.peek().is_none() || controllers_of(case.register, activity).iter().any(|one| is_foundation(one.form)) {
            continue;
        }
        findings.extend(unfit.map(|exception| {
            RULE.found(
                exception.at,
                say!(
                    en: "this exception is for associations and their members, not for a municipality",
                    sv: "undantaget är till för föreningar och deras medlemmar, inte för en kommun",
                    da: "undtagelsen er for foreninger og deres medlemmer, ikke for en kommune",
                ),
            )
            .label(say!(
                en: "not open to this controller",
                sv: "inte öppet för den personuppgiftsansvariga",
                da: "ikke åben for den dataansvarlige",
            ))
            .help(say!(
                en: "name the exception that allows it, with its law; if it is not known, `exception: {{unknown: why}}`",
                sv: "ange det undantag som tillåter behandlingen, med sin lag; är det inte känt, `exception: {{unknown: varför}}`",
                da: "angiv den undtagelse, der tillader behandlingen, med sin lov; er det ukendt, `exception: {{unknown: hvorfor}}`",
            ))
        }));
    }
}
