//! What rests on consent (Article 6(1)(a), Article 7, Article 9(2)(a)).

use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::data::ExceptionCode;
use crate::model::purpose::BasisCode;

/// Whether an activity rests on consent anywhere (Article 6(1)(a), Article 9(2)(a)).
#[must_use]
pub fn rests_on_consent(activity: &Activity) -> bool {
    let exceptions = activity.data.iter().flat_map(|data| &data.exception);
    activity.bases().any(|basis| basis.code == Some(BasisCode::Consent))
        || exceptions.into_iter().any(|exception| exception.code == Some(ExceptionCode::ExplicitConsent))
}

/// Whether withdrawal is told about anywhere.
#[must_use]
pub fn withdrawal_is_told(activity: &Activity) -> bool {
    activity.consent.iter().any(|consent| !matches!(consent.withdraw, Known::Unwritten))
        || !activity.consent.gaps.is_empty()
}
