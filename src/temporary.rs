//! Names of temporary files and folders: `.ropa-` and 128 random bits in hexadecimal.

use std::io;

/// The prefix of the names. Names that begin with a dot are not part of a register.
const BEGIN: &str = ".ropa-";

/// Generates an unpredictable name.
///
/// # Errors
/// When the system provides no random numbers.
pub(crate) fn name() -> io::Result<String> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).map_err(io::Error::from)?;
    Ok(format!("{BEGIN}{:032x}", u128::from_le_bytes(bits)))
}

/// Whether [`name`] can have generated a name.
#[must_use]
pub(crate) fn is_name(name: &str) -> bool {
    let is_digit = |letter: u8| letter.is_ascii_digit() || matches!(letter, b'a'..=b'f');
    name.strip_prefix(BEGIN).is_some_and(|digits| digits.len() == 32 && digits.bytes().all(is_digit))
}
