//! Findings about invalid or unused acceptances.

use crate::check::rules;
use crate::finding::{Finding, Place};
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::model::acceptance::AcceptedFinding;
use crate::model::keys;
use crate::model::record::field;
use crate::say;
use crate::say::Message;

/// The rule does not exist.
pub(super) fn unknown_rule(rule: &str, at: Place) -> Finding {
    let message = say!(
        en: "there is no rule `{rule}`",
        sv: "det finns ingen regel `{rule}`",
        da: "der er ingen regel `{rule}`",
    );
    let finding = Finding::error("rule-unknown", at, message).field(field!(AcceptedFinding, rule));
    match nearest(rule, rules::all().map(|known| known.code)) {
        Some(near) => finding.label(did_you_mean(near)),
        None => finding.help(say!(
            en: "the code of a finding is in brackets in its first line: `warning[law-missing]`",
            sv: "regelns kod står inom hakparentes på den första raden: `varning[law-missing]`",
            da: "reglens kode står i kantet parentes på den første linje: `advarsel[law-missing]`",
        )),
    }
}

/// An error is accepted without a last day.
pub(super) fn without_day(rule: &str, at: Place) -> Finding {
    let message = say!(
        en: "`{rule}` is an error: accept it until a day",
        sv: "`{rule}` är ett fel: godta det till en viss dag",
        da: "`{rule}` er en fejl: acceptér den til en bestemt dag",
    );
    Finding::error("acceptance-without-day", at, message).help(say!(
        en: "write `until:` with the day by which it will be fixed",
        sv: "skriv `until:` med den dag då felet ska vara rättat",
        da: "skriv `until:` med den dag, hvor fejlen skal være rettet",
    ))
}

/// Its last day has passed.
pub(super) fn expired(rule: &str, at: Place) -> Finding {
    let message = say!(
        en: "the acceptance of `{rule}` has passed its last day",
        sv: "godtagandet av `{rule}` har passerat sin sista dag",
        da: "accepten af `{rule}` har passeret sin sidste dag",
    );
    Finding::warning("acceptance-expired", at, message).field(keys::UNTIL).help(say!(
        en: "fix the fault, or decide again and write another day",
        sv: "rätta det som regeln gäller, eller besluta på nytt och skriv en annan dag",
        da: "ret det, reglen handler om, eller beslut på ny, og skriv en anden dag",
    ))
}

/// The place does not exist.
pub(super) fn nowhere(name: &str, near: Option<&str>, at: Place) -> Finding {
    let message = say!(
        en: "there is no file `{name}` in this municipality, and nothing has that id",
        sv: "det finns ingen fil `{name}` i kommunen, och inget har det id:t",
        da: "der er ingen fil `{name}` i kommunen, og intet har det id",
    );
    let finding = unused(message, at).field(field!(AcceptedFinding, r#in));
    match near {
        Some(near) => finding.label(did_you_mean(near)),
        None => finding.help(say!(
            en: "write an id, or a path below the folder of the municipality, or remove the acceptance",
            sv: "skriv ett id eller en sökväg under kommunens mapp, eller ta bort godtagandet",
            da: "skriv et id eller en sti under kommunens mappe, eller fjern accepten",
        )),
    }
}

/// The rule has no finding in the record of the acceptance.
pub(super) fn unused_here(rule: &str, at: Place) -> Finding {
    let message = say!(
        en: "nothing here breaks `{rule}`",
        sv: "inget här bryter mot `{rule}`",
        da: "intet her bryder `{rule}`",
    );
    unused(message, at)
}

/// The rule has no finding in the place that the acceptance names.
pub(super) fn unused_in(rule: &str, place: &str, at: Place) -> Finding {
    let message = say!(
        en: "nothing in `{place}` breaks `{rule}`",
        sv: "inget i `{place}` bryter mot `{rule}`",
        da: "intet i `{place}` bryder `{rule}`",
    );
    unused(message, at)
}

/// The rule marks another text than the one quoted.
pub(super) fn marked_otherwise(rule: &str, place: &str, marked: &str, at: Place) -> Finding {
    let message = say!(
        en: "what `{rule}` finds in `{place}` is not what is quoted here",
        sv: "det som `{rule}` hittar i `{place}` är inte det som citeras här",
        da: "det, som `{rule}` finder i `{place}`, er ikke det, der citeres her",
    );
    unused(message, at).field(field!(AcceptedFinding, quote)).help(say!(
        en: "remove the acceptance, or write what is marked now: `quote: {marked}`",
        sv: "ta bort godtagandet, eller skriv det som är markerat nu: `quote: {marked}`",
        da: "fjern accepten, eller skriv det, der er markeret nu: `quote: {marked}`",
    ))
}

fn unused(message: Message, at: Place) -> Finding {
    Finding::warning("acceptance-unused", at, message).help(say!(
        en: "remove the acceptance",
        sv: "ta bort godtagandet",
        da: "fjern accepten",
    ))
}
