//! Names of temporary files and folders: `.ropa-` and 128 random bits in hexadecimal digits.

use std::io;

/// How the names begin. Names that begin with a dot are no part of a register.
const BEGIN: &str = ".ropa-";

/// A name that nobody can foresee.
///
/// # Errors
/// When the system gives no random numbers.
pub(crate) fn name() -> io::Result<String> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).map_err(io::Error::from)?;
    Ok(format!("{BEGIN}{:032x}", u128::from_le_bytes(bits)))
}

/// Whether [`name`] can have made a name.
#[must_use]
pub(crate) fn is_name(name: &str) -> bool {
    let is_digit = |letter: u8| letter.is_ascii_digit() || matches!(letter, b'a'..=b'f');
    name.strip_prefix(BEGIN).is_some_and(|digits| digits.len() == 32 && digits.bytes().all(is_digit))
}
