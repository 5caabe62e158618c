//! How long data are kept, from when, and what happens then.

use crate::model::law::Law;
use crate::model::organisation::Note;
use crate::model::period::Keep;
use crate::model::record::{codes, record};
use crate::model::reference::{DataIds, Ref};
use crate::model::term::{Events, Records, Term};
use crate::model::{Gap, List, Text, YesNo};

codes! {
    /// What happens when the period is over.
    pub enum Then(
        en: "what happens then",
        sv: "ett svar på vad som händer sedan",
        da: "et svar på, hvad der sker derefter",
    ) {
        /// Erased (Article 17). For Swedish public documents that needs a decision to weed them.
        Erase = "erase",
        /// Swedish gallra: public documents are destroyed by decision (arkivlagen 10 §).
        Weed = "weed",
        /// Handed over to an archive.
        Archive = "archive",
        /// Made anonymous.
        Anonymise = "anonymise",
        /// The account is closed.
        Close = "close",
    }
}

codes! {
    /// To what the start of a period is rounded.
    pub enum Rounding(en: "a rounding", sv: "en avrundning", da: "en afrunding") {
        /// The end of the month.
        Month = "end-of-month",
        /// The end of the calendar year.
        Year = "end-of-year",
        /// The end of the school year.
        SchoolYear = "end-of-school-year",
        /// Some time in the year after.
        NextYear = "year-after",
    }
}

record! {
    /// An event from which a period runs, or until which data are kept.
    pub struct Event(en: "an event", sv: "en händelse", da: "en hændelse", short = event) {
        /// The event: a code or words.
        ///
        /// `event: leaves-school`
        event: Term<Events> = required,
        /// The age, with `event: turns-age`, in years.
        ///
        /// `age: 23`
        age: Option<u32>,
        /// Whether the period begins at the end of the month or year of the event.
        ///
        /// `rounding: end-of-year`
        rounding: Option<Rounding>,
    }
}

record! {
    /// How long one kind of record is kept (Article 5(1)(e), Article 30(1)(f), Article 13(2)(a)).
    pub struct Retention(en: "a retention rule", sv: "en lagringsregel", da: "en opbevaringsregel") {
        /// The records or data.
        ///
        /// `of: [ansökan, beslut]`
        of: List<Term<Records>>,
        /// The ids of the activity's data, where the rule is about some of them.
        ///
        /// `data: [identitet]`
        data: List<Ref<DataIds>>,
        /// The period, or `permanent`.
        ///
        /// `keep: 2 years`
        keep: Option<Keep>,
        /// Whether the period is the longest one: they may go earlier.
        ///
        /// `at-most: yes`
        at_most: YesNo,
        /// The event from which the period runs.
        ///
        /// `from: {event: turns-age, age: 18, rounding: end-of-year}`
        from: Option<Event>,
        /// The events until which they are kept; the first that comes counts.
        ///
        /// `until: leaves-school`
        until: List<Event>,
        /// The criterion, where there is neither a period nor an event.
        ///
        /// `criterion: läraren inte längre behöver dem för betyget`
        criterion: Option<Text>,
        /// How often the criterion is reviewed.
        ///
        /// `reviewed: varje år`
        reviewed: Option<Text>,
        /// What happens then.
        ///
        /// `then: weed`
        then: List<Then>,
        /// The archive that receives them.
        ///
        /// `archive: Rigsarkivet`
        archive: Option<Text>,
        /// The law that lays the period down.
        ///
        /// `law: bogføringsloven`
        law: List<Law>,
        /// The decision or plan that lays it down.
        ///
        /// `decision: barn- och utbildningsnämndens dokumenthanteringsplan`
        decision: List<Text>,
        /// Why they are kept.
        ///
        /// `because: journaler har stort forskningsvärde`
        because: Option<Text>,
        /// When the rule applies, where not always.
        ///
        /// `when: om låntagaren var under 18 år`
        when: Option<Text>,
        /// Where the person finds them.
        ///
        /// `access: borger.dk`
        access: Option<Text>,
        /// What is not known about the period, and why.
        ///
        /// `unknown: sidan anger inte från när tiden räknas`
        unknown: Option<Gap>,
        /// Explanations for the reader.
        ///
        /// `remarks: [Rätten till radering begränsas av arkivlagen.]`
        remarks: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Sidan skriver så länge det är aktuellt.`
        notes: List<Note> = internal,
    }
}
