//! How long data are kept, from when, and what happens then.

mod end;

use crate::model::law::Law;
use crate::model::organisation::Note;
use crate::model::period::{Date, Keep};
use crate::model::record::{codes, record};
use crate::model::reference::{DataIds, Ref};
use crate::model::term::{Events, Records, Term};
use crate::model::{Gap, Known, List, Text, YesNo};

pub use end::End;

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
    /// The state in which data are kept for a while.
    pub enum State(en: "a state", sv: "ett läge", da: "en tilstand") {
        /// In daily use.
        InUse = "in-use",
        /// Access is restricted (Article 18 calls it so; registers say locked or blocked).
        Locked = "locked",
        /// In an archive.
        Archived = "archived",
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
        /// The start of the year after.
        NextYear = "year-after",
    }
}

record! {
    /// An event from which a period runs, or until which data are kept. A lone text is `event`.
    pub struct Event(en: "an event", sv: "en händelse", da: "en hændelse", short = event) {
        /// The event: a code, or words that complete “kept for 2 years from …” after `from`, and “kept until …” after
        /// `until`.
        ///
        /// `event: leaves-school`
        event: Option<Term<Events>>,
        /// The words that complete “kept for 2 years from …”, where `event` has others.
        ///
        /// `from: den dag då personakten avslutas`
        from: Option<Text> = second,
        /// The words that complete “kept until …” and “the year in which …”, where `event` has others.
        ///
        /// `until: personakten avslutas`
        until: Option<Text> = second,
        /// A fixed day, in place of an event.
        ///
        /// `day: 2030-12-31`
        day: Option<Date> = second,
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
    /// One of several ends of a rule: a period with its start, or an event.
    pub struct Limit(en: "a limit", sv: "en gräns", da: "en grænse") {
        /// The period.
        ///
        /// `keep: at most 2 years`
        keep: Option<Keep>,
        /// The event from which the period runs.
        ///
        /// `from: case-closed`
        from: Option<Event>,
        /// The event until which they are kept.
        ///
        /// `until: consent-withdrawn`
        until: Option<Event>,
    }
}

record! {
    /// A stage of a rule: how long data are kept in one state.
    pub struct Stage(en: "a stage", sv: "ett skede", da: "et trin") {
        /// The state.
        ///
        /// `state: locked`
        state: Option<State> = required,
        /// The period.
        ///
        /// `keep: 10 years`
        keep: Option<Keep>,
        /// The event from which the period runs; without it, the end of the stage before.
        ///
        /// `from: case-closed`
        from: Option<Event>,
        /// The event until which the stage lasts.
        ///
        /// `until: case-closed`
        until: Option<Event>,
    }
}

record! {
    /// What a rule does not hold for, and what holds instead.
    pub struct Except(en: "an exception", sv: "ett undantag", da: "en undtagelse") {
        /// The records or data.
        ///
        /// `of: [beslut om särskilt stöd]`
        of: List<Term<Records>>,
        /// The days of the month on which the persons are born whose data are meant.
        ///
        /// `born-on: [5, 15, 25]`
        born_on: List<u32> = known,
        /// When the exception applies.
        ///
        /// `when: om beslutet överklagas`
        when: Known<Text>,
        /// The period, or `permanent`.
        ///
        /// `keep: permanent`
        keep: Option<Keep>,
        /// The event from which the period runs.
        ///
        /// `from: decision`
        from: Option<Event>,
        /// The events until which they are kept; the first that comes counts.
        ///
        /// `until: leaves-school`
        until: List<Event>,
        /// What happens then, in order.
        ///
        /// `then: archive`
        then: List<Then>,
        /// The archive that receives them.
        ///
        /// `archive: kommunarkivet`
        archive: Known<Text>,
        /// The law that lays the exception down.
        ///
        /// `law: socialtjänstlagen (2025:400)`
        law: List<Law>,
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
        /// The period in minutes, hours, days, weeks, months or years, also with `at least`, `at most` or `about` before it,
        /// or a range; `permanent`; or `not stored`.
        ///
        /// `keep: at most 2 years`
        keep: Known<Keep> = second_gap,
        /// Whether the period is the longest one. From format 2 on it is `keep: at most …`.
        ///
        /// `at-most: yes`
        at_most: Option<YesNo> = first,
        /// The event from which the period runs.
        ///
        /// `from: {event: turns-age, age: 18, rounding: end-of-year}`
        from: Known<Event> = second_gap,
        /// The events until which they are kept; the first that comes counts.
        ///
        /// `until: leaves-school`
        until: List<Event>,
        /// Several ends, of which the first that comes counts.
        ///
        /// `first-of: [{keep: 2 years, from: decision}, {until: consent-withdrawn}]`
        first_of: List<Limit> = second,
        /// Several ends, of which the last that comes counts.
        ///
        /// `last-of: [{keep: 5 years, from: case-closed}, {keep: 5 years, from: leaves-school}]`
        last_of: List<Limit> = second,
        /// The states in which they are kept, one after the other.
        ///
        /// `stages: [{state: in-use, keep: 2 years, from: case-closed}, {state: locked, keep: 10 years}]`
        stages: List<Stage> = second,
        /// The criterion, where there is neither a period nor an event. It completes “kept until …”.
        ///
        /// `criterion: läraren inte längre behöver dem för betyget`
        criterion: Known<Text> = second_gap,
        /// How often the criterion is reviewed.
        ///
        /// `reviewed: varje år`
        reviewed: Known<Text> = second_gap,
        /// What happens then, in order.
        ///
        /// `then: weed`
        then: List<Then>,
        /// Whether an appraisal decides which of `then` happens.
        ///
        /// `appraisal: yes`
        appraisal: YesNo = second,
        /// The archive that receives them.
        ///
        /// `archive: Rigsarkivet`
        archive: Known<Text> = second_gap,
        /// What the rule does not hold for, and what holds instead.
        ///
        /// `except: [{born-on: [5, 15, 25], keep: permanent}]`
        except: List<Except> = second,
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
        because: Known<Text> = second_gap,
        /// When the rule applies, where not always.
        ///
        /// `when: om låntagaren var under 18 år`
        when: Known<Text> = second_gap,
        /// Where the person finds them.
        ///
        /// `access: borger.dk`
        access: Known<Text> = second_gap,
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
