//! The processing activity.

use crate::model::acceptance::Acceptance;
use crate::model::administration::{Administration, Status};
use crate::model::consent::{Consent, Obligation};
use crate::model::data::{Data, Subject};
use crate::model::decision::Automated;
use crate::model::flow::{Disclosure, Origin, ProcessorUse, SystemUse, Transfer};
use crate::model::inherited::Inherited;
use crate::model::kle::Kle;
use crate::model::law::Law;
use crate::model::organisation::{Arrangement, Contact, Delegation, Note, SeparateController};
use crate::model::processor::Client;
use crate::model::purpose::{Basis, Purpose};
use crate::model::record::{codes, record};
use crate::model::reference::{Activities, Controllers, Ref, Texts, Units};
use crate::model::retention::Retention;
use crate::model::rights::RightNote;
use crate::model::section::Link;
use crate::model::term::{Measures, Term};
use crate::model::untold::Untold;
use crate::model::{Id, Known, List, Text};

codes! {
    /// Which record of Article 30 an activity belongs to.
    pub enum Record(en: "a kind of record", sv: "en typ av register", da: "en type fortegnelse") {
        /// The controller's record (Article 30(1)).
        Controller = "controller",
        /// The processor's record (Article 30(2)).
        Processor = "processor",
    }
}

codes! {
    /// A list of an activity.
    pub enum Listed(
        en: "a list of an activity",
        sv: "en lista i en behandling",
        da: "en liste i en behandling",
    ) {
        /// The data subjects.
        Subjects = "subjects",
        /// The purposes.
        Purposes = "purposes",
        /// The data.
        Data = "data",
        /// The sources.
        Sources = "sources",
        /// The recipients.
        Recipients = "recipients",
        /// The processors.
        Processors = "processors",
        /// The retention rules.
        Retention = "retention",
    }
}

