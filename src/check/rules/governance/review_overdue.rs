//! `review-overdue`: the date of the next review has passed.

use crate::model::administration::Administration;
use crate::model::record::field;
use crate::model::untold::Untold;
use jiff::{Span, civil};

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::notice::Notice;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "review-overdue",
    aliases: &["G-01"],
    title: Words {
        en: "The day of the next review has passed",
        sv: "Dagen för nästa översyn har passerat",
        da: "Dagen for næste gennemgang er passeret",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(2)"), Provision::Gdpr("24(1)")],
    why: Words {
        en: "A register that nobody reviews tells what was, not what is.",
        sv: "Ett register som ingen ser över visar hur det var, inte hur det är.",
        da: "En fortegnelse, som ingen gennemgår, viser, hvordan det var, ikke hvordan det er.",
    },
    bad: "administration: {review: 2026-01-15, information: {when: vid ansökan}, class: {confidentiality: 1, integrity: 1, availability: 1}, assessment: {screened: 2026-01-15, required: no}, reference: UBN 2025/7}",
    good: "administration: {review: 2027-01-15, information: {when: vid ansökan}, class: {confidentiality: 1, integrity: 1, availability: 1}, assessment: {screened: 2026-01-15, required: no}, reference: UBN 2025/7}",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for administration in case.activities().filter_map(|activity| activity.administration.as_ref()) {
        let Some(review) = administration.review.value().filter(|review| review.day < case.today) else { continue };
        findings.push(
            RULE.found(
                administration.at,
                say!(
                    en: "the review was due on {day}",
                    sv: "översynen skulle ha gjorts den {day}",
                    da: "gennemgangen skulle være sket den {day}",
                    day = review.day,
                ),
            )
            .field(field!(Administration, review))
            .label(say!(en: "this day has passed", sv: "den dagen har passerat", da: "den dag er passeret"))
            .help(say!(
                en: "review the activity and write the day of the next review",
                sv: "se över behandlingen och skriv dagen för nästa översyn",
                da: "gennemgå behandlingen, og skriv dagen for næste gennemgang",
            )),
        );
    }
    for untold in case.activities().filter_map(|activity| activity.no_notice.as_ref()) {
        let Some(review) = untold.review.filter(|review| review.day < case.today) else { continue };
        let message = say!(
            en: "the reason why no notice tells of this activity was to be reviewed on {day}",
            sv: "skälet till att ingen informationstext behövs skulle ha setts över den {day}",
            da: "grunden til, at der ikke kræves nogen oplysningstekst, skulle have været gennemgået den {day}",
            day = review.day,
        );
        findings.push(RULE.found(untold.at, message).field(field!(Untold, review)).help(say!(
            en: "review the reason and write the day of the next review",
            sv: "se över skälet och skriv dagen för nästa översyn",
            da: "gennemgå grunden, og skriv dagen for næste gennemgang",
        )));
    }
    for notice in case.register.notices.values() {
        let Some((day, field)) = last_day(notice) else { continue };
        if day.saturating_add(Span::new().months(OLD)) >= case.today {
            continue;
        }
        let finding = RULE
            .found(
                notice.id.at,
                say!(
                    en: "this notice was last updated on {day}",
                    sv: "informationen uppdaterades senast den {day}",
                    da: "oplysningsteksten er senest opdateret den {day}",
                    day = day,
                ),
            )
            .label(say!(en: "more than two years ago", sv: "mer än två år sedan", da: "mere end to år siden"))
            .help(say!(
                en: "review the notice and its activities, and write the day in `updated:`",
                sv: "se över informationen och dess behandlingar, och skriv dagen i `updated:`",
                da: "gennemgå oplysningsteksten og dens behandlinger, og skriv dagen i `updated:`",
            ));
        findings.push(Finding { place: notice.at, ..finding.field(field) });
    }
}

/// Maximum age of a notice in months.
const OLD: i32 = 24;

/// The date of the last change of a notice, and its field.
fn last_day(notice: &Notice) -> Option<(civil::Date, &'static str)> {
    let updated = notice.updated.value().map(|date| (date.day, field!(Notice, updated)));
    updated.or_else(|| notice.valid_from.as_ref().map(|date| (date.day, field!(Notice, valid_from))))
}
