//! Whether a notice can be published as it is, or is a draft: how much of Articles 13 and 14 it answers.

use crate::model::activity::Activity;
use crate::model::consent::Consent;
use crate::model::notice::Notice;
use crate::model::organisation::{Contact, Controller};
use crate::model::{Known, List};
use crate::register::Register;
use crate::register::facts::consent::{is_voluntary, rests_on_consent, withdrawal_is_told};
use crate::register::facts::covered::{activities_of, only_grouping};
use crate::register::facts::responsible::{controllers_of, is_of_municipality, officer_of};

/// How many items that are not settled make a draft: more than one in this many.
const SHARE: usize = 5;

/// What Articles 13 and 14 ask for about activities, and how much of it is not settled.
#[derive(Default)]
struct Answers {
    all: usize,
    lacking: usize,
    /// Whether a controller's contact, a purpose or a legal basis is lacking (Article 13(1)(a) and (c)).
    lacks_essential: bool,
}

impl Answers {
    fn add(&mut self, lacks: bool) {
        self.all += 1;
        self.lacking += usize::from(lacks);
    }

    fn add_essential(&mut self, lacks: bool) {
        self.add(lacks);
        self.lacks_essential |= lacks;
    }
}

/// The notices of a register that are drafts.
pub(crate) fn drafts(register: &Register) -> Vec<&Notice> {
    let is_draft = |notice: &&Notice| is_draft(register, &activities_of(register, notice));
    register.notices.values().filter(is_draft).collect()
}

/// Whether a notice on these activities is a draft: the contact of a controller, a purpose or a legal basis is lacking, or
/// more than a fifth of the items of Articles 13 and 14, counted over the activities.
#[must_use]
pub(crate) fn is_draft(register: &Register, activities: &[&Activity]) -> bool {
    let mut answers = Answers::default();
    let groups = only_grouping(activities);
    for activity in activities.iter().filter(|activity| !groups.contains(&activity.id)) {
        count(register, activity, &mut answers);
    }
    answers.all == 0 || answers.lacks_essential || answers.lacking * SHARE > answers.all
}

fn count(register: &Register, activity: &Activity, answers: &mut Answers) {
    answers.add_essential(lacks_contact(register, activity));
    answers.add(matches!(officer_of(register, activity), Known::Gap(_)));
    answers.add_essential(lacks(&activity.purposes));
    answers.add_essential(lacks_basis(activity));
    answers.add(lacks(&activity.data));
    answers.add(lacks(&activity.sources) && activity.data.iter().all(|data| lacks(&data.from)));
    answers.add(lacks(&activity.recipients) && activity.not_disclosed.value().is_none());
    answers.add(lacks(&activity.transfers));
    answers.add(lacks(&activity.retention) || activity.retention.iter().any(|rule| rule.is_open()));
    let is_unknown = activity.obligation.iter().any(|obligation| obligation.kind.value().is_none());
    answers.add(!is_voluntary(activity) && (lacks(&activity.obligation) || is_unknown));
    answers.add(!activity.automated.gaps.is_empty());
    if rests_on_consent(activity) {
        let is_told = |consent: &Consent| consent.withdraw.value().is_some();
        answers.add(!withdrawal_is_told(activity) || !activity.consent.iter().any(is_told));
    }
}

/// Whether a list is not settled: it has a gap, or nothing is written.
fn lacks<T>(list: &List<T>) -> bool {
    !list.gaps.is_empty() || list.is_unwritten()
}

/// Whether a purpose has no legal basis.
fn lacks_basis(activity: &Activity) -> bool {
    let own = activity.purposes.iter().filter(|purpose| !purpose.basis.is_unwritten());
    let all_have_own = own.clone().count() == activity.purposes.items.len() && !activity.purposes.items.is_empty();
    own.into_iter().any(|purpose| lacks(&purpose.basis)) || !all_have_own && lacks(&activity.basis)
}

/// Whether nobody can be reached for a controller, or there is none.
fn lacks_contact(register: &Register, activity: &Activity) -> bool {
    let controllers = controllers_of(register, activity);
    let can_be_reached = |contact: &Contact| *contact != Contact::default() && contact.unknown.is_none();
    let usual = &register.municipality.contact;
    let is_reached = |controller: &&Controller| {
        can_be_reached(&controller.contact) || is_of_municipality(controller) && can_be_reached(usual)
    };
    controllers.is_empty() || !controllers.iter().all(is_reached)
}
