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

/// Whether the register describes the withdrawal of consent.
#[must_use]
pub(crate) fn withdrawal_is_told(activity: &Activity) -> bool {
    activity.consent.iter().any(|consent| !matches!(consent.withdraw, Known::Unwritten))
        || !activity.consent.gaps.is_empty()
}
