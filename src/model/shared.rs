//! What is written once and referred to by id.

use crate::model::country::Country;
use crate::model::organisation::Note;
use crate::model::processor::Processor;
use crate::model::record::{codes, record};
use crate::model::reference::{Processors, Ref};
use crate::model::section::Section;
use crate::model::term::{Parties, Term};
use crate::model::{ById, Known, List, Name, Text, YesNo};

record! {
    /// A file in `shared/`: any of these lists, as many files as you like.
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
        /// What kind of system.
        ///
        /// `kind: lärplattform`
        kind: Option<Text>,
        /// The processor that provides it.
        ///
        /// `processor: unikum-ab`
        processor: Known<Ref<Processors>>,
        /// Whether the municipality runs it itself.
        ///
        /// `own: yes`
        own: YesNo,
        /// Systems or services that it feeds data into.
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
        /// A name it had before.
        ///
        /// `formerly: [Google Suite for Education]`
        formerly: List<Name>,
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
    /// What a recipient is.
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
        /// The name, or the kind of recipient in words.
        ///
        /// `name: taxibolaget som kör skolskjutsen`
        name: Text = required,
        /// What it is.
        ///
        /// `kind: company`
        kind: Option<RecipientKind>,
        /// The country, where it is a third country.
        ///
        /// `country: US`
        country: Option<Country>,
        /// A name it had before.
        ///
        /// `formerly: [Facebook, Inc.]`
        formerly: List<Text>,
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
        /// A name it had before.
        ///
        /// `formerly: [SKAT]`
        formerly: List<Text>,
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
