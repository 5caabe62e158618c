//! Privacy notices.

use crate::model::acceptance::Acceptance;
use crate::model::organisation::Note;
use crate::model::period::Date;
use crate::model::record::{codes, record};
use crate::model::reference::{Activities, Ref, Texts, Units};
use crate::model::section::Link;
use crate::model::term::{Subjects, Term};
use crate::model::{Id, Known, Lang, List, Text};

codes! {
    /// Whom a notice addresses.
    pub enum Addressee(en: "an addressee", sv: "en adressat", da: "en adressat") {
        /// The data subject.
        You = "you",
        /// The guardian of a child.
        Child = "child",
        /// The data subject, the guardian of a child, or both in one person.
        Both = "both",
    }
}

record! {
    /// The rows of the notice in brief that are written rather than derived. A written row cannot hide a third country,
    /// a special category, an automated decision or a gap: they are told after it (Article 12(1)).
    pub struct Brief(en: "the notice in brief", sv: "informationen i korthet", da: "oplysningen kort fortalt") {
        /// Who is responsible.
        ///
        /// `controller: Skolnämnden ansvarar för skolskjutsen.`
        controller: Option<Text>,
        /// Why the data are processed.
        ///
        /// `why: För att avgöra vem som får skolskjuts och planera resorna.`
        why: Option<Text>,
        /// What is sensitive.
        ///
        /// `special: Uppgifter om hälsa, om resan behöver anpassas.`
        special: Option<Text>,
        /// Where the data come from.
        ///
        /// `sources: Från dig och från folkbokföringen.`
        sources: Option<Text>,
        /// Who gets the data.
        ///
        /// `recipients: Taxibolaget får veta vem som åker och vart.`
        recipients: Option<Text>,
        /// Whether data leave the EU and EEA.
        ///
        /// `transfers: Vi använder bara system inom EU och EES.`
        transfers: Option<Text>,
        /// How long the data are kept.
        ///
        /// `retention: I två år efter beslutet.`
        retention: Option<Text>,
        /// Whether the data must be given.
        ///
        /// `obligation: Ja, annars kan vi inte pröva ansökan.`
        obligation: Option<Text>,
        /// The rights, and whom to ask.
        ///
        /// `rights: Du kan få veta vad vi har om dig och få fel rättade.`
        rights: Option<Text>,
    }
}

record! {
    /// An earlier or the present version of a notice, and what the reader should know of it.
    pub struct NoticeVersion(en: "a version of a notice", sv: "en version av en information", da: "en version af en oplysning") {
        /// The day of the change.
        ///
        /// `day: 2026-11-29`
        day: Option<Date> = required,
        /// What changed, in words for the reader.
        ///
        /// `changed: [Vi sparar ansökningar i två år i stället för fem.]`
        changed: List<Text> = known,
    }
}

record! {
    /// A notice: one file in `notices/` (Articles 12–14).
    pub struct Notice(en: "a notice", sv: "en information", da: "en oplysning") {
        /// The name for references and addresses.
        ///
        /// `id: barn-och-elever`
        id: Id = required,
        /// The heading.
        ///
        /// `title: Så behandlar vi personuppgifter i förskola och skola`
        title: Text = required,
        /// The data subjects that it is for.
        ///
        /// `audience: [pupil, guardian]`
        audience: List<Term<Subjects>>,
        /// Whom it addresses; by default as in `municipality.yaml`.
        ///
        /// `addressee: both`
        addressee: Option<Addressee>,
        /// What the notice covers.
        ///
        /// `scope: [barn och elever i förskola och skola]`
        scope: List<Text>,
        /// The activities, in order; children are included.
        ///
        /// `activities: [skolskjuts, specialkost]`
        activities: List<Ref<Activities>> = known,
        /// Shared texts, in order, in addition to those of the municipality and the activities.
        ///
        /// `texts: [offentlighetsprincipen]`
        texts: List<Ref<Texts>> = known,
        /// Shared texts that this notice leaves out.
        ///
        /// `without-texts: [cookies]`
        without_texts: List<Ref<Texts>> = known,
        /// The unit that answers questions.
        ///
        /// `unit: biblioteket`
        unit: Option<Ref<Units>>,
        /// The languages, if they differ from the municipality's.
        ///
        /// `languages: [da, en]`
        languages: List<Lang> = known,
        /// The first day on which it applies.
        ///
        /// `valid-from: 2026-01-01`
        valid_from: Option<Date>,
        /// The day of the last change.
        ///
        /// `updated: 2024-07-15`
        updated: Known<Date>,
        /// The version.
        ///
        /// `version: "3"`
        version: Option<String>,
        /// What changed and when, in any order; the newest change stands at the top of the notice, all at its end.
        ///
        /// `versions: [{day: 2026-11-29, changed: [Vi sparar ansökningar i två år i stället för fem.]}]`
        versions: List<NoticeVersion> = known second,
        /// Rows of the notice in brief in words of your own; the others are derived from the register.
        ///
        /// `brief: {why: För att avgöra vem som får skolskjuts och planera resorna.}`
        brief: Option<Brief> = second,
        /// Links for the reader.
        ///
        /// `links: {label: Oplysningspligt (pdf)}`
        links: List<Link>,
        /// Explanations for the reader.
        ///
        /// `remarks: [Läs även kommunens allmänna information.]`
        remarks: List<Text>,
        /// Accepted findings in this file, each with its rule, reason and last day; internal.
        ///
        /// `accept: {rule: gap-open, because: beslut väntas i mars, until: 2027-03-31}`
        accept: List<Acceptance> = internal,
        /// Internal notes.
        ///
        /// `notes: {text: Sidans ram är inte överförd., source: flen.txt:1-9}`
        notes: List<Note> = internal,
    }
}
