//! Controllers, units, data protection officers and joint controllers.

use crate::model::address::{Email, Url};
use crate::model::law::Law;
use crate::model::record::{codes, record};
use crate::model::reference::{Controllers, Officers, Ref, Units};
use crate::model::term::{Parties, Term};
use crate::model::{Aside, Gap, Known, List, Text};

codes! {
    /// The legal form of a controller.
    pub enum LegalForm(en: "a legal form", sv: "en juridisk form", da: "en juridisk form") {
        /// A Swedish nämnd.
        Board = "board",
        /// A Swedish kommunstyrelse.
        ExecutiveBoard = "executive-board",
        /// A Swedish gemensam nämnd.
        JointBoard = "joint-board",
        /// A municipality as a legal person, as in Denmark.
        Municipality = "municipality",
        /// A kommunalförbund or another federation of municipalities.
        Federation = "federation",
        /// A municipal company.
        Company = "company",
        /// A foundation.
        Foundation = "foundation",
        /// Another public authority.
        Authority = "authority",
    }
}

record! {
    /// Contact details. A controller and an officer need at least one channel.
    pub struct Contact(en: "a contact", sv: "en kontakt", da: "en kontakt") {
        /// The postal address, lines separated by commas or line breaks.
        ///
        /// `post: Barn- och utbildningsnämnden, 571 80 Nässjö`
        post: Known<Text> = second_gap,
        /// The visiting address.
        ///
        /// `visit: Sveavägen 1, 642 81 Flen`
        visit: Known<Text> = second_gap,
        /// The telephone number, as it is printed.
        ///
        /// `phone: 0157-43 00 00`
        phone: Option<String>,
        /// The shared mailbox, never the address of a person.
        ///
        /// `email: buk@edu.flen.se`
        email: Option<Email>,
        /// Another channel, in words: secure mail, an e-service, a self-service page.
        ///
        /// `channel: sikker mail`
        channel: Known<Text> = second_gap,
        /// A page with contact details.
        ///
        /// `web: https://www.flen.se/`
        web: Option<Url>,
        /// Why the contact is not known.
        ///
        /// `unknown: sidan anger inga kontaktuppgifter`
        unknown: Option<Gap>,
    }
}

record! {
    /// A controller, which decides why and how data are processed (Article 4(7), Article 30(1)(a)).
    ///
    /// In Sweden each board is a controller; in Denmark the municipality is.
    pub struct Controller(en: "a controller", sv: "en personuppgiftsansvarig", da: "en dataansvarlig") {
        /// The name.
        ///
        /// `name: Barn-, utbildnings- och kulturnämnden`
        name: Text = required,
        /// The legal form.
        ///
        /// `form: board`
        form: Option<LegalForm>,
        /// The organisation number or CVR number.
        ///
        /// `number: "12881517"`
        number: Option<String>,
        /// What it is responsible for.
        ///
        /// `area: förskola, grundskola och gymnasieskola`
        area: List<Text>,
        /// The municipalities that have it together, if it is a joint board or a joint authority.
        ///
        /// `members: [Flens kommun, Gnesta kommun]`
        members: List<Text> = second,
        /// Its contact details.
        ///
        /// `contact: {email: buk@edu.flen.se}`
        contact: Contact,
        /// Its data protection officer, if it differs from the municipality's.
        ///
        /// `officer: dso`
        officer: Option<Ref<Officers>>,
        /// Why it has no data protection officer. A public authority must have one (Article 37(1)(a)).
        ///
        /// `without-officer: bolaget behandlar bara de anställdas uppgifter`
        without_officer: Option<Text> = second,
        /// Internal notes.
        ///
        /// `notes: {text: Sidan skriver förvaltningen., source: flen.txt:13}`
        notes: List<Note> = internal,
    }
}

record! {
    /// A controller of an activity that several carry out, each of them on its own and under its own responsibility.
    pub struct SeparateController(
        en: "one of several controllers",
        sv: "en av flera personuppgiftsansvariga",
        da: "en af flere dataansvarlige",
        short = controller,
    ) {
        /// The controller.
        ///
        /// `controller: buk`
        controller: Option<Ref<Controllers>> = required,
        /// Its unit that answers questions.
        ///
        /// `unit: elevhalsan`
        unit: Option<Ref<Units>>,
        /// A contact other than its own and that of its unit.
        ///
        /// `contact: {phone: 0157-43 00 00}`
        contact: Option<Contact>,
        /// What is different for this controller, for the reader.
        ///
        /// `differs: [nämnden sparar besluten i fem år]`
        differs: List<Text> = known,
    }
}

