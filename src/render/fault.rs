//! Errors of rendering.

use crate::error::Error;
use crate::render::Format;
use crate::say;

/// A register that cannot be written in a format.
#[must_use]
pub(super) fn unwritable(format: Format, cause: impl std::error::Error + Send + Sync + 'static) -> Error {
    let ending = format.ending();
    Error::new(say!(
        en: "the register could not be written as {ending}",
        sv: "registret kunde inte skrivas som {ending}",
        da: "fortegnelsen kunne ikke skrives som {ending}",
    ))
    .because(cause)
}
