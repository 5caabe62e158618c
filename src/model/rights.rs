//! What a register adds to the rights of data subjects.

use crate::model::law::Law;
use crate::model::record::{codes, record};
use crate::model::{Known, List, Text};

codes! {
    /// A right of the data subject (Articles 15–22, 7(3), 77).
    pub enum Right(en: "a right", sv: "en rättighet", da: "en rettighed") {
        /// Article 15.
        Access = "access",
        /// Article 16.
        Rectification = "rectification",
        /// Article 17.
        Erasure = "erasure",
        /// Article 18.
        Restriction = "restriction",
        /// Article 20.
        Portability = "portability",
        /// Article 21.
        Objection = "objection",
        /// Article 22.
        HumanDecision = "human-decision",
        /// All rights: how to exercise them in general.
        All = "all",
    }
}

codes! {
    /// Whether a right applies, if national law differs from the table of legal bases.
    pub enum Applies(
        en: "whether a right applies",
        sv: "ett svar på om en rättighet gäller",
        da: "et svar på, om en rettighed gælder",
    ) {
        /// It applies.
        Yes = "yes",
        /// It does not apply.
        No = "no",
        /// It applies with limits.
        Limited = "limited",
    }
}

record! {
    /// What the register adds to a right: how to exercise it, its limits, national exceptions.
    pub struct RightNote(
        en: "a note on a right",
        sv: "en notering om en rättighet",
        da: "en note om en rettighed",
    ) {
        /// The right.
        ///
        /// `right: access`
        right: Option<Right> = required,
        /// Whether it applies, if not as derived from the legal bases; needs `because`.
        ///
        /// `applies: no`
        applies: Option<Applies>,
        /// Why it applies or not.
        ///
        /// `because: patientdatalagen tillåter behandling även om du motsätter dig den`
        because: Known<Text> = second_gap,
        /// The law that this is based on.
        ///
        /// `law: patientdatalagen (2008:355) 2 kap. 2 §`
        law: List<Law>,
        /// How to exercise it.
        ///
        /// `how: [kommunens e-tjänst med e-legitimation]`
        how: List<Text>,
        /// Its limits.
        ///
        /// `limits: [en allmän handling kan inte raderas]`
        limits: List<Text>,
        /// Explanations for the reader.
        ///
        /// `remarks: [Kallas ofta registerutdrag.]`
        remarks: List<Text>,
    }
}