record! {
    /// A processing activity: one file in `activities/` (Article 30).
    ///
    /// A child (`part-of`) inherits the controller, joint controllers, unit, contact and shared texts of its parent,
    /// unless it writes its own. It also inherits the keys that `same-as-parent` names; in format 1, all keys that can
    /// be named there.
    pub struct Activity(en: "an activity", sv: "en behandling", da: "en behandling") {
        /// The name for references and addresses. The id of a child may begin with the id of its parent and a slash.
        ///
        /// `id: skolskjuts`
        id: Id = required,
        /// The parent activity.
        ///
        /// `part-of: dagtilbud`
        part_of: Option<Ref<Activities>>,
        /// Former ids of the activity.
        ///
        /// `replaces: [skolskjutsar]`
        replaces: List<Id> = known,
        /// The record that it belongs to; `controller` by default.
        ///
        /// `record: processor`
        record: Option<Record>,
        /// The name for people.
        ///
        /// `title: {sv: Skolskjuts, en: School transport}`
        title: Text = required,
        /// What the activity is, in a few sentences.
        ///
        /// `summary: Elever som har rätt till skolskjuts får resor till och från skolan.`
        summary: List<Text>,
        /// The status of the activity; `active` by default.
        ///
        /// `status: active`
        status: Option<Status>,
        /// The controller, if it is not the default of the municipality.
        ///
        /// `controller: buk`
        controller: Option<Ref<Controllers>>,
        /// The controllers, if several carry out the activity, each under its own responsibility; in place of
        /// `controller`. It is in the register of each.
        ///
        /// `controllers: [buk, {controller: ks, differs: [kommunstyrelsen sparar besluten i fem år]}]`
        controllers: List<SeparateController> = second known,
        /// The joint controllers (Article 26).
        ///
        /// `joint: {with: [Tårnby Kommune], essence: kommunerna svarar var för sig}`
        joint: Option<Arrangement>,
        /// Tasks that another authority carries out.
        ///
        /// `delegated: {to: Tårnby Kommune, what: pædagogisk psykologisk rådgivning}`
        delegated: List<Delegation>,
        /// The unit that answers questions.
        ///
        /// `unit: elevhalsan`
        unit: Known<Ref<Units>> = second_gap,
        /// A contact other than those of the unit and the controller.
        ///
        /// `contact: {channel: personalen på ditt barns skola}`
        contact: Option<Contact>,
        /// The controllers on whose behalf data are processed (Article 30(2)(a)); only with `record: processor`.
        ///
        /// `on-behalf-of: {name: Grannkommunen}`
        on_behalf_of: List<Client>,
        /// The categories of processing (Article 30(2)(b)); only with `record: processor`.
        ///
        /// `services: [lagring, säkerhetskopiering]`
        services: List<Text>,
        /// The data subjects (Article 30(1)(c)).
        ///
        /// `subjects: [pupil, guardian]`
        subjects: List<Subject>,
        /// The purposes (Article 30(1)(b)).
        ///
        /// `purposes: [pröva rätten till skolskjuts, planera resorna]`
        purposes: List<Purpose>,
        /// The legal bases of all purposes without their own (Article 6).
        ///
        /// `basis: [official-authority]`
        basis: List<Basis>,
        /// The laws that apply to the whole activity.
        ///
        /// `law: dagtilbudsloven`
        law: List<Law>,
        /// The data (Article 30(1)(c)).
        ///
        /// `data: [name, national-id, address]`
        data: List<Data>,
        /// The sources (Article 14(2)(f)).
        ///
        /// `sources: [tax-agency, data-subject]`
        sources: List<Origin>,
        /// The recipients, or `none` (Article 30(1)(d)).
        ///
        /// `recipients: [{to: scb, by: duty}]`
        recipients: List<Disclosure>,
        /// A sentence on who does not receive the data.
        ///
        /// `not-disclosed: andra än leverantörerna får inte uppgifterna`
        not_disclosed: Known<Text> = second_gap,
        /// The processors, or `none` (Article 28).
        ///
        /// `processors: [ist]`
        processors: List<ProcessorUse>,
        /// The systems, or `none` if no system is used.
        ///
        /// `systems: [unikum]`
        systems: List<SystemUse>,
        /// The transfers to third countries, or `none` (Article 30(1)(e)).
        ///
        /// `transfers: none`
        transfers: List<Transfer>,
        /// Retention periods (Article 30(1)(f)).
        ///
        /// `retention: [{of: beslut, keep: 2 years, from: decision, then: weed}]`
        retention: List<Retention>,
        /// Automated decisions, or `none` (Article 22).
        ///
        /// `automated: none`
        automated: List<Automated>,
        /// Consents (Article 7).
        ///
        /// `consent: {covers: bilder, who: [guardian]}`
        consent: List<Consent>,
        /// Whether the data subject must provide data (Article 13(2)(e)).
        ///
        /// `obligation: {kind: needed, consequence: kan vi inte pröva ansökan}`
        obligation: List<Obligation>,
        /// What the activity adds to the rights.
        ///
        /// `rights: {right: erasure, limits: [journaler raderas inte]}`
        rights: List<RightNote>,
        /// Lists that are known to be incomplete.
        ///
        /// `open: [data, recipients]`
        open: List<Listed> = known,
        /// Lists that name only the main items.
        ///
        /// `mainly: [purposes]`
        mainly: List<Listed> = known,
        /// Lists of the parent that the child adds to instead of replacing them.
        ///
        /// `adds-to: [data]`
        adds_to: List<Listed> = known,
        /// Keys that the child inherits from its parent and does not write itself.
        ///
        /// `same-as-parent: [data, recipients]`
        same_as_parent: List<Inherited> = second known,
        /// The order of its parts, by id; others follow in order of id.
        ///
        /// `parts: [skolskjuts/ansokan, skolskjuts/resor]`
        parts: List<Ref<Activities>> = second known,
        /// How the work is done, for the reader: duties of staff, checks.
        ///
        /// `procedure: [Personalen anmäler till rektorn.]`
        procedure: List<Text>,
        /// Ids of shared texts that belong to the activity.
        ///
        /// `texts: [offentlighetsprincipen]`
        texts: List<Ref<Texts>> = known,
        /// Explanations for the reader.
        ///
        /// `remarks: [Elever i fristående skolor omfattas också.]`
        remarks: List<Text>,
        /// Links for the reader.
        ///
        /// `links: {label: Ansök om skolskjuts}`
        links: List<Link>,
        /// Why no notice need tell of the activity.
        ///
        /// `no-notice: {law: artikel 14.5 c, because: det framgår av lag, review: 2027-11-30}`
        no_notice: Option<Untold> = second,
        /// The KLE numbers, which the register shows.
        ///
        /// `kle: [27.24, "27.24.00"]`
        kle: List<Kle> = second known,
        /// Security measures: ids or words (Article 30(1)(g)); internal.
        ///
        /// `measures: [mfa]`
        measures: List<Term<Measures>> = internal,
        /// Administrative data; internal.
        ///
        /// `administration: {reference: BUK 2024/77}`
        administration: Option<Administration> = internal,
        /// Accepted findings, each with its rule, reason and last day; internal.
        ///
        /// `accept: {rule: law-missing, because: utreds av kommunjuristen, until: 2027-06-30}`
        accept: List<Acceptance> = internal,
        /// Internal notes.
        ///
        /// `notes: {text: Två stycken på sidan är samma sak., source: flen.txt:103}`
        notes: List<Note> = internal,
    }
}

impl Activity {
    /// Every legal basis: of the activity, then of each purpose.
    pub fn bases(&self) -> impl Iterator<Item = &Basis> {
        self.basis.iter().chain(self.purposes.iter().flat_map(|purpose| &purpose.basis))
    }

    /// Whether it is a part of the activity with this id.
    #[must_use]
    pub fn is_part_of(&self, whole: &Id) -> bool {
        self.part_of.as_ref().is_some_and(|of| of.id == *whole)
    }

    /// Whether a list may have more than it names: it is open, or has the main examples.
    #[must_use]
    pub(crate) fn may_have_more(&self, listed: Listed) -> bool {
        self.open.items.contains(&listed) || self.mainly.items.contains(&listed)
    }

    /// Whether it names transfers, or why they are not known.
    #[must_use]
    pub fn answers_on_transfers(&self) -> bool {
        !self.transfers.items.is_empty() || !self.transfers.gaps.is_empty()
    }

    /// Whether it belongs to the processor's record (Article 30(2)). The controllers then publish the notices.
    #[must_use]
    pub fn is_processing_for_others(&self) -> bool {
        self.record == Some(Record::Processor)
    }
}
