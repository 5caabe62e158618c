//! `child-unlisted`: purposes mention children, but the data subjects do not include them.

use crate::check::passage::Room;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::purpose::Purpose;
use crate::model::record::field;
use crate::register::facts::people::is_child;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "child-unlisted",
    aliases: &["C-32"],
    title: Words {
        en: "Purposes speak of children, and no child is among the data subjects",
        sv: "Ändamålen talar om barn, men inga barn finns bland de registrerade",
        da: "Formålene taler om børn, men der er ingen børn blandt de registrerede",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("30(1)(c)"), Provision::Gdpr("35(3)")],
    why: Words {
        en: "Children merit specific protection, and who is concerned must be listed.",
        sv: "Barn förtjänar särskilt skydd, och de som berörs ska anges.",
        da: "Børn bør nyde særlig beskyttelse, og de berørte skal angives.",
    },
    bad: "subjects: [applicant]\npurposes: [{what: planera elevernas resor}]",
    good: "subjects: [applicant, pupil]\npurposes: [{what: planera elevernas resor}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| !activity.subjects.items.is_empty() && !has_child(case, activity))
    {
        let mut spoken = case.passages_of(activity).iter().filter(|passage| {
            passage.is_told
                && passage.path().starts_with(&[field!(Activity, purposes)])
                && passage.field() == field!(Purpose, what)
        });
        let found = spoken.find_map(|passage| {
            Some((passage, phrase::find(phrase::Kind::Child, passage.words, passage.lang.code())?))
        });
        if let Some((passage, range)) = found {
            let words = &passage.words[range];
            findings.push(
                passage.mark(
                    RULE.found(
                        passage.at,
                        say!(
                            en: "`{words}`, but no child is among the data subjects",
                            sv: "`{words}`, men inga barn finns bland de registrerade",
                            da: "`{words}`, men der er ingen børn blandt de registrerede",
                            words = words,
                        ),
                    )
                    .label(say!(en: "a child", sv: "ett barn", da: "et barn"))
                    .related(
                        activity.subjects.at,
                        say!(en: "the data subjects", sv: "de registrerade", da: "de registrerede"),
                    )
                    .help(say!(
                        en: "add the children to `subjects:`, such as `pupil` or `child`",
                        sv: "lägg till barnen i `subjects:`, till exempel `pupil` eller `child`",
                        da: "tilføj børnene i `subjects:`, for eksempel `pupil` eller `child`",
                    )),
                    words,
                ),
            );
        }
    }
}

/// Whether the data subjects include children, by code or in words.
fn has_child(case: &Case, activity: &Activity) -> bool {
    let coded = activity.subjects.iter().filter_map(|subject| subject.who.word.code());
    let whole = case.register.whole_of(activity);
    let written = case.passages_of(activity).iter().chain(whole.map_or(&[] as &[_], |whole| case.passages_of(whole)));
    let mut spoken = written.filter(|passage| passage.room == Room::Subjects);
    coded.into_iter().any(|code| is_child(code) || code == "data-subject")
        || spoken.any(|passage| phrase::find(phrase::Kind::Child, passage.words, passage.lang.code()).is_some())
}
