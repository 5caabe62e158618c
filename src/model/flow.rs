//! Sources, recipients, processors, systems and transfers.

use crate::model::country::Country;
use crate::model::law::Law;
use crate::model::organisation::Note;
use crate::model::period::Date;
use crate::model::record::{codes, record};
use crate::model::reference::{Activities, Processors, Ref, Systems};
use crate::model::term::{DataTerms, Parties, Term};
use crate::model::{Known, List, Text, YesNo};

record! {
    /// Where data come from (Article 14(2)(f)).
    pub struct Origin(en: "a source", sv: "en källa", da: "en kilde", short = from) {
        /// The source: a code, a source, system or recipient of this register, or words.
        ///
        /// `from: tax-agency`
        from: Term<Parties> = required,
        /// The systems or parties that the data pass through, in order.
        ///
        /// `via: [serviceplatformen]`
        via: List<Term<Parties>>,
        /// The data that come from it: ids of the activity's data, or words.
        ///
        /// `data: [identitet]`
        data: List<Term<DataTerms>>,
        /// When it is used, if not always.
        ///
        /// `when: vid den årliga stickprovskontrollen`
        when: Known<Text> = second_gap,
        /// Examples of data that come from it.
        ///
        /// `examples: [inkomst]`
        examples: List<Text>,
        /// Whether the source is accessible to the public.
        ///
        /// `public: yes`
        public: YesNo,
        /// The activity with more information about it.
        ///
        /// `see: skolskjuts`
        see: Option<Ref<Activities>>,
        /// Explanations for the reader.
        ///
        /// `remarks: [Adresskydd respekteras även i bibliotekets system.]`
        remarks: List<Text>,
    }
}

codes! {
    /// The kind of a disclosure.
    pub enum Duty(en: "a kind of disclosure", sv: "en typ av utlämnande", da: "en type videregivelse") {
        /// The law requires it.
        Duty = "duty",
        /// The controller decides to, within the law.
        Choice = "choice",
        /// Only with consent.
        Consent = "consent",
    }
}

