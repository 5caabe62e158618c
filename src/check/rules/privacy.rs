//! Rules on personal data and secrets in the register itself.

pub(crate) mod account_written;
pub(crate) mod identity_number_public;
pub(crate) mod identity_number_written;
pub(crate) mod mailbox_personal;
pub(crate) mod mailbox_private;
pub(crate) mod person_exemplified;
pub(crate) mod personal_number_written;
pub(crate) mod phone_private;
pub(crate) mod secret_written;
pub(crate) mod security_detail_public;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &account_written::RULE,
    &identity_number_public::RULE,
    &identity_number_written::RULE,
    &mailbox_personal::RULE,
    &mailbox_private::RULE,
    &person_exemplified::RULE,
    &personal_number_written::RULE,
    &phone_private::RULE,
    &secret_written::RULE,
    &security_detail_public::RULE,
];
