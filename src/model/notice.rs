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
