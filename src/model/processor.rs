//! Processors, the agreements with them, and controllers for whom the municipality is a processor.

use crate::model::country::Country;
use crate::model::organisation::{Contact, Note};
use crate::model::period::Date;
use crate::model::record::record;
use crate::model::{Known, List, Name, Text};

record! {
    /// A processor (Article 4(8), Article 28).
    pub struct Processor(en: "a processor", sv: "ett personuppgiftsbiträde", da: "en databehandler") {
        /// The legal name.
        ///
        /// `name: IST AB`
        name: Name = required,
        /// The organisation number.
        ///
        /// `number: "5560000000"`
        number: Option<String>,
        /// The country in which it is established.
        ///
        /// `country: SE`
        country: Known<Country>,
        /// The country of its owner, if it is another.
        ///
        /// `owner-country: US`
        owner_country: Option<Country>,
        /// The agreement (Article 28(3)); internal.
        ///
        /// `agreement: {unknown: datum framgår inte av sidan}`
        agreement: Known<Agreement> = internal,
        /// What it does.
        ///
        /// `does: [drift, underhåll, support]`
        does: List<Text>,
        /// Its sub-processors (Article 28(2) and (4)).
        ///
        /// `sub-processors: {name: Molnet AB, country: SE}`
        sub_processors: List<SubProcessor>,
        /// Former names.
        ///
        /// `formerly: [Google Inc.]`
        formerly: List<Name> = known,
        /// Explanations for the reader.
        ///
        /// `remarks: [Får bara hantera uppgifterna efter våra instruktioner.]`
        remarks: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Kontrollera vilket bolag som är avtalspart.`
        notes: List<Note> = internal,
    }
}

record! {
    /// A processing agreement (Article 28(3)); internal.
    pub struct Agreement(internal, en: "an agreement", sv: "ett avtal", da: "en aftale") {
        /// Its date.
        ///
        /// `date: 2025-06-01`
        date: Option<Date>,
        /// Its reference.
        ///
        /// `reference: BUK 2025/123`
        reference: Option<String>,
        /// The day on which it ends.
        ///
        /// `ends: 2029-05-31`
        ends: Option<Date>,
        /// The day of the last follow-up.
        ///
        /// `followed-up: 2026-02-01`
        followed_up: Option<Date>,
    }
}

record! {
    /// A sub-processor (Article 28(2) and (4)).
    pub struct SubProcessor(en: "a sub-processor", sv: "ett underbiträde", da: "en underdatabehandler") {
        /// The legal name.
        ///
        /// `name: Molnet AB`
        name: Known<Name> = required,
        /// The country in which it is established.
        ///
        /// `country: SE`
        country: Known<Country>,
        /// What it does.
        ///
        /// `does: drift`
        does: Known<Text> = second_gap,
        /// The day on which it was approved.
        ///
        /// `approved: 2025-06-01`
        approved: Option<Date> = internal,
    }
}

record! {
    /// A controller for whom the municipality is a processor (Article 30(2)(a)).
    pub struct Client(
        en: "a controller that is served",
        sv: "en personuppgiftsansvarig uppdragsgivare",
        da: "en dataansvarlig ordregiver",
    ) {
        /// The name.
        ///
        /// `name: Kommunförbundet Skåne`
        name: Text = required,
        /// Its contact details.
        ///
        /// `contact: {email: info@example.org}`
        contact: Contact,
        /// The contact details of its data protection officer.
        ///
        /// `officer: {email: dso@example.org}`
        officer: Contact,
        /// Its representative (Article 27), if it has one.
        ///
        /// `representative: none`
        representative: List<Text>,
    }
}
