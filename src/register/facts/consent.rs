//! Processing based on consent (Article 6(1)(a), Article 7, Article 9(2)(a)).

use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::data::ExceptionCode;
use crate::model::purpose::BasisCode;
use crate::steps;

/// Whether an activity is based on consent anywhere (Article 6(1)(a), Article 9(2)(a)).
#[must_use]
pub(crate) fn rests_on_consent(activity: &Activity) -> bool {
    activity.bases().inspect(|_| steps::count(1)).any(|basis| basis.code == Some(BasisCode::Consent))
        || consents_to_special(activity)
}

/// Whether some data are based on explicit consent (Article 9(2)(a)).
#[must_use]
pub(crate) fn consents_to_special(activity: &Activity) -> bool {
    let mut exceptions = activity.data.iter().inspect(|_| steps::count(1)).flat_map(|data| &data.exception);
    exceptions.any(|exception| exception.code == Some(ExceptionCode::ExplicitConsent))
}

/// Whether giving the data is voluntary because consent is the only basis (Article 7(4)); `false` where the activity
/// says something else, or a basis is not known.
#[must_use]
pub(crate) fn is_voluntary(activity: &Activity) -> bool {
    let says = activity.obligation.iter().any(|obligation| obligation.kind.value().is_some());
    let purposes = activity.purposes.iter().filter(|purpose| !purpose.basis.is_unwritten());
    let is_known = activity.basis.gaps.is_empty() && purposes.clone().all(|purpose| purpose.basis.gaps.is_empty());
    let all_have = !activity.basis.items.is_empty()
        || !activity.purposes.items.is_empty() && purposes.count() == activity.purposes.items.len();
    let mut bases = activity.bases().peekable();
    let has_bases = bases.peek().is_some();
    !says && is_known && all_have && has_bases && bases.all(|basis| basis.code == Some(BasisCode::Consent))
}

/// Whether the register describes the withdrawal of consent.
#[must_use]
pub(crate) fn withdrawal_is_told(activity: &Activity) -> bool {
    activity.consent.iter().any(|consent| !matches!(consent.withdraw, Known::Unwritten))
        || !activity.consent.gaps.is_empty()
}