record! {
    /// A recipient and the data that it receives (Article 4(9), Article 30(1)(d), Article 13(1)(e)).
    pub struct Disclosure(en: "a recipient", sv: "en mottagare", da: "en modtager", short = to) {
        /// The recipient: a code, a recipient of this register, or words.
        ///
        /// `to: scb`
        to: Term<Parties> = required,
        /// The data that it receives: ids of the activity's data, codes or words.
        ///
        /// `data: [name, school, grades]`
        data: List<Term<DataTerms>>,
        /// The purpose of the disclosure.
        ///
        /// `why: skolskjutsen ska kunna utföras`
        why: Known<Text> = second_gap,
        /// When, if not always.
        ///
        /// `when: vid obetalda avgifter`
        when: Known<Text> = second_gap,
        /// Whether the disclosure is a duty, a choice, or made with consent.
        ///
        /// `by: duty`
        by: Known<Duty> = second_gap,
        /// The law that it is based on.
        ///
        /// `law: skollagen (2010:800) 26 kap. 25 §`
        law: List<Law>,
        /// Examples.
        ///
        /// `examples: [veckorapport om frånvaro]`
        examples: List<Text>,
        /// Explanations for the reader.
        ///
        /// `remarks: [Rapporten skickas automatiskt varje vecka.]`
        remarks: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Sidan skriver eventuellt.`
        notes: List<Note> = internal,
    }
}

record! {
    /// A processor that is used (Article 28, Article 30(1)(d)).
    pub struct ProcessorUse(
        en: "a processor in use",
        sv: "ett anlitat personuppgiftsbiträde",
        da: "en anvendt databehandler",
        short = processor,
    ) {
        /// The processor.
        ///
        /// `processor: ist`
        processor: Ref<Processors> = required,
        /// The systems that it provides here, if not all of its systems.
        ///
        /// `systems: [aula]`
        systems: List<Ref<Systems>>,
        /// What it does here.
        ///
        /// `does: sköter drift och support`
        does: Known<Text> = second_gap,
        /// The data that it receives, if not all.
        ///
        /// `data: [identitet]`
        data: List<Term<DataTerms>>,
        /// When, if not always.
        ///
        /// `when: om eleven har skolskjuts`
        when: Known<Text> = second_gap,
    }
}

record! {
    /// A system that is used.
    pub struct SystemUse(
        en: "a system in use",
        sv: "ett använt system",
        da: "et anvendt system",
        short = system,
    ) {
        /// The system.
        ///
        /// `system: unikum`
        system: Ref<Systems> = required,
        /// What it is used for here.
        ///
        /// `does: registrera betyg`
        does: Known<Text> = second_gap,
    }
}

codes! {
    /// What allows a transfer to a third country (Chapter V).
    pub enum Tool(en: "a transfer tool", sv: "ett överföringsverktyg", da: "et overførselsgrundlag") {
        /// Article 45.
        Adequacy = "adequacy",
        /// Article 46(2)(a).
        BindingInstrument = "binding-instrument",
        /// Article 46(2)(b), Article 47.
        CorporateRules = "corporate-rules",
        /// Article 46(2)(c): Implementing Decision (EU) 2021/914.
        StandardClauses = "standard-clauses",
        /// Article 46(2)(d).
        AuthorityClauses = "authority-clauses",
        /// Article 46(2)(e).
        CodeOfConduct = "code-of-conduct",
        /// Article 46(2)(f).
        Certification = "certification",
        /// Article 46(3)(a).
        AdHocClauses = "ad-hoc-clauses",
        /// Article 46(3)(b).
        AdministrativeArrangement = "administrative-arrangement",
        /// Article 49.
        Derogation = "derogation",
    }
}

codes! {
    /// A module of the standard clauses (Implementing Decision (EU) 2021/914).
    pub enum Module(
        en: "a module of the standard clauses",
        sv: "en modul i standardavtalsklausulerna",
        da: "et modul i standardkontraktbestemmelserne",
    ) {
        /// Controller to controller.
        One = "1",
        /// Controller to processor.
        Two = "2",
        /// Processor to processor.
        Three = "3",
        /// Processor to controller.
        Four = "4",
    }
}

codes! {
    /// A letter of Article 49(1), first subparagraph, or its second subparagraph.
    pub enum Derogation(
        en: "a letter of Article 49(1)",
        sv: "ett led i artikel 49.1",
        da: "et litra i artikel 49, stk. 1",
    ) {
        /// Explicit consent.
        A = "a",
        /// A contract with the data subject.
        B = "b",
        /// A contract in the interest of the data subject.
        C = "c",
        /// Important reasons of public interest.
        D = "d",
        /// Legal claims.
        E = "e",
        /// Vital interests.
        F = "f",
        /// A public register.
        G = "g",
        /// Compelling legitimate interests (second subparagraph).
        Second = "second-subparagraph",
    }
}

record! {
    /// A transfer to a third country or an international organisation (Articles 44–49, Article 30(1)(e),
    /// Article 13(1)(f)).
    pub struct Transfer(en: "a transfer", sv: "en överföring", da: "en overførsel") {
        /// Who receives the data: a processor or recipient of this register, or words.
        ///
        /// `to: overdrive`
        to: Term<Parties> = required,
        /// The country, by its two-letter code (ISO 3166-1).
        ///
        /// `country: US`
        country: Known<Country>,
        /// Whether the transfer is only possible: data may become available there.
        ///
        /// `possible: yes`
        possible: YesNo,
        /// What allows it.
        ///
        /// `tool: standard-clauses`
        tool: Known<Tool>,
        /// The module of the standard clauses, 1 to 4.
        ///
        /// `module: 2`
        module: Option<Module>,
        /// The decision of the Commission behind the tool.
        ///
        /// `decision: (EU) 2023/1795`
        decision: Known<Text> = second_gap,
        /// The law on the transfer.
        ///
        /// `law: databeskyttelseslovens § 3, stk. 9`
        law: List<Law> = second,
        /// The date of the transfer impact assessment.
        ///
        /// `assessed: 2025-03-01`
        assessed: Option<Date>,
        /// The date on which the recipient's certification was last looked up (United States).
        ///
        /// `certified: 2025-03-01`
        certified: Option<Date>,
        /// Measures in addition to the tool.
        ///
        /// `supplementary: [kryptering med egna nycklar]`
        supplementary: List<Text>,
        /// How to get a copy of the safeguards, or where they can be read.
        ///
        /// `copy: kontakta dataskyddsombudet`
        copy: Known<Text>,
        /// The data that are transferred, if not all.
        ///
        /// `data: [bilder]`
        data: List<Term<DataTerms>>,
        /// When, if not always.
        ///
        /// `when: om du skriver till oss i sociala medier`
        when: Known<Text> = second_gap,
        /// The letter of Article 49(1), with `tool: derogation`.
        ///
        /// `derogation: d`
        derogation: Option<Derogation>,
        /// Documentation of the safeguards under Article 49(1), second subparagraph.
        ///
        /// `documentation: dnr 2025/12`
        documentation: Known<Text> = internal second_gap,
        /// Explanations for the reader.
        ///
        /// `remarks: [Skyddsnivån bedöms regelbundet.]`
        remarks: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Sidan väntar på riktlinjer.`
        notes: List<Note> = internal,
    }
}
