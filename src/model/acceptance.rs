//! Findings that are accepted for a reason; internal.

use crate::model::Text;
use crate::model::period::Date;
use crate::model::record::record;

record! {
    /// A finding that is accepted beside the record it is about; internal.
    pub struct Acceptance(internal, en: "an acceptance", sv: "ett godtagande", da: "en accept") {
        /// The code of the rule.
        ///
        /// `rule: law-missing`
        rule: String = required,
        /// Why.
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
    /// An entry of `accept.yaml`: a finding that is accepted, in whatever file it is; internal.
    ///
    /// `ropa check --accept` writes such entries.
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
        /// Where it is found: the id of an activity, of a notice or of anything else that has one, or a file below
        /// the folder of the municipality.
        ///
        /// `in: skolskjuts`
        r#in: String = required,
        /// The words that the report marks; without them, everything that the rule finds there is accepted.
        ///
        /// `quote: US`
        quote: Option<String>,
        /// Why.
        ///
        /// `because: utreds av kommunjuristen`
        because: Text = required,
        /// The last day on which it is accepted; an error needs one.
        ///
        /// `until: 2027-06-30`
        until: Option<Date>,
    }
}
