//! Why the library cannot do its work. A fault in the text of a register is a [finding](crate::finding), not an error.

use std::error;
use std::fmt;
use std::sync::Arc;

use crate::say::Message;

/// What the library could not do, in each language, and its cause. What another library or the system says is a cause; it
/// stays English.
#[derive(Debug, Clone)]
pub struct Error {
    message: Message,
    kind: Kind,
    cause: Option<Arc<dyn error::Error + Send + Sync>>,
}

/// What an error comes from: another error, a message, or words in English.
pub(crate) type Cause = Box<dyn error::Error + Send + Sync>;

impl From<Message> for Cause {
    fn from(message: Message) -> Self {
        Box::new(Error::new(message))
    }
}

/// What a caller may want to know of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was to be read is not there.
    Absent,
    /// What was to be made is there already.
    Exists,
    /// Anything else.
    Other,
}

impl Error {
    /// An error that says so.
    #[must_use]
    pub fn new(message: Message) -> Self {
        Self { message, kind: Kind::Other, cause: None }
    }

    /// The same with its cause.
    #[must_use]
    pub fn because(self, cause: impl Into<Cause>) -> Self {
        Self { cause: Some(Arc::from(cause.into())), ..self }
    }

    /// The same of a kind.
    #[must_use]
    pub fn of_kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The message for people, without the cause.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Its kind.
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
