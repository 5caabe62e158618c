//! Rules on the register's own data protection.

pub mod mailbox_personal;
pub mod mailbox_private;
pub mod personal_number_written;
pub mod secret_written;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] =
    &[&mailbox_personal::RULE, &mailbox_private::RULE, &personal_number_written::RULE, &secret_written::RULE];
