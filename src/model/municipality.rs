//! The municipality: the file `municipality.yaml` in each folder of `registers/`.

use crate::model::acceptance::Acceptance;
use crate::model::country::Country;
use crate::model::notice::{Addressee, Notice};
use crate::model::organisation::{Contact, Controller, Note, Officer, Unit};
use crate::model::record::record;
use crate::model::reference::{Controllers, Officers, Ref, Texts, Units};
use crate::model::rights::RightNote;
use crate::model::section::Link;
use crate::model::version::Version;
use crate::model::{ById, Id, Known, Lang, List, Text};

record! {
    /// A municipality and its organisation (Article 30(1)(a)).
    pub struct Municipality(en: "a municipality", sv: "en kommun", da: "en kommune") {
        /// The version of the format of all files; 1 by default.
        ///
        /// `format: 2`
        format: Option<Version>,
        /// The name.
        ///
        /// `name: Flens kommun`
        name: Text = required,
        /// The country, which decides the supervisory authority and the form of the notices.
        ///
        /// `country: SE`
        country: Option<Country> = required,
        /// The languages of the notices; texts without a language are in the first.
        ///
        /// `languages: [sv, en]`
        languages: List<Lang> = required known,
        /// The organisation number or CVR number.
        ///
        /// `number: "12881517"`
        number: Option<String>,
        /// How to reach the municipality.
        ///
        /// `contact: {phone: 0157-43 00 00}`
        contact: Contact,
        /// The supervisory authority, if it is not the default of the country.
        ///
        /// `authority: se-imy`
        authority: Option<Id>,
        /// The controllers by id.
        ///
        /// `controllers: {buk: {name: Barn- och utbildningsnämnden, form: board}}`
        controllers: ById<Controller> = required,
        /// The default controller of activities.
        ///
        /// `controller: buk`
        controller: Option<Ref<Controllers>>,
        /// The units by id.
        ///
        /// `units: {biblioteket: {name: Biblioteket}}`
        units: ById<Unit>,
        /// The default unit.
        ///
        /// `unit: forvaltningen`
        unit: Option<Ref<Units>>,
        /// The data protection officers by id.
        ///
        /// `officers: {dso: {contact: {email: dso@example.se}}}`
        officers: ById<Officer>,
        /// The default data protection officer; without it the only one of `officers`, if there is only one.
        ///
        /// `officer: dso`
        officer: Known<Ref<Officers>>,
        /// How to exercise the rights, and their limits.
        ///
        /// `rights: {right: all, how: [skriv till oss]}`
        rights: List<RightNote>,
        /// How to complain to the municipality; never a condition for a complaint to the authority.
        ///
        /// `complaint: [den enhet som har ditt ärende, dataskyddsombudet]`
        complaint: List<Text>,
        /// Ids of shared texts that notices show by default.
        ///
        /// `texts: [offentlighetsprincipen]`
        texts: List<Ref<Texts>> = known,
        /// Whom notices address.
        ///
        /// `addressee: both`
        addressee: Option<Addressee>,
        /// Links for the reader.
        ///
        /// `links: {label: Kommunens nämnder}`
        links: List<Link>,
        /// Accepted findings in this file, each with its rule, reason and last day; internal.
        ///
        /// `accept: {rule: gap-open, because: beslut väntas i mars, until: 2027-03-31}`
        accept: List<Acceptance> = internal,
        /// Internal notes.
        ///
        /// `notes: Organisationsnumret framgår inte av sidan.`
        notes: List<Note> = internal,
    }
}

impl Municipality {
    /// The version of the format.
    #[must_use]
    pub fn version(&self) -> Version {
        self.format.unwrap_or_default()
    }

    /// The code of its country (ISO 3166-1).
    #[must_use]
    pub fn country_code(&self) -> Option<&str> {
        self.country.as_ref().map(|country| country.code.as_str())
    }

    /// The first of its languages: that of texts without a language.
    #[must_use]
    pub fn main_language(&self) -> Option<Lang> {
        self.languages.items.first().copied()
    }

    /// The languages of a notice: its own, or else the municipality's.
    #[must_use]
    pub fn languages_of<'m>(&'m self, notice: &'m Notice) -> &'m [Lang] {
        let own = &notice.languages.items;
        if own.is_empty() { &self.languages.items } else { own }
    }
}
