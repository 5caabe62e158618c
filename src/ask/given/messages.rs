//! Why an answer file, or an answer in it, is refused.

use super::ANSWERS;
use crate::error::Error;
use crate::say;
use crate::say::Message;

/// The error for a file that does not say who answers, or when.
pub(super) fn without_head(name: &str, lacks_by: bool, lacks_day: bool) -> Option<Error> {
    match (lacks_by, lacks_day) {
        (false, false) => None,
        (true, false) => Some(Error::new(say!(
            en: "{name} does not say who answers",
            sv: "{name} anger inte vem som svarar",
            da: "{name} angiver ikke, hvem der svarer",
        ))),
        (false, true) => Some(Error::new(say!(
            en: "{name} does not say on which day it was filled in",
            sv: "{name} anger inte vilken dag det fylldes i",
            da: "{name} angiver ikke, hvilken dag det blev udfyldt",
        ))),
        (true, true) => Some(Error::new(say!(
            en: "{name} says neither who answers nor on which day it was filled in",
            sv: "{name} anger varken vem som svarar eller vilken dag det fylldes i",
            da: "{name} angiver hverken, hvem der svarer, eller hvilken dag det blev udfyldt",
        ))),
    }
}

/// Words that are no day.
pub(in crate::ask) fn no_day(text: &str) -> Message {
    say!(
        en: "“{text}” is no day: write year, month, day, such as 2026-11-21",
        sv: "”{text}” är ingen dag: skriv år, månad, dag, till exempel 2026-11-21",
        da: "»{text}« er ikke en dag: skriv år, måned, dag, for eksempel 2026-11-21",
    )
}

pub(in crate::ask) fn of_wrong_form(cause: &str) -> Message {
    say!(
        en: "the answer does not have the form of an answer {cause}",
        sv: "svaret har inte formen av ett svar {cause}",
        da: "svaret har ikke form af et svar {cause}",
        cause = if cause.is_empty() { String::new() } else { format!("({cause})") },
    )
}

/// The error for a file that is no answer file.
pub(in crate::ask) fn not_ours(name: &str) -> Error {
    Error::new(say!(
        en: "{name} is not an answer file of a form that `ropa ask` wrote",
        sv: "{name} är inte en svarsfil från ett formulär som `ropa ask` har skrivit",
        da: "{name} er ikke en svarfil fra et skema, som `ropa ask` har skrevet",
    ))
}

pub(super) fn too_many(name: &str) -> Error {
    Error::new(say!(
        en: "{name} has more than {ANSWERS} answers",
        sv: "{name} har fler än {ANSWERS} svar",
        da: "{name} har flere end {ANSWERS} svar",
    ))
}

pub(super) fn in_head(name: &str, why: &Message) -> Error {
    Error::new(say!(en: "{name}: {why}", sv: "{name}: {why}", da: "{name}: {why}", why = why.clone()))
}
