//! Consent, and whether a person must provide data.

use crate::model::law::Law;
use crate::model::organisation::Note;
use crate::model::record::{codes, record};
use crate::model::term::{DataTerms, Subjects, Term};
use crate::model::{Known, List, Text};

record! {
    /// Who consents to what, and how consent is withdrawn (Article 7, Article 8, Article 13(2)(c)).
    pub struct Consent(en: "a consent", sv: "ett samtycke", da: "et samtykke") {
        /// What is consented to.
        ///
        /// `covers: bilder och filmer där eleven kan kännas igen`
        covers: Known<Text> = second_gap,
        /// The data: ids of the activity's data, codes or words.
        ///
        /// `data: [bilder]`
        data: List<Term<DataTerms>>,
        /// Who consents.
        ///
        /// `who: [guardian, {sv: äldre elever själva}]`
        who: List<Term<Subjects>>,
        /// Conditions for it: both guardians, an age.
        ///
        /// `conditions: [finns flera vårdnadshavare ska båda samtycka]`
        conditions: List<Text>,
        /// The form it takes.
        ///
        /// `form: [skriftligt, dokumenterat, frivilligt]`
        form: List<Text>,
        /// When it is asked for.
        ///
        /// `asked: när fotografen ber om det`
        asked: Known<Text> = second_gap,
        /// How it is given.
        ///
        /// `how: kommunens e-tjänst`
        how: List<Text>,
        /// How it is withdrawn.
        ///
        /// `withdraw: {how: e-tjänsten, effect: publiceringen upphör}`
        withdraw: Known<Withdrawal>,
        /// Internal notes.
        ///
        /// `notes: Sidan nämner ingen återkallelse.`
        notes: List<Note> = internal,
    }
}

record! {
    /// How consent is withdrawn, which must be as easy as giving it (Article 7(3)).
    pub struct Withdrawal(
        en: "a withdrawal of consent",
        sv: "en återkallelse av samtycke",
        da: "en tilbagetrækning af samtykke",
        short = how,
    ) {
        /// The channel.
        ///
        /// `how: [kommunens e-tjänst för återkallelse]`
        how: List<Text>,
        /// Who can withdraw it.
        ///
        /// `who: en av vårdnadshavarna räcker`
        who: Known<Text> = second_gap,
        /// The effect of the withdrawal.
        ///
        /// `effect: publicering och användning upphör`
        effect: List<Text>,
        /// Exceptions in some cases.
        ///
        /// `exceptions: [samtycke på papper återkallas hos förvaltningen]`
        exceptions: List<Text>,
    }
}

codes! {
    /// Whether a person must provide data (Article 13(2)(e)).
    pub enum ObligationKind(en: "a kind of obligation", sv: "en typ av skyldighet", da: "en type pligt") {
        /// The law requires it.
        Statutory = "statutory",
        /// A contract requires it.
        Contractual = "contractual",
        /// Voluntary, but the service needs it.
        Needed = "needed",
        /// Voluntary, without consequences.
        Voluntary = "voluntary",
    }
}

record! {
    /// Whether a person must provide data, and the consequence if not (Article 13(2)(e)).
    pub struct Obligation(
        en: "an obligation to provide data",
        sv: "en skyldighet att lämna uppgifter",
        da: "en pligt til at give oplysninger",
        short = kind,
    ) {
        /// The kind of obligation.
        ///
        /// `kind: needed`
        kind: Known<ObligationKind> = required second_gap,
        /// The data that must be provided: ids of the activity's data, codes or words.
        ///
        /// `data: [inkomst]`
        data: List<Term<DataTerms>>,
        /// The law, with `kind: statutory`.
        ///
        /// `law: skollagen (2010:800) 29 kap. 19 §`
        law: List<Law>,
        /// The consequence if the data are not provided.
        ///
        /// `consequence: kan vi inte pröva ansökan`
        consequence: Known<Text> = second_gap,
    }
}
