//! Shared records, referred to by id.

use crate::model::country::Country;
use crate::model::organisation::Note;
use crate::model::processor::Processor;
use crate::model::record::{codes, record};
use crate::model::reference::{Processors, Ref};
use crate::model::section::Section;
use crate::model::term::{Parties, Term};
use crate::model::{ById, Known, List, Name, Text, YesNo};

record! {
    /// A file in `shared/`, with any of these lists. There can be any number of files.
    pub struct Shared(en: "a shared file", sv: "en delad fil", da: "en delt fil") {
        /// Systems by id.
        ///
        /// `systems: {unikum: {name: Unikum, processor: unikum-ab}}`
        systems: ById<System>,
        /// Processors by id.
        ///
        /// `processors: {ist: {name: IST AB}}`
        processors: ById<Processor>,
        /// Recipients by id.
        ///
        /// `recipients: {inkasso: {name: inkassobolaget}}`
        recipients: ById<Recipient>,
        /// Sources by id.
        ///
        /// `sources: {elevdatabasen: {name: elevdatabasen}}`
        sources: ById<SourceRegister>,
        /// Texts by id.
        ///
        /// `texts: {offentlighet: {title: Offentlighetsprincipen, body: Handlingar kan begäras ut.}}`
        texts: ById<Section>,
        /// Security measures by id; internal.
        ///
        /// `measures: {mfa: {what: inloggning med två faktorer}}`
        measures: ById<Measure> = internal,
    }
}

record! {
    /// A system or a group of systems.
    pub struct System(en: "a system", sv: "ett system", da: "et system") {
        /// The name.
        ///
        /// `name: Unikum`
        name: Name = required,
        /// The kind of system.
        ///
        /// `kind: lärplattform`
        kind: Known<Text> = second_gap,
        /// The processor that provides it.
        ///
        /// `processor: unikum-ab`
        processor: Known<Ref<Processors>>,
        /// Whether the municipality runs it itself.
        ///
        /// `own: yes`
        own: YesNo,
        /// Systems or services that it sends data to.
        ///
        /// `feeds: [dexter]`
        feeds: List<Term<Parties>>,
        /// What it is for.
        ///
        /// `does: [kommunikation mellan hem och skola]`
        does: List<Text>,
        /// The country in which the data are stored.
        ///
        /// `hosted-in: SE`
        hosted_in: Known<Country>,
        /// Former names.
        ///
        /// `formerly: [Google Suite for Education]`
        formerly: List<Name> = known,
        /// Explanations for the reader.
        ///
        /// `remarks: [Systemet sköts bara av elevhälsan.]`
        remarks: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Leverantören framgår inte av sidan.`
        notes: List<Note> = internal,
    }
}

codes! {
    /// The kind of a recipient.
    pub enum RecipientKind(en: "a kind of recipient", sv: "en typ av mottagare", da: "en type modtager") {
        /// A public authority.
        Authority = "authority",
        /// Another municipality.
        Municipality = "municipality",
        /// A part of the same municipality.
        Internal = "internal",
        /// A company.
        Company = "company",
        /// Private persons.
        Persons = "persons",
        /// Anybody.
        Public = "public",
    }
}

record! {
    /// A recipient (Article 4(9)).
    pub struct Recipient(en: "a recipient", sv: "en mottagare", da: "en modtager") {
        /// The name, or a description of the kind of recipient.
        ///
        /// `name: taxibolaget som kör skolskjutsen`
        name: Text = required,
        /// The kind of recipient.
        ///
        /// `kind: company`
        kind: Option<RecipientKind>,
        /// The country, if it is a third country.
        ///
        /// `country: US`
        country: Option<Country>,
        /// Former names.
        ///
        /// `formerly: [Facebook, Inc.]`
        formerly: List<Text> = known,
        /// Internal notes.
        ///
        /// `notes: Bolagets namn framgår inte av sidan.`
        notes: List<Note> = internal,
    }
}

record! {
    /// A source of data (Article 14(2)(f)).
    pub struct SourceRegister(en: "a source", sv: "en källa", da: "en kilde") {
        /// The name.
        ///
        /// `name: elevdatabasen`
        name: Text = required,
        /// Whether it is accessible to the public.
        ///
        /// `public: no`
        public: YesNo,
        /// Former names.
        ///
        /// `formerly: [SKAT]`
        formerly: List<Text> = known,
        /// Internal notes.
        ///
        /// `notes: Sidan kallar Skatteverket en allmänt tillgänglig källa.`
        notes: List<Note> = internal,
    }
}

record! {
    /// A technical or organisational security measure (Article 32(1), Article 30(1)(g)); internal.
    pub struct Measure(
        internal,
        en: "a security measure",
        sv: "en säkerhetsåtgärd",
        da: "en sikkerhedsforanstaltning",
        short = what,
    ) {
        /// The measure.
        ///
        /// `what: inloggning med två faktorer`
        what: Text = required,
    }
}
