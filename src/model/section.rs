//! Shared texts and links.

use crate::model::address::Url;
use crate::model::law::Law;
use crate::model::organisation::Note;
use crate::model::record::{codes, record};
use crate::model::{List, Text};

codes! {
    /// The part of a notice that shows a text.
    pub enum Part(en: "a part of a notice", sv: "en del av en information", da: "en del af en oplysning") {
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
    pub struct Section(en: "a text", sv: "en text", da: "en tekst", short = body) {
        /// The heading.
        ///
        /// `title: Offentlighetsprincipen`
        title: Option<Text>,
        /// The part of the notice that shows it; `own` by default.
        ///
        /// `part: rights`
        part: Option<Part>,
        /// The paragraphs.
        ///
        /// `body: [Handlingar kan begäras ut., Vi prövar sekretess först.]`
        body: List<Text>,
        /// The items of a list below the paragraphs.
        ///
        /// `points: [namn, fastighetsbeteckning]`
        points: List<Text>,
        /// Links below the text.
        ///
        /// `links: {label: Om kakor, url: "https://example.se/kakor"}`
        links: List<Link>,
        /// The law that it is based on.
        ///
        /// `law: offentlighets- och sekretesslagen (2009:400)`
        law: List<Law>,
        /// Internal notes.
        ///
        /// `notes: Sidan skriver strävar efter.`
        notes: List<Note> = internal,
    }
}

record! {
    /// A link for the reader.
    pub struct Link(en: "a link", sv: "en länk", da: "et link", short = label) {
        /// The text of the link, which says where it leads.
        ///
        /// `label: E-tjänst för registerutdrag`
        label: Text = required,
        /// The address; without it, no notice shows the link.
        ///
        /// `url: https://www.borger.dk/`
        url: Option<Url>,
    }
}
