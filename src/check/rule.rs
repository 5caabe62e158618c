//! What a rule is, and the list of them all.

use jiff::civil;

use crate::check::rules;
use crate::finding::{Findings, Level};
use crate::model::activity::Activity;
use crate::resolve::Register;

/// A legal rule: its text and its function in one place.
pub struct Rule {
    /// The stable name: the thing, then the fault.
    pub code: &'static str,
    /// The number in the catalogue of rules, kept as another name.
    pub alias: &'static str,
    /// One line: what is wrong.
    pub title: &'static str,
    /// The usual level.
    pub level: Level,
    /// The provision.
    pub law: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// A piece of an activity, laid over a complete one, that breaks this rule and no other. Empty where the rule is
    /// about the municipality or a notice.
    pub bad: &'static str,
    /// A piece that breaks none.
    pub good: &'static str,
    /// Finds the faults.
    pub check: fn(&Case, &mut Findings),
}

/// What a rule looks at.
pub struct Case<'r> {
    /// The register.
    pub register: &'r Register,
    /// The day on which the law must hold.
    pub today: civil::Date,
}

impl<'r> Case<'r> {
    /// Every activity: each has a page and an entry of its own.
    pub fn activities(&self) -> impl Iterator<Item = &'r Activity> {
        self.register.activities.values()
    }

    /// Whether the parts of a whole say what it does not.
    #[must_use]
    pub fn has_parts(&self, activity: &Activity) -> bool {
        self.register.parts_of(activity).next().is_some()
    }
}

/// Every rule, in order of code.
pub static RULES: &[&Rule] = &[
    &rules::authority_unknown::RULE,
    &rules::automated_incomplete::RULE,
    &rules::basis_missing::RULE,
    &rules::clients_missing::RULE,
    &rules::controller_missing::RULE,
    &rules::controller_not_a_controller::RULE,
    &rules::data_missing::RULE,
    &rules::exception_without_law::RULE,
    &rules::exception_without_special::RULE,
    &rules::gap_open::RULE,
    &rules::interest_missing::RULE,
    &rules::interests_of_authority::RULE,
    &rules::joint_without_essence::RULE,
    &rules::language_missing::RULE,
    &rules::law_missing::RULE,
    &rules::notice_empty::RULE,
    &rules::obligation_missing::RULE,
    &rules::officer_missing::RULE,
    &rules::purpose_missing::RULE,
    &rules::recipients_missing::RULE,
    &rules::retention_missing::RULE,
    &rules::retention_unclear::RULE,
    &rules::retention_without_start::RULE,
    &rules::right_without_reason::RULE,
    &rules::sources_missing::RULE,
    &rules::special_without_exception::RULE,
    &rules::subjects_missing::RULE,
    &rules::transfer_incomplete::RULE,
    &rules::transfer_undeclared::RULE,
    &rules::transfers_missing::RULE,
    &rules::translation_missing::RULE,
    &rules::withdrawal_missing::RULE,
];
