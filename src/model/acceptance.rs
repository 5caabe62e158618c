//! Findings that are accepted for a reason; internal.

use crate::model::Text;
use crate::model::period::Date;
use crate::model::record::record;

record! {
    /// An accepted finding, written in the record that it is about; internal.
    pub struct Acceptance(internal, en: "an acceptance", sv: "ett godtagande", da: "en accept") {
        /// The code of the rule.
        ///
        /// `rule: law-missing`
        rule: String = required,
        /// The reason.
        ///
        /// `because: utreds av kommunjuristen`
        because: Text = required,
        /// The last day on which it is accepted.
        ///
        /// `until: 2027-06-30`
        until: Option<Date>,
    }
}

record! {
    /// An entry of `accept.yaml`: a finding that is accepted, in any file; internal.
    ///
    /// `ropa check --accept` writes these entries.
    pub struct AcceptedFinding(
        internal,
        en: "an accepted finding",
        sv: "en godtagen avvikelse",
        da: "en accepteret afvigelse",
    ) {
        /// The code of the rule.
        ///
        /// `rule: ownership-unassessed`
        rule: String = required,
        /// Where the finding is: the id of an activity, a notice or another record, or the path of a file in
        /// the folder of the municipality.
        ///
        /// `in: skolskjuts`
        r#in: String = required,
        /// The text that the finding marks; without it, all findings of the rule there are accepted.
        ///
        /// `quote: US`
        quote: Option<String>,
        /// The reason.
        ///
        /// `because: utreds av kommunjuristen`
        because: Text = required,
        /// The last day on which it is accepted; an error needs one.
        ///
        /// `until: 2027-06-30`
        until: Option<Date>,
    }
}
