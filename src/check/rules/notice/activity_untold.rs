//! `activity-untold`: an active activity is in no notice, and no exemption is declared.

use crate::check::rule::IN_THIS_ACTIVITY;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::administration::Status;
use crate::register::facts::covered::activities_of;
use crate::register::phase::Origin;
use crate::say;
use crate::say::Words;
use rustc_hash::FxHashSet;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "activity-untold",
    aliases: &[],
    title: Words {
        en: "An activity is in no notice",
        sv: "En behandling finns inte med i någon informationstext",
        da: "En behandling er ikke med i nogen oplysningstekst",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("13(1)"), Provision::Gdpr("14(1)"), Provision::Gdpr("13(4)"), Provision::Gdpr("14(5)")],
    why: Words {
        en: "Everybody whose data are processed must be told, unless the law exempts the controller; what no notice covers disappears in silence.",
        sv: "Alla vars uppgifter behandlas ska informeras, om inte lagen gör undantag; en behandling som ingen informationstext omfattar förblir okänd.",
        da: "Alle, hvis oplysninger behandles, skal underrettes, medmindre loven gør undtagelse; en behandling, som ingen oplysningstekst omfatter, forbliver ukendt.",
    },
    bad: "",
    good: "",
    check,
};

/// Minimum number of activities for a single finding about a register without notices.
const MANY: usize = 4;

fn check(case: &Case, findings: &mut Findings) {
    let told = Told::of(case);
    let untold: Vec<&Activity> = case.activities().filter(|activity| told.lacks(case, activity)).collect();
    let help = || {
        say!(
            en: "name it in `activities:` of a notice; where no notice is needed, write `no-notice:` with its law (Article 13(4), Article 14(5))",
            sv: "ange den i `activities:` i en informationstext; behövs ingen, skriv `no-notice:` med sitt lagrum (artikel 13.4, artikel 14.5)",
            da: "angiv den i `activities:` i en oplysningstekst; kræves der ingen, så skriv `no-notice:` med sin hjemmel (artikel 13, stk. 4, artikel 14, stk. 5)",
        )
    };
    if case.register.notices.is_empty() && untold.len() >= MANY {
        let message = say!(
            en: "there is no notice, and {count} activities need one",
            sv: "det finns ingen informationstext, och {count} behandlingar behöver en",
            da: "der er ingen oplysningstekst, og {count} behandlinger kræver en",
            count = untold.len(),
        );
        findings.push(RULE.found(case.register.municipality.name.at, message).help(help()));
        return;
    }
    for activity in untold {
        let message = say!(
            en: "no notice covers `{id}`, and no exemption is declared",
            sv: "ingen informationstext omfattar `{id}`, och inget undantag är angivet",
            da: "ingen oplysningstekst omfatter `{id}`, og ingen undtagelse er angivet",
            id = activity.id,
        );
        findings.push(RULE.found(activity.id.at, message).label(IN_THIS_ACTIVITY).help(help()));
    }
}

/// Which activities are told, and of which wholes a part is.
struct Told<'r> {
    activities: FxHashSet<&'r Id>,
    wholes: FxHashSet<&'r Id>,
}

impl<'r> Told<'r> {
    fn of(case: &Case<'r>) -> Self {
        let notices = case.register.notices.values();
        let named = notices.flat_map(|notice| activities_of(case.register, notice)).map(|activity| &activity.id);
        let activities: FxHashSet<&Id> = named.collect();
        let is_told = |part: &&Activity| activities.contains(&part.id) || !needs_notice(part);
        let wholes = case.activities().filter(is_told).filter_map(|part| part.part_of.as_ref()).map(|whole| &whole.id);
        let wholes = wholes.collect();
        Self { activities, wholes }
    }

    /// Whether an activity needs a notice and is in none. Parts speak for their whole, unless it has purposes that none
    /// of them takes over; a whole of which nothing is told speaks for its parts.
    fn lacks(&self, case: &Case, activity: &Activity) -> bool {
        if self.activities.contains(&activity.id) || !needs_notice(activity) {
            return false;
        }
        if let Some(whole) = case.register.whole_of(activity) {
            return self.wholes.contains(&whole.id) && whole.no_notice.is_none() && !exception_is_declared(whole);
        }
        if !case.has_parts(activity) || !self.wholes.contains(&activity.id) {
            return true;
        }
        let takes_over = |part: &Activity| case.complete.origin(part, |part| &part.purposes) == Origin::Inherited;
        !activity.purposes.items.is_empty() && !case.register.parts_of(activity).any(takes_over)
    }
}

/// Whether people must be told of an activity: it is the controller's, it is carried out, and no exemption is declared.
fn needs_notice(activity: &Activity) -> bool {
    let is_idle = matches!(activity.status, Some(Status::Planned | Status::Ended));
    !activity.is_processing_for_others() && !is_idle && activity.no_notice.is_none() && !exception_is_declared(activity)
}

/// Whether the administration names the exception that applies.
fn exception_is_declared(activity: &Activity) -> bool {
    let information = activity.administration.as_ref().and_then(|own| own.information.as_ref());
    information.is_some_and(|information| information.exception.value().is_some())
}
