//! The texts and lines of the to-do list.

use jiff::civil;

use crate::kind::RecordKind;
use crate::say;
use crate::say::{Message, Tongue};
use crate::todo::{Cause, Item, Todo, Weight};

/// How text is written in an output format.
pub(super) struct Style {
    /// Writes text, which may contain code between backticks.
    pub(super) words: fn(&str) -> String,
    /// Writes a path or a code.
    pub(super) code: fn(&str) -> String,
}

/// The title of a list.
pub(super) fn title(todo: &Todo) -> String {
    let of = &todo.municipality;
    said(todo.tongue, &say!(en: "To do: {of}", sv: "Att göra: {of}", da: "Opgaveliste: {of}", of = of))
}

/// An introduction: the purpose and date of the list, and the number of items of each weight.
pub(super) fn preface(todo: &Todo, day: civil::Date) -> [String; 2] {
    let tongue = todo.tongue;
    let kind = say!(
        en: "Internal, not for publication. As of {day}.",
        sv: "Internt arbetsmaterial, ska inte publiceras. Läget {day}.",
        da: "Internt arbejdspapir, må ikke offentliggøres. Status {day}.",
        day = day,
    );
    let count = |weight| todo.items().filter(|item| item.weight == weight).count();
    let counts = Weight::ALL.map(|weight| format!("{}: {}", said(tongue, &counted(weight)), count(weight)));
    [said(tongue, &kind), format!("{}.", counts.join(", "))]
}

fn counted(weight: Weight) -> Message {
    match weight {
        Weight::Error => say!(en: "Errors", sv: "Fel", da: "Fejl"),
        Weight::Warning => say!(en: "warnings", sv: "varningar", da: "advarsler"),
        Weight::Required => say!(
            en: "gaps in what Articles 13, 14 and 30 require",
            sv: "luckor i det som artiklarna 13, 14 och 30 kräver",
            da: "mangler i det, som artikel 13, 14 og 30 kræver",
        ),
        Weight::Gap => say!(en: "other gaps", sv: "andra luckor", da: "andre mangler"),
        Weight::Hint => say!(en: "hints", sv: "påpekanden", da: "bemærkninger"),
    }
}

/// The text of an empty list.
pub(super) fn nothing(tongue: Tongue) -> String {
    said(tongue, &say!(en: "Nothing is left to do.", sv: "Det finns inget att göra.", da: "Der er intet at gøre."))
}

/// The heading of a group.
pub(super) fn group(rank: u8, controller: &str, unit: &str, tongue: Tongue) -> String {
    let words = match (rank, controller, unit) {
        (0, ..) => say!(en: "The municipality", sv: "Kommunen", da: "Kommunen"),
        (1, ..) => say!(
            en: "Shared by several activities",
            sv: "Gemensamt för flera behandlingar",
            da: "Fælles for flere behandlinger",
        ),
        (2, ..) => {
            say!(en: "Privacy notices", sv: "Information till registrerade", da: "Oplysninger til de registrerede")
        }
        (_, "", "") => say!(
            en: "Without a controller",
            sv: "Utan personuppgiftsansvarig",
            da: "Uden dataansvarlig",
        ),
        (_, "", name) | (_, name, "") => Message::same(name),
        (_, controller, unit) => Message::same(&format!("{unit} ({controller})")),
    };
    said(tongue, &words)
}

/// The heading of a shared record.
pub(super) fn thing(kind: RecordKind, name: &str, tongue: Tongue) -> String {
    format!("{name} ({})", kind.words().get(tongue))
}

/// The lines below the question of an item: what is missing or wrong, which activities use it, whom to ask.
pub(super) fn lines(item: &Item, tongue: Tongue, style: &Style) -> Vec<String> {
    let mut lines: Vec<String> = item.causes.iter().map(|cause| self::cause(cause, tongue, style)).collect();
    let titles: Vec<String> = item.users.iter().map(|title| (style.words)(title)).collect();
    if !titles.is_empty() {
        let titles = titles.join("; ");
        lines.push(said(tongue, &say!(en: "Used by: {x}", sv: "Används av: {x}", da: "Bruges af: {x}", x = titles)));
    }
    let whom = (style.words)(&item.whom);
    lines.push(said(tongue, &say!(en: "Ask: {whom}", sv: "Fråga: {whom}", da: "Spørg: {whom}", whom = whom)));
    lines
}

fn cause(cause: &Cause, tongue: Tongue, style: &Style) -> String {
    let Cause { weight, law, code, inside, words, places } = cause;
    let mut line = said(tongue, &label(*weight, law.as_deref()));
    if let Some(code) = code {
        line.push_str(&format!(" {}", (style.code)(code)));
    }
    if !inside.is_empty() {
        let inside = (style.words)(inside);
        line.push_str(&said(tongue, &say!(en: ", “{x}”", sv: ", ”{x}”", da: ", ”{x}”", x = inside)));
    }
    let places: Vec<String> = places.iter().map(|place| (style.code)(place)).collect();
    format!("{line}: {} ({})", (style.words)(words), places.join(", "))
}

fn label(weight: Weight, law: Option<&str>) -> Message {
    match (weight, law) {
        (Weight::Error, _) => say!(en: "Error", sv: "Fel", da: "Fejl"),
        (Weight::Warning, _) => say!(en: "Warning", sv: "Varning", da: "Advarsel"),
        (Weight::Hint, _) => say!(en: "Hint", sv: "Påpekande", da: "Bemærkning"),
        (Weight::Required | Weight::Gap, None) => say!(en: "Missing", sv: "Saknas", da: "Mangler"),
        (Weight::Required | Weight::Gap, Some(law)) => say!(
            en: "Missing, though {law} requires it",
            sv: "Saknas men krävs enligt {law}",
            da: "Mangler, men kræves efter {law}",
            law = law,
        ),
    }
}

fn said(tongue: Tongue, message: &Message) -> String {
    message.get(tongue).to_owned()
}
