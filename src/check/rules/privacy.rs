//! Rules on the register's own data protection.

pub mod account_written;
pub mod identity_number_written;
pub mod mailbox_personal;
pub mod mailbox_private;
pub mod person_exemplified;
pub mod personal_number_written;
pub mod phone_private;
pub mod secret_written;
pub mod security_detail_public;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &account_written::RULE,
    &identity_number_written::RULE,
    &mailbox_personal::RULE,
    &mailbox_private::RULE,
    &person_exemplified::RULE,
    &personal_number_written::RULE,
    &phone_private::RULE,
    &secret_written::RULE,
    &security_detail_public::RULE,
];