record! {
    /// A unit below the controller: a point of contact, never a controller.
    pub struct Unit(en: "a unit", sv: "en enhet", da: "en enhed") {
        /// The name.
        ///
        /// `name: Dragør Bibliotekerne`
        name: Text = required,
        /// The controller that it belongs to.
        ///
        /// `controller: dragor`
        controller: Option<Ref<Controllers>>,
        /// Its contact details.
        ///
        /// `contact: {phone: 32 89 04 90}`
        contact: Contact,
        /// Internal notes.
        ///
        /// `notes: Adressen står i avsnitt 1.`
        notes: List<Note> = internal,
    }
}

record! {
    /// A data protection officer: a role, a company or another municipality's mailbox, never a person's
    /// name (Articles 37–39, Article 13(1)(b)).
    pub struct Officer(
        en: "a data protection officer",
        sv: "ett dataskyddsombud",
        da: "en databeskyttelsesrådgiver",
    ) {
        /// The company or authority that holds the role, if it is not the municipality itself.
        ///
        /// `name: Security Solution Scandinavia AB`
        name: Known<Text> = second_gap,
        /// The contact details of the officer.
        ///
        /// `contact: {email: dso@securitysolution.se}`
        contact: Contact,
        /// What the officer does and can be asked about.
        ///
        /// `tasks: [kontrollerar att kommunen följer dataskyddsförordningen]`
        tasks: List<Text>,
        /// What the officer cannot help with, and who can.
        ///
        /// `limits: [kan inte hjälpa till med handläggningen av ett ärende]`
        limits: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Namnet på sidan är inte fört över.`
        notes: List<Note> = internal,
    }
}

record! {
    /// An arrangement between joint controllers (Article 26).
    pub struct Arrangement(
        en: "an arrangement of joint controllers",
        sv: "ett arrangemang mellan gemensamt personuppgiftsansvariga",
        da: "en ordning mellem fælles dataansvarlige",
    ) {
        /// The other controllers.
        ///
        /// `with: [Tårnby Kommune]`
        with: List<Term<Parties>> = required,
        /// The essence of the arrangement, which must be made available (Article 26(2)).
        ///
        /// `essence: nämnden svarar på frågor från vårdnadshavare`
        essence: Known<Text>,
        /// The point of contact for data subjects.
        ///
        /// `contact: Elevhälsan i Flen`
        contact: Known<Text> = second_gap,
        /// The law that the arrangement is based on.
        ///
        /// `law: patientdatalagen (2008:355) 2 kap. 6 §`
        law: List<Law>,
    }
}

record! {
    /// A task that another authority carries out for the controller.
    pub struct Delegation(en: "a delegated task", sv: "en delegerad uppgift", da: "en delegeret opgave") {
        /// The authority that carries it out.
        ///
        /// `to: tarnby`
        to: Term<Parties> = required,
        /// What it does.
        ///
        /// `what: pædagogisk psykologisk rådgivning`
        what: Text = required,
        /// The law or agreement that it is based on.
        ///
        /// `law: lov om forpligtende kommunale samarbejder`
        law: List<Law>,
        /// Its role under Articles 4(7)–(8), 26 and 28.
        ///
        /// `role: {unknown: fremgår ikke af siden}`
        role: Known<Role>,
    }
}

codes! {
    /// A role under the Regulation.
    pub enum Role(en: "a role", sv: "en roll", da: "en rolle") {
        /// Decides why and how (Article 4(7)).
        Controller = "controller",
        /// Decides together with others (Article 26).
        JointController = "joint-controller",
        /// Acts on behalf of the controller (Article 4(8)).
        Processor = "processor",
    }
}

record! {
    /// An internal note for reviewers and auditors; never published.
    pub struct Note(internal, en: "a note", sv: "en anteckning", da: "en note", short = text) {
        /// The note.
        ///
        /// `text: Sidan skriver Datainspektionen; myndigheten heter IMY sedan 2021-01-01.`
        text: Aside = required,
        /// The document and line it is about.
        ///
        /// `source: flen.txt:99`
        source: Option<String>,
    }
}
