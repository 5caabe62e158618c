//! Keys of a parent activity that its children can inherit.

use crate::model::activity::Activity;
use crate::model::record::codes;

codes! {
    /// A key that a child can inherit from its parent.
    pub enum Inherited(
        en: "a key that a child can inherit",
        sv: "en nyckel som kan gälla även för en del",
        da: "en nøgle, der også kan gælde for en del",
    ) {
        /// The kind of record.
        Record = "record",
        /// The status.
        Status = "status",
        /// The controllers on whose behalf it is carried out.
        OnBehalfOf = "on-behalf-of",
        /// The categories of processing on their behalf.
        Services = "services",
        /// The data subjects.
        Subjects = "subjects",
        /// The legal bases.
        Basis = "basis",
        /// The laws.
        Law = "law",
        /// The data.
        Data = "data",
        /// The sources.
        Sources = "sources",
        /// The recipients.
        Recipients = "recipients",
        /// Who does not receive the data.
        NotDisclosed = "not-disclosed",
        /// The processors.
        Processors = "processors",
        /// The systems.
        Systems = "systems",
        /// The transfers.
        Transfers = "transfers",
        /// The retention rules.
        Retention = "retention",
        /// The consents.
        Consent = "consent",
        /// Whether the data must be provided.
        Obligation = "obligation",
        /// The rights.
        Rights = "rights",
        /// The KLE numbers.
        Kle = "kle",
        /// The security measures.
        Measures = "measures" internal,
        /// Administrative data.
        Administration = "administration" internal,
    }
}

impl Inherited {
    /// Whether an activity writes the key itself.
    #[must_use]
    pub fn is_written(self, activity: &Activity) -> bool {
        match self {
            Self::Record => activity.record.is_some(),
            Self::Status => activity.status.is_some(),
            Self::OnBehalfOf => !activity.on_behalf_of.is_unwritten(),
            Self::Services => !activity.services.is_unwritten(),
            Self::Subjects => !activity.subjects.is_unwritten(),
            Self::Basis => !activity.basis.is_unwritten(),
            Self::Law => !activity.law.is_unwritten(),
            Self::Data => !activity.data.is_unwritten(),
            Self::Sources => !activity.sources.is_unwritten(),
            Self::Recipients => !activity.recipients.is_unwritten(),
            Self::NotDisclosed => !activity.not_disclosed.is_unwritten(),
            Self::Processors => !activity.processors.is_unwritten(),
            Self::Systems => !activity.systems.is_unwritten(),
            Self::Transfers => !activity.transfers.is_unwritten(),
            Self::Retention => !activity.retention.is_unwritten(),
            Self::Consent => !activity.consent.is_unwritten(),
            Self::Obligation => !activity.obligation.is_unwritten(),
            Self::Rights => !activity.rights.is_unwritten(),
            Self::Kle => !activity.kle.is_unwritten(),
            Self::Measures => !activity.measures.is_unwritten(),
            Self::Administration => activity.administration.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Inherited;
    use crate::format::read::Record;
    use crate::model::activity::{Activity, Listed};

    #[test]
    fn every_key_is_a_key_of_an_activity() {
        let listed = Listed::ALL.iter().map(|listed| listed.key());
        for key in Inherited::ALL.iter().map(|key| key.key()).chain(listed) {
            assert!(Activity::KEYS.iter().any(|known| known.is(key)), "{key}");
        }
    }
}
