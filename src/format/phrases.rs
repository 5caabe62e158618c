//! Sentences that several readers use.

use crate::say;
use crate::say::{Message, Words};

/// The question whether the nearest name was meant.
#[must_use]
pub(crate) fn did_you_mean(near: &str) -> Message {
    say!(en: "did you mean `{near}`?", sv: "menade du `{near}`?", da: "mente du `{near}`?")
}

/// The message that `written` is not a valid `what`.
#[must_use]
pub(crate) fn is_not(written: &str, what: Words) -> Message {
    say!(
        en: "`{written}` is not {what}",
        sv: "`{written}` är inte {what}",
        da: "`{written}` er ikke {what}",
        what = what,
    )
}

/// The help if only one text can be right.
#[must_use]
pub(crate) fn write_this(right: &str) -> Message {
    say!(en: "write `{right}`", sv: "skriv `{right}`", da: "skriv `{right}`")
}
