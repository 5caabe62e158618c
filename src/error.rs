//! The error type of the library. A fault in a register is a [finding](crate::finding), not an error.

use std::error;
use std::fmt;
use std::sync::Arc;

use crate::say::Message;

/// An error with a message in each language, and its cause. Causes from other libraries or the system stay in
/// English.
#[derive(Debug, Clone)]
pub struct Error {
    message: Message,
    kind: Kind,
    cause: Option<Arc<dyn error::Error + Send + Sync>>,
}

/// The cause of an error: another error, a message, or a string in English.
pub(crate) type Cause = Box<dyn error::Error + Send + Sync>;

impl From<Message> for Cause {
    fn from(message: Message) -> Self {
        Box::new(Error::new(message))
    }
}

/// What a caller may need to distinguish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The input does not exist.
    Absent,
    /// The output exists already.
    Exists,
    /// Anything else.
    Other,
}

impl Error {
    /// Creates an error.
    #[must_use]
    pub fn new(message: Message) -> Self {
        Self { message, kind: Kind::Other, cause: None }
    }

    /// Adds the cause.
    #[must_use]
    pub fn because(self, cause: impl Into<Cause>) -> Self {
        Self { cause: Some(Arc::from(cause.into())), ..self }
    }

    /// Sets the kind.
    #[must_use]
    pub fn of_kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The message for people, without the cause.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.message.en)
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::io;

    use super::{Error, Kind};
    use crate::say;

    #[test]
    fn an_error_says_itself_in_each_language_and_keeps_its_cause() {
        let cause = io::Error::other("the disk is full");
        let error = Error::new(say!(en: "no", sv: "nej", da: "nej")).of_kind(Kind::Exists).because(cause);
        assert_eq!((error.to_string().as_str(), error.message().sv.as_str()), ("no", "nej"));
        assert_eq!(error.kind(), Kind::Exists);
        assert_eq!(error.source().unwrap().to_string(), "the disk is full");
        let outer = Error::new(say!(en: "so", sv: "så", da: "så")).because(error);
        assert!(outer.source().unwrap().is::<Error>());
    }
}
