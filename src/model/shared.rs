//! What is written once and referred to by id: systems, processors, recipients, sources, texts, measures.

use crate::draft::record::{codes, record};
use crate::model::country::Country;
use crate::model::law::Law;
use crate::model::organisation::{Contact, Note};
use crate::model::period::Date;
use crate::model::reference::{Processors, Ref};
use crate::model::term::{Parties, Term};
use crate::model::{Known, List, Name, Text, Things, YesNo};

record! {
    /// A file in `shared/`: any of these lists, as many files as you like.
    pub struct Shared("a shared file") {
        /// Systems by id.
        ///
        /// `systems: {unikum: {name: Unikum, processor: unikum-ab}}`
        systems: Things<System>,
        /// Processors by id.
        ///
        /// `processors: {ist: {name: IST AB}}`
        processors: Things<Processor>,
        /// Recipients by id.
        ///
        /// `recipients: {inkasso: {name: inkassobolaget}}`
        recipients: Things<Recipient>,
        /// Sources by id.
        ///
        /// `sources: {elevdatabasen: {name: elevdatabasen}}`
        sources: Things<SourceRegister>,
        /// Texts by id.
        ///
        /// `texts: {offentlighet: {title: Offentlighetsprincipen, body: Handlingar kan begäras ut.}}`
        texts: Things<Section>,
        /// Security measures by id; internal.
        ///
        /// `measures: {mfa: {what: inloggning med två faktorer}}`
        measures: Things<Measure>,
    }
}

record! {
    /// A system or a group of systems.
    pub struct System("a system") {
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
        notes: List<Note>,
    }
}

record! {
    /// A processor (Article 4(8), Article 28).
    pub struct Processor("a processor") {
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
        /// The country of its owner, where it is another.
        ///
        /// `owner-country: US`
        owner_country: Option<Country>,
        /// The agreement (Article 28(3)); internal.
        ///
        /// `agreement: {unknown: datum framgår inte av sidan}`
        agreement: Known<Agreement>,
        /// What it does.
        ///
        /// `does: [drift, underhåll, support]`
        does: List<Text>,
        /// Its sub-processors (Article 28(2) and (4)).
        ///
        /// `sub-processors: {name: Molnet AB, country: SE}`
        sub_processors: List<SubProcessor>,
        /// A name it had before.
        ///
        /// `formerly: [Google Inc.]`
        formerly: List<Name>,
        /// Explanations for the reader.
        ///
        /// `remarks: [Får bara hantera uppgifterna efter våra instruktioner.]`
        remarks: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Kontrollera vilket bolag som är avtalspart.`
        notes: List<Note>,
    }
}

record! {
    /// A processing agreement (Article 28(3)); internal.
    pub struct Agreement("an agreement") {
        /// Its date.
        ///
        /// `date: 2025-06-01`
        date: Option<Date>,
        /// Its reference.
        ///
        /// `reference: BUK 2025/123`
        reference: Option<String>,
        /// The day it ends.
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
    pub struct SubProcessor("a sub-processor") {
        /// The legal name.
        ///
        /// `name: Molnet AB`
        name: Name = required,
        /// The country in which it is established.
        ///
        /// `country: SE`
        country: Known<Country>,
        /// What it does.
        ///
        /// `does: drift`
        does: Option<Text>,
        /// The day it was approved.
        ///
        /// `approved: 2025-06-01`
        approved: Option<Date>,
    }
}

codes! {
    /// What a recipient is.
    pub enum RecipientKind("a kind of recipient") {
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
    pub struct Recipient("a recipient") {
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
        notes: List<Note>,
    }
}

record! {
    /// A source of data (Article 14(2)(f)).
    pub struct SourceRegister("a source") {
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
        notes: List<Note>,
    }
}

codes! {
    /// The part of a notice in which a text stands.
    pub enum Part("a part of a notice") {
        /// Before everything else.
        Introduction = "introduction",
        /// With the controller.
        Controller = "controller",
        /// With the data protection officer.
        Officer = "officer",
        /// With the purposes.
        Purposes = "purposes",
        /// With the categories of data.
        Data = "data",
        /// With the sources.
        Sources = "sources",
        /// With the recipients.
        Recipients = "recipients",
        /// With the processors.
        Processors = "processors",
        /// With the transfers.
        Transfers = "transfers",
        /// With the periods.
        Retention = "retention",
        /// With consent.
        Consent = "consent",
        /// With the rights.
        Rights = "rights",
        /// With the complaint.
        Complaint = "complaint",
        /// Under its own heading, after everything else.
        Own = "own",
    }
}

record! {
    /// A text that is written once and shown in several notices.
    pub struct Section("a text", short = body) {
        /// The heading.
        ///
        /// `title: Offentlighetsprincipen`
        title: Option<Text>,
        /// The part of the notice in which it stands; `own` when nothing is written.
        ///
        /// `part: rights`
        part: Option<Part>,
        /// The paragraphs.
        ///
        /// `body: [Handlingar kan begäras ut., Vi prövar sekretess först.]`
        body: List<Text>,
        /// Points below the paragraphs.
        ///
        /// `points: [namn, fastighetsbeteckning]`
        points: List<Text>,
        /// Links below it.
        ///
        /// `links: {label: Om kakor, url: "https://example.se/kakor"}`
        links: List<Link>,
        /// The law it rests on.
        ///
        /// `law: offentlighets- och sekretesslagen (2009:400)`
        law: List<Law>,
        /// Internal notes.
        ///
        /// `notes: Sidan skriver strävar efter.`
        notes: List<Note>,
    }
}

record! {
    /// A link for the reader.
    pub struct Link("a link", short = label) {
        /// The words of the link, which say where it leads.
        ///
        /// `label: E-tjänst för registerutdrag`
        label: Text = required,
        /// The address. Where it is not known, the words are shown alone.
        ///
        /// `url: https://www.borger.dk/`
        url: Option<String>,
    }
}

record! {
    /// A technical or organisational security measure (Article 32(1), Article 30(1)(g)); internal.
    pub struct Measure("a security measure", short = what) {
        /// The measure.
        ///
        /// `what: inloggning med två faktorer`
        what: Text = required,
    }
}

record! {
    /// A controller for whom the municipality is a processor (Article 30(2)(a)).
    pub struct Client("a controller that is served") {
        /// The name.
        ///
        /// `name: Kommunförbundet Skåne`
        name: Text = required,
        /// How to reach it.
        ///
        /// `contact: {email: info@example.org}`
        contact: Contact,
        /// How to reach its data protection officer.
        ///
        /// `officer: {email: dso@example.org}`
        officer: Contact,
        /// Its representative (Article 27), where it has one.
        ///
        /// `representative: none`
        representative: List<Text>,
    }
}
